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

  @Test func `a row that is told moves the page no further than its remark needs`() {
    let lesson = WrittenLesson(
      body: "## Steps\n\nOne.\n\n```nabla steps\nsoftmax([2, 1, 0.1])\n```\n\nThe end.\n")
    // The last row's remark ends on the last of fourteen lines; what follows it has to wait.
    let told = lesson.screen(after: "space space space space space", 60, 18)
    #expect(told.hasPrefix("  Steps\n"))
    #expect(told.hasSuffix("share of the sum."))
  }

  @Test func `a derivation is given the columns it needs, and no edit moves the text beside it`() {
    let lesson = WrittenLesson(
      body: """
        ## Steps

        Text that is so long that it takes more than one line beside the table at the right.

        ```nabla edit=z
        z = torch.tensor([2.0, 1.0, 0.1])
        ```

        ```nabla steps
        log_softmax(z)
        ```
        """)
    let told = lesson.screen(after: "a", 100, 30)
    #expect(told.contains("log ∑ⱼ e^(zⱼ−m)\n"))
    #expect(!told.contains("…"))
    let edited = lesson.screen(after: "a e \"1000000\" enter esc", 100, 30)
    for (before, after) in zip(told.split(separator: "\n"), edited.split(separator: "\n")) {
      #expect(before.prefix { $0 != "│" } == after.prefix { $0 != "│" })
    }
  }

  @Test func `what is longer than a screen goes on where it was`() {
    let rows = (1...30).map { "print(\($0))" }.joined(separator: "\n")
    let lesson = WrittenLesson(body: "```nabla print\n\(rows)\n```\n")
    let first = lesson.screen(after: "", 40, 14).split(separator: "\n")
    let next = lesson.screen(after: "space", 40, 14).split(separator: "\n")
    #expect(first.last == next.dropFirst().first)
  }
}
