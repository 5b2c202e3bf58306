/// A framed box over the middle of the screen, a clear margin around what stands in it.
enum OverlayBox {
  /// A box for some content, as large as the screen lets it be.
  static func area(columns: Int, rows: Int, within size: Size) -> Area {
    let width = max(2, min(columns, size.columns - 4))
    let height = max(2, min(rows, size.rows - 2))
    return Area(
      column: max(0, (size.columns - width) / 2), row: max(0, (size.rows - 1 - height) / 2),
      columns: width, rows: height)
  }

  /// Draws the box and returns the room inside of its margin.
  static func draw(_ area: Area, title: String, on frame: inout Frame) -> Area {
    outline(area, title: title, on: &frame)
    return inside(area)
  }

  /// Clears the rows of a box and draws its outline.
  static func outline(_ area: Area, title: String, on frame: inout Frame) {
    // The rows are cleared to both edges: ends of words beside a box would be none of anybody's.
    frame.fill(
      Area(column: 0, row: area.origin.row, columns: frame.size.columns, rows: area.size.rows))
    frame.box(area)
    guard !title.isEmpty, area.size.columns > 6 else { return }
    frame.put(
      StyledLine([.init(" "), .init(title, Style(.heading)), .init(" ")])
        .cut(to: area.size.columns - 4),
      at: Position(column: area.origin.column + 2, row: area.origin.row))
  }

  /// Says at the box's edge that there is more than is seen, above or below.
  static func mark(_ area: Area, above: Bool, below: Bool, on frame: inout Frame) {
    let right = area.origin.column + area.size.columns - 4
    if above {
      frame.put("▲", at: Position(column: right, row: area.origin.row), style: Style(.accent))
    }
    if below {
      let bottom = area.origin.row + area.size.rows - 1
      frame.put("▼", at: Position(column: right, row: bottom), style: Style(.accent))
    }
  }

  /// The room inside of a box's margin.
  static func inside(_ area: Area) -> Area {
    let margin = area.size.rows >= 6 ? 2 : 1
    return Area(
      column: area.origin.column + 3, row: area.origin.row + margin,
      columns: max(0, area.size.columns - 6), rows: max(0, area.size.rows - margin * 2))
  }
}
