import Lessons
import Math

/// The story of a result as a table: a row for each step told so far.
struct DerivationView {
  /// The story.
  var derivation: Derivation
  /// How many of its steps are told.
  var open: Int
  /// The story before the last change of an input.
  var previous: Derivation?
  /// Whether all digits are shown.
  var isFull = false
  /// The language of the remarks.
  var language: CourseLanguage
  /// The program it belongs to, and the part of it.
  var program = 0
  var part = 0
  /// The cell the cursor is on.
  var focus: CellPlace?

  /// The step whose remark is shown: the cursor's, or else the last one told.
  var current: Int { min(max(0, focus?.step ?? open - 1), max(0, derivation.steps.count - 1)) }

  /// The steps with one number for each row of a batch, which stand beside those rows.
  private var upright: Set<Int> {
    guard let batch = derivation.steps.first(where: { $0.value.shape.count == 2 })?.value.shape
    else { return [] }
    var upright: Set<Int> = []
    for (index, step) in derivation.steps.enumerated() where step.value.shape == [batch[0]] {
      let isAfterColumn = step.rule.inputs.contains { upright.contains($0) }
      if !step.value.dtype.isFloatingPoint || batch[0] != batch[1] || isAfterColumn {
        upright.insert(index)
      }
    }
    return upright
  }

  /// The columns of the rows where there is room for all of them.
  var columns: Int { grid.plate(columns: Self.widest).columns }

  private static let widest = 200

  /// The rows within a width, then the remark on the current one.
  func plate(columns: Int) -> Plate {
    var plate = grid.plate(columns: columns)
    appendRemark(to: &plate, columns: columns)
    return plate
  }

  private var grid: CellGrid {
    var grid = CellGrid(rows: [])
    // The rows still to come are measured too: no number moves when they do.
    for index in derivation.steps.indices {
      if index == open { grid.drawn = grid.rows.count }
      let table = table(of: index)
      if table.heads.count > grid.heads.count { grid.heads = table.heads }
      var rows = table.rows()
      if let first = rows.indices.first { rows[first].tail = tail(of: index) }
      grid.rows += rows
    }
    if let focus, let step = focus.step, derivation.steps.indices.contains(step) {
      let width = max(1, derivation.steps[step].value.shape.last ?? 1)
      grid.focusColumn = focus.element % width
    }
    return grid
  }

  private func table(of index: Int) -> TensorTable {
    let step = derivation.steps[index]
    let isUpright = upright.contains(index)
    var table = TensorTable(tensor: isUpright ? step.value.upright : step.value)
    let isCurrent = index == current && (open < derivation.steps.count || focus != nil)
    table.symbol = StyledLine([
      .init(isCurrent ? "▸ " : "  ", Style(.accent)),
      .init(step.symbol, Style(.formula, isCurrent ? .bold : [])), .init(" "),
    ])
    table.isFull = isFull
    table.hasUnderflow = step.mark == .underflow
    if let previous, previous.steps.indices.contains(index) {
      let before = previous.steps[index].value
      table.previous = isUpright ? before.upright : before
    }
    table.spot = { .cell(CellPlace(program: program, part: part, step: index, element: $0)) }
    return table
  }

  /// The fault of a step, or in its place how the step is made.
  private func tail(of index: Int) -> StyledLine {
    let step = derivation.steps[index]
    if let mark = step.mark {
      return StyledLine(Self.shape(mark) + " " + mark.word[language], Style(.warning, .bold))
    }
    if case .given = step.rule { return StyledLine() }
    return Layout.lines(of: [.formula(step.formula)], width: 40).first ?? StyledLine()
  }

  private func appendRemark(to plate: inout Plate, columns: Int) {
    guard derivation.steps.indices.contains(current), open > 0 else { return }
    let step = derivation.steps[current]
    if step.mark != nil || step.remark != nil { plate.append(StyledLine()) }
    if let mark = step.mark {
      let text = Self.shape(mark) + " " + mark.sentence[language]
      append(text, Style(.warning), to: &plate, columns: columns)
    }
    if let remark = step.remark {
      let text = remark[language]
      append(text, Style(.dim), to: &plate, columns: columns)
    }
  }

  private func append(_ text: String, _ style: Style, to plate: inout Plate, columns: Int) {
    for line in Layout.lines(of: text, width: min(columns, 72) - 2, style: style) {
      plate.append(line.indented(by: 2))
    }
  }

  /// A fault by its shape, so that it is seen without colour.
  static func shape(_ mark: Derivation.Mark) -> String {
    switch mark {
    case .overflow: "▲"
    case .underflow: "▽"
    case .nan: "✗"
    case .precision: "≈"
    case .died: "†"
    }
  }
}

extension Tensor {
  /// A list as one column.
  fileprivate var upright: Tensor { Tensor(shape: [count, 1], storage: storage) }
}
