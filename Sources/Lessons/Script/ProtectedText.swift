/// A lesson's body with its formulas and computed numbers taken out, so that Markdown's own
/// escapes leave them alone.
///
/// Each stands as a mark of private characters, and `pieces` holds what the mark stands for.
struct ProtectedText: Sendable {
  /// What a mark stands for.
  enum Piece: Sendable, Hashable {
    case formula(String, displayed: Bool)
    case computed(expression: String, format: String)
  }

  /// A piece, the text it was written as, and the line it begins on.
  struct Entry: Sendable {
    var piece: Piece
    var written: String
    var line: Int
  }

  /// Begins a mark.
  static let opening: Character = "\u{E000}"
  /// Ends a mark.
  static let closing: Character = "\u{E001}"

  /// The text with marks in it.
  private(set) var text = ""
  /// What the marks stand for, by their number.
  private(set) var entries: [Entry] = []
  /// The line of the file for each line of `text`, both counted from 0 here.
  private(set) var lineNumbers: [Int] = []
  /// What was wrong.
  private(set) var findings: [Finding] = []

  /// Takes the pieces out of some lines of a file.
  init(lines: ArraySlice<Substring>, source: SourceText) {
    var scanner = ProtectedTextScanner(lines: lines, source: source)
    scanner.scan()
    text = scanner.text
    entries = scanner.entries
    lineNumbers = scanner.lineNumbers
    findings = scanner.findings
  }

  /// The line of the file that a line of `text` (counted from 1) came from.
  func line(_ number: Int) -> Int {
    lineNumbers.indices.contains(number - 1) ? lineNumbers[number - 1] : lineNumbers.last ?? 0
  }

  /// A text with each mark put back as it was written.
  func restored(_ text: String) -> String {
    guard Self.hasMark(text) else { return text }
    return split(text).map { part in
      switch part {
      case .text(let text): text
      case .mark(let number): entries[number].written
      }
    }.joined()
  }

  /// Whether there may be a mark in a text: private characters are all that begins with this byte.
  private static func hasMark(_ text: String) -> Bool { text.utf8.contains(0xEE) }

  /// Either a run of plain text or a mark's number.
  enum Part: Sendable {
    case text(String)
    case mark(Int)
  }

  /// A text cut at its marks.
  func split(_ text: String) -> [Part] {
    guard Self.hasMark(text) else { return text.isEmpty ? [] : [.text(text)] }
    var parts: [Part] = []
    var plain = ""
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == Self.opening, let end = text[index...].firstIndex(of: Self.closing),
        let number = Int(text[text.index(after: index)..<end]), entries.indices.contains(number)
      {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.mark(number))
        index = text.index(after: end)
      } else {
        plain.append(text[index])
        index = text.index(after: index)
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }
}
