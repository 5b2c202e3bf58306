import Lessons
import Math

extension App {
  /// Does what a command asks of the cell with the cursor.
  mutating func performCells(_ command: Command) -> [AppEffect] {
    guard let lesson, case .cells(let place) = lesson.focus else { return [] }
    switch command {
    case .left, .right, .up, .down:
      if let next = neighbour(of: place, toward: command, on: lesson.page) { focusCell(next) }
    case .openCell: openCard(place)
    case .leave:
      self.lesson?.focus = .reading
      layOut()
    default: break
    }
    return []
  }

  /// Gives the keys to a cell, and shows it.
  mutating func focusCell(_ place: CellPlace) {
    guard var lesson else { return }
    lesson.focus = .cells(place)
    lesson.layOut(columns: size.columns, language: language)
    showFocus(in: &lesson)
    self.lesson = lesson
  }

  /// Lays a cell open: how it was made, and of what.
  mutating func openCard(_ place: CellPlace) {
    guard let card = CellCard(place, in: lesson?.step) else { return }
    overlays.append(.cell(card))
  }

  /// The nearest cell in a direction.
  private func neighbour(
    of place: CellPlace, toward command: Command, on page: Page
  ) -> CellPlace? {
    let cells = page.targets.filter { if case .cell = $0.spot { true } else { false } }
    guard let here = cells.first(where: { $0.spot == .cell(place) }) else { return nil }
    let candidates: [Target] =
      switch command {
      case .left: cells.filter { $0.row == here.row && $0.column < here.column }
      case .right: cells.filter { $0.row == here.row && $0.column > here.column }
      case .up: cells.filter { $0.row < here.row }
      default: cells.filter { $0.row > here.row }
      }
    let end = here.column + here.columns
    let nearest = candidates.min { left, right in
      let rows = ((left.row - here.row).magnitude, (right.row - here.row).magnitude)
      if rows.0 != rows.1 { return rows.0 < rows.1 }
      return (left.column + left.columns - end).magnitude
        < (right.column + right.columns - end).magnitude
    }
    if case .cell(let next)? = nearest?.spot { return next }
    return hidden(from: place, toward: command)
  }

  /// The next cell of a row that is wider than the page.
  private func hidden(from place: CellPlace, toward command: Command) -> CellPlace? {
    guard let tensor = CellCard.value(at: place, in: lesson?.step) else { return nil }
    let columns = max(1, tensor.shape.last ?? 1)
    var next = place
    switch command {
    case .left where place.element % columns > 0: next.element -= 1
    case .right where place.element % columns < columns - 1: next.element += 1
    default: return nil
    }
    return next
  }

  /// Gives the keys to the next thing of the page that takes them.
  mutating func moveFocus(by step: Int) -> [AppEffect] {
    guard let lesson else { return [] }
    var stops: [Focus] = [.reading]
    for target in lesson.page.targets.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      guard let stop = self.stop(at: target.spot, lesson) else { continue }
      if !stops.contains(where: { $0.group == stop.group }) { stops.append(stop) }
    }
    let here = stops.firstIndex { $0.group == lesson.focus.group } ?? 0
    let next = stops[(here + step + stops.count) % stops.count]
    switch next {
    case .quiz(let id): return focusQuiz(id)
    case .cells(let place): focusCell(place)
    case .inputs, .film, .reading:
      self.lesson?.focus = next
      layOut()
      if var lesson = self.lesson {
        showFocus(in: &lesson)
        self.lesson = lesson
      }
    }
    return []
  }

  private func stop(at spot: Spot, _ lesson: LessonState) -> Focus? {
    switch spot {
    case .cell(let place): return .cells(place)
    case .input(let id, let element): return .inputs(id, element: element)
    case .film(let program): return .film(program)
    case .choice(let quiz, _), .field(let quiz), .blank(let quiz, _), .code(let quiz):
      let standing = lesson.quizzes[quiz]?.standing
      return standing == .open || standing == .skipped ? .quiz(quiz) : nil
    }
  }
}

extension Focus {
  /// The thing it is on as a whole, whatever the place within it.
  fileprivate var group: Focus {
    switch self {
    case .reading, .quiz, .film: self
    case .cells(let place):
      .cells(CellPlace(program: place.program, part: place.part, step: nil, element: 0))
    case .inputs(let id, _): .inputs(id, element: 0)
    }
  }
}
