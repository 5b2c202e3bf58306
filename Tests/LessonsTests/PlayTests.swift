import Language
import Lessons
import Math
import Testing

@Suite struct PlayTests {
  private func player(_ body: String, limits: Limits = .lesson) -> LessonPlayer {
    let script = read(body)
    #expect(LessonPicture.findings(script.findings) == "")
    return LessonPlayer(script.lesson, limits: limits)
  }

  @Test func `variables flow down the lesson and texts are computed where they stand`() {
    var player = player(
      """
      ```nabla hide
      x = 2
      ```

      x is {{ x }}.

      ```nabla
      x = x + 0.25
      ```

      x is **{{ x:.3f}}**.

      ---

      | a |
      | --- |
      | {{ x * 2:.1f}} |

      - {{ x:.0f}}

      ```nabla hide
      y = x * 10
      ```

      {{ y }}
      """)
    #expect(
      ComputedPicture.text(player.step(0)) == """
        p x is <2>.
        run 1 -> nil
        p x is **<2.250>**.
        """)
    #expect(
      ComputedPicture.text(player.step(1)) == """
        <4.5>
        - p <2>
        p <22.5>
        """)
    #expect(player.step(0).findings == [])
  }

  @Test func `going back and forth computes nothing again`() {
    var player = player("```nabla\nx = 1\n```\n\n---\n\n```nabla\nx = x + 1\n```\n\n{{ x }}")
    for _ in 0..<3 {
      #expect(ComputedPicture.text(player.step(1)).hasSuffix("p <2>"))
      _ = player.step(0)
    }
  }

  @Test func `a playground cannot harm the lesson`() {
    var player = player("```nabla\nx = [1]\n```\n\n---\n\n{{ x }}")
    let playground = player.playground(after: 0)
    _ = playground.run("x.append(2)\ny = 5")
    _ = playground.run("x = None")
    #expect(ComputedPicture.text(player.step(1)) == "p <[1]>")
  }

  @Test func `a program that fails is told at the file's line and the rest goes on`() {
    var player = player(
      """
      ```nabla
      a = 1

      b = a + c
      ```

      Still {{ a }}, and {{ b }}.

      ```nabla error
      1 / 0
      ```

      ```nabla error
      1
      ```
      """)
    let step = player.step(0)
    #expect(
      LessonPicture.findings(step.findings) == """
        11:9 program: NameError: name 'c' is not defined
        14:1 computed: NameError: name 'b' is not defined
        20:0 program: This program is meant to fail, and does not.
        """)
    #expect(
      ComputedPicture.text(step).contains(
        "p Still <1>, and <⟨NameError⟩>."))
  }

  @Test func `a loop without end is stopped and told`() {
    var player = player(
      "```nabla\nx = 1\nwhile True:\n    x += 1\n```\n\nAfter.",
      limits: Limits(steps: 20_000))
    let step = player.step(0)
    #expect(step.findings.count == 1)
    #expect(step.findings.first?.rule == .program)
    #expect(ComputedPicture.text(step).hasSuffix("p After."))
  }

  @Test func `the parts of a comparison have values of their own`() {
    var player = player("```nabla compare\nx = 3\nx + 1\n\ny = x * 2\n\ny\n```\n\n{{ y }}")
    let program = player.step(0).programs.first
    #expect(program?.parts.map(\.title) == ["x + 1", "y = x * 2", "y"])
    #expect(program?.parts.map(\.outcome.text) == ["4", nil, "6"])
  }

  @Test func `questions are drawn in a scope of their own`() {
    var player = player(
      """
      ```nabla hide
      x = 2
      ```

      ```quiz
      id: a
      kind: number
      ask: What is {{ x }} squared?
      given: x = 3
      answer: x * x
      mistakes:
        - value: x + x
          say: That is {{ x }} doubled.
      hints: ['{{ x }} times {{ x }}']
      because: '{{ x * x }}.'
      ```

      {{ x }}
      """)
    let step = player.step(0)
    #expect(LessonPicture.findings(step.findings) == "")
    guard let quiz = step.quizzes.first else { return #expect(Bool(false), "no quiz") }
    #expect(LessonPicture.text(quiz.ask) == "What is <3> squared?")
    #expect(quiz.answer == .int(9))
    #expect(quiz.answerText == "9.0000")
    #expect(LessonPicture.text(quiz.hints[0]) == "<3> times <3>")
    #expect(LessonPicture.text(quiz.because) == "<9>.")
    #expect(ComputedPicture.text(step).hasSuffix("p <2>"))
    let verdict = player.judge(.number("6"), to: "a", in: 0)
    #expect(LessonPicture.text(verdict.say) == "That is <3> doubled.")
    #expect(player.judge(.number("9"), to: "a", in: 0).judgement == .right)
  }

  @Test func `choices are shuffled by the seed and keep their order`() {
    let body = """
      ```quiz
      id: a
      kind: choice
      ask: Which?
      choices:
        - {text: one, correct: true}
        - {text: two, say: no}
        - {text: three, say: no}
        - {text: four, say: no}
      hints: [h]
      because: b
      ```
      """
    func texts(_ player: inout LessonPlayer) -> [String] {
      player.step(0).quizzes.flatMap { $0.choices.map { LessonPicture.text($0.text) } }
    }
    var player = player(body)
    let first = texts(&player)
    #expect(Set(first) == ["one", "two", "three", "four"])
    #expect(texts(&player) == first)
    var orders: Set<[String]> = []
    for seed in 0..<40 {
      player.draw("a", seed: UInt64(seed))
      orders.insert(texts(&player))
      let right = player.step(0).quizzes[0].choices.firstIndex(where: \.correct) ?? 0
      #expect(player.judge(.choice(right), to: "a", in: 0).judgement == .right)
    }
    #expect(orders.count > 10)
  }
}
