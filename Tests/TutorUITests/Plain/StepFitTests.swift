import Lessons
import Testing

@testable import TutorUI

@Suite struct StepFitTests {
  private func problem(_ body: String) -> String? {
    var player = LessonPlayer(WrittenLesson(body: body).lesson("t", in: .english))
    let step = player.step(0)
    return StepFit.problem(step, in: player.lesson)
  }

  private static let tall = (1...12).map { "Line \($0).\n" }.joined(separator: "\n")

  @Test func `a step that takes more than a small screen is found, unless it is marked`() {
    #expect(problem("## Short\n\nText.") == nil)
    #expect(
      problem("## Tall\n\n" + Self.tall)
        == "This step takes 25 lines, and 80×24 shows 20 at once: cut it in two, or mark it with "
        + "`<!-- scroll -->`.")
    #expect(problem("## Tall\n\n<!-- scroll -->\n\n" + Self.tall) == nil)
  }

  @Test func `what stands below an open question does not count`() {
    let quiz =
      "```quiz\nid: q\nkind: text\nask: Name?\naccept: [a]\nhints: [h]\nbecause: b\n```\n\n"
    #expect(problem(quiz + Self.tall) == nil)
    #expect(problem(Self.tall + quiz) != nil)
  }
}
