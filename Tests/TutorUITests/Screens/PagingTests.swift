import Lessons
import Testing

@testable import TutorUI

@Suite struct PagingTests {
  private static let lesson = WrittenLesson(
    body: """
      ## Page

      One.

      Two.

      ```nabla bars
      softmax([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])
      ```

      Three.

      Four.

      Five.
      """)

  @Test func `a page down begins with what was cut, so that a picture is seen whole`() {
    #expect(Self.lesson.screen(after: "", 40, 14).hasPrefix("  Page\n\n  One."))
    expect(
      Self.lesson.screen(after: "space", 40, 14),
      """
        0 ███▎                       0.1250
        1 ███▎                       0.1250
        2 ███▎                       0.1250
        3 ███▎                       0.1250
        4 ███▎                       0.1250
        5 ███▎                       0.1250
        6 ███▎                       0.1250
        7 ███▎                       0.1250

        Three.
      """)
    #expect(Self.lesson.screen(after: "pgdn", 40, 14).hasPrefix("  0 ███▎ "))
    #expect(Self.lesson.screen(after: "space space", 40, 14).hasSuffix("  Five."))
  }

  @Test func `what is longer than a screen goes on where it was`() {
    let rows = (1...30).map { "print(\($0))" }.joined(separator: "\n")
    let lesson = WrittenLesson(body: "```nabla print\n\(rows)\n```\n")
    let first = lesson.screen(after: "", 40, 14).split(separator: "\n")
    let next = lesson.screen(after: "space", 40, 14).split(separator: "\n")
    #expect(first.last == next.dropFirst().first)
  }
}
