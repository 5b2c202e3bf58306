import Language
import Lessons
import Math
import Testing

@Suite struct JudgeTests {
  @Test(arguments: [
    (Quiz.Tolerance.absolute(0.005), 1.4000000953674316, 1.395, true),
    (.absolute(0.005), 1.4000000953674316, 1.39499, false),
    (.absolute(1e-9), 1.4000000953674316, 1.4, false),
    (.absolute(0.005), 0.245, 0.25, true), (.absolute(0.005), 0.245, 0.2501, false),
    (.absolute(0.005), 0, 0.004, true), (.absolute(0.005), 0, -0.006, false),
    (.absolute(0.005), -1.5, -1.504, true), (.absolute(0.005), -1.5, 1.5, false),
    (.absolute(0), 3, 3, true), (.absolute(0), 3, 3.0001, false),
    (.absolute(0), 0.3, 0.1 + 0.2, true),
    (.relative(0.02), 100, 102, true), (.relative(0.02), 100, 102.1, false),
    (.relative(0.02), -100, -98, true), (.relative(0.02), -100, 98, false),
    (.relative(0.02), 0, 0, true), (.relative(0.02), 0, 0.001, false),
    (.relative(0.02), 1e-300, 1.01e-300, true), (.relative(0.02), 1e300, 1.03e300, false),
    (.digits(3), 0.12345, 0.123, true), (.digits(3), 0.12345, 0.124, false),
    (.digits(3), 12345, 12300, true), (.digits(3), 12345, 12200, false),
    (.digits(2), -0.00987, -0.0099, true), (.digits(2), 1, 1.04, true), (.digits(1), 0, 0, true),
    (.absolute(0.1), .nan, .nan, true), (.absolute(0.1), .nan, 0, false),
    (.absolute(0.1), .infinity, .infinity, true), (.absolute(0.1), .infinity, 1e308, false),
    (.relative(0.1), .infinity, -.infinity, false), (.relative(0.1), 1, .nan, false),
    (.relative(0.1), 1, .infinity, false),
  ])
  func `how near is near enough`(
    tolerance: Quiz.Tolerance, answer: Double, number: Double, accepted: Bool
  ) {
    #expect(tolerance.accepts(number, for: answer) == accepted)
  }

  @Test(arguments: [
    ("0.375", 0.375), (" -1.5 ", -1.5), ("−1.5", -1.5), ("－１．５", -1.5), ("+2", 2), ("1e-3", 0.001),
    (".5", 0.5), ("3/8", 0.375), ("３／８", 0.375), ("2^3", 8), ("2**3", 8), ("37.5%", 0.375),
    ("= 4", 4), ("≈ 4.1", 4.1), ("2×3", 6), ("7÷2", 3.5), ("3²", 9), ("(1+2)*3", 9),
    ("inf", .infinity), ("-∞", -.infinity), ("1_000", 1000), ("1e400", .infinity),
  ])
  func `numbers are read as people type them`(text: String, value: Double) throws {
    let typed = try TypedNumber.read(text).get()
    #expect(typed.value == value)
  }

  @Test(arguments: [
    ("-log(0.7)", 0.35667494393873245), ("-ln(0.7)", 0.35667494393873245), ("e", 2.718281828459045),
    ("e^2/(e^2+1)", 0.8807970779778823), ("exp(-1)", 0.36787944117144233),
    ("2π", 6.283185307179586),
    ("2*pi", 6.283185307179586), ("sqrt(2)", 1.4142135623730951), ("-e^-1", -0.36787944117144233),
    ("log(softmax([2, 1, 0.1])[0])", -0.4170300162778335),
  ])
  func `mathematics is read as people type it`(text: String, value: Double) throws {
    let typed = try TypedNumber.read(text).get()
    #expect(abs(typed.value - value) < 1e-6)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "", "   ", "abc", "1,5", "1e", "0x", "((((", "1 2", "[1, 2]", "None", "'a'",
      "while True: pass",
      "2^1e9", "10**10**10", "[0]*10**9", "nll(", "\u{1B}[2J", "\u{0}",
    ])
  func `what is no number is told, counts as no try and comes back at once`(text: String) {
    let verdict = Judge.judge(.number(text), to: .number(1))
    #expect(verdict.judgement == .unreadable)
    #expect(verdict.remarks.count == 1)
  }

  @Test func `a decimal comma is named`() {
    let verdict = Judge.judge(.number("1,5"), to: .number(1.5))
    #expect(verdict.remarks == [Sentence("Write a decimal point: 1.5.", "小数点请写作“.”：1.5。")])
  }

  @Test func `a long text is refused`() {
    let text = "1" + String(repeating: "+1", count: 500_000)
    #expect(Judge.judge(.number(text), to: .number(1)).judgement == .unreadable)
    let deep = String(repeating: "(", count: 199) + "1" + String(repeating: ")", count: 199)
    #expect(Judge.judge(.number(deep), to: .number(1)).judgement != .wrong)
  }

  @Test func `the mistake that was made is named, and the nearest of them`() {
    let quiz = ComputedQuiz.number(
      2, tolerance: .absolute(0.1),
      mistakes: [(2.05, "coincides"), (3, "three"), (3.15, "nearly"), (.nan, "nan")])
    func said(_ text: String) -> String {
      LessonPicture.text(Judge.judge(.number(text), to: quiz).say)
    }
    #expect(said("3.05") == "three")
    #expect(said("3.12") == "nearly")
    #expect(said("nan") == "nan")
    #expect(said("5") == "")
    // 2.12 is near the mistake that cannot be told from the answer on this draw.
    #expect(said("2.12") == "")
    #expect(Judge.judge(.number("2.05"), to: quiz).judgement == .right)
  }

  @Test func `the tolerance is told, and an expression's value`() {
    let verdict = Judge.judge(.number("4/2 + 0.001"), to: .number(2))
    #expect(verdict.judgement == .right)
    #expect(verdict.value == "2.001")
    #expect(verdict.remarks.map(\.english) == ["Up to 0.005 away counts as right."])
    #expect(Judge.judge(.number("2"), to: .number(2)).remarks == [])
  }

  @Test func `choices are judged with their replies`() {
    let quiz = ComputedQuiz.choices(.choice, [("a", false), ("b", true), ("c", false)])
    #expect(Judge.judge(.choice(1), to: quiz).judgement == .right)
    let wrong = Judge.judge(.choice(2), to: quiz)
    #expect(wrong.judgement == .wrong)
    #expect(LessonPicture.text(wrong.say) == "about c")
    for index in [-1, 3, .max] {
      #expect(Judge.judge(.choice(index), to: quiz).judgement == .unreadable)
    }
    let several = ComputedQuiz.choices(.choices, [("a", true), ("b", true), ("c", false)])
    #expect(Judge.judge(.choices([0, 1]), to: several).judgement == .right)
    let part = Judge.judge(.choices([1]), to: several)
    #expect(part.judgement == .wrong)
    #expect(part.remarks.first?.english == "What you took is right, but it is not all.")
    #expect(LessonPicture.text(Judge.judge(.choices([0, 1, 2]), to: several).say) == "about c")
    #expect(Judge.judge(.choices([]), to: several).judgement == .unreadable)
    #expect(Judge.judge(.number("1"), to: several).judgement == .unreadable)
  }

  @Test func `a table is judged cell by cell`() {
    var quiz = ComputedQuiz.number(0)
    quiz.kind = .table
    let places = [(0, 1), (1, 0), (1, 1)].map { ComputedQuiz.Table.Place(row: $0.0, column: $0.1) }
    quiz.table = ComputedQuiz.Table(
      rows: [], columns: [], cells: [["1", "2"], ["3", "-4"]], values: [[1, 2], [3, -4]],
      blanks: places)
    quiz.mistakes = [
      ComputedQuiz.Mistake(
        value: .list([.list([.int(1), .int(2)]), .list([.int(3), .int(4)])]), say: [.text("sign")])
    ]
    func judge(_ texts: String...) -> Verdict { Judge.judge(.table(texts), to: quiz) }
    #expect(judge("2", "3", "−4").judgement == .right)
    let sign = judge("2", "3", "4")
    #expect(sign.judgement == .wrong)
    #expect(sign.cells == [true, true, false])
    #expect(LessonPicture.text(sign.say) == "sign")
    #expect(sign.remarks.first?.english == "2 of 3 cells are right.")
    #expect(judge("2", "9", "4").say == [])
    let open = judge("2", "", "x")
    #expect(open.judgement == .unreadable)
    #expect(open.cells == [true, nil, nil])
    #expect(judge().judgement == .unreadable)
    #expect(judge("2", "3", "-4", "5").judgement == .right)
  }
}

extension ComputedQuiz {
  /// A question with a number for an answer.
  static func number(
    _ answer: Double, tolerance: Quiz.Tolerance = .absolute(0.005),
    mistakes: [(Double, String)] = []
  ) -> ComputedQuiz {
    var quiz = ComputedQuiz(id: "q", kind: .number, ask: [], tolerance: tolerance)
    quiz.answer = .float(answer)
    quiz.mistakes = mistakes.map { Mistake(value: .float($0.0), say: [.text($0.1)]) }
    return quiz
  }

  static func choices(_ kind: Quiz.Kind, _ choices: [(String, Bool)]) -> ComputedQuiz {
    var quiz = number(0)
    quiz.kind = kind
    quiz.choices = choices.map {
      Quiz.Choice(text: [.text($0.0)], correct: $0.1, say: [.text("about \($0.0)")])
    }
    return quiz
  }
}
