import ArgumentParser
import Glibc
import Lessons
import TutorUI

extension ExitCode {
  /// Tells on standard error why the program ends so.
  static func saying(_ sentence: String, code: Int32 = 2) -> ExitCode {
    ProcessEdge.complain("nabla: " + sentence)
    return ExitCode(code)
  }
}

/// Reads a file or standard input whole.
enum Input {
  /// Why a file could not be read, in the system's words.
  struct Failure: Error {
    let reason: String

    init(_ code: Int32) { reason = String(cString: strerror(code)) }
  }

  /// The text of a file; `-` is standard input.
  static func text(of path: String) throws(Failure) -> String {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
    guard file >= 0 else { throw Failure(errno) }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &block, block.count)
      if count > 0 {
        bytes += block[..<count]
      } else if count == 0 {
        return String(decoding: bytes, as: UTF8.self)
      } else if errno != EINTR {
        throw Failure(errno)
      }
    }
  }
}

/// Writes text to a file descriptor, all of it or until the other side is gone.
enum Output {
  /// Writes what is to be read: on a terminal and in messages nothing of it can be a command.
  ///
  /// What goes to a file or a pipe stays as it is; programs there may want each byte.
  @discardableResult
  static func write(_ text: String, to file: Int32) -> Bool {
    send(file == STDERR_FILENO || isatty(file) != 0 ? PlainText.harmless(text) : text, to: file)
  }

  /// Writes what nabla says of a program, in ASCII where the locale has no more.
  @discardableResult
  static func tell(_ text: String, to file: Int32) -> Bool {
    write(ProcessEdge.isASCIIOnly ? PlainText.ascii(text) : text, to: file)
  }

  /// Sends text as it is, the commands for a terminal in it too.
  @discardableResult
  static func send(_ text: String, to file: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

extension Output {
  /// Writes a whole file, `-` being standard output, and says why where it can not.
  static func write(_ bytes: [UInt8], toFile path: String) throws {
    let failure =
      path == "-"
      ? WholeFile.put(bytes, into: STDOUT_FILENO) : WholeFile.write(bytes, leadingTo: path)
    guard let failure else { return }
    throw ExitCode.saying("\(path) cannot be written: \(Input.Failure(failure).reason).")
  }
}

/// Reads standard input line by line; a line too long to be meant is cut.
struct LineInput {
  private var block: [UInt8] = []
  private var position = 0
  private static let longest = 100_000

  /// The next line without its end; nil where there is no more.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if position == block.count, !fill() {
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
      }
      let byte = block[position]
      position += 1
      if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
      if line.count < Self.longest { line.append(byte) }
    }
  }

  private mutating func fill() -> Bool {
    block = [UInt8](repeating: 0, count: 1 << 14)
    position = 0
    while true {
      let count = block.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      block.removeLast(block.count - max(0, count))
      return count > 0
    }
  }
}
