import Lessons

extension App {
  /// The question that commands are about: the focused one, or else the first one that waits.
  private var quizInHand: ComputedQuiz? {
    guard let lesson else { return nil }
    if let id = lesson.focus.quiz { return lesson.step.quiz(id) }
    if case .quiz(let quiz)? = lesson.waiting { return quiz }
    return lesson.step.quizzes.last { quiz in
      lesson.page.targets.contains { $0.spot.quiz == quiz.id }
    }
  }

  /// Gives the keys to a question; one that was skipped is asked again.
  mutating func focusQuiz(_ id: String) -> [AppEffect] {
    guard var lesson, let quiz = lesson.step.quiz(id), quiz.problem == nil else { return [] }
    if lesson.quizzes[id]?.standing == .skipped { lesson.quizzes[id]?.standing = .open }
    guard lesson.quizzes[id]?.standing == .open else { return [] }
    lesson.focus = .quiz(id)
    lesson.layOut(columns: size.columns, language: language)
    if let lines = lesson.lines(ofQuiz: id) { lesson.show(lines: lines, rows: bodyRows) }
    showFocus(in: &lesson)
    self.lesson = lesson
    return []
  }

  /// Does what a command asks of the question in hand.
  mutating func performQuiz(_ command: Command) -> [AppEffect] {
    guard let quiz = quizInHand, let state = lesson?.quizzes[quiz.id] else { return [] }
    switch command {
    case .up: moveOption(quiz, to: state.cursor - 1, carries: state.isHeld)
    case .down: moveOption(quiz, to: state.cursor + 1, carries: state.isHeld)
    case .raise: moveOption(quiz, to: state.cursor - 1, carries: true)
    case .lower: moveOption(quiz, to: state.cursor + 1, carries: true)
    case .hold: lesson?.quizzes[quiz.id]?.isHeld.toggle()
    case .toggle: toggle(quiz, state.cursor)
    case .nextCell: moveBlank(quiz, by: 1)
    case .previousCell: moveBlank(quiz, by: -1)
    case .check: return check(quiz, state)
    case .run: return judge(quiz, .code(state.code?.source ?? ""))
    case .hint: hint(quiz, state)
    case .edit: return editFirstInput()
    case .reveal: return leave(quiz, .revealed)
    case .skip: return leave(quiz, .skipped)
    case .fresh: return fresh(quiz)
    case .leave: lesson?.focus = .reading
    case .pageUp: scroll(by: -max(1, bodyRows - 2))
    case .pageDown: scroll(by: max(1, bodyRows - 2))
    case .nextFocus: return moveFocus(by: 1)
    case .previousFocus: return moveFocus(by: -1)
    default: return []
    }
    layOut()
    if command != .pageUp, command != .pageDown, command != .hint { keepCursorSeen() }
    return []
  }

  private mutating func toggle(_ quiz: ComputedQuiz, _ index: Int) {
    guard lesson?.quizzes[quiz.id]?.isResolved == false else { return }
    if lesson?.quizzes[quiz.id]?.taken.remove(index) == nil {
      lesson?.quizzes[quiz.id]?.taken.insert(index)
    }
    lesson?.quizzes[quiz.id]?.verdict = nil
  }

  private mutating func moveBlank(_ quiz: ComputedQuiz, by step: Int) {
    let count = quiz.table?.blanks.count ?? 0
    guard count > 0, let state = lesson?.quizzes[quiz.id] else { return }
    lesson?.quizzes[quiz.id]?.cursor = (state.cursor + step + count) % count
  }

  private mutating func check(_ quiz: ComputedQuiz, _ state: QuizState) -> [AppEffect] {
    guard !state.isResolved else { return [] }
    switch quiz.kind {
    case .choice:
      if state.refuted.contains(state.cursor) { return [] }
      return judge(quiz, .choice(state.cursor))
    case .choices: return judge(quiz, .choices(state.taken))
    case .number, .shape, .text: return checkTyped(quiz, state.fields.first?.text ?? "")
    case .table: return checkTable(quiz, state)
    case .code: return judge(quiz, .code(state.code?.source ?? ""))
    case .order: return judge(quiz, .order(state.arrangement))
    case .line:
      if state.refuted.contains(state.cursor) { return [] }
      return judge(quiz, .line(state.cursor))
    case .recall:
      guard !state.isOpen else { return judge(quiz, .recall(state.taken)) }
      openPoints(of: quiz)
      return []
    }
  }

  private mutating func checkTyped(_ quiz: ComputedQuiz, _ typed: String) -> [AppEffect] {
    guard !typed.allSatisfy(\.isWhitespace) else { return [] }
    switch quiz.kind {
    case .shape: return judge(quiz, .shape(typed))
    case .text: return judge(quiz, .text(typed))
    default: return judge(quiz, .number(typed))
    }
  }

  private mutating func checkTable(_ quiz: ComputedQuiz, _ state: QuizState) -> [AppEffect] {
    let empty = state.fields.indices.filter { state.fields[$0].text.allSatisfy(\.isWhitespace) }
    guard let next = empty.first(where: { $0 > state.cursor }) ?? empty.first else {
      return judge(quiz, .table(state.fields.map(\.text)))
    }
    lesson?.quizzes[quiz.id]?.cursor = next
    layOut()
    keepCursorSeen()
    return []
  }

  private mutating func judge(_ quiz: ComputedQuiz, _ answer: Answer) -> [AppEffect] {
    lesson?.quizzes[quiz.id]?.judged = answer
    return [.judge(quiz: quiz.id, answer, step: lesson?.index ?? 0)]
  }

  private mutating func hint(_ quiz: ComputedQuiz, _ state: QuizState) {
    guard !state.isResolved else { return }
    if state.hints < quiz.hints.count {
      lesson?.quizzes[quiz.id]?.hints += 1
    } else {
      notice = Notice(.noMoreHints)
    }
    layOut()
    showSaid(to: quiz.id, \.hint)
  }

  /// Scrolls to what was just said to a question, and to as much of the question as there is room for.
  private mutating func showSaid(to id: String, _ said: KeyPath<QuestionRows, Range<Int>?>) {
    guard var lesson, let place = lesson.page.questions.first(where: { $0.quiz == id }) else {
      return
    }
    lesson.show(lines: place.rows, rows: bodyRows)
    if let lines = place[keyPath: said] { lesson.show(lines: lines, rows: bodyRows) }
    self.lesson = lesson
  }

  private mutating func leave(
    _ quiz: ComputedQuiz, _ standing: QuizState.Standing
  ) -> [AppEffect] {
    guard lesson?.quizzes[quiz.id]?.standing == .open else { return [] }
    lesson?.quizzes[quiz.id]?.standing = standing
    if standing == .revealed { lesson?.quizzes[quiz.id]?.verdict = nil }
    lesson?.focus = .reading
    let kind: HistoryEvent.Kind =
      standing == .revealed
      ? .revealed(quiz: quiz.id, seed: quiz.seed) : .skipped(quiz: quiz.id, seed: quiz.seed)
    layOut()
    if standing == .revealed { showSaid(to: quiz.id, \.verdict) }
    return record(kind) + settle()
  }

  private func fresh(_ quiz: ComputedQuiz) -> [AppEffect] {
    quiz.isDrawn ? [.draw(quiz: quiz.id, step: lesson?.index ?? 0)] : []
  }

  /// Takes a question drawn again: it is asked from the beginning.
  mutating func take(_ quiz: ComputedQuiz) {
    guard var lesson else { return }
    lesson.step.replace(quiz)
    lesson.quizzes[quiz.id] = QuizState(for: quiz)
    lesson.askAnew(quiz)
    self.lesson = lesson
    guard lesson.talk == nil else { return layOut() }
    notice = Notice(.freshDrawn)
    _ = focusQuiz(quiz.id)
  }

  /// Takes a verdict, keeps it, and goes on where the answer was right.
  mutating func take(_ verdict: Verdict, on id: String) -> [AppEffect] {
    guard var lesson, let quiz = lesson.step.quiz(id), var state = lesson.quizzes[id] else {
      return []
    }
    let answer = state.kept(quiz)
    state.verdict = verdict
    if verdict.judgement != .unreadable { state.tries += 1 }
    switch verdict.judgement {
    case .right:
      state.standing = .right
      lesson.focus = .reading
    case .wrong where quiz.kind == .recall:
      // All points lie open now; there is nothing left to be found.
      state.standing = .revealed
      lesson.focus = .reading
    case .wrong:
      if quiz.kind == .choice || quiz.kind == .line { state.refuted.insert(state.cursor) }
      state.isHeld = false
      if let wrong = verdict.cells.firstIndex(where: { $0 != true }) { state.cursor = wrong }
    case .unreadable: break
    }
    lesson.quizzes[id] = state
    self.lesson = lesson
    layOut()
    showSaid(to: id, \.verdict)
    let attempt = HistoryEvent.Attempt(
      quiz: id, seed: quiz.seed, answer: answer, judgement: verdict.judgement,
      hints: state.hints, tries: state.tries)
    return record(.answered(attempt)) + settle()
  }
}

extension ComputedStep {
  /// Puts a question in the place of the one of its name.
  mutating func replace(_ quiz: ComputedQuiz) {
    blocks = blocks.map { block in
      if case .quiz(let old) = block, old.id == quiz.id { .quiz(quiz) } else { block }
    }
  }
}
