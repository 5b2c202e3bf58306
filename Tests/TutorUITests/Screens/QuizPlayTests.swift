import Lessons
import Testing

@testable import TutorUI

@Suite struct QuizPlayTests {
  /// A play at one of the test lesson's questions.
  private func play(at step: Int, _ language: CourseLanguage = .english) -> Play {
    var play = Play(60, 20, language: language)
    play.press("enter g home " + String(repeating: "down ", count: step) + "enter")
    return play
  }

  @Test func `a choice is taken by its letter, and a wrong one keeps its place`() {
    var play = play(at: 2)
    play.press("c enter")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────── 3/5  ▓▓▓░░░

        Which one?

        ▌ Which class wins?
        ▌
        ▌    ○ A  cat
        ▌    ○ B  dog
        ▌ ▸  ✗ C  bird
        ▌
        ▌ ✗ Not yet.
        ▌ Look again.






       ──────────────────────────────────────────────────────────
       enter check   h hint   v show answer   s skip   ? keys
      """)
    #expect(play.room.judged == [.choice(2)])
    play.press("enter")
    #expect(play.room.judged == [.choice(2)], "a refuted choice is not judged again")
    play.press("space space space 2")
    #expect(play.room.judged == [.choice(2)], "the key that turns pages does not answer")
    play.press("enter")
    #expect(play.screen.contains("✓ Right."))
    #expect(play.screen.contains("Because it is so."))
    #expect(play.recorded.contains(LessonEvent(lesson: "test", step: 2, kind: .seen)))
  }

  @Test func `hints come one at a time and then the answer can be shown`() {
    var play = play(at: 2)
    play.press("h")
    #expect(play.screen.contains("Hint 1 of 2") && !play.screen.contains("Hint 2 of 2"))
    play.press("h")
    #expect(play.screen.contains("Hint 2 of 2"))
    play.press("h")
    #expect(play.screen.contains("There are no more hints"))
    play.press("v")
    #expect(play.screen.contains("✓ B  dog"))
    #expect(play.screen.contains("marked above"))
    let event = LessonEvent(lesson: "test", step: 2, kind: .revealed(quiz: "which", seed: 1))
    #expect(play.recorded.contains(event))
  }

  @Test func `a number says what was wrong, and letters are typed, not obeyed`() {
    var play = play(at: 3, .chinese)
    play.press("space \"log(3)/q\" enter")
    expect(
      play.screen,
      """
       nabla  损失函数 › 对数 softmax ─────────────── 4/5  ▓▓▓▓░░

        是多少？

        ▌ log-sum-exp 是多少？第 1
        ▌
        ▌ ▸ log(3)/q______________________
        ▌
        ▌ ✗ 还不对。
        ▌ That is base 10.
        ▌ 误差不超过 0.005。
        ▌ 随机种子 1






       ──────────────────────────────────────────────────────────
       回车 检查  esc h 提示  esc v 看答案  esc s 跳过  F1 按键
      """)
    play.press("home")
    for _ in 0..<8 { play.send(.key(.delete)) }
    play.press("\"?\" enter")
    #expect(play.screen.contains("不是数。"))
    play.press("bs \"2.42\" enter")
    #expect(play.screen.contains("✓ 正确。"))
    #expect(play.screen.contains("好。"))
    let attempts = play.recorded.compactMap {
      if case .answered(let attempt) = $0.kind { attempt } else { nil }
    }
    #expect(attempts.map(\.answer) == ["log(3)/q", "?", "2.42"])
    #expect(attempts.map(\.judgement) == [.wrong, .unreadable, .right])
    #expect(attempts.map(\.tries) == [1, 1, 2])
  }

  @Test func `fresh numbers ask again from the beginning`() {
    var play = play(at: 3)
    play.press("\"2.42\" enter f")
    #expect(play.screen.contains("Draw 2"))
    #expect(!play.screen.contains("2.42"))
    #expect(!play.screen.contains("Right."))
  }

  @Test func `the blanks of a table are judged one by one`() {
    var play = play(at: 4)
    play.press("\"1\" enter \"7\" enter")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────── 5/5  ▓▓▓▓▓▓

        Fill in

        ▌ Fill in the blanks.
        ▌
        ▌         cat        dog
        ▌ z       0.5    1______ ✓
        ▌ p   7______ ✗     0.25
        ▌
        ▌ ✗ Not yet.







       ──────────────────────────────────────────────────────────
       enter next or check  esc h hint  esc v show answer  F1 keys
      """)
    play.press("bs \"2\" enter")
    #expect(play.screen.contains("✓ Right."))
  }

  @Test func `a skipped question lets on and can be answered after all`() {
    var play = play(at: 3)
    play.press("esc s")
    #expect(play.screen.contains("Skipped.") && play.screen.contains("Good."))
    play.press("i \"2.42\" enter")
    #expect(play.screen.contains("✓ Right."))
  }

  @Test func `a question answered in an earlier sitting is not asked again`() {
    var play = Play()
    let opening = LessonOpening(
      id: "test", lesson: play.room.lesson(in: .english), part: "", seen: [3], answered: ["lse"],
      step: play.room.step(3, .english))
    play.send(.lessonOpened(opening))
    #expect(play.screen.contains("answered before"))
    #expect(play.screen.contains("Good."))
  }
}
