import Lessons

extension App {
  /// Changes the state as a message asks, and tells what the world is to do.
  public mutating func update(_ message: AppMessage) -> [AppEffect] {
    let effects = react(to: message)
    return effects + gradeCard() + tellNotes() + beginFilms()
  }

  /// Tells the notes in another terminal where a presentation stands, if that has changed.
  private mutating func tellNotes() -> [AppEffect] {
    guard let report = lesson?.talkReport, report != lesson?.talk?.told else { return [] }
    lesson?.talk?.told = report
    return [.tell(report)]
  }

  private mutating func react(to message: AppMessage) -> [AppEffect] {
    switch message {
    case .key(let key): return press(key)
    case .resized(let size): resize(to: size)
    case .courseListed(let list): take(list)
    case .courseIndexed(let index): take(index)
    case .lessonOpened(let opening): return open(opening)
    case .lessonReloaded(let opening, let findings): return take(opening, findings)
    case .lessonFailed(let reason): notice = Notice(.courseProblem, reason)
    case .lessonTranslated(let text, let part, let step): return translate(text, part, step)
    case .stepComputed(let step): return take(step)
    case .judged(let quiz, let verdict): return take(verdict, on: quiz)
    case .rejudged(let quiz, let verdict):
      lesson?.quizzes[quiz]?.verdict = verdict
      layOut()
    case .quizDrawn(let quiz): take(quiz)
    case .computing: (isComputing, notice) = (true, Notice(.computing))
    case .noticed(let notice): self.notice = notice
    case .replOpened(let variables): return openRepl(variables)
    case .repl(let message): return tellRepl(message)
    case .drill(let message): return take(message)
    case .rested:
      return [.flush] + lookAtClock() + lookAtFile() + readForSearch() + showNextFrames()
    }
    return []
  }

  private mutating func resize(to size: Size) {
    let before = lesson.map { ($0.standing.scroll, max(1, $0.page.rows)) }
    self.size = size
    repl?.size = size
    layOut()
    guard var lesson, let (scroll, rows) = before else { return }
    // The place is kept as a share of the page: lines break elsewhere at another width.
    lesson.standing.scroll = scroll * lesson.page.rows / rows
    lesson.clampScroll(rows: bodyRows)
    showFocus(in: &lesson)
    self.lesson = lesson
  }

  private mutating func take(_ list: CourseList) {
    let chosen = course.lessons.indices.contains(choice) ? course.lessons[choice].id : nil
    course = list
    let kept = isGoingOn ? nil : list.lessons.firstIndex { $0.id == chosen }
    choice = kept ?? list.next
    isGoingOn = false
  }

  private mutating func open(_ opening: LessonOpening) -> [AppEffect] {
    lesson = LessonState(opening)
    if isPresenting { lesson?.talk = Talk() }
    drill?.isAway = true
    overlays = []
    layOut()
    return record(.left) + settle()
  }

  private mutating func translate(
    _ text: Lesson, _ part: String, _ step: ComputedStep
  ) -> [AppEffect] {
    guard lesson != nil else { return [] }
    let before = lesson.map { ($0.standing.scroll, max(1, $0.page.rows)) }
    lesson?.lesson = text
    lesson?.part = part
    lesson?.step = step.flat
    lesson?.previous = nil
    lesson?.takeUpQuizzes()
    lesson?.clampTalk()
    layOut()
    if var lesson, let (scroll, rows) = before {
      lesson.standing.scroll = scroll * lesson.page.rows / rows
      lesson.clampScroll(rows: bodyRows)
      self.lesson = lesson
    }
    let said = (lesson?.quizzes ?? [:]).compactMapValues { $0.verdict == nil ? nil : $0.judged }
    return step.quizzes.compactMap { quiz in
      said[quiz.id].map { .rejudge(quiz: quiz.id, $0, step: step.index) }
    }
  }

  private mutating func take(_ step: ComputedStep) -> [AppEffect] {
    guard let open = lesson else { return [] }
    let isSame = step.index == open.index
    if isSame { lesson?.rewindFilms(changedBy: step) } else { lesson?.endFilms() }
    lesson?.step = step.flat
    lesson?.takeUpQuizzes()
    if isSame {
      layOut()
      return []
    }
    lesson?.focus = .reading
    lesson?.typing = nil
    lesson?.previous = nil
    lesson?.arriveInTalk()
    layOut()
    return record(.left) + settle()
  }

  /// Lays the page out again after its content or the screen changed.
  mutating func layOut() {
    let (columns, rows, language) = (size.columns, bodyRows, language)
    lesson?.talk?.rows = rows
    lesson?.layOut(columns: columns, language: language)
    lesson?.clampScroll(rows: rows)
  }

  /// Keeps something that happened at the step on the screen; a card is kept when it is rated.
  func record(_ kind: HistoryEvent.Kind) -> [AppEffect] {
    guard let lesson, !lesson.isCard, lesson.talk == nil else { return [] }
    return [.record(LessonEvent(lesson: lesson.name, step: lesson.index, kind: kind))]
  }

  /// After something was revealed: notes a step seen to its end, and moves to a waiting question
  /// that can be seen.
  mutating func settle() -> [AppEffect] {
    guard var lesson, lesson.talk == nil else { return [] }
    defer { self.lesson = lesson }
    guard let waiting = lesson.waiting else {
      guard !lesson.standing.isSeen else { return [] }
      lesson.standing.isSeen = true
      return [.record(LessonEvent(lesson: lesson.name, step: lesson.index, kind: .seen))]
    }
    guard case .quiz(let quiz) = waiting, quiz.problem == nil, lesson.focus == .reading,
      let lines = lesson.lines(ofQuiz: quiz.id),
      lines.upperBound <= lesson.standing.scroll + bodyRows
    else { return [] }
    lesson.focus = .quiz(quiz.id)
    lesson.layOut(columns: size.columns, language: language)
    return []
  }

  /// Scrolls so that what has the focus is seen.
  func showFocus(in lesson: inout LessonState) {
    if let cursor = lesson.page.cursor {
      lesson.show(lines: cursor.row..<(cursor.row + 1), rows: bodyRows)
    } else if let target = lesson.focusTarget {
      lesson.show(lines: target.row..<(target.row + 1), rows: bodyRows)
    }
  }
}

extension LessonState {
  /// The place on the page that has the focus.
  var focusTarget: Target? {
    let spot: Spot
    switch focus {
    case .reading: return nil
    case .cells(let place): spot = .cell(place)
    case .inputs(let id, let element): spot = .input(id, element: element)
    case .film(let program): spot = .film(program)
    case .quiz(let id):
      guard let quiz = step.quiz(id), let state = quizzes[id] else { return nil }
      switch quiz.kind {
      case .choice, .choices, .order, .line: spot = .choice(quiz: id, index: state.cursor)
      case .recall where state.isOpen: spot = .choice(quiz: id, index: state.cursor)
      case .number, .shape, .text, .recall: spot = .field(quiz: id)
      case .table: spot = .blank(quiz: id, index: state.cursor)
      case .code: spot = .code(quiz: id)
      }
    }
    return page.targets.first { $0.spot == spot }
  }
}
