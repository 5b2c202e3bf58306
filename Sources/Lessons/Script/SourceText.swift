/// A file's text as lines, with the findings made while it is read.
struct SourceText: Sendable {
  /// The file, for findings.
  let file: String
  /// Its lines, without their ends.
  let lines: [Substring]

  init(_ text: String, file: String) {
    self.file = file
    lines = text.lines
  }

  /// A line by its number, counted from 1; empty where there is none.
  func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
  }

  /// A finding on a line of this file.
  func finding(
    _ rule: Finding.Rule, line number: Int, column: Int = 0, length: Int = 1, _ message: String,
    _ advice: String = ""
  ) -> Finding {
    Finding(
      rule: rule, file: file, line: number, column: column,
      endColumn: column == 0 ? 0 : column + length, source: line(number), message: message,
      advice: advice)
  }

  /// A finding on the first place of a text in a line, or on the line where it is not there.
  func finding(
    _ rule: Finding.Rule, line number: Int, at text: String, _ message: String,
    _ advice: String = ""
  ) -> Finding {
    let source = line(number)
    guard !text.isEmpty, let start = source.firstIndex(of: text) else {
      return finding(rule, line: number, message, advice)
    }
    let column = source.distance(from: source.startIndex, to: start) + 1
    return finding(rule, line: number, column: column, length: text.count, message, advice)
  }
}

extension String {
  /// The lines of a text whose ends are newlines, found by bytes: by characters it takes ten times as
  /// long, and a lesson is read before its first screen.
  var lines: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}

extension StringProtocol {
  /// Where a text first stands in this one.
  func firstIndex(of text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      index = self.index(after: index)
    }
    return nil
  }

  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
