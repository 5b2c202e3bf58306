import Language
import Lessons
import Math

/// A cell laid open: how its number was made, and of which others.
struct CellCard: Sendable, Hashable {
  /// The cells followed to get here; the last one is shown.
  var trail: [CellPlace]
  /// The parent the cursor is on.
  var cursor = 0
  /// The parents of the shown cell.
  private(set) var parents: [CellPlace] = []

  /// Opens a cell, if there is a number at that place.
  init?(_ place: CellPlace, in step: ComputedStep?) {
    guard let tensor = Self.value(at: place, in: step), place.element < tensor.count else {
      return nil
    }
    trail = [place]
    parents = Self.parents(of: place, in: step)
  }

  /// The cell shown.
  var place: CellPlace { trail.last ?? CellPlace(program: 0, part: 0, step: nil, element: 0) }

  /// Whether a command would do something.
  func allows(_ command: Command) -> Bool {
    switch command {
    case .parent: !parents.isEmpty
    case .up, .down: parents.count > 1
    case .back: trail.count > 1
    default: true
    }
  }

  /// Goes to the parent under the cursor.
  mutating func follow(in step: ComputedStep?) {
    guard parents.indices.contains(cursor) else { return }
    trail.append(parents[cursor])
    cursor = 0
    parents = Self.parents(of: place, in: step)
  }

  /// Goes back to the cell before; false where there is none.
  mutating func goBack(in step: ComputedStep?) -> Bool {
    guard trail.count > 1 else { return false }
    trail.removeLast()
    cursor = 0
    parents = Self.parents(of: place, in: step)
    return true
  }

  /// The tensor a cell is in.
  static func value(at place: CellPlace, in step: ComputedStep?) -> Tensor? {
    guard let part = part(at: place, in: step) else { return nil }
    guard let row = place.step else { return part.outcome.value.numbers }
    guard let steps = part.derivation?.steps, steps.indices.contains(row) else { return nil }
    return steps[row].value
  }

  /// The derivation a cell is in, if it is in one.
  static func derivation(at place: CellPlace, in step: ComputedStep?) -> Derivation? {
    place.step == nil ? nil : part(at: place, in: step)?.derivation
  }

  /// The source of the value a cell is in, as a name for it.
  static func title(of place: CellPlace, in step: ComputedStep?) -> String {
    part(at: place, in: step)?.title ?? ""
  }

  private static func part(
    at place: CellPlace, in step: ComputedStep?
  ) -> ComputedProgram.Part? {
    guard let parts = step?.program(place.program)?.parts, parts.indices.contains(place.part) else {
      return nil
    }
    return parts[place.part]
  }

  private static func parents(of place: CellPlace, in step: ComputedStep?) -> [CellPlace] {
    guard let derivation = derivation(at: place, in: step), let row = place.step else { return [] }
    let made = derivation.explain(step: row, element: place.element)?.sources ?? []
    return made.map {
      CellPlace(program: place.program, part: place.part, step: $0.step, element: $0.place)
    }
  }
}

/// How an open cell looks.
struct CellView {
  var card: CellCard
  var lesson: LessonState
  var app: App

  /// Draws the card over the part of the screen where the cell it is about is not.
  func draw(on frame: inout Frame) {
    let width = max(10, min(70, frame.size.columns - 4))
    let plate = plate(columns: width - 6)
    let height = min(plate.lines.count + 2, frame.size.rows - 2)
    let bottom = frame.size.rows - 2
    var top = max(0, bottom - height)
    if let target = lesson.focusTarget {
      let row = app.pageTop + target.row - lesson.standing.scroll
      if row >= top, row >= height + 1 { top = row - height }
    }
    let area = Area(
      column: max(0, (frame.size.columns - width) / 2), row: top,
      columns: width, rows: height)
    OverlayBox.outline(area, title: title, on: &frame)
    for (offset, line) in plate.lines.prefix(max(0, height - 2)).enumerated() {
      frame.put(
        line, at: Position(column: area.origin.column + 3, row: area.origin.row + 1 + offset),
        columns: max(0, width - 6))
    }
  }

  private var title: String {
    guard let row = card.place.step,
      let derivation = CellCard.derivation(at: card.place, in: lesson.step),
      derivation.steps.indices.contains(row)
    else {
      return (CellCard.title(of: card.place, in: lesson.step))
        + Self.index(of: card.place, lesson.step)
    }
    return derivation.steps[row].symbol + Self.index(of: card.place, lesson.step)
  }

  /// The place within its tensor: `[1, 2]`, or nothing for a scalar.
  static func index(of place: CellPlace, _ step: ComputedStep) -> String {
    guard let shape = CellCard.value(at: place, in: step)?.shape, !shape.isEmpty else { return "" }
    var rest = place.element
    var places: [String] = []
    for length in shape.reversed() where length > 0 {
      places.insert("\(rest % length)", at: 0)
      rest /= length
    }
    return "[" + places.joined(separator: ", ") + "]"
  }

  private func plate(columns: Int) -> Plate {
    var plate = Plate()
    if let derivation = CellCard.derivation(at: card.place, in: lesson.step),
      let row = card.place.step, derivation.steps.indices.contains(row)
    {
      append(derivation, row, to: &plate, columns: columns)
    }
    appendDigits(to: &plate)
    appendParents(to: &plate, columns: columns)
    return plate
  }

  private func append(
    _ derivation: Derivation, _ row: Int, to plate: inout Plate, columns: Int
  ) {
    let step = derivation.steps[row]
    if case .given = step.rule {
      plate.append(StyledLine(app.text(.given), Style(.dim)))
    } else if app.size.rows >= 32 {
      plate.lines += Layout.lines(of: .formula(step.formula), width: columns)
      plate.space()
    } else {
      plate.lines += Layout.lines(of: [.formula(step.formula)], width: columns)
    }
    if let made = derivation.explain(step: row, element: card.place.element) {
      plate.lines += Layout.lines(of: made.text, width: columns, style: Style(.number, .bold))
    }
    if let remark = step.remark {
      let text = remark[app.language]
      plate.lines += Layout.lines(of: text, width: columns, style: Style(.dim))
    }
  }

  private func appendDigits(to plate: inout Plate) {
    guard let tensor = CellCard.value(at: card.place, in: lesson.step) else { return }
    let full = TensorText(tensor: tensor, isFull: true)[card.place.element]
    plate.append(
      StyledLine([
        .init(app.text(full.isExact ? .exactly : .digits) + " ", Style(.dim)),
        .init(full.text, Style(.number)),
        .init("  " + tensor.dtype.rawValue, Style(.dim)),
      ]))
  }

  /// The parents in a row, the one under the cursor marked.
  private func appendParents(to plate: inout Plate, columns: Int) {
    guard !card.parents.isEmpty else { return }
    let room = columns - CharacterWidth.columns(of: app.text(.madeFrom)) - 1
    let rows = parentRows(columns: room)
    let here = rows.firstIndex { $0.indices.contains(card.cursor) } ?? 0
    let first = ContentsView.first(cursor: here, count: rows.count, rows: 3)
    let head = StyledLine(app.text(.madeFrom) + " ", Style(.dim))
    for (index, row) in rows.dropFirst(first).prefix(3).enumerated() {
      let lead = index == 0 ? head : StyledLine().padded(to: head.columns)
      plate.append((lead + row.line).cut(to: columns))
    }
  }

  private func parentRows(columns: Int) -> [(indices: Range<Int>, line: StyledLine)] {
    var rows: [(indices: Range<Int>, line: StyledLine)] = []
    for index in card.parents.indices {
      let item = parent(index)
      if let last = rows.last, last.line.columns + item.columns <= columns {
        rows[rows.count - 1] = (last.indices.lowerBound..<(index + 1), last.line + item)
      } else {
        rows.append((index..<(index + 1), item))
      }
    }
    return rows
  }

  private func parent(_ index: Int) -> StyledLine {
    let parent = card.parents[index]
    guard let derivation = CellCard.derivation(at: parent, in: lesson.step),
      let row = parent.step, let tensor = CellCard.value(at: parent, in: lesson.step),
      parent.element < tensor.count
    else { return StyledLine() }
    let isHere = index == card.cursor
    let name = derivation.steps[row].symbol + Self.index(of: parent, lesson.step)
    return StyledLine([
      .init(isHere ? "▸ " : "  ", Style(.accent)),
      .init(name + " ", Style(.formula, isHere ? .bold : [])),
      .init(TensorText(tensor: tensor)[parent.element].text + "  ", Style(.number)),
    ])
  }
}
