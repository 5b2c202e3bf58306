/// One line of text in runs of one style each, ready to be put on a frame.
public struct StyledLine: Sendable, Hashable {
  /// A run of text in one style.
  public struct Run: Sendable, Hashable {
    /// What it says.
    public var text: String
    /// How it looks.
    public var style: Style

    /// Makes a run.
    public init(_ text: String, _ style: Style = Style()) {
      self.text = text
      self.style = style
    }
  }

  /// The runs from left to right.
  public var runs: [Run]

  /// Makes a line of runs.
  public init(_ runs: [Run] = []) { self.runs = runs }

  /// Makes a line of one run.
  public init(_ text: String, _ style: Style = Style()) { runs = [Run(text, style)] }

  /// The columns the line takes.
  public var columns: Int { runs.reduce(0) { $0 + CharacterWidth.columns(of: $1.text) } }
}

extension Frame {
  /// Puts a styled line at a place, cut at the frame's edge, and returns how many columns it took.
  @discardableResult
  public mutating func put(
    _ line: StyledLine, at position: Position, columns limit: Int = .max
  ) -> Int {
    var taken = 0
    for run in line.runs where taken < limit {
      let place = Position(column: position.column + taken, row: position.row)
      taken += put(
        run.text, at: place, style: run.style, columns: limit == .max ? .max : limit - taken)
    }
    return taken
  }
}
