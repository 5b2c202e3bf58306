extension Frame {
  /// Fills a rectangle with one narrow character.
  public mutating func fill(
    _ area: Area, with character: Unicode.Scalar = " ", style: Style = Style()
  ) {
    let cell = Cell(scalar: character.value, style: style)
    for row in area.rows(within: size) {
      for column in area.columns(within: size) {
        set(cell, at: column, row, columns: 1)
      }
    }
  }

  /// Gives every cell of a rectangle a style, whatever it shows.
  public mutating func restyle(_ area: Area, style: Style) {
    for row in area.rows(within: size) {
      for column in area.columns(within: size) {
        restyle(column: column, row: row, style)
      }
    }
  }

  /// Draws a line from left to right.
  public mutating func horizontalLine(
    at position: Position, columns: Int, character: Unicode.Scalar = "─",
    style: Style = Style(.border)
  ) {
    fill(
      Area(position, Size(columns: columns, rows: 1)), with: character, style: style)
  }

  /// Draws a line from top to bottom.
  public mutating func verticalLine(
    at position: Position, rows: Int, character: Unicode.Scalar = "│", style: Style = Style(.border)
  ) {
    fill(Area(position, Size(columns: 1, rows: rows)), with: character, style: style)
  }

  /// Draws a border along the inside of a rectangle's edge, with a title in its upper one.
  public mutating func box(_ area: Area, title: String = "", style: Style = Style(.border)) {
    guard area.size.columns >= 2, area.size.rows >= 2 else { return }
    let (left, top) = (area.origin.column, area.origin.row)
    let (right, bottom) = (left + area.size.columns - 1, top + area.size.rows - 1)
    for row in [top, bottom] {
      horizontalLine(
        at: Position(column: left, row: row), columns: area.size.columns, style: style)
    }
    for column in [left, right] {
      verticalLine(
        at: Position(column: column, row: top + 1), rows: area.size.rows - 2, style: style)
    }
    put("┌", at: Position(column: left, row: top), style: style)
    put("┐", at: Position(column: right, row: top), style: style)
    put("└", at: Position(column: left, row: bottom), style: style)
    put("┘", at: Position(column: right, row: bottom), style: style)
    if !title.isEmpty, area.size.columns > 6 {
      put(
        " " + title + " ", at: Position(column: left + 2, row: top), style: style,
        columns: area.size.columns - 4)
    }
  }

  /// Puts another frame's cells at a place, cut at this frame's edge.
  public mutating func put(_ other: Frame, at position: Position) {
    for row in 0..<other.size.rows {
      var column = 0
      for cell in other.row(row) {
        defer { column += 1 }
        guard cell.scalar != 0 else { continue }
        let isWide =
          column + 1 < other.size.columns
          && other.cells[row * other.size.columns + column + 1].scalar == 0
        set(
          cell, at: position.column + column, position.row + row, columns: isWide ? 2 : 1)
      }
    }
    if let cursor = other.cursor {
      self.cursor = Position(
        column: position.column + cursor.column, row: position.row + cursor.row)
    }
  }
}
