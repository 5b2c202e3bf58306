/// How many columns and rows there are.
public struct Size: Sendable, Hashable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// Makes a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Position: Sendable, Hashable {
  /// Counted from the left.
  public var column: Int
  /// Counted from the top.
  public var row: Int

  /// Makes a position.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
public struct Area: Sendable, Hashable {
  /// The cell at its top left.
  public var origin: Position
  /// How far it reaches.
  public var size: Size

  /// Makes a rectangle.
  public init(_ origin: Position, _ size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle of four numbers.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(Position(column: column, row: row), Size(columns: columns, rows: rows))
  }

  /// Whether a cell is inside.
  public func contains(_ position: Position) -> Bool {
    columns(within: Size(columns: .max, rows: .max)).contains(position.column)
      && rows(within: Size(columns: .max, rows: .max)).contains(position.row)
  }

  /// The columns that are inside of both this rectangle and a frame of some size.
  func columns(within frame: Size) -> Range<Int> {
    Self.overlap(origin.column, size.columns, frame.columns)
  }

  /// The rows that are inside of both this rectangle and a frame of some size.
  func rows(within frame: Size) -> Range<Int> { Self.overlap(origin.row, size.rows, frame.rows) }

  private static func overlap(_ start: Int, _ count: Int, _ limit: Int) -> Range<Int> {
    let lower = min(max(0, start), limit)
    let (end, overflow) = start.addingReportingOverflow(max(0, count))
    return lower..<max(lower, overflow ? limit : min(end, limit))
  }
}
