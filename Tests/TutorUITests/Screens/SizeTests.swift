import Lessons
import Testing

@testable import TutorUI

@Suite struct SizeTests {
  /// Keys that lead to each kind of screen.
  private static let places = [
    "", "?", "enter", "enter e up", "enter e \"12\"", "enter space a", "enter space a enter enter",
    "enter g", "enter / \"much\"", "enter g down down enter c enter h",
    "enter g down down down enter \"1\" enter", "enter g end enter \"1\" enter", "enter ?",
  ]

  @Test(arguments: places, CourseLanguage.allCases)
  func `every screen can be drawn at every size`(_ keys: String, _ language: CourseLanguage) {
    var play = Play(80, 24, language: language)
    play.press(keys)
    let before = play.screen
    let sizes = [1, 2, 3, 5, 10, 20, 39, 40, 41, 59, 60, 79, 99, 100, 101, 140, 200]
    for columns in sizes {
      for rows in [1, 2, 3, 4, 5, 8, 11, 12, 13, 16, 19, 20, 24, 40, 60] {
        play.resize(columns, rows)
        let frame = play.app.render()
        #expect(frame.size == Size(columns: columns, rows: rows))
        if let cursor = frame.cursor { #expect(frame[cursor] != nil) }
      }
    }
    play.resize(80, 24)
    expect(play.screen, before)
  }

  @Test func `a screen too small says what it needs, as far as it can`() {
    var play = Play()
    play.press("enter space")
    play.resize(30, 8)
    expect(play.screen, "nabla needs 40×12")
    play.resize(9, 1)
    expect(play.screen, "nabla nee")
    play.press("space")
    play.resize(80, 24)
    #expect(play.screen.contains("2/5"))
  }

  @Test func `nothing runs over the edge`() {
    for columns in stride(from: 40, through: 130, by: 3) {
      for language in CourseLanguage.allCases {
        var play = Play(columns, 30, language: language)
        play.press("enter space a")
        for line in play.app.lesson?.page.left.lines ?? [] { #expect(line.columns <= columns - 2) }
        if let page = play.app.lesson?.page, let right = page.right {
          for line in right.lines { #expect(line.columns + page.rightAt <= columns - 1) }
        }
      }
    }
  }
}
