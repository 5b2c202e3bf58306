import Foundation
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

  @Test func `a question's program or choice that would be cut is found`() {
    func line(_ text: String) -> String {
      "```quiz\nid: q\nkind: line\nask: Which?\nprogram: |\n  \(text)\n  y = 2\nwrong: 2\n"
        + "mend: y = 3\ncheck: y\nhints: [h]\n```\n"
    }
    let long = "x = " + (1...21).map { "\($0)" }.joined(separator: " + ")
    #expect(problem(line(String(long.prefix(66)))) == nil)
    #expect(
      problem(line(long))
        == "A line of this question's program takes 97 columns, and there are 66: "
        + "\(long.prefix(40))…")
    let table =
      "```quiz\nid: q\nkind: table\nask: Fill in.\nanswer: torch.ones(1, 2)\nrows: [p]\n"
      + "columns: [NAME, b]\nblanks: [[0, 0]]\nformat: .4f\ntolerance: 0.1\nhints: [h]\n```\n"
    #expect(problem(table) == nil)
    let wide = table.replacingOccurrences(of: "NAME", with: "probability")
    #expect(
      problem(wide)?.hasPrefix("This question's table is cut on 80 columns:   ") == true)
  }

  @Test func `what stands below an open question does not count`() {
    let quiz =
      "```quiz\nid: q\nkind: text\nask: Name?\naccept: [a]\nhints: [h]\nbecause: b\n```\n\n"
    #expect(problem(quiz + Self.tall) == nil)
    #expect(problem(Self.tall + quiz) != nil)
  }
}
