import Lessons
import Testing

@testable import TutorUI

@Suite struct NotesScreenTests {
  private var report: TalkReport {
    TalkReport(
      lesson: "Log-softmax", language: .english, step: 2, count: 9, title: "Which one?",
      next: "How much?", notes: ["Ask the room first.", "Then wait."], shown: 2, pieces: 3)
  }

  private func screen(
    _ sighting: TalkFile.Sighting, at now: Double = 1_800_000_754, columns: Int = 70,
    rows: Int = 20
  ) -> NotesScreen {
    var screen = NotesScreen(language: .english)
    _ = screen.update(.resized(Size(columns: columns, rows: rows)))
    _ = screen.update(.looked(sighting, now: now, offset: 0))
    return screen
  }

  @Test func `the notes, the next step, the pieces, the hands and the time`() {
    var report = report
    report.answer = "B"
    report.tally = [.init(letter: "A", count: 12), .init(letter: "B", count: nil)]
    expect(
      screen(.running(report, since: 1_800_000_000)).render(),
      shows: """
         nabla  Log-softmax ─────────────────────────────────── 3/9 ▓▓▓░░░░░░
                                                                _     _
          Which one?                                         |  _| .  _| |_|
          ▓▓░░  2 of 3 shown                                 | |_  .  _|   |
                                                             since the start

          Ask the room first.

          Then wait.






          Answer  B
          Hands   A 12   B ·   the room does not see it yet
          Next    How much?
         ────────────────────────────────────────────────────────────────────
         q quit                                                         08:12
        """)
  }

  @Test func `it follows, and says when there is nothing to follow`() {
    var screen = screen(.nothing)
    #expect(screen.render().picture.joined().contains("Waiting for a presentation"))
    #expect(
      screen.update(.looked(.running(report, since: 0), now: 60, offset: 0)) == [.rest])
    #expect(screen.render().picture.joined().contains("Ask the room first."))
    _ = screen.update(.looked(.nothing, now: 61, offset: 0))
    #expect(screen.render().picture.joined().contains("has ended"))
    _ = screen.update(.looked(.running(report, since: 61), now: 62, offset: 0))
    #expect(screen.render().picture.joined().contains("Ask the room first."))
  }

  @Test func `it takes the language of the presentation`() {
    var report = report
    report.language = .chinese
    report.isBlank = true
    let text = screen(.running(report, since: 0)).render().picture.joined()
    #expect(text.contains("下一步"))
    #expect(text.contains("屏幕已黑。"))
  }

  @Test func `long notes are scrolled, and begin anew with each step`() {
    var report = report
    report.notes = (1...40).map { "Note \($0)." }
    var screen = screen(.running(report, since: 0))
    #expect(screen.render().picture.joined().contains("Note 1."))
    for _ in 0..<200 { _ = screen.update(.key(.down)) }
    #expect(screen.render().picture.joined().contains("Note 40."))
    report.step = 3
    _ = screen.update(.looked(.running(report, since: 0), now: 1, offset: 0))
    #expect(screen.render().picture.joined().contains("Note 1."))
  }

  @Test func `q leaves, and looking goes on`() {
    var screen = screen(.nothing)
    #expect(screen.update(.key(.character("q"))) == [.quit])
    #expect(screen.update(.key(.control("c"))) == [.quit])
    #expect(screen.update(.woken) == [.look])
  }

  @Test func `it can be drawn at every size`() {
    for columns in [1, 5, 20, 40, 59, 60, 80, 200] {
      for rows in [1, 2, 3, 6, 7, 12, 16, 24, 60] {
        let size = Size(columns: columns, rows: rows)
        #expect(
          screen(.running(report, since: 0), columns: columns, rows: rows).render().size == size)
        #expect(screen(.nothing, columns: columns, rows: rows).render().size == size)
      }
    }
  }
}
