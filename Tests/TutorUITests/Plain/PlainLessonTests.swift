import Foundation
import Lessons
import Testing
import TutorUI

@Suite struct PlainLessonTests {
  private static let body = """
    ---
    id: demo
    title: Demo
    summary: A demo.
    minutes: 3
    ---

    ## First

    ```nabla
    x = [1, 2]
    sum(x)
    ```

    The sum is **{{ sum(x) }}**, or $x_1 + x_2$.

    ```quiz
    id: double
    kind: number
    ask: What is twice that?
    answer: 2 * sum(x)
    mistakes:
      - value: sum(x)
        say: Twice, not once.
    hints: [Add., Then double.]
    because: It is {{ 2 * sum(x) }}.
    ```

    After.

    ---

    ## Second

    ```quiz
    id: which
    kind: choices
    ask: Which are odd?
    shuffle: false
    choices: [{text: one, correct: true}, {text: two, say: Even.}, {text: three, correct: true}]
    hints: [Halve them.]
    because: So.
    ```

    ```quiz
    id: fill
    kind: table
    ask: Fill.
    answer: '[[1, 2], [3, 4]]'
    rows: [a, b]
    columns: [c, d]
    blanks: [[0, 1], [1, 0]]
    format: .0f
    hints: [Count.]
    because: So.
    ```

    ```quiz
    id: write
    kind: code
    ask: Write `f`.
    answer: |
      def f(x):
          return x + 1
    cases: [x = 1]
    check: f(x)
    hints: [Add.]
    because: So.
    ```
    """

  private static func lesson() -> PlainLesson {
    let script = LessonScript(body, file: "en/demo.md", language: .english)
    return PlainLesson(LessonPlayer(script.lesson), columns: 60)
  }

  /// What is said when some lines are typed, the beginning included.
  private static func play(_ lines: String...) -> (text: String, events: [LessonEvent]) {
    var lesson = lesson()
    var replies = [lesson.begin()]
    for line in lines { replies.append(lesson.read(line)) }
    return (replies.map(\.text).joined(), replies.flatMap(\.events))
  }

  @Test func `a lesson begins with its title and goes as far as the first question`() {
    #expect(
      Self.play().text == """
        Demo
        A demo.

        Step 1 of 2: First

        ▏ x = [1, 2]
        ▏ sum(x)
        3

        The sum is 3, or x₁ + x₂.

        Question:
        What is twice that?
        h hint   r reveal   s skip   b back   q quit
        Type a number or an expression.

        """)
  }

  @Test func `an answer is judged, a mistake named, hints come in stages`() {
    let played = Self.play("3", "h", "h", "h", "5 + 1")
    let start = Self.play().text
    #expect(
      played.text.dropFirst(start.count) == """
        Not yet.
        Twice, not once.
        Up to 0.005 away counts as right.
        Type a number or an expression.
        Hint 1 of 2: Add.
        Type a number or an expression.
        Hint 2 of 2: Then double.
        Type a number or an expression.
        There are no more hints; r reveals the answer.
        Type a number or an expression.
        Right.
        = 6
        It is 6.

        After.

        [Enter] next step   b back   3 to step 3   q quit

        """)
    let attempts = played.events.compactMap { event in
      if case .answered(let attempt) = event.kind { attempt } else { nil }
    }
    #expect(attempts.map(\.judgement) == [.wrong, .right])
    #expect(attempts.map(\.hints) == [0, 2])
    #expect(attempts.map(\.tries) == [1, 2])
    #expect(attempts.map(\.answer) == ["3", "5 + 1"])
    #expect(played.events.last?.kind == .seen)
  }

  @Test func `choices, tables and programs are answered by lines`() {
    let second = Self.play("s", "").text.count
    let played = Self.play(
      "s", "", "1 2", "1, 3", "2", "5", "3", "def f(x):", "    return x + 1", ".", "")
    #expect(
      played.text.dropFirst(second) == """
        Not yet.
        Even.
        Type the numbers of all that are right, as in 1 3.
        Right.
        So.

        Question:
        Fill.
             c    d
        ───────────
        a    1  [1]
        b  [2]    4
        h hint   r reveal   s skip   b back   q quit
        [1] = ?
        [2] = ?
        Not yet.
        1 of 2 cells is right.
        Up to 0.005 away counts as right.
        [2] = ?
        Right.
        Up to 0.005 away counts as right.
        So.

        Question:
        Write f.
        h hint   r reveal   s skip   b back   q quit
        Type the program; a line with a single full stop ends it.
        Right.
        Right on all 1 cases.
        So.

        The end of the lesson. [Enter] or q quit   b back
        Left here; the next time goes on from this step.

        """)
  }

  @Test func `an answer can be revealed, a step left and found again`() {
    let played = Self.play("r", "2", "b", "r", "1", "q")
    #expect(played.text.contains("The answer:\n6.0000\nIt is 6.\n"))
    #expect(played.events.last?.kind == .left)
    #expect(played.events.last?.step == 0)
    #expect(played.events.last?.mark?.quiz == "double")
    #expect(Self.play("s", "9").text.hasSuffix("There is no step of that number.\n"))
  }

  @Test func `without input it is written to its end and nothing counts as seen`() {
    var lesson = Self.lesson()
    _ = lesson.begin()
    let reply = lesson.finish()
    #expect(reply.isOver)
    #expect(reply.events.isEmpty)
    #expect(reply.text.contains("Step 2 of 2: Second"))
    #expect(reply.text.contains("Write f."))
  }

  @Test func `nothing typed or printed reaches the terminal as an escape`() {
    let lesson = Self.body.replacingOccurrences(
      of: "sum(x)\n```", with: "print('\\x1b[2J\\x9b\\u202e')\n```")
    let script = LessonScript(lesson, file: "en/demo.md", language: .english)
    var plain = PlainLesson(LessonPlayer(script.lesson))
    var text = plain.begin().text
    for line in ["\u{1B}]0;x\u{7}", "1\u{1B}[31m", "\u{9B}", "nope()", "r", "\u{1B}"] {
      text += plain.read(line).text
    }
    text += plain.finish().text
    #expect(text.contains("^[[2J<9B><202E>"))
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value))
      })
  }

  @Test func `ASCII is wanted and given`() {
    let text = PlainText.ascii(Self.play().text + "中文 − é ─ ▏")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("The sum is 3, or x_1 + x_2."))
  }
}
