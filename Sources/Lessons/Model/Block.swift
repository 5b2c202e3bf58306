/// A piece of a step, from top to bottom.
public indirect enum Block: Sendable, Hashable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  /// Items of a list; `start` is nil for bullets.
  case list(start: Int?, items: [[Block]])
  case quote([Block])
  case table(header: [[Inline]], alignments: [Alignment], rows: [[[Inline]]])
  /// A displayed formula, as LaTeX.
  case formula(String)
  /// Code that is shown and not run; the language may be empty.
  case code(language: String, String)
  /// Code that is run.
  case program(Program)
  case quiz(Quiz)
  /// A piece that could not be read, told at its place.
  case problem(Finding)

  /// How a table's column stands.
  public enum Alignment: Sendable, Hashable { case leading, centre, trailing }
}

/// A run of text within a paragraph.
public indirect enum Inline: Sendable, Hashable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  /// LaTeX between single dollars.
  case formula(String)
  /// `{{ expression:format }}`, computed where it stands.
  case computed(expression: String, format: String, line: Int)
  /// A number that has been computed, or the reason that it could not be.
  case number(String)
  case link([Inline], destination: String)
  case space
  case lineBreak
}

/// A fenced `nabla` block: source, and how what it gives is shown.
public struct Program: Sendable, Hashable {
  /// How the last value of a program is shown.
  public enum Presentation: String, Sendable, Hashable, CaseIterable {
    case steps, table, bars, plot, heat, graph, frames, print, hide, compare, error
  }

  /// The source as it stands in the lesson.
  public var source: String
  /// How its value is shown, in the order the words were written.
  public var presentations: [Presentation]
  /// The inputs that may be changed in place (`edit=z`).
  public var edits: [String]
  /// The line of the file its first source line stands on.
  public var line: Int

  /// Makes a program.
  public init(source: String, presentations: [Presentation], edits: [String], line: Int) {
    self.source = source
    self.presentations = presentations
    self.edits = edits
    self.line = line
  }
}
