import Lessons

extension App {
  /// The screen's row on which the page begins.
  var pageTop: Int {
    // Every title stands on one row: from step to step it does not move.
    lesson?.talk == nil ? LessonView.top : 1
  }

  /// Takes a key that only brings the screen back, or tells that there is nothing to bring back.
  mutating func wakeTalk(with key: Key) -> Bool {
    lesson?.talk?.hasBegun = true
    guard lesson?.talk?.isBlank == true,
      KeyTable.command(for: key, in: .everywhere) != .quit
    else { return false }
    lesson?.talk?.isBlank = false
    return true
  }

  /// Does what a command asks for in front of a class.
  mutating func performTalk(_ command: Command) -> [AppEffect] {
    switch command {
    case .next: return showNextPiece()
    case .back: return takePieceBack()
    case .nextStep: return go(to: (lesson?.index ?? 0) + 1)
    case .previousStep: return go(to: (lesson?.index ?? 0) - 1)
    case .showAllRows: showPieces(lesson?.slide.pieces.count ?? 1)
    case .top: return go(to: 0)
    case .bottom: return go(to: (lesson?.lesson.steps.count ?? 1) - 1)
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .edit: return editShownInput()
    case .reset: return resetAll()
    case .inspect: return inspectShown()
    case .digits:
      lesson?.isFull.toggle()
      layOut()
    case .hint: giveHint()
    case .fresh:
      return lesson?.drawnQuiz.map { [.draw(quiz: $0.id, step: lesson?.index ?? 0)] } ?? []
    case .tally: beginTally()
    case .play: return playShownFilm()
    case .blank: lesson?.talk?.isBlank = true
    case .footer: lesson?.talk?.hasNoFooter.toggle()
    case .contents: overlays.append(.contents(ContentsList(at: lesson?.index ?? 0)))
    case .close:
      lesson?.focus = .reading
      layOut()
    default: break
    }
    return []
  }

  /// Whether a command would do something in front of a class now.
  func isAvailableInTalk(_ command: Command, in lesson: LessonState) -> Bool {
    switch command {
    case .back: lesson.index > 0 || (lesson.talk?.shown ?? 1) > 1
    case .previousStep: lesson.index > 0
    case .nextStep: lesson.index + 1 < lesson.lesson.steps.count
    case .edit: lesson.page.inputTarget != nil
    case .reset: lesson.step.inputs.contains(where: \.isEdited)
    case .play: shownFilm != nil
    case .inspect: lesson.page.hasCells
    case .hint: lesson.hintedQuiz != nil
    case .fresh: lesson.drawnQuiz != nil
    case .tally: lesson.countedQuiz != nil
    default: true
    }
  }

  // MARK: Pieces

  /// One thing more: the rest of the page, the next piece, the next step.
  private mutating func showNextPiece() -> [AppEffect] {
    guard let lesson, let talk = lesson.talk else { return [] }
    if lesson.hasMoreBelow(rows: bodyRows) {
      scroll(by: lesson.rowsToNextPage(rows: bodyRows))
    } else if talk.shown < lesson.slide.pieces.count {
      showPieces(talk.shown + 1)
    } else if lesson.index + 1 < lesson.lesson.steps.count {
      return go(to: lesson.index + 1)
    } else {
      notice = Notice(.endOfTalk)
    }
    return []
  }

  private mutating func takePieceBack() -> [AppEffect] {
    guard let lesson, let talk = lesson.talk else { return [] }
    if talk.shown > 1 {
      showPieces(talk.shown - 1)
      return []
    }
    guard lesson.index > 0 else { return [] }
    self.lesson?.talk?.arrivesWhole = true
    return go(to: lesson.index - 1)
  }

  /// Shows so many pieces of the step, and the last of them in any case.
  private mutating func showPieces(_ count: Int) {
    let before = lesson?.page.rows ?? 0
    lesson?.talk?.shown = max(1, count)
    layOut()
    guard var lesson else { return }
    lesson.show(lines: min(before, lesson.page.rows)..<lesson.page.rows, rows: bodyRows)
    self.lesson = lesson
  }

  /// Gives the keys to the first input that is seen.
  private mutating func editShownInput() -> [AppEffect] {
    guard case .input(let id, let element)? = lesson?.page.inputTarget?.spot else { return [] }
    lesson?.focus = .inputs(id, element: element)
    layOut()
    keepCursorSeen()
    return []
  }

  /// Goes to the numbers seen last, or else on.
  private mutating func inspectShown() -> [AppEffect] {
    let cells = (lesson?.page.targets ?? []).filter {
      if case .cell = $0.spot { true } else { false }
    }
    guard let row = cells.map(\.row).max(),
      case .cell(let place)? = cells.first(where: { $0.row == row })?.spot
    else { return showNextPiece() }
    focusCell(place)
    return []
  }

  private mutating func giveHint() {
    guard let quiz = lesson?.hintedQuiz else { return }
    lesson?.quizzes[quiz.id]?.hints += 1
    layOut()
    scroll(by: lesson?.page.rows ?? 0)
  }

  // MARK: A show of hands

  private mutating func beginTally() {
    guard let quiz = lesson?.countedQuiz else {
      notice = Notice(.nothingToCount)
      return
    }
    if lesson?.talk?.tallies[quiz.id] == nil {
      lesson?.talk?.tallies[quiz.id] = Tally(choices: quiz.choices.count)
    }
    lesson?.talk?.counting = quiz.id
    layOut()
    keepCursorSeen()
  }

  /// Does what a command asks of the counting of hands.
  mutating func performTally(_ command: Command) -> [AppEffect] {
    guard let id = lesson?.talk?.counting, let tally = lesson?.talk?.tallies[id] else { return [] }
    switch command {
    case .nextCell where tally.cursor + 1 < tally.counts.count:
      lesson?.talk?.tallies[id]?.cursor += 1
    case .previousCell: lesson?.talk?.tallies[id]?.cursor = max(0, tally.cursor - 1)
    case .nextCell, .leave: endTally(of: id)
    default: break
    }
    layOut()
    keepCursorSeen()
    return []
  }

  private mutating func endTally(of id: String) {
    lesson?.talk?.counting = nil
    lesson?.talk?.tallies[id]?.cursor = 0
    if lesson?.talk?.tallies[id]?.counts.allSatisfy(\.isEmpty) == true {
      lesson?.talk?.tallies[id] = nil
    }
  }

  /// Gives a key to the count being typed; nil where it means no digit.
  mutating func typeTally(_ key: Key) -> [AppEffect]? {
    guard let id = lesson?.talk?.counting, lesson?.talk?.tallies[id]?.press(key) == true else {
      return nil
    }
    layOut()
    return []
  }

  // MARK: The mouse

  /// A press of the button: on a number it is that number, anywhere else one thing more.
  mutating func clickInTalk(at place: Position) -> [AppEffect] {
    guard let lesson, lesson.talk?.counting == nil else { return performTally(.leave) }
    let line = place.row - pageTop + lesson.standing.scroll
    let hit = lesson.page.targets.first {
      $0.row == line && place.column >= $0.column && place.column < $0.column + $0.columns
    }
    switch hit?.spot {
    case .cell?, .input?, .film?: return hit.map { press($0.spot) } ?? []
    default: break
    }
    guard lesson.focus == .reading else { return performTalk(.close) }
    return showNextPiece()
  }
}
