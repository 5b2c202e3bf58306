import Glibc

/// The file that keeps what was typed into the REPL: one input a line, newlines written as `\n`.
///
/// It is only ever added to, one write an input, so two nablas at once lose nothing. What cannot be
/// read or written is left out: a history is no reason to stop anybody.
public struct HistoryFile: Sendable {
  private let path: String

  /// The most bytes of the file's end that are read.
  private static let longest = 1 << 20

  /// The learner's own: what `$NABLA_HISTORY` names, or `history` among nabla's data.
  ///
  /// - Parameter data: the folder of nabla's data, where there is one.
  public init?(data: String?) {
    let own = Environment["NABLA_HISTORY"] ?? data.map { $0 + "/history" }
    guard let own, !own.isEmpty else { return nil }
    path = own
  }

  /// A file of any name.
  public init(path: String) { self.path = path }

  /// The inputs, the newest last.
  public func load() -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let end = lseek(file, 0, SEEK_END)
    guard end > 0 else { return [] }
    let isCut = end > Self.longest
    lseek(file, isCut ? end - Self.longest : 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while bytes.count < Self.longest {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // The first line of a file that is read from within is the rest of an input.
    if isCut { bytes.removeFirst((bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1) }
    let lines = bytes.split(separator: 0x0A)
    return lines.suffix(5000).map { Self.decode(String(decoding: $0, as: UTF8.self)) }
  }

  /// Adds an input.
  public func append(_ text: String) {
    makeFolders()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((Self.encode(text) + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      mkdir(folder, 0o700)
    }
  }

  private static func encode(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func decode(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
