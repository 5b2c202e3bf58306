import Lessons
import Testing

@testable import TutorUI

@Suite struct TalkPlayTests {
  /// A lesson in front of a class, at its first step.
  private func play(
    _ columns: Int = 60, _ rows: Int = 18, language: CourseLanguage = .english
  ) -> Play {
    var play = Play(columns, rows, language: language)
    play.app.isPresenting = true
    play.send(.resized(Size(columns: columns, rows: rows)))
    play.press("enter")
    return play
  }

  @Test func `a title stands on one row in every step`() {
    for (columns, rows) in [(60, 18), (80, 24), (120, 40)] {
      var play = play(columns, rows)
      for title in ["Three scores", "Step by step", "Which one?", "How much?", "Fill in"] {
        let lines = play.screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1].contains(title))
        play.press("n")
      }
    }
  }

  @Test func `a title stays while what is below it scrolls`() {
    var play = play(60, 12)
    play.press("n space space space space space space")
    let lines = play.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1].contains("Step by step"))
    #expect(play.screen.contains("That was all."))
    #expect(!play.screen.contains("One row at a time."))
    // What has the cursor is seen below the title.
    play.press("enter up up up up up")
    #expect(play.screen.contains("z          2.0000"))
    #expect(
      play.screen.split(separator: "\n", omittingEmptySubsequences: false)[1].contains(
        "Step by step"))
  }

  @Test func `a step begins with its title, and its first piece below in the middle`() {
    let play = play()
    expect(
      play.screen,
      """

                              Three scores



                   The last layer gave these logits.











       space go on   g steps   b blank   l 中文   ? keys   q end
      """)
  }

  @Test func `pieces come one at a time, and go again`() {
    var play = play()
    let first = play.app.lesson?.page.left.lines.count
    play.press("space")
    expect(
      play.screen,
      """

                              Three scores



                   The last layer gave these logits.


                                 0       1       2
                      ✎ z   2.0000  1.0000  0.1000







        Log-softmax                                          1/5
      """)
    play.press("space")
    #expect(play.screen.contains("The largest is 2.0."))
    play.press("left left")
    #expect(play.app.lesson?.page.left.lines.count == first)
    play.press("left")
    #expect(play.screen.contains("1/5"))
  }

  @Test func `a derivation comes row by row, and the next step after its last piece`() {
    var play = play()
    play.press("n space")
    #expect(play.screen.contains("softmax(z)"))
    #expect(!play.screen.contains("2.0000"))
    play.press("space")
    #expect(play.screen.contains("z          2.0000"))
    #expect(!play.screen.contains("m          2.0000"))
    play.press("space")
    #expect(play.screen.contains("m          2.0000"))
    #expect(!play.screen.contains("That was all."))
    play.press("space space space")
    #expect(play.screen.contains("That was all."))
    play.press("space")
    #expect(play.screen.contains("Which class wins?"))
    // Back from there, the step before is whole.
    play.press("left")
    #expect(play.screen.contains("That was all."))
  }

  @Test func `nothing that is seen moves when more comes`() {
    for rows in [18, 24, 40] {
      var play = play(80, rows)
      var before = play.screen.split(separator: "\n", omittingEmptySubsequences: false)
      play.press("space")
      for _ in 0..<2 {
        let after = play.screen.split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in before.enumerated() where !line.isEmpty && row < rows - 1 {
          #expect(after[row] == line)
        }
        before = after
        play.press("space")
      }
    }
  }

  @Test func `a question waits with its choices, and then with its answer`() {
    var play = play()
    play.press("n n")
    #expect(play.screen.contains("Which class wins?"))
    #expect(!play.screen.contains("dog"))
    play.press("space")
    #expect(play.screen.contains("○ B  dog"))
    #expect(!play.screen.contains("✓"))
    play.press("space")
    #expect(play.screen.contains("✓ B  dog"))
    play.press("n")
    #expect(!play.screen.contains("2.4170"))
    play.press("space")
    #expect(play.screen.contains("Answer  2.4170"))
  }

  @Test func `a question drawn again is asked again`() {
    var play = play()
    play.press("n n n space")
    #expect(play.screen.contains("2.4170"))
    play.press("f")
    #expect(play.screen.contains("Draw 2"))
    #expect(!play.screen.contains("2.4170"))
  }

  @Test func `hands are counted, and their bars stay hidden until the answer`() {
    var play = play()
    play.press("n n space t")
    #expect(play.screen.contains("▸ ____"))
    play.press("1 2 enter 4 enter")
    // Only the count in hand is seen while it is typed.
    #expect(!play.screen.contains("12"))
    #expect(play.screen.contains("hands counted: 16"))
    #expect(play.app.lesson?.talkReport?.tally.map(\.count) == [12, 4, nil])
    #expect(play.app.lesson?.talkReport?.isTallyShown == false)
    play.press("esc")
    #expect(!play.screen.contains("█"))
    play.press("space")
    expect(
      play.screen.split(separator: "\n").dropFirst(2).prefix(6).joined(separator: "\n"),
      """
                    A  cat
                       ██████████████████████████ 12  75%
                  ✓ B  dog
                       ████████▋ 4  25%
                    C  bird
                       0  0%
      """)
    #expect(play.app.lesson?.talkReport?.isTallyShown == true)
    play.press("left")
    #expect(!play.screen.contains("█"))
  }

  @Test func `hands that nobody raised are no tally`() {
    var play = play()
    play.press("t")
    #expect(play.screen.contains("There is no question with choices"))
    play.press("n n space t esc")
    #expect(play.app.lesson?.talkReport?.tally == [])
    play.press("t \"1234\" bs bs enter enter enter")
    #expect(play.app.lesson?.talkReport?.tally.map(\.count) == [1, nil, nil])
    #expect(play.app.lesson?.talk?.counting == nil)
  }

  @Test func `inputs are edited in front of the class`() {
    var play = play()
    play.press("e")
    #expect(play.app.lesson?.focus == .reading)
    play.press("space space e up")
    #expect(play.screen.contains("2.1000"))
    #expect(play.screen.contains("The largest is 2.1."))
    play.press("esc u")
    #expect(play.screen.contains("The largest is 2.0."))
  }

  @Test func `the screen is blank until a key`() {
    var play = play()
    play.press(".")
    expect(play.screen, "")
    #expect(play.app.lesson?.talkReport?.isBlank == true)
    play.press("space")
    #expect(play.screen.contains("Three scores"))
    #expect(play.app.lesson?.talk?.shown == 1)
  }

  @Test func `the footer can go`() {
    var play = play()
    play.press("F")
    #expect(!play.screen.contains("Log-softmax"))
    play.press("F")
    #expect(play.screen.contains("Log-softmax"))
  }

  @Test func `the language changes within a step`() {
    var play = play()
    play.press("space space l")
    #expect(play.screen.contains("三个得分"))
    #expect(play.screen.contains("最大的是 2.0。"))
    #expect(play.app.lesson?.talkReport?.language == .chinese)
  }

  @Test func `the list of steps leads to any of them`() {
    var play = play()
    play.press("g down down enter")
    #expect(play.screen.contains("Which class wins?"))
    #expect(!play.screen.contains("dog"))
  }

  @Test func `a cell says where it comes from`() {
    var play = play(80, 24)
    play.press("n a enter enter")
    #expect(play.screen.contains("exactly"))
    play.press("esc esc")
    #expect(play.app.lesson?.focus == .reading)
  }

  @Test func `nothing is recorded, and q ends it`() {
    var play = play()
    play.press("space space space a n n a n")
    #expect(play.recorded.isEmpty)
    play.press("q")
    #expect(play.hasQuit)
  }

  @Test func `after the last piece it says so`() {
    var play = play()
    play.press("n n n n a space")
    #expect(play.screen.contains("That was the last step."))
  }

  @Test func `the mouse shows what comes next`() {
    var play = play()
    play.send(.key(.click(Position(column: 1, row: 1))))
    #expect(play.screen.contains("✎ z"))
  }

  @Test(arguments: 0..<6)
  func `no keys and sizes can break it`(_ seed: Int) {
    var state = UInt64(seed &+ 1) &* 0x9e37_79b9_7f4a_7c15
    func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let keys = KeyTable.bindings.flatMap(\.keys).filter {
      $0 != .control("c") && $0 != .control("q") && $0 != .character("q")
    }
    var play = play(80, 24)
    for _ in 0..<250 {
      if roll(30) == 0 {
        play.resize(1 + roll(140), 1 + roll(50))
      } else {
        play.send(.key(keys[roll(keys.count)]))
      }
      #expect(play.app.render().size == play.app.size)
    }
  }
}
