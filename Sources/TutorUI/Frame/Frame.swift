/// A whole screen as a grid of cells; what is put outside of it is cut.
public struct Frame: Sendable, Hashable {
  /// How many columns and rows there are.
  public let size: Size
  /// The cells in row-major order.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil to hide it.
  public var cursor: Position?

  /// Makes a blank screen.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// Puts text at a place, cut at the frame's edge, and returns how many columns it took.
  ///
  /// Control characters are shown, not sent: no text can reach the terminal as an escape sequence.
  @discardableResult
  public mutating func put(
    _ text: String, at position: Position, style: Style = Style(), columns limit: Int = .max
  ) -> Int {
    var column = position.column
    let end = limit == .max ? size.columns : min(size.columns, position.column + limit)
    for scalar in text.unicodeScalars {
      let columns = CharacterWidth.columns(of: scalar)
      guard column + columns <= end else { break }
      set(Cell(scalar: scalar.value, style: style), at: column, position.row, columns: columns)
      column += columns
    }
    return column - position.column
  }

  private mutating func set(_ cell: Cell, at column: Int, _ row: Int, columns: Int) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns, columns > 0 else { return }
    cells[row * size.columns + column] = cell
    if columns == 2, column + 1 < size.columns {
      cells[row * size.columns + column + 1] = Cell(scalar: 0, style: cell.style)
    }
  }
}
