import Lessons
import Testing

@testable import TutorUI

@Suite struct LessonPlayTests {
  @Test func `a derivation is told row by row, then what follows it`() {
    var play = Play()
    play.press("enter space")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────────────────────────── 2/5  ▓▓░░░░

        Step by step

        One row at a time.

        softmax(z)
                          0        1        2
        ▸ z          2.0000   1.0000   0.1000













       ──────────────────────────────────────────────────────────────────────────────
       space next row   ← back   enter open a cell   → next step   g steps   ? keys
      """)
    play.press("space space space")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────────────────────────── 2/5  ▓▓░░░░

        Step by step

        One row at a time.

        softmax(z)
                          0        1        2
          z          2.0000   1.0000   0.1000
          m          2.0000                    maxⱼ zⱼ
          z − m      0.0000  −1.0000  −1.9000  zᵢ − m
          e^(z−m)    1.0000   0.3679   0.1496  ▽ underflow

          ▽ underflow: a number that is not zero became zero

        That was all.






       ──────────────────────────────────────────────────────────────────────────────
       space next   ← back   enter open a cell   g steps   r REPL   l 中文   ? keys
      """)
    #expect(play.recorded.contains(LessonEvent(lesson: "test", step: 1, kind: .seen)))
  }

  @Test func `from 100 columns prose and tables stand side by side`() {
    var play = Play(100, 16)
    play.press("enter space a")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────────────────────────────────────────────── 2/5  ▓▓░░░░
                                                   │
        Step by step                               │  softmax(z)
                                                   │                    0        1        2
        One row at a time.                         │    z          2.0000   1.0000   0.1000
                                                   │    m          2.0000                    maxⱼ zⱼ
        That was all.                              │    z − m      0.0000  −1.0000  −1.9000  zᵢ − m
                                                   │    e^(z−m)    1.0000   0.3679   0.1496  ▽ underflow
                                                   │
                                                   │    ▽ underflow: a number that is not zero
                                                   │    became zero
                                                   │
                                                   │
                                                   │
       ──────────────────────────────────────────────────────────────────────────────────────────────────
       space next   ← back   enter open a cell   g steps   r REPL   l 中文   ? keys   q home
      """)
  }

  @Test func `an input is changed with the arrows and what follows from it is marked`() throws {
    var play = Play(60, 14, language: .chinese)
    play.press("enter e right up s-up")
    expect(
      play.screen,
      """
       nabla  损失函数 › 对数 softmax ─────────────── 1/5  ▓░░░░░

        三个得分

        最后一层给出这些对数几率。

                   0       1       2
        ▸ z   2.0000  2.1000  0.1000  已修改，按 u 复原

        最大的是 2.1。


       ──────────────────────────────────────────────────────────
       ↑↓ ±0.1  ←→ 移动  shift ↑↓ ±1  u 复原  esc 完成  F1 按键
      """)
    let marked = try #require(play.app.render()[Position(column: 11, row: 9)])
    #expect(marked.style == Style(.changed, .underline))
    play.press("\"0.5\" enter")
    #expect(play.room.z == [2, 0.5, 0.1])
    play.press("\"x\" \"-3\" esc u")
    #expect(play.room.z == [2, 1, 0.1])
  }

  @Test func `a cell lies open and is followed to what it was made from`() {
    var play = Play()
    play.press("enter space a enter up left")
    #expect(play.screen.contains("▸ z − m"))
    play.press("right enter")
    expect(
      play.app.render().picture.suffix(14).joined(separator: "\n"),
      """
        ▸ z − m      0.0000  −1.0000  −1.9000  zᵢ − m
          e^(z−m)    1.0000   0.3679   0.1496  ▽ underflow

        That was all.


           ┌─ z − m[1] ─────────────────────────────────────────────────────────┐
           │  zᵢ − m                                                            │
           │  1.0000 − 2.0000 = −1.0000                                         │
           │  exactly −1.0  float64                                             │
           │  made from ▸ z[1] 1.0000    m 2.0000                               │
           └────────────────────────────────────────────────────────────────────┘
       ──────────────────────────────────────────────────────────────────────────────
       enter follow   ←→ choose   esc close   F1 keys
      """)
    play.press("right enter")
    #expect(play.screen.contains("max(2.0000, 1.0000, 0.1000) = 2.0000"))
    #expect(play.screen.contains("The largest logit."))
    #expect(play.screen.contains("▸ m   "))
    play.press("bs")
    #expect(play.screen.contains("┌─ z − m[1] ─"))
    play.press("esc esc")
    #expect(!play.screen.contains("┌"))
  }

  @Test func `the language changes in the middle of a step and nothing else does`() {
    var play = Play()
    play.press("enter space space space → \"3.1\" f2")
    #expect(play.screen.contains("▸ z − m"))
    var answering = Play()
    answering.press("enter g down down down enter \"3.1\" f2")
    #expect(answering.screen.contains("log-sum-exp 是多少？"))
    #expect(answering.screen.contains("▸ 3.1"))
    answering.press("\"4\" f2")
    #expect(answering.screen.contains("▸ 3.14"))
  }

  @Test func `the list of steps goes anywhere, and back is as easy as forward`() {
    var play = Play()
    play.press("enter g end enter")
    #expect(play.screen.contains("5/5"))
    play.press("esc left")
    #expect(play.screen.contains("4/5"))
    play.press("esc g")
    expect(
      play.screen,
      """
       nabla  Losses › Log-softmax ────────────────────────────────────── 4/5  ▓▓▓▓░░

        How much?

        ▌ What is the log-sum-exp? Draw 1
        ▌
        ▌   ______________________________
                                 ┌─ steps ────────────────┐
                                 │                        │
                                 │    ✓  1  Three scores  │
                                 │       2  Step by step  │
                                 │       3  Which one?    │
                                 │  ▸ ·  4  How much?     │
                                 │    ·  5  Fill in       │
                                 │                        │
                                 └────────────────────────┘






       ──────────────────────────────────────────────────────────────────────────────
       enter go there   ↑↓ choose   esc close   F1 keys
      """)
  }

  @Test func `the search finds a step by its words`() {
    var play = Play()
    play.press("enter / \"much\"")
    #expect(play.screen.contains("4  How much?"))
    play.press("enter")
    #expect(play.screen.contains("4/5"))
    play.press("esc / \"nowhere\"")
    #expect(play.screen.contains("nothing found"))
  }

  @Test func `the REPL opens over the lesson and leaves it as it was`() {
    var play = Play()
    play.press("enter space")
    let before = play.screen
    play.press("r")
    #expect(play.screen.contains("Log-softmax › REPL"))
    play.press("\"q\" enter")
    #expect(play.screen.contains("Q"))
    play.press("f2")
    #expect(play.app.language == .chinese)
    play.press("f2 esc")
    expect(play.screen, before)
  }
}
