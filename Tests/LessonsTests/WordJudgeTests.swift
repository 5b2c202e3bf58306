import Language
import Lessons
import Testing

@Suite struct WordJudgeTests {
  @Test(arguments: [
    ("2, 3", true), ("(2, 3)", true), ("[2,3]", true), ("torch.Size([2, 3])", true), ("2 3", true),
    ("2×3", true), ("2x3", true), ("（２，３）", true), ("size([2, 3])", true), ("3, 2", false),
    ("(2, 3, 1)", false), ("()", false), ("6", false),
  ])
  func `a shape is read as people write one`(text: String, isRight: Bool) {
    var quiz = ComputedQuiz(id: "q", kind: .shape, ask: [])
    quiz.answer = .size([2, 3])
    #expect(Judge.judge(.shape(text), to: quiz).judgement == (isRight ? .right : .wrong))
  }

  @Test(arguments: [
    ("()", [Int]()), ("scalar", []), ("torch.Size([])", []), ("5", [5]), ("(5,)", [5]),
    ("0, 4", [0, 4]),
  ])
  func `shapes of one dimension and none are read too`(text: String, shape: [Int]) {
    var quiz = ComputedQuiz(id: "q", kind: .shape, ask: [])
    quiz.answer = .size(shape)
    #expect(Judge.judge(.shape(text), to: quiz).judgement == .right)
  }

  @Test(arguments: ["", " ", "two by three", "2.5, 1", "-1, 2", "(2, 3", "{2}", "2;3", "\u{0}"])
  func `what is no shape is told, and counts as no try`(text: String) {
    var quiz = ComputedQuiz(id: "q", kind: .shape, ask: [])
    quiz.answer = .size([2, 3])
    let verdict = Judge.judge(.shape(text), to: quiz)
    #expect(verdict.judgement == .unreadable)
    #expect(verdict.remarks.count == 1)
  }

  @Test func `a foreseen shape is named, and else how near it is`() {
    var quiz = ComputedQuiz(id: "q", kind: .shape, ask: [])
    quiz.answer = .size([2, 3])
    quiz.mistakes = [.init(value: .size([2]), say: [.text("A row is lost.")])]
    func said(_ text: String) -> String {
      let verdict = Judge.judge(.shape(text), to: quiz)
      return (verdict.say.isEmpty ? [] : [LessonPicture.text(verdict.say)])
        .joined() + verdict.remarks.map(\.english).joined()
    }
    #expect(said("2") == "A row is lost.")
    #expect(said("3, 2") == "These are the right sizes, in another order.")
    #expect(said("4, 3") == "1 of 2 sizes are right.")
    #expect(said("1") == "Your shape has 1 dimension; the answer has another number of them.")
  }

  @Test(arguments: [
    ("softmax", true), ("Softmax.", true), (" SOFT MAX ", true), ("soft-max", true),
    ("soft_max", true), ("`softmax`", true), ("ｓｏｆｔｍａｘ。", true), ("“softmax”！", true),
    ("softmax function", false), ("-softmax", false), ("sigmoid", false),
  ])
  func `case, blanks and closing punctuation do not count in a word`(text: String, isRight: Bool) {
    var quiz = ComputedQuiz(id: "q", kind: .text, ask: [])
    quiz.accepted = ["softmax"]
    quiz.mistakes = [.init(value: .string("Sigmoid"), say: [.text("two")])]
    let verdict = Judge.judge(.text(text), to: quiz)
    #expect(verdict.judgement == (isRight ? .right : .wrong))
    #expect(verdict.say == (text == "sigmoid" ? [.text("two")] : []))
  }

  @Test func `a minus before a number counts`() {
    var quiz = ComputedQuiz(id: "q", kind: .text, ask: [])
    quiz.accepted = ["dim=-1"]
    #expect(Judge.judge(.text("dim = -1"), to: quiz).judgement == .right)
    #expect(Judge.judge(.text("dim = 1"), to: quiz).judgement == .wrong)
  }

  @Test(arguments: [
    ([0, 1, 2], Verdict.Judgement.right, ""), ([1, 0, 2], .wrong, "“a” comes before “b”."),
    ([0, 2, 1], .wrong, "“b” comes before “c”."),
    ([0, 1], .unreadable, "Name each of the 3 things once."),
    ([0, 0, 2], .unreadable, "Name each of the 3 things once."),
    ([0, 1, 7], .unreadable, "Name each of the 3 things once."),
  ])
  func `an order is judged by its neighbours`(
    order: [Int], judgement: Verdict.Judgement, remark: String
  ) {
    var quiz = ComputedQuiz(id: "q", kind: .order, ask: [])
    quiz.items = [[.text("a")], [.text("b")], [.text("c")]]
    let verdict = Judge.judge(.order(order), to: quiz)
    #expect(verdict.judgement == judgement)
    #expect(verdict.remarks.map(\.english).joined() == remark)
  }

  @Test func `what is in the wrong order is quoted whole`() {
    let long = "Multiply by the transpose of the last layer's weights, row by row."
    var quiz = ComputedQuiz(id: "q", kind: .order, ask: [])
    quiz.items = [[.text(long)], [.text("取对数。")]]
    let remark = Judge.judge(.order([1, 0]), to: quiz).remarks.first
    #expect(remark?.english == "“\(long.dropLast())” comes before “取对数”.")
  }

  @Test func `points that were not made are counted`() {
    var quiz = ComputedQuiz(id: "q", kind: .recall, ask: [])
    quiz.points = [[.text("a")], [.text("b")], [.text("c")]]
    #expect(Judge.judge(.recall([0, 1, 2]), to: quiz).judgement == .right)
    let some = Judge.judge(.recall([1]), to: quiz)
    #expect(some.judgement == .wrong && some.cells == [false, true, false])
    #expect(some.remarks.map(\.english) == ["You made 1 of 3 points."])
    #expect(Judge.judge(.recall([3]), to: quiz).judgement == .unreadable)
  }

  @Test func `inputs are drawn again until what is required of them is true`() {
    let body = """
      ```quiz
      id: q
      kind: number
      ask: What is {{ a }}?
      given: a = torch.randint(0, 6, (1,)).item()
      require: [a > 2, a != 4]
      answer: a
      hints: [h]
      because: b
      ```
      """
    var player = LessonPlayer(read(body).lesson)
    var drawn: Set<Double> = []
    for seed in 0..<40 as Range<UInt64> {
      player.draw("q", seed: seed)
      drawn.insert(player.step(0).quizzes.first?.answer.number ?? -1)
    }
    #expect(drawn == [3, 5])
    player.draw("q", seed: 7)
    let first = player.step(0)
    player.draw("q", seed: 8)
    player.draw("q", seed: 7)
    #expect(player.step(0) == first, "a seed gives the same question again")
  }

  @Test func `a requirement that is never met is a finding, and so is one that fails`() {
    func finding(_ require: String) -> String {
      let body = """
        ```quiz
        id: q
        kind: number
        ask: What?
        given: a = torch.rand(1).item()
        require: \(require)
        answer: a
        hints: [h]
        because: b
        ```
        """
      var player = LessonPlayer(read(body).lesson)
      player.draw("q", seed: 1)
      return player.step(0).quizzes.first?.problem?.message ?? "none"
    }
    #expect(finding("a > 2") == "No draw from seed 1 meets `require` in 200 tries.")
    #expect(finding("b > 2") == "NameError: name 'b' is not defined")
    #expect(finding("a >= 0") == "none")
  }
}
