/// Why LaTeX cannot be set, and where.
public struct FormulaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the LaTeX, counted in characters (Unicode scalars) from 0.
  public var position: Int
  /// A sentence: what was found, and what was expected or can be written instead.
  public var message: String

  /// Makes an error of a place and a sentence.
  public init(at position: Int, _ message: String) {
    self.position = position
    self.message = message
  }

  /// The sentence with its place, counted from 1.
  public var description: String { "character \(position + 1): \(message)" }
}
