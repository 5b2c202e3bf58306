import Language
import Lessons
import Math
import Testing

@Suite struct CodeJudgeTests {
  private func judge(_ program: String) -> Verdict {
    let script = read(
      """
      ```nabla hide
      base = 10
      ```

      ```quiz
      id: a
      kind: code
      ask: Write `f`.
      starter: |
        def f(x):
            ...
      answer: |
        def f(x):
            return x / 3 + base
      cases:
        - x = 3
        - |
          x = -6
      check: '[f(x), "done"]'
      mistakes:
        - value: |
            def f(x):
                return x * 3 + base
          say: Divide.
      hints: [h]
      because: b
      ```
      """)
    var player = LessonPlayer(script.lesson)
    let verdict = player.judge(.code(program), to: "a", in: 0)
    #expect(player.step(0).findings == [])
    return verdict
  }

  @Test(
    arguments: [
      ("def f(x):\n    return base + x / 3", "right", "Right on all 2 cases."),
      (
        "def f(x):\n    return 11", "wrong",
        "Case 2 of 2:\nx = -6|Expected: [8.0, 'done']|Got: [11, 'done']"
      ),
      ("def f(x):\n    return 10.999 + (x - 3) / 3", "right", "Right on all 2 cases."),
      ("def f(x)\n    return 1", "unreadable", nil),
      (
        "def f(x):\n    return y", "wrong",
        "The program fails (line 2): NameError: name 'y' is not defined|Case 1 of 2:\nx = 3|Expected: [11.0, 'done']"
      ),
      (
        "def g(x):\n    return 1", "wrong",
        "The program fails (line 1): NameError: name 'f' is not defined|Case 1 of 2:\nx = 3|Expected: [11.0, 'done']"
      ),
      ("", "unreadable", "Write a program."),
      ("def f(x):\n    while True: pass", "wrong", nil),
      ("base = 0\ndef f(x):\n    return x / 3 + 10", "right", "Right on all 2 cases."),
    ] as [(String, String, String?)])
  func `a program is judged by what it gives`(
    program: String, judgement: String, remarks: String?
  ) {
    let verdict = judge(program)
    #expect(verdict.judgement.rawValue == judgement)
    if let remarks { #expect(verdict.remarks.map(\.english).joined(separator: "|") == remarks) }
  }

  @Test func `a foreseen wrong program is named`() {
    let verdict = judge("def f(x):\n    return base + 3 * x")
    #expect(verdict.judgement == .wrong)
    #expect(LessonPicture.text(verdict.say) == "Divide.")
  }
}
