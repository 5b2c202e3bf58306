import Lessons

extension App {
  /// The keys that do something now.
  var footer: Footer {
    Footer(
      contexts: contexts, language: language, columns: size.columns, taken: optionKeys,
      isAvailable: isAvailable, phrase: phrase)
  }

  /// The letters that take an option of the question in hand.
  private var optionKeys: [Key] {
    guard let id = lesson?.focus.quiz, let quiz = lesson?.step.quiz(id) else { return [] }
    switch quiz.kind {
    case .recall where lesson?.quizzes[id]?.isOpen != true: return []
    case .choice, .choices, .order, .line, .recall:
      return (0..<quiz.optionCount).map { .character(ChoiceList.key(of: $0)) }
    case .number, .shape, .text, .table, .code: return []
    }
  }

  /// Whether a binding's command would do something now.
  private func isAvailable(_ binding: Binding) -> Bool {
    if binding.command == .fresh, hasSixthChoice { return false }
    if binding.command == .language, Characters.areASCII { return false }
    return switch binding.context {
    case .home: course.lessons.isEmpty ? binding.command == .quit : true
    case .lesson: lesson.map { isAvailable(binding.command, in: $0) } ?? false
    case .talk: lesson.map { isAvailableInTalk(binding.command, in: $0) } ?? false
    case .card, .graded, .drillMenu, .report: isAvailableInDrill(binding)
    case .choice, .choices, .order, .field, .blanks, .code:
      lesson.map { isAvailableInQuiz(binding.command, in: $0) } ?? false
    case .cell:
      if case .cell(let card)? = overlays.last { card.allows(binding.command) } else { false }
    default: true
    }
  }

  /// Whether the cursor is on choices so many that `f` takes one of them.
  private var hasSixthChoice: Bool {
    guard let quiz = lesson?.focus.quiz.flatMap({ lesson?.step.quiz($0) }) else { return false }
    return quiz.isLettered && quiz.optionCount >= ChoiceList.letters
  }

  private func isAvailable(_ command: Command, in lesson: LessonState) -> Bool {
    switch command {
    case .back: return lesson.index > 0
    case .inspect: return lesson.waitingQuiz == nil && lesson.page.hasCells
    case .answer:
      return lesson.focus == .reading && (lesson.waitingQuiz != nil || lesson.skippedQuiz != nil)
    case .hint: return lesson.waitingQuiz.map { lesson.hasMoreHints($0) } ?? false
    case .reveal: return lesson.waitingQuiz != nil
    case .skip:
      guard case .quiz? = lesson.waiting else { return false }
      return true
    case .fresh, .replay: return lesson.visibleQuizzes.contains { $0.isDrawn }
    case .edit: return lesson.firstInput != nil
    case .reset: return lesson.step.inputs.contains(where: \.isEdited)
    case .openRow, .showAllRows: return lesson.partToOpen != nil
    case .closeRow: return lesson.partToClose != nil
    case .nextStep: return lesson.waiting != nil
    case .play: return shownFilm != nil
    default: return true
    }
  }

  private func isAvailableInQuiz(_ command: Command, in lesson: LessonState) -> Bool {
    guard let id = lesson.focus.quiz, let quiz = lesson.step.quiz(id) else { return true }
    if lesson.isCard, drill?.card?.mode == .interview, command == .hint || command == .reveal {
      return false
    }
    switch command {
    case .hint: return lesson.hasMoreHints(quiz)
    case .edit: return lesson.firstInput != nil
    case .nextCell, .previousCell: return (quiz.table?.blanks.count ?? 0) > 1
    default: return true
    }
  }

  private var openPhrase: Phrase {
    let lessons = course.lessons
    guard lessons.indices.contains(choice), lessons[choice].problem == nil else {
      return .openLesson
    }
    if lessons[choice].isFinished { return .openLesson }
    return lessons[choice].seen > 0 || lessons[choice].isLast ? .continueHere : .startHere
  }

  /// What a binding does now: space is the row, the question or the step that comes next.
  private func phrase(_ binding: Binding) -> Phrase {
    if binding.context == .home, binding.command == .open { return openPhrase }
    if binding.context == .talk, binding.command != .play { return binding.phrase }
    if binding.context == .card, binding.command == .next { return cardPhrase }
    if let id = lesson?.focus.quiz, lesson?.step.quiz(id)?.kind == .recall {
      if binding.context == .field, binding.command == .check { return .showPoints }
      if binding.context == .choices, binding.command == .toggle { return .tick }
    }
    if lesson?.isCard == true, binding.command == .skip || binding.command == .postpone {
      return drill?.card?.mode == .interview ? .pass : .postpone
    }
    if binding.command == .play, isStill { return .stepFrame }
    if lesson?.focus.quiz != nil, binding.command == .edit { return .inputs }
    if binding.command == .hold, let id = lesson?.focus.quiz, lesson?.quizzes[id]?.isHeld == true {
      return .putDown
    }
    guard binding.command == .next, let lesson else { return binding.phrase }
    if lesson.hasMoreBelow(rows: bodyRows) { return .page }
    switch lesson.waiting {
    case .program: return .openRow
    case .quiz(let quiz): return quiz.problem == nil ? .answer : .skip
    default: return lesson.index + 1 < lesson.lesson.steps.count ? .next : .toHome
    }
  }
}

extension LessonState {
  /// The question that waits, if one can be seen and asked.
  var waitingQuiz: ComputedQuiz? {
    if case .quiz(let quiz)? = waiting, quiz.problem == nil { quiz } else { nil }
  }

  /// The questions on the page.
  var visibleQuizzes: [ComputedQuiz] {
    step.quizzes.filter { quiz in page.targets.contains { $0.spot.quiz == quiz.id } }
  }

  /// The first input on the page.
  var firstInput: Target? {
    page.targets.first { if case .input = $0.spot { true } else { false } }
  }

  /// A question on the page that was skipped.
  var skippedQuiz: ComputedQuiz? {
    visibleQuizzes.first { quizzes[$0.id]?.standing == .skipped }
  }

  /// Whether there is a hint that was not shown yet.
  func hasMoreHints(_ quiz: ComputedQuiz) -> Bool {
    (quizzes[quiz.id]?.hints ?? 0) < quiz.hints.count
  }
}
