import Lessons

extension App {
  /// The context of a card: open, or answered.
  var cardContext: KeyContext { drill?.grade == nil ? .card : .graded }

  /// The question on the table.
  var cardQuiz: ComputedQuiz? {
    guard let lesson, lesson.isCard, let card = drill?.card?.card else { return nil }
    return lesson.step.quiz(card.id.quiz)
  }

  /// Does what a command asks of the card on the table.
  mutating func performCard(_ command: Command) -> [AppEffect] {
    guard let drill, let quiz = cardQuiz else { return [] }
    let isInterview = drill.card?.mode == .interview
    switch command {
    case .next: return nextOnCard(quiz)
    case .hint, .reveal:
      if command == .reveal, isInterview { return pass(quiz) }
      return isInterview ? [] : performQuiz(command)
    case .postpone: return isInterview ? pass(quiz) : [.drill(.postpone)]
    case .fresh: return quiz.isDrawn && !isInterview ? [.drill(.redraw)] : []
    case .suspendCard: return [.drill(.suspend)]
    case .undo: return undoCard()
    case .accept: return takeCard()
    case .rateAgain: rate(.again)
    case .rateHard: rate(.hard)
    case .rateGood: rate(.good)
    case .rateEasy: rate(.easy)
    case .teach: return teachCard()
    case .finish: return (drill.grade == nil ? [] : takeCard()) + [.drill(.end)]
    default: return performLesson(command)
    }
    return []
  }

  /// Does what a command asks of the question on the table while it is being answered.
  mutating func performOnCard(_ command: Command) -> [AppEffect] {
    switch command {
    case .hint, .reveal: performCard(command)
    case .skip: performCard(.postpone)
    default: performQuiz(command)
    }
  }

  private mutating func nextOnCard(_ quiz: ComputedQuiz) -> [AppEffect] {
    guard let lesson else { return [] }
    if lesson.hasMoreBelow(rows: bodyRows), lesson.lines(ofQuiz: quiz.id).map(isSeen) != true {
      scroll(by: max(1, bodyRows - 2))
    }
    return focusQuiz(quiz.id)
  }

  private func isSeen(_ lines: Range<Int>) -> Bool {
    lines.lowerBound < (lesson?.standing.scroll ?? 0) + bodyRows
  }

  private mutating func rate(_ rating: Rating) {
    if drill?.card?.mode == .review { drill?.grade?.rating = rating }
  }

  private mutating func undoCard() -> [AppEffect] {
    // Before its rating is kept, an answer is taken back by asking the card again.
    if drill?.grade != nil { return [.drill(.redraw)] }
    return drill?.card?.canUndo == true ? [.drill(.undo)] : []
  }

  /// In an interview a question passed over is one not known.
  private mutating func pass(_ quiz: ComputedQuiz) -> [AppEffect] {
    let evidence = Evidence(kind: quiz.kind, outcome: .revealed, tries: 0)
    return [.drill(.take(evidence, answer: "", nil))]
  }

  /// Keeps the answer with its rating, and asks for the next card.
  private mutating func takeCard() -> [AppEffect] {
    guard let grade = drill?.grade else { return [] }
    let rating = drill?.card?.mode == .review ? grade.rating : nil
    drill?.grade = nil
    let effect = AppEffect.drill(.take(grade.evidence, answer: grade.answer, rating))
    return [effect]
  }

  private mutating func teachCard() -> [AppEffect] {
    guard let place = drill?.card?.card.teaching else {
      notice = Notice(.noTeaching)
      return []
    }
    let taken = takeCard()
    drill?.isAway = true
    return taken + [.openLesson(place.lesson, language, step: place.step)]
  }

  // MARK: Grading

  /// Asks what the answer comes to, once the question on the table is answered.
  mutating func gradeCard() -> [AppEffect] {
    guard let drill, drill.isOnCard, !drill.isGrading, let quiz = cardQuiz,
      let state = lesson?.quizzes[quiz.id]
    else { return [] }
    let isInterview = drill.card?.mode == .interview
    let isWrong = state.verdict?.judgement == .wrong
    guard state.isResolved || (isInterview && isWrong) else { return [] }
    self.drill?.isGrading = true
    let evidence = evidence(quiz, state)
    let answer = state.kept(quiz)
    if isInterview { return [.drill(.take(evidence, answer: answer, nil))] }
    return [.drill(.grade(evidence, answer: answer))]
  }

  private func evidence(_ quiz: ComputedQuiz, _ state: QuizState) -> Evidence {
    let outcome: Review.Outcome =
      switch state.standing {
      case .right: .right
      case .revealed, .skipped: .revealed
      case .open: .wrong
      }
    return Evidence(
      quiz, outcome, tries: state.tries, hints: state.hints,
      answer: state.verdict == nil ? nil : state.judged)
  }
}
