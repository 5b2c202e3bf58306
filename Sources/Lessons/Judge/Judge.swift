import Language
import Math

/// Judges answers to questions that need no scope: everything but `code`.
public enum Judge {
  /// Judges an answer to a question as it was drawn.
  public static func judge(_ answer: Answer, to quiz: ComputedQuiz) -> Verdict {
    switch (quiz.kind, answer) {
    case (.choice, .choice(let index)): choice(index, quiz)
    case (.choices, .choices(let taken)): choices(taken, quiz)
    case (.number, .number(let text)): number(text, quiz)
    case (.table, .table(let texts)): table(texts, quiz)
    case (.shape, .shape(let text)): shape(text, quiz)
    case (.order, .order(let arrangement)): order(arrangement, quiz)
    case (.text, .text(let text)): self.text(text, quiz)
    case (.line, .line(let index)): line(index, quiz)
    case (.recall, .recall(let made)): recall(made, quiz)
    default:
      Verdict(
        .unreadable,
        remarks: [Sentence("This question is not answered that way.", "这道题不是这样回答的。")])
    }
  }

  // MARK: Choices

  private static func choice(_ index: Int, _ quiz: ComputedQuiz) -> Verdict {
    guard quiz.choices.indices.contains(index) else {
      return Verdict(
        .unreadable,
        remarks: [
          Sentence(
            "Take one of the \(quiz.choices.count) choices.",
            "请在 \(quiz.choices.count) 个选项中选择一个。")
        ])
    }
    let choice = quiz.choices[index]
    return Verdict(choice.correct ? .right : .wrong, say: choice.say)
  }

  private static func choices(_ taken: Set<Int>, _ quiz: ComputedQuiz) -> Verdict {
    guard taken.allSatisfy(quiz.choices.indices.contains), !taken.isEmpty else {
      return Verdict(
        .unreadable, remarks: [Sentence("Take at least one choice.", "请至少选择一项。")])
    }
    let right = Set(quiz.choices.indices.filter { quiz.choices[$0].correct })
    if taken == right { return Verdict(.right) }
    if let wrong = taken.subtracting(right).min() {
      return Verdict(.wrong, say: quiz.choices[wrong].say)
    }
    return Verdict(
      .wrong,
      remarks: [
        Sentence("What you took is right, but it is not all.", "选中的都对，但还没有选全。")
      ])
  }

  // MARK: Numbers

  private static func number(_ text: String, _ quiz: ComputedQuiz) -> Verdict {
    guard let answer = quiz.answer.number else { return unanswerable }
    switch TypedNumber.read(text) {
    case .failure(let refusal): return Verdict(.unreadable, remarks: [refusal.sentence])
    case .success(let typed):
      let shown = typed.isExpression ? Self.shown(typed.value) : nil
      if quiz.tolerance.accepts(typed.value, for: answer) {
        let remarks = typed.value == answer ? [] : [quiz.tolerance.sentence]
        return Verdict(.right, remarks: remarks, value: shown)
      }
      let said = mistake(typed.value, answer, quiz)?.say ?? []
      return Verdict(.wrong, say: said, remarks: [quiz.tolerance.sentence], value: shown)
    }
  }

  /// What an expression came to, as far as it matters to an answer.
  private static func shown(_ value: Double) -> String {
    (NumberText.isRounded(value) ? "≈ " : "") + NumberText.short(value)
  }

  /// The foreseen mistake that gives a number: of those that do not give the answer on this draw,
  /// the nearest.
  private static func mistake(
    _ number: Double, _ answer: Double, _ quiz: ComputedQuiz
  ) -> ComputedQuiz.Mistake? {
    var best: (mistake: ComputedQuiz.Mistake, distance: Double)?
    for mistake in quiz.mistakes {
      guard let value = mistake.value.number, !quiz.tolerance.accepts(value, for: answer),
        quiz.tolerance.accepts(number, for: value)
      else { continue }
      let distance = number == value || number.isNaN ? 0 : (number - value).magnitude
      if distance < best?.distance ?? .infinity { best = (mistake, distance) }
    }
    return best?.mistake
  }

  static var unanswerable: Verdict {
    Verdict(
      .unreadable,
      remarks: [
        Sentence(
          "This question could not be computed; it can only be skipped.",
          "这道题无法计算，只能跳过。")
      ])
  }
}
