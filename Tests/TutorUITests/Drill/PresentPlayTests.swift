@testable import Lessons
import Testing

@testable import TutorUI

@Suite struct PresentPlayTests {
  private func present(
    _ step: Int = 0, columns: Int = 80, language: CourseLanguage = .english
  ) -> DrillPlay {
    var play = DrillPlay(columns, 24, language: language)
    play.perform([.present(.begin("sums", language, step: step))])
    return play
  }

  @Test func `the pieces of a step come one at a time, and the answer last`() {
    var play = present()
    #expect(play.screen.contains("The numbers are 1 and 1."))
    #expect(!play.screen.contains("What is it called?"))
    play.press("space")
    #expect(play.screen.contains("What is it called?"))
    #expect(!play.screen.contains("✓"))
    play.press("space")
    #expect(play.screen.contains("✓ A  sum"))
    play.press("space")
    #expect(play.screen.contains("Add") && play.screen.contains("2/2"))
    // Back is the step before, whole.
    play.press("left")
    #expect(play.screen.contains("✓ A  sum"))
    play.press("left")
    #expect(!play.screen.contains("✓ A  sum") && play.screen.contains("sum"))
  }

  @Test func `nothing of a presentation is kept as progress`() {
    var play = present()
    play.press("space space space space space")
    #expect(play.world.events.isEmpty)
    #expect(play.app.lesson?.quizzes["add"]?.isFromBefore == false)
  }

  @Test func `hands are counted in the dark`() {
    var play = present()
    play.press("space t 3 down 12 down")
    #expect(play.screen.contains("Hands: 15"))
    #expect(play.screen.contains("A  •••"))
    #expect(!play.screen.contains("80%"))
    play.press("up bs 0 enter")
    #expect(play.screen.contains("Hands: 13"))
    #expect(play.screen.contains("77%"))
    play.press("t c 7 enter space")
    // The right answer is told now, and with it the loss of the room.
    #expect(
      play.screen.contains("3/20 voted right, so the loss of the room is −log(3/20) = 1.897."))
  }

  @Test func `hands need a question with choices`() {
    var play = present(1)
    play.press("t")
    #expect(play.screen.contains("no question with choices"))
  }

  @Test func `a blank screen is blank, and comes back`() {
    var play = present()
    play.press("b")
    #expect(play.screen.isEmpty)
    #expect(play.world.speaker?.isBlank == true)
    play.press("x")
    #expect(play.screen.contains("The numbers are"))
  }

  @Test func `a step is jumped to`() {
    var play = present()
    play.press("g down enter")
    #expect(play.screen.contains("2/2"))
    play.press("home")
    #expect(play.screen.contains("1/2"))
  }

  @Test func `the speaker's page follows`() throws {
    var play = present()
    let first = try #require(play.world.speaker)
    #expect(first.step == 0 && first.next == "Add" && first.pieces == 1 && first.total == 3)
    play.world.now += 90
    play.press("space space space")
    let second = try #require(play.world.speaker)
    #expect(second.step == 1 && second.next == nil)
    #expect(second.started == first.started && second.stepStarted == first.started + 90)
    #expect(SpeakerPage(json: second.json) == second)
    play.press("q")
    #expect(play.world.speaker == nil && play.app.present == nil)
  }

  @Test func `notes, the next step and a clock stand in the second terminal`() {
    var page = SpeakerPage(
      lesson: "Softmax", language: .english, step: 1, steps: 9, title: "Step by step",
      next: "Your turn", notes: ["Ask the room first."], pieces: 2, total: 4, isBlank: false)
    page.started = 1000
    page.stepStarted = 1060
    var notes = SpeakerNotes(size: Size(columns: 60, rows: 12), language: .chinese)
    #expect(notes.render().picture.joined().contains("还没有开始讲授"))
    #expect(notes.update(.woken) == [.look])
    #expect(notes.update(.looked(page, now: 1075, offset: 3600)) == [.wake])
    expect(
      notes.render().picture.joined(separator: "\n"),
      """
        Softmax  2/9  Step by step
        2 of 4 shown  ▓▓▓▓░░░░

        Ask the room first.




       ──────────────────────────────────────────────────────────
        Next: Your turn
        01:17   since the beginning 1:15, on this step 0:15

      """)
    #expect(notes.update(.key(.character("q"))) == [.quit])
  }

  @Test(arguments: [40, 80, 120])
  func `every size can be presented in both languages`(columns: Int) {
    for language in CourseLanguage.allCases {
      var play = present(columns: columns, language: language)
      play.press("space t 4 enter space space e u i x s l")
      #expect(play.app.render().size.columns == columns)
    }
  }
}
