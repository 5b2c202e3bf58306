import Lessons

extension App {
  /// Moves the cursor over a question's options; a carried item of an order goes with it.
  mutating func moveOption(_ quiz: ComputedQuiz, to place: Int, carries: Bool) {
    guard let state = lesson?.quizzes[quiz.id] else { return }
    let place = max(0, min(quiz.optionCount - 1, place))
    if carries, state.arrangement.indices.contains(state.cursor),
      state.arrangement.indices.contains(place), place != state.cursor
    {
      var arrangement = state.arrangement
      arrangement.insert(arrangement.remove(at: state.cursor), at: place)
      lesson?.quizzes[quiz.id]?.arrangement = arrangement
      lesson?.quizzes[quiz.id]?.verdict = nil
    }
    lesson?.quizzes[quiz.id]?.cursor = place
  }

  /// Takes the option a key names: a choice, a line, a point, or the place an item goes to.
  mutating func pick(_ key: Key, _ quiz: ComputedQuiz) -> [AppEffect]? {
    let letters = quiz.isLettered ? ChoiceList.letters : ChoiceList.letters - 1
    guard let index = ChoiceList.index(of: key, among: quiz.optionCount, letters: letters) else {
      return nil
    }
    if quiz.kind == .order {
      moveOption(quiz, to: index, carries: true)
    } else {
      lesson?.quizzes[quiz.id]?.cursor = index
      if quiz.kind == .choices || quiz.kind == .recall { return performQuiz(.toggle) }
    }
    layOut()
    keepCursorSeen()
    return []
  }

  /// Shows the points of a recall, to be compared with what was said.
  mutating func openPoints(of quiz: ComputedQuiz) {
    lesson?.quizzes[quiz.id]?.isOpen = true
    lesson?.quizzes[quiz.id]?.cursor = 0
    layOut()
    keepCursorSeen()
  }
}

extension QuizState {
  /// The answer that was judged, as the history keeps it; empty where none was.
  func kept(_ quiz: ComputedQuiz) -> String {
    judged?.kept(for: quiz, said: quiz.kind == .recall ? fields.first?.text ?? "" : "") ?? ""
  }
}
