@testable import Lessons
import Testing

@testable import TutorUI

extension DrillPlayTests {
  @Test func `what is due today stands on the first screen`() {
    var play = DrillPlay()
    let card = CardID(lesson: "sums", quiz: "add")
    play.world.events = [
      HistoryEvent(
        time: play.world.now - 9 * 86400,
        Review(
          card: card, seed: 1, answer: "", outcome: .right, hints: 0, tries: 1, seconds: 1,
          rating: .good))
    ]
    play.perform([.drill(.countDue)])
    #expect(play.screen.contains("1 due today"))
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 120, rows: 40)])
  func `small and large screens hold a session`(size: Size) {
    for language in CourseLanguage.allCases {
      var play = DrillPlay(size.columns, size.rows, language: language)
      for keys in ["d", "enter", "v", "q", "q", "d", "down enter", "q"] {
        play.press(keys)
        #expect(play.app.render().size == size)
      }
    }
  }
}
