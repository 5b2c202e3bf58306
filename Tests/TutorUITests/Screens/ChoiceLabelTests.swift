import Lessons
import Testing

@testable import TutorUI

/// What choices are called, everywhere they are seen.
@Suite struct ChoiceLabelTests {
  private static let six = """
    ```quiz
    id: six
    kind: choices
    ask: Which?
    shuffle: false
    given: n = torch.randint(0, 9, (1,)).item()
    choices:
      - {text: "one {{ n }}", say: "No."}
      - {text: "two", say: "No."}
      - {text: "three", say: "No."}
      - {text: "four", say: "No."}
      - {text: "five", say: "No."}
      - {text: "six", correct: true}
    hints: [h]
    because: b
    ```
    """

  private func labels(_ lines: [String]) -> [Character?] {
    ["one", "two", "three", "four", "five", "six"].map { word in
      let line = lines.first { $0.contains(word) }
      return line?.split(separator: " ").dropLast(word == "one" ? 2 : 1).last?.first
    }
  }

  /// The number that was drawn.
  private func number(_ lines: [String]) -> Character? {
    lines.first { $0.contains("one") }?.last
  }

  @Test func `the sixth is F, and its key takes it though the numbers could be drawn again`() {
    let lesson = WrittenLesson(body: Self.six)
    let before = lesson.frame(after: "i", 60, 20).picture
    #expect(labels(before) == ["A", "B", "C", "D", "E", "F"])
    let after = lesson.frame(after: "i f", 60, 20).picture
    #expect(after.contains { $0.contains("■ F") })
    #expect(number(after) == number(before))
    let redrawn = lesson.frame(after: "esc f", 60, 20).picture
    #expect(number(redrawn) != number(before))
    #expect(!after.contains { $0.contains("f new") })
    #expect(lesson.frame(after: "esc", 160, 20).picture.contains { $0.contains("f new") })
  }

  @Test func `it is F in front of a class and in its notes`() {
    var app = Rehearsal(
      desk: WrittenLesson(body: Self.six), language: .english, size: Size(columns: 60, rows: 20),
      lesson: "t", isPresenting: true)
    app.press(.character("a"))
    #expect(labels(app.frame.picture) == ["A", "B", "C", "D", "E", "F"])
    var lesson = LessonState(opening)
    lesson.talk = Talk()
    lesson.talk?.shown = 3
    #expect(lesson.talkReport?.answer == "F")
  }

  private var opening: LessonOpening {
    let lesson = WrittenLesson(body: Self.six).lesson("t", in: .english)
    var player = LessonPlayer(lesson)
    return LessonOpening(id: "t", lesson: lesson, part: "", step: player.step(0))
  }
}
