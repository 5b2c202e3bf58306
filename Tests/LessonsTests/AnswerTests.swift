import Lessons
import Testing

@Suite struct AnswerTests {
  private static let quiz: ComputedQuiz = {
    var quiz = ComputedQuiz(id: "q", kind: .choices, ask: [])
    quiz.choices = ["one", "two"].map {
      .init(text: [.strong([.text($0)])], correct: true, say: [])
    }
    return quiz
  }()

  @Test(arguments: [
    (Answer.choice(1), "two"), (.choice(7), ""), (.choices([1, 0]), "one | two"),
    (.number("1/2"), "1/2"), (.shape("2, 3"), "2, 3"), (.text("softmax"), "softmax"),
    (.code("a = 1\nb = 2"), "a = 1\nb = 2"), (.table(["1", "2"]), "1 | 2"),
    (.order([2, 0, 1]), "3 1 2"), (.line(0), "1"), (.recall([2, 0]), "1 3"),
  ])
  func `an answer is kept as it was given`(answer: Answer, text: String) {
    #expect(answer.kept(for: Self.quiz) == text)
  }

  @Test func `what was said before the points were compared is kept with them`() {
    #expect(Answer.recall([0]).kept(for: Self.quiz, said: "It sums to 1.") == "1 It sums to 1.")
  }
}
