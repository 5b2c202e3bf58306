import Glibc

/// Writes files so that a reader finds what was there before or all of the new, and never a part.
public enum WholeFile {
  /// Writes to where a path leads: a file is replaced whole, a device or a pipe takes the bytes; an
  /// errno where it can not.
  public static func write(_ bytes: [UInt8], leadingTo path: String) -> Int32? {
    var status = stat()
    guard stat(path, &status) == 0 else { return write(bytes, to: path, mode: 0o644) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { return errno }
      defer { close(file) }
      return put(bytes, into: file)
    }
    // The new file has another's rights to be written: those of the folder.
    guard access(path, W_OK) == 0, let real = realpath(path, nil) else { return errno }
    defer { free(real) }
    return write(bytes, to: String(cString: real), mode: status.st_mode & 0o777)
  }

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

  /// Writes all of some bytes; an errno where it can not.
  public static func put(_ bytes: [UInt8], into file: Int32) -> Int32? {
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
