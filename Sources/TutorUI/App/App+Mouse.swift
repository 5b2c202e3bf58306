import Lessons

extension App {
  /// What a press of the mouse button asks for: a place on the page, a row of a list, a footer item.
  mutating func click(at place: Position) -> [AppEffect] {
    guard !isTooSmall else { return [] }
    if case .talk = screen, overlays.isEmpty {
      return wakeTalk(with: .click(place)) ? [] : clickInTalk(at: place)
    }
    if place.row == size.rows - 1 {
      guard let item = footer.item(at: place.column) else { return [] }
      return perform(item.command, in: item.context)
    }
    if let overlay = overlays.last { return click(on: overlay, at: place) }
    switch screen {
    case .statistics, .drillMenu, .report, .talk, .repl: return []
    case .lesson(let lesson), .card(let lesson): return click(at: place, on: lesson)
    case .home:
      guard let row = HomeView(app: self).lesson(atRow: place.row) else { return [] }
      let isChosen = choice == row
      choice = row
      return isChosen ? perform(.open, in: .home) : []
    }
  }

  private mutating func click(at place: Position, on lesson: LessonState) -> [AppEffect] {
    let line = place.row - pageTop + lesson.standing.scroll
    let hit = lesson.page.targets.first {
      $0.row == line && place.column >= $0.column && place.column < $0.column + $0.columns
    }
    guard let hit, place.row >= LessonView.top, place.row < LessonView.top + bodyRows else {
      return []
    }
    return press(hit.spot)
  }

  /// Does what a press on a place of the page asks for.
  mutating func press(_ spot: Spot) -> [AppEffect] {
    switch spot {
    case .cell(let place):
      let isHere = lesson?.focus == .cells(place)
      lesson?.focus = .cells(place)
      layOut()
      return isHere ? perform(.openCell, in: .cells) : []
    case .input(let id, let element):
      lesson?.focus = .inputs(id, element: element)
      lesson?.typing = nil
      layOut()
      return []
    case .choice(let quiz, let index): return clickChoice(quiz: quiz, index: index)
    case .film(let program):
      let isHere = lesson?.focus == .film(program)
      lesson?.focus = .film(program)
      layOut()
      return isHere ? playFilm(program) : []
    case .field(let quiz), .code(let quiz): return focusQuiz(quiz)
    case .blank(let quiz, let index):
      lesson?.quizzes[quiz]?.cursor = index
      return focusQuiz(quiz)
    }
  }

  private mutating func clickChoice(quiz: String, index: Int) -> [AppEffect] {
    guard let state = lesson?.quizzes[quiz], !state.isResolved else { return [] }
    let kind = lesson?.step.quiz(quiz)?.kind
    let isMany = kind == .choices || kind == .recall
    let isHere = state.cursor == index && lesson?.focus.quiz == quiz
    lesson?.quizzes[quiz]?.cursor = index
    var effects = focusQuiz(quiz)
    if isMany {
      effects += performQuiz(.toggle)
    } else if isHere {
      effects += performQuiz(kind == .order ? .hold : .check)
    }
    return effects
  }

  mutating func wheel(_ lines: Int) -> [AppEffect] {
    switch overlays.last {
    case .help, .contents, .search, .seed, .cell:
      for _ in 0..<lines.magnitude { _ = performOverlay(lines < 0 ? .up : .down) }
    case nil:
      switch screen {
      case .statistics:
        for _ in 0..<lines.magnitude { _ = performStatistics(lines < 0 ? .up : .down) }
      case .report:
        for _ in 0..<lines.magnitude { _ = performReport(lines < 0 ? .up : .down) }
      case .lesson, .card, .talk: scroll(by: lines)
      case .home: choice = max(0, min(course.lessons.count - 1, choice + lines.signum()))
      case .drillMenu, .repl: break
      }
    }
    return []
  }

  /// Moves the page; it stops at its ends.
  mutating func scroll(by lines: Int) {
    let rows = bodyRows
    lesson?.standing.scroll += lines
    lesson?.clampScroll(rows: rows)
  }
}
