import Glibc

/// Writes files so that a reader finds what was there before or all of the new, and never a part.
enum WholeFile {
  /// Writes a file beside its place and moves it there; an errno where it can not.
  ///
  /// One that is to be new is refused where there is a file of its name already.
  static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o600, isNew: Bool = false
  ) -> Int32? {
    // Each process has its own draft, so that two do not write into one.
    let draft = "\(path).\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { return errno }
    var failure = put(bytes, into: file)
    if close(file) != 0, failure == nil { failure = errno }
    // A link refuses where a file has come to stand meanwhile; a renaming would replace it.
    if failure == nil, isNew ? link(draft, path) != 0 : rename(draft, path) != 0 {
      failure = errno
    }
    if failure != nil || isNew { unlink(draft) }
    return failure
  }

  private static func put(_ bytes: [UInt8], into file: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
