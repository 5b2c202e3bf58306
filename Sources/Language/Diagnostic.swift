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
