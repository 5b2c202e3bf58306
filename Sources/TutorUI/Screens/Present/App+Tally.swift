import Lessons

extension App {
  /// The question on the screen that hands can be counted for.
  var tallyQuiz: ComputedQuiz? {
    guard let lesson else { return nil }
    let shown = Pieces(step: lesson.step).blocks(shownPieces)
    return shown.flatMap { block -> [ComputedQuiz] in
      if case .quiz(let quiz) = block { [quiz] } else { [] }
    }.last { !$0.choices.isEmpty }
  }

  mutating func openTally() -> [AppEffect] {
    guard let quiz = tallyQuiz else {
      notice = Notice(.noChoices)
      return []
    }
    if present?.tallies[quiz.id] == nil {
      present?.tallies[quiz.id] = Tally(choices: quiz.choices.count)
    }
    present?.typing = PresentState.Typing(quiz: quiz.id, choice: 0)
    layOut()
    showEnd()
    return []
  }

  /// Does what a command asks of a count of hands.
  mutating func performTally(_ command: Command) -> [AppEffect] {
    guard let typing = present?.typing, let tally = present?.tallies[typing.quiz] else { return [] }
    switch command {
    case .up: present?.typing?.choice = max(0, typing.choice - 1)
    case .down: present?.typing?.choice = min(tally.counts.count - 1, typing.choice + 1)
    case .reveal:
      present?.tallies[typing.quiz]?.isShown = true
      present?.typing = nil
    case .erase: present?.tallies[typing.quiz]?.erase(at: typing.choice)
    case .leave: present?.typing = nil
    default: return []
    }
    layOut()
    showEnd()
    return []
  }

  /// Gives a key to the count being typed; nil where it means none.
  mutating func typeTally(_ key: Key) -> [AppEffect]? {
    guard let typing = present?.typing, case .character(let character) = key else { return nil }
    if let digit = character.wholeNumberValue, (0...9).contains(digit) {
      present?.tallies[typing.quiz]?.type(digit, at: typing.choice)
    } else {
      let count = present?.tallies[typing.quiz]?.counts.count ?? 0
      guard let choice = (0..<count).first(where: { ChoiceList.key(of: $0) == character }) else {
        return nil
      }
      present?.typing?.choice = choice
    }
    layOut()
    showEnd()
    return []
  }

  private mutating func showEnd() {
    let rows = bodyRows
    let last = lesson?.page.rows ?? 1
    lesson?.show(lines: max(0, last - 1)..<last, rows: rows)
  }

  /// The lines of the tally under the page, where there is one for the question on the screen.
  var tallyLines: [StyledLine] {
    guard let present, let lesson, let quiz = tallyQuiz, let tally = present.tallies[quiz.id] else {
      return []
    }
    let cursor = present.typing?.quiz == quiz.id ? present.typing?.choice : nil
    return TallyView(
      tally: tally, quiz: quiz, cursor: cursor,
      isAnswered: lesson.quizzes[quiz.id]?.standing == .revealed, language: language
    ).lines(columns: max(8, min(76, size.columns - 4)))
  }
}
