import Lessons

/// A computed table with blanks, each judged by itself.
struct BlankTable {
  var quiz: ComputedQuiz
  var state: QuizState
  var isFocused: Bool

  /// The columns a blank is wide.
  private static let width = 9

  /// The table within a width.
  func plate(columns: Int) -> Plate {
    guard let table = quiz.table else { return Plate() }
    // Two columns at the right of each cell are for its verdict.
    var grid = CellGrid(heads: table.columns.map { $0 + "  " }, rows: [])
    for (row, cells) in table.cells.enumerated() {
      let head = table.rows.indices.contains(row) ? table.rows[row] : ""
      let items = cells.indices.map { item(row, $0, cells[$0], table) }
      grid.rows.append(
        CellGrid.Row(head: StyledLine(head + " ", Style(.formula)), items: items))
    }
    if table.blanks.indices.contains(state.cursor) {
      grid.focusColumn = table.blanks[state.cursor].column
    }
    var plate = grid.plate(columns: columns)
    placeCursor(in: &plate)
    return plate
  }

  private func item(
    _ row: Int, _ column: Int, _ text: String, _ table: ComputedQuiz.Table
  ) -> CellGrid.Item {
    let place = ComputedQuiz.Table.Place(row: row, column: column)
    guard let index = table.blanks.firstIndex(of: place) else {
      return CellGrid.Item(text: text + "  ")
    }
    let spot = Spot.blank(quiz: quiz.id, index: index)
    if state.isResolved, state.standing != .skipped {
      // As wide as the blank was, so that no column moves when it is filled.
      let room = String(repeating: " ", count: max(0, Self.width - 2 - text.count))
      return CellGrid.Item(
        text: room + text + " ✓", style: Style(.correct, .bold), spot: spot)
    }
    let typed = state.fields.indices.contains(index) ? state.fields[index].text : ""
    let judged = isJudged(index)
    let (sign, role): (String, Style.Role) =
      switch judged {
      case true?: ("✓", .correct)
      case false? where state.verdict?.carried.contains(index) == true: ("≈", .warning)
      case false?: ("✗", .wrong)
      case nil: (" ", .code)
      }
    let shown = typed.count > Self.width - 2 ? String(typed.suffix(Self.width - 2)) : typed
    let fill = String(repeating: "_", count: max(0, Self.width - 2 - shown.count))
    return CellGrid.Item(text: shown + fill + " " + sign, style: Style(role), spot: spot)
  }

  private func isJudged(_ index: Int) -> Bool? {
    guard let cells = state.verdict?.cells, cells.indices.contains(index) else { return nil }
    return cells[index]
  }

  private func placeCursor(in plate: inout Plate) {
    guard isFocused, state.fields.indices.contains(state.cursor) else { return }
    let spot = Spot.blank(quiz: quiz.id, index: state.cursor)
    guard let target = plate.targets.first(where: { $0.spot == spot }) else { return }
    let column = min(Self.width - 2, state.fields[state.cursor].cursor)
    plate.cursor = Position(column: target.column + column, row: target.row)
  }
}
