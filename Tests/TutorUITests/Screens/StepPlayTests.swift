import Language
import Math
import Testing

@testable import Lessons
@testable import TutorUI

@Suite struct StepPlayTests {
  /// A play that begins with a step of these blocks.
  private func play(_ blocks: [ComputedBlock], _ columns: Int = 60, _ rows: Int = 20) -> Play {
    var play = Play(columns, rows)
    let step = ComputedStep(index: 0, title: "", blocks: blocks)
    let lesson = Lesson(
      id: "x", title: "X", summary: "", minutes: 1, needs: [], topics: [], language: .english,
      steps: [Lesson.Step(title: "", blocks: [])], file: "x.md")
    play.send(.lessonOpened(LessonOpening(id: "x", lesson: lesson, part: "", step: step)))
    return play
  }

  /// The rows between the header and the footer, blank ones at the end dropped.
  private func body(_ play: Play) -> String {
    var rows = play.app.render().picture.dropFirst(2).dropLast(2).map { $0 }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  private func tensor(_ values: [Double], _ shape: [Int]? = nil) -> Tensor {
    Tensor(shape: shape ?? [values.count], storage: .float64(values))
  }

  private func program(
    _ source: String, _ ways: [Program.Presentation], _ parts: [ComputedProgram.Part]
  ) -> ComputedBlock {
    .program(
      ComputedProgram(
        index: 0, program: Program(source: source, presentations: ways, edits: [], line: 1),
        inputs: [], parts: parts))
  }

  private func quiz(_ kind: Quiz.Kind, _ change: (inout ComputedQuiz) -> Void) -> ComputedBlock {
    var quiz = ComputedQuiz(
      id: "q", kind: kind, seed: 0, isDrawn: false, ask: [.text("Well?")], choices: [], table: nil,
      starter: "", answer: .none, answerText: "", tolerance: .absolute(0), mistakes: [],
      hints: [[.text("Think.")]], because: [.text("So it is.")], problem: nil)
    change(&quiz)
    return .quiz(quiz)
  }

  @Test func `a program is written and run with its own keys`() {
    var play = play([quiz(.code) { $0.starter = "def f(x):\n    ...\n" }])
    expect(
      body(play),
      """
        ▌ Well?
        ▌
        ▌  1│ def f(x):
        ▌  2│     ...
      """)
    play.press("bs bs bs \"return\" space \"x?\" bs enter bs \"#\" space \"done\"")
    play.press("^r")
    #expect(play.room.judged == [.code("def f(x):\n    return x\n# done\n")])
    #expect(body(play).contains("✓ Right."))
  }

  @Test func `several choices are taken and then checked`() {
    var play = play([
      quiz(.choices) { quiz in
        quiz.choices = [
          .init(text: [.text("one")], correct: true, say: []),
          .init(text: [.text("two")], correct: false, say: []),
        ]
      }
    ])
    play.press("a b")
    expect(
      body(play),
      """
        ▌ Well?
        ▌
        ▌    ■ A  one
        ▌ ▸  ■ B  two
      """)
    play.press("space enter")
    #expect(play.room.judged == [.choices([0])])
    expect(
      body(play),
      """
        ▌ Well?
        ▌
        ▌    ✓ A  one
        ▌      B  two
        ▌
        ▌ ✓ Right.
        ▌
        ▌ So it is.
      """)
  }

  @Test func `a program that fails is told in its place and the rest is there`() {
    let diagnostic = Diagnostic(
      type: "NameError", message: "name 'zz' is not defined", notes: ["There is `z`."],
      fix: "softmax(z)", line: 2, column: 9, endColumn: 11, source: "softmax(zz)")
    let play = play([
      program(
        "softmax(zz)", [.table], [.init(title: "", outcome: Outcome(diagnostic: diagnostic))]),
      .paragraph([.text("After it.")]),
    ])
    expect(
      body(play),
      """
        This program of the lesson failed.
        2 softmax(zz)
                  ^^
        NameError: name 'zz' is not defined
        There is `z`.
        → softmax(z)

        After it.
      """)
  }

  @Test func `a piece that cannot be read says where, and a broken question can be skipped`() {
    let finding = Finding(
      rule: .quiz, file: "en/x.md", line: 7, source: "kind: chioce",
      message: "There is no kind `chioce`.", advice: "Write `choice`.")
    var play = play([
      .problem(finding), quiz(.number) { $0.problem = finding }, .paragraph([.text("The end.")]),
    ])
    #expect(body(play).contains("! There is no kind `chioce`.\n  en/x.md:7\n    kind: chioce"))
    #expect(play.screen.contains("space skip"))
    #expect(!body(play).contains("The end."))
    play.press("space")
    #expect(body(play).contains("The end."))
  }

  @Test func `two programs are compared side by side, or one below the other`() {
    let parts = [
      ComputedProgram.Part(
        title: "naive(z)", outcome: Outcome(value: .tensor(tensor([.infinity, 0.5])))),
      ComputedProgram.Part(title: "stable(z)", outcome: Outcome(value: .tensor(tensor([1, 0.5])))),
    ]
    let blocks = [program("", [.compare, .table], parts)]
    expect(
      body(play(blocks, 80)),
      """
        naive(z)                                stable(z)
                 0       1                               0       1
               inf  0.5000                          1.0000  0.5000
      """)
    expect(
      body(play(blocks, 50)),
      """
        naive(z)
                 0       1
               inf  0.5000

        stable(z)
                 0       1
            1.0000  0.5000
      """)
  }

  @Test func `bars stand below each other with their values`() {
    let part = ComputedProgram.Part(
      title: "p", outcome: Outcome(value: .tensor(tensor([0.75, 0.25]))))
    expect(
      body(play([program("p", [.bars], [part])], 40)),
      """
        0 ███████████████████▌       0.7500
        1 ██████▌                    0.2500
      """)
  }

  @Test func `a batch's numbers for each row stand beside the rows`() {
    let steps = [
      Derivation.Step(
        symbol: "z", formula: "z", rule: .given, value: tensor([1, 2, 3, 4, 5, 6], [2, 3])),
      Derivation.Step(
        symbol: "t", formula: "t", rule: .given,
        value: Tensor(shape: [2], storage: .int64([0, 2]))),
    ]
    let story = Derivation(name: "nll", formula: "", steps: steps)
    let part = ComputedProgram.Part(title: "nll(z, t)", outcome: Outcome(), derivation: story)
    expect(
      body(play([program("nll(z, t)", [.steps], [part])])),
      """
        nll(z, t)
                     0       1       2
          z  0  1.0000  2.0000  3.0000
             1  4.0000  5.0000  6.0000
          t  0       0
             1       2
      """)
  }
}
