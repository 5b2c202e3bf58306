import Language
@testable import Lessons
import Math

@testable import TutorUI

extension TestRoom {
  func verdict(on answer: Answer) -> Verdict {
    switch answer {
    case .choice(let index): Verdict(index == 1 ? .right : .wrong, say: [.text("Look again.")])
    case .choices(let taken): Verdict(taken == [0] ? .right : .wrong)
    case .number(let text):
      switch text {
      case "2.42": Verdict(.right)
      case "?": Verdict(.unreadable, remarks: [Sentence("Not a number.", "不是数。")])
      default:
        Verdict(
          .wrong, say: [.text("That is base 10.")],
          remarks: [Sentence("Within 0.005.", "误差不超过 0.005。")])
      }
    case .table(let texts):
      Verdict(
        texts == ["1", "2"] ? .right : .wrong, cells: texts.enumerated().map { "\($0 + 1)" == $1 })
    case .shape, .order, .text, .line, .recall: Verdict(.unreadable)
    case .code(let text): Verdict(text.contains("return") ? .right : .wrong)
    }
  }

  func choice(_ isEnglish: Bool) -> ComputedQuiz {
    var quiz = base("which", .choice, isEnglish ? "Which class wins?" : "哪一类胜出？", isEnglish)
    quiz.choices = [
      .init(text: [.text(isEnglish ? "cat" : "猫")], correct: false, say: []),
      .init(text: [.text(isEnglish ? "dog" : "狗")], correct: true, say: []),
      .init(text: [.text(isEnglish ? "bird" : "鸟")], correct: false, say: []),
    ]
    return quiz
  }

  func number(_ isEnglish: Bool) -> ComputedQuiz {
    var quiz = base(
      "lse", .number,
      (isEnglish ? "What is the log-sum-exp? Draw " : "log-sum-exp 是多少？第 ") + "\(seed)",
      isEnglish)
    quiz.isDrawn = true
    quiz.answerText = "2.4170"
    return quiz
  }

  func table(_ isEnglish: Bool) -> ComputedQuiz {
    var quiz = base("fill", .table, isEnglish ? "Fill in the blanks." : "填空。", isEnglish)
    quiz.table = .init(
      rows: ["z", "p"], columns: ["cat", "dog"], cells: [["0.5", "1"], ["2", "0.25"]],
      values: [[0.5, 1], [2, 0.25]],
      blanks: [.init(row: 0, column: 1), .init(row: 1, column: 0)])
    return quiz
  }

  private func base(
    _ id: String, _ kind: Quiz.Kind, _ ask: String, _ isEnglish: Bool
  ) -> ComputedQuiz {
    ComputedQuiz(
      id: id, kind: kind, seed: seed, isDrawn: false, ask: [.text(ask)], choices: [], table: nil,
      starter: "", answer: .none, answerText: "", tolerance: .absolute(0.005), mistakes: [],
      hints: [[.text(isEnglish ? "Think." : "想一想。")], [.text(isEnglish ? "Harder." : "再想想。")]],
      because: [.text(isEnglish ? "Because it is so." : "就是这样。")], problem: nil)
  }
}
