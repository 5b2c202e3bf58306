import Lessons

extension App {
  /// Does what a command of the lesson asks for.
  mutating func performLesson(_ command: Command) -> [AppEffect] {
    switch command {
    case .next: return next()
    case .nextStep: return nextStep()
    case .back: return go(to: (lesson?.index ?? 0) - 1)
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .pageUp: scroll(by: -max(1, bodyRows - 2))
    case .pageDown: scroll(by: lesson?.rowsToNextPage(rows: bodyRows) ?? 1)
    case .top: scroll(by: -(lesson?.page.rows ?? 0))
    case .bottom: scroll(by: lesson?.page.rows ?? 0)
    case .openRow: return openRow()
    case .closeRow: return closeRow()
    case .showAllRows: return showAllRows()
    case .inspect: return inspect()
    case .edit: return editFirstInput()
    case .reset: return resetAll()
    case .digits:
      lesson?.isFull.toggle()
      if lesson?.isFull == true { notice = Notice(.fullDigits) }
      layOut()
    case .nextFocus: return moveFocus(by: 1)
    case .previousFocus: return moveFocus(by: -1)
    case .answer: return answerWaiting()
    case .hint, .reveal, .skip, .fresh: return performQuiz(command)
    case .contents: overlays.append(.contents(ContentsList(at: lesson?.index ?? 0)))
    case .replay: askSeed()
    case .play: return playShownFilm()
    case .search: return openSearch()
    case .close:
      lesson?.focus = .reading
      layOut()
    case .home: return leaveLesson()
    default: break
    }
    return []
  }

  /// One thing more: the rest of the page, the next row, the waiting question, the next step.
  private mutating func next() -> [AppEffect] {
    guard let lesson else { return [] }
    if lesson.hasMoreBelow(rows: bodyRows) {
      scroll(by: lesson.rowsToNextPage(rows: bodyRows))
      return settle()
    }
    switch lesson.waiting {
    case .program: return openRow()
    case .quiz(let quiz): return quiz.problem == nil ? focusQuiz(quiz.id) : performQuiz(.skip)
    default: return nextStep()
    }
  }

  private mutating func nextStep() -> [AppEffect] {
    guard let lesson else { return [] }
    if lesson.index + 1 < lesson.lesson.steps.count { return go(to: lesson.index + 1) }
    return leaveLesson()
  }

  /// Goes to a step, if there is one of that number.
  mutating func go(to index: Int) -> [AppEffect] {
    guard let lesson, lesson.lesson.steps.indices.contains(index) else { return [] }
    guard index != lesson.index else { return [] }
    return [.computeStep(index)]
  }

  private mutating func leaveLesson() -> [AppEffect] {
    lesson = nil
    if drill?.isAway == true { return comeBack() }
    isGoingOn = true
    return [.listCourse(language)]
  }

  private mutating func openRow() -> [AppEffect] {
    guard var lesson, let part = lesson.partToOpen else { return [] }
    let rows = lesson.page.rows
    lesson.open(part, by: 1)
    self.lesson = lesson
    layOut()
    showNew(after: rows, in: part)
    return settle()
  }

  private mutating func closeRow() -> [AppEffect] {
    guard var lesson, let part = lesson.partToClose else { return [] }
    lesson.open(part, by: -1)
    self.lesson = lesson
    layOut()
    return []
  }

  private mutating func showAllRows() -> [AppEffect] {
    guard var lesson else { return [] }
    while let part = lesson.partToOpen { lesson.open(part, by: 1) }
    self.lesson = lesson
    layOut()
    return settle()
  }

  /// Scrolls to the row just told, and to what is said of it below.
  private mutating func showNew(after rows: Int, in part: StepStanding.PartID) {
    guard var lesson else { return }
    let last = lesson.page.targets.last {
      if case .cell(let place) = $0.spot {
        place.program == part.program && place.part == part.part && place.step != nil
      } else {
        false
      }
    }
    if let last { lesson.show(lines: lesson.page.story(at: last), rows: bodyRows) }
    self.lesson = lesson
  }

  /// Goes to the waiting question, or else to the cells, or else on.
  private mutating func inspect() -> [AppEffect] {
    guard let lesson else { return [] }
    if case .quiz(let quiz)? = lesson.waiting, quiz.problem == nil { return focusQuiz(quiz.id) }
    let seen = lesson.standing.scroll..<(lesson.standing.scroll + bodyRows)
    let cells = lesson.page.targets.filter {
      if case .cell = $0.spot { true } else { false }
    }
    guard let target = cells.last(where: { seen.contains($0.row) }) ?? cells.first else {
      return next()
    }
    let first = cells.first { $0.row == target.row } ?? target
    if case .cell(let place) = first.spot { focusCell(place) }
    return []
  }

  private mutating func answerWaiting() -> [AppEffect] {
    guard let lesson else { return [] }
    let open = lesson.step.quizzes.first { quiz in
      let isThere = lesson.page.targets.contains { $0.spot.quiz == quiz.id }
      guard let state = lesson.quizzes[quiz.id], isThere else { return false }
      return state.standing == .open || state.standing == .skipped
    }
    return open.map { focusQuiz($0.id) } ?? []
  }
}
