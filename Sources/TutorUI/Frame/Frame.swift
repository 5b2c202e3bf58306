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
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place, or nil outside of the frame.
  public subscript(position: Position) -> Cell? {
    holds(position) ? cells[position.row * size.columns + position.column] : nil
  }

  /// The cells of one row; empty outside of the frame.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts text at a place, cut at the frame's edge, and returns how many columns it took.
  ///
  /// Control characters are shown, not sent: no text can reach the terminal as an escape sequence.
  /// A wide character that does not fit before the edge is left out, and its place is blank.
  @discardableResult
  public mutating func put(
    _ text: String, at position: Position, style: Style = Style(), columns limit: Int = .max
  ) -> Int {
    let end = limit < size.columns - position.column ? position.column + limit : size.columns
    var column = position.column
    for scalar in ASCIIText.laidOut(text).unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        guard column < end else { break }
        set(Cell(scalar: scalar.value, style: style), at: column, position.row, columns: 1)
        column += 1
      } else {
        guard
          putRare(scalar, at: &column, row: position.row, first: position.column, end, style)
        else { break }
      }
    }
    return column - position.column
  }

  /// Puts a character that is not plain ASCII; false when it did not fit.
  private mutating func putRare(
    _ scalar: Unicode.Scalar, at column: inout Int, row: Int, first: Int, _ end: Int, _ style: Style
  ) -> Bool {
    if CharacterWidth.isHidden(scalar) {
      for shown in CharacterWidth.visibleForm(of: scalar).unicodeScalars {
        guard column < end else { return false }
        set(Cell(scalar: shown.value, style: style), at: column, row, columns: 1)
        column += 1
      }
      return true
    }
    let columns = CharacterWidth.columns(of: scalar)
    if columns == 0 {
      if column > first { mark(scalar, before: column, row) }
      return true
    }
    guard column + columns <= end else {
      if column < end { set(Cell(scalar: 0x20, style: style), at: column, row, columns: 1) }
      return false
    }
    set(Cell(scalar: scalar.value, style: style), at: column, row, columns: columns)
    column += columns
    return true
  }

  /// Draws a mark over the character that ends before a column; only the first mark is kept.
  private mutating func mark(_ scalar: Unicode.Scalar, before column: Int, _ row: Int) {
    // A variation selector asks for another picture and would change the width in some terminals.
    guard !(0xFE00...0xFE0F).contains(scalar.value) else { return }
    guard holds(Position(column: column - 1, row: row)) else { return }
    var index = row * size.columns + column - 1
    if cells[index].scalar == 0, column > 1 { index -= 1 }
    if cells[index].mark == 0, cells[index].scalar > 0x20 { cells[index].mark = scalar.value }
  }

  /// Sets one character, blanking the other half of any wide one that it covers half of.
  mutating func set(_ cell: Cell, at column: Int, _ row: Int, columns: Int) {
    guard row >= 0, row < size.rows, column + columns > 0, column < size.columns else { return }
    guard column >= 0, column + columns <= size.columns else {
      // Half of a wide character at an edge: the half inside is blank.
      let inside = max(0, column)
      return set(Cell(scalar: 0x20, style: cell.style), at: inside, row, columns: 1)
    }
    let index = row * size.columns + column
    if cells[index].scalar == 0, column > 0 { blank(index - 1) }
    let next = index + columns
    if column + columns < size.columns, cells[next].scalar == 0 { blank(next) }
    cells[index] = cell
    if columns == 2 { cells[index + 1] = Cell(scalar: 0, style: cell.style) }
  }

  /// Gives one cell inside of the frame a style.
  mutating func restyle(column: Int, row: Int, _ style: Style) {
    cells[row * size.columns + column].style = style
  }

  private mutating func blank(_ index: Int) {
    cells[index].scalar = 0x20
    cells[index].mark = 0
  }

  func holds(_ position: Position) -> Bool {
    position.row >= 0 && position.row < size.rows && position.column >= 0
      && position.column < size.columns
  }
}
