import Lessons
import Testing

@Suite struct QuizScriptTests {
  private func quiz(_ yaml: String) -> (quiz: Quiz?, findings: String) {
    let script = read("```quiz\n\(yaml)\n```")
    let findings = LessonPicture.findings(script.findings)
    guard case .quiz(let quiz)? = script.lesson.steps.first?.blocks.first else {
      return (nil, findings)
    }
    return (quiz, findings)
  }

  @Test func `a number question has all its parts and their lines`() {
    let (quiz, findings) = quiz(
      """
      id: lse
      kind: number
      ask: What is $\\log \\sum_j e^{z_j}$ of {{ z }}?
      given: |
        z = torch.randn(3)
      answer: torch.logsumexp(z, dim=0)
      tolerance: 2%
      mistakes:
        - value: z.max()
          say: Only the **largest**.
      hints:
        - First.
        - >
          Second
          hint.
      because: |
        One {{ z:.2f}}.

        Two {{ y }}.
      """)
    #expect(findings == "")
    guard let quiz else { return #expect(Bool(false), "no quiz") }
    #expect(quiz.id == "lse")
    #expect(LessonPicture.text(quiz.ask) == "What is $\\log \\sum_j e^{z_j}$ of {z|@11}?")
    #expect(quiz.given == "z = torch.randn(3)\n")
    #expect(quiz.answer == "torch.logsumexp(z, dim=0)")
    #expect(quiz.tolerance == .relative(0.02))
    #expect(quiz.mistakes.map(\.value) == ["z.max()"])
    #expect(quiz.hints.map { LessonPicture.text($0) } == ["First.", "Second hint."])
    #expect(LessonPicture.text(quiz.because) == "One {z|.2f@25}.⏎⏎Two {y|@27}.")
    #expect(quiz.places["given"] == 13)
    #expect(quiz.places["answer"] == 14)
    #expect(quiz.places["mistakes.0"] == 17)
    #expect(quiz.places["hints.1"] == 22)
  }

  @Test(arguments: [
    ("0.01", Quiz.Tolerance.absolute(0.01)), ("0", .absolute(0)), ("5%", .relative(0.05)),
    ("{relative: 0.1}", .relative(0.1)), ("{digits: 3}", .digits(3)),
    ("{absolute: 1}", .absolute(1)),
  ])
  func `tolerances are written in several ways`(text: String, tolerance: Quiz.Tolerance) {
    let (quiz, findings) = quiz(
      "id: a\nkind: number\nask: b\nanswer: '1'\ntolerance: \(text)\nhints: [h]\nbecause: c")
    #expect(findings == "")
    #expect(quiz?.tolerance == tolerance)
  }

  @Test func `choices, tables and programs have keys of their own`() {
    let choice = quiz(
      """
      id: a
      kind: choice
      ask: Which?
      shuffle: false
      choices:
        - text: one
          correct: true
        - text: two
          say: No.
      hints: [h]
      because: c
      """)
    #expect(choice.findings == "")
    #expect(choice.quiz?.shuffles == false)
    #expect(choice.quiz?.choices.map(\.correct) == [true, false])
    let table = quiz(
      """
      id: t
      kind: table
      ask: Fill.
      answer: torch.stack([z, z])
      rows: [z, z − m]
      columns: [cat, dog]
      blanks: [[0, 1], [1, 0]]
      format: .2f
      hints: [h]
      because: c
      """)
    #expect(table.findings == "")
    #expect(table.quiz?.rows == ["z", "z − m"])
    #expect(table.quiz?.blanks == [[0, 1], [1, 0]])
    #expect(table.quiz?.format == ".2f")
    let code = quiz(
      """
      id: c
      kind: code
      ask: Write `f`.
      starter: |
        def f(x):
            ...
      answer: |
        def f(x):
            return x
      cases:
        - x = 1
        - |
          x = 2
      check: f(x)
      hints: [h]
      because: c
      """)
    #expect(code.findings == "")
    #expect(code.quiz?.starter == "def f(x):\n    ...\n")
    #expect(code.quiz?.cases == ["x = 1", "x = 2\n"])
    #expect(code.quiz?.check == "f(x)")
  }

  @Test(arguments: [
    ("id: a\nask: b", "8:0 missing-key: This question has no `kind`."),
    ("id: a\nkind: nubmer\nask: b", "10:7 value: There is no question of the kind `nubmer`."),
    (
      "id: a\nkind: number\nask: b\nhints: [h]\nbecause: c",
      "8:0 answer: This question has no `answer`."
    ),
    (
      "id: a\nkind: number\nask: b\nanswer: '1'\nbecause: c",
      "8:0 hint: The question `a` has no hint."
    ),
    (
      "id: a\nkind: number\nask: b\nanswer: '1'\nhints:\n  - ''\nbecause: c",
      "14:5 missing-key: `hints` is empty."
    ),
    (
      "id: a\nkind: number\nask: b\nanswr: '1'\nhints: [h]\nbecause: c",
      "8:0 answer: This question has no `answer`.\n12:1 unknown-key: A `number` question has no key `answr`."
    ),
    (
      "id: a\nkind: choice\nask: b\nchoices:\n  - text: x\n    correct: true\n  - text: y\nhints: [h]\nbecause: c",
      "15:5 missing-key: This wrong choice has no `say`."
    ),
    (
      "id: a\nkind: choice\nask: b\nchoices:\n  - text: x\n    say: s\n  - text: y\n    say: s\nhints: [h]\nbecause: c",
      "13:3 choice: No choice is correct."
    ),
    (
      "id: a\nkind: number\nask: b\nanswer: '1'\ntolerance: many\nhints: [h]\nbecause: c",
      "13:12 tolerance: This is no tolerance."
    ),
    (
      "id: a\nkind: table\nask: b\nanswer: z\nblanks: [[1]]\nhints: [h]\nbecause: c",
      "13:9 quiz: No cell of this table is blank.\n13:10 value: A blank is a row and a column, counted from 0."
    ),
    (
      "id: a\nkind: number\nask: {{ x }}\nanswer: '1'\nhints: [h]\nbecause: c",
      "11:6 value: `ask` must be a text."
    ),
    (
      "id: a\nkind: number\nask: 'b $x'\nanswer: '1'\nhints: [h]\nbecause: c",
      "11:9 formula: This `$` begins a formula that nothing ends."
    ),
  ])
  func `a question with a fault`(yaml: String, findings: String) {
    #expect(quiz(yaml).findings == findings)
  }

  @Test func `a broken question stands as a problem and the rest is read`() {
    let script = read("Before.\n\n```quiz\nid: a\n```\n\nAfter.")
    #expect(
      LessonPicture.text(script.lesson) == "# \np Before.\nproblem missing-key@10\np After.")
  }
}
