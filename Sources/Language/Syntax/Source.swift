/// The text of one program, and where its lines begin.
final class Source: Sendable, Hashable {
  let text: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Whether this is text of a written module, in which no place is ever shown.
  let isLibrary: Bool

  init(_ text: String, isLibrary: Bool = false) {
    self.text = text
    self.isLibrary = isLibrary
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 10 { starts.append(offset + 1) }
    lineStarts = starts
  }

  static func == (a: Source, b: Source) -> Bool { a === b }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The line of an offset, counted from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of an offset, counted from 1 in characters.
  func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    return text(start, min(max(offset, start), bytes.count)).count + 1
  }

  /// A line without its end, counted from 1.
  func text(ofLine line: Int) -> String {
    guard line >= 1 && line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start && bytes[end - 1] == 13 { end -= 1 }
    return text(start, end)
  }

  /// The text between two offsets.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The text of a range.
  func text(_ range: SourceRange) -> String { text(Int(range.start), Int(range.end)) }
}
