/// An error with a place: what Python or PyTorch would say, then what a learner needs.
public struct Diagnostic: Error, Sendable, Hashable {
  /// The exception's type: `IndexError`.
  public var type: String
  /// The first line of the message, as Python and PyTorch give it.
  public var message: String
  /// The shapes and dtypes that met, the nearest name: one sentence each.
  public var notes: [String]
  /// What to do, as code or a sentence.
  public var fix: String?
  /// Where it happened, counted from 1; 0 where there is no place.
  public var line: Int
  /// The first column of the range, counted from 1 in characters.
  public var column: Int
  /// The column after the range's last one, on the same line.
  public var endColumn: Int
  /// The source line, as it was written.
  public var source: String

  /// Makes a diagnostic.
  public init(
    type: String, message: String, notes: [String] = [], fix: String? = nil, line: Int = 0,
    column: Int = 0, endColumn: Int = 0, source: String = ""
  ) {
    self.type = type
    self.message = message
    self.notes = notes
    self.fix = fix
    self.line = line
    self.column = column
    self.endColumn = endColumn
    self.source = source
  }
}

extension Diagnostic {
  /// The error as text: Python's line, the source line with its range underlined, notes and fix.
  ///
  ///     IndexError: list index out of range
  ///     2 │ x[5]
  ///       │ ~~~~
  ///       There are 3 items, at places 0 to 2; the place was 5.
  public var rendered: String {
    var lines = [message.isEmpty ? type : "\(type): \(message)"]
    let number = "\(line)"
    let margin = String(repeating: " ", count: number.count)
    if line > 0 {
      let (source, column, endColumn) = window
      let before = String(source.prefix(column - 1))
      let under = source.dropFirst(column - 1).prefix(endColumn - column)
      lines.append("\(number) │ \(source)")
      lines.append(
        "\(margin) │ " + Diagnostic.blank(before)
          + String(repeating: "^", count: max(1, Diagnostic.columns(String(under)))))
    }
    for note in notes { lines.append("\(margin)   \(note)") }
    if let fix { lines.append("\(margin)   → \(fix)") }
    return lines.joined(separator: "\n")
  }

  /// The line, or of a very long one what stands around the range.
  private var window: (source: String, column: Int, endColumn: Int) {
    let (most, lead) = (240, 80)
    guard source.utf8.count > most, source.count > most else { return (source, column, endColumn) }
    let cut = max(0, min(column - 1 - lead, source.count - most))
    let middle = source.dropFirst(cut).prefix(most)
    let text = (cut > 0 ? "…" : "") + middle + (cut + most < source.count ? "…" : "")
    let shift = cut > 0 ? cut - 1 : 0
    return (text, column - shift, min(endColumn - shift, text.count))
  }

  /// Spaces as wide as a text; tabs stay, so that what follows stands where it should.
  private static func blank(_ text: String) -> String {
    text.map { $0 == "\t" ? "\t" : String(repeating: " ", count: columns(String($0))) }.joined()
  }

  /// How many columns a text takes in a terminal, near enough for a caret: East Asian letters two.
  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { total, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: total
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        total + 2
      default: total + 1
      }
    }
  }
}
