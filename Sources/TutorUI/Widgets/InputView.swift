import Lessons
import Math

/// An input that can be changed where it stands.
struct InputView {
  /// The input.
  var input: ComputedProgram.Input
  /// What the keys are talking to.
  var focus: Focus
  /// A number being typed.
  var typing: AnswerField?
  /// Whether all digits are shown.
  var isFull: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage

  private var focusedElement: Int? {
    if case .inputs(input.id, let element) = focus { element } else { nil }
  }

  /// The input within a width.
  func plate(columns: Int) -> Plate {
    var table = TensorTable(tensor: input.value)
    table.symbol = StyledLine([
      .init(focusedElement == nil ? "✎ " : "▸ ", Style(.accent)),
      .init(input.id.name, Style(.formula, .bold)), .init(" "),
    ])
    table.previous = input.isEdited ? input.original : nil
    table.isFull = isFull
    table.focus = focusedElement
    table.spot = { [id = input.id] in .input(id, element: $0) }
    var rows = table.rows()
    if input.isEdited, let first = rows.indices.first {
      let words = Wording.text(.edited, in: language)
      rows[first].tail = StyledLine(words, Style(.dim))
    }
    var plate = grid(table, type(into: rows)).plate(columns: columns)
    placeCursor(in: &plate)
    return plate
  }

  private func grid(_ table: TensorTable, _ rows: [CellGrid.Row]) -> CellGrid {
    var grid = CellGrid(heads: table.heads, rows: rows)
    if let focusedElement {
      grid.focusColumn = focusedElement % max(1, input.value.shape.last ?? 1)
    }
    return grid
  }

  private func type(into rows: [CellGrid.Row]) -> [CellGrid.Row] {
    guard let typing, let element = focusedElement else { return rows }
    var rows = rows
    for row in rows.indices {
      for column in rows[row].items.indices
      where rows[row].items[column].spot == .input(input.id, element: element) {
        rows[row].items[column].text = typing.text + " "
      }
    }
    return rows
  }

  private func placeCursor(in plate: inout Plate) {
    guard let typing, let element = focusedElement else { return }
    let spot = Spot.input(input.id, element: element)
    guard let target = plate.targets.first(where: { $0.spot == spot }) else { return }
    let column = target.column + min(target.columns - 1, typing.cursor)
    plate.cursor = Position(column: max(0, column), row: target.row)
  }
}
