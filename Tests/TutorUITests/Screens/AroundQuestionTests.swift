@testable import Lessons
import Testing

@testable import TutorUI

/// What surrounds a question: the footer's ways around it, and what was asked for coming into sight.
@Suite struct AroundQuestionTests {
  private static let inputs = "```nabla edit=z\nz = torch.tensor([1.0, 2.0])\n```\n\n"

  private static func lesson(_ quiz: String, inputs: String = "") -> WrittenLesson {
    WrittenLesson(
      body: inputs + "```quiz\nid: q\n\(quiz)\nhints: [Think., Again.]\nbecause: So.\n```\n")
  }

  private static let number = "kind: number\nask: What?\nanswer: 1.0"
  private static let choice =
    "kind: choice\nask: Which?\nchoices: [{text: A, correct: true}, {text: B, because: N.}]"
  private static let five =
    "kind: choice\nask: Which?\nchoices: [{text: A, correct: true}, {text: B, because: N.}, "
    + "{text: C, because: N.}, {text: D, because: N.}, {text: E, because: N.}]"
  private static let order = "kind: order\nask: Order.\nitems: [one, two, three]"
  private static let table =
    "kind: table\nask: Fill.\nheads: [a, b]\nrows: {x: torch.tensor([1.0, 2.0])}\nblank: x"

  @Test(arguments: [
    (number, "", "enter check  esc h hint  esc v show answer  esc s skip  esc e inputs  F1 keys"),
    (choice, "", "enter check   ↑↓ choose   e inputs   h hint   v show answer   s skip   ? keys"),
    (five, "", "enter check  ↑↓ choose  esc e inputs  h hint  v show answer  s skip  ? keys"),
    (order, "", "enter check   space take   e inputs   h hint   v show answer   s skip   ? keys"),
    (
      order, "space",
      "enter check  space put down  e inputs  h hint  v show answer  s skip  ? keys"
    ),
  ])
  func `the ways around a question are seen at 80 columns`(
    quiz: String, keys: String, footer: String
  ) {
    let frame = Self.lesson(quiz, inputs: Self.inputs).frame(after: keys, 80)
    expect(frame.picture.last ?? "", " " + footer)
  }

  @Test func `from a question that is typed the inputs are two keys away`() {
    let lesson = Self.lesson(Self.number, inputs: Self.inputs)
    var play = Rehearsal(
      desk: lesson, language: .english, size: Size(columns: 80, rows: 24), lesson: "t")
    play.press(.alt("e"))
    play.press(.up)
    #expect(play.frame.picture.contains { $0.contains("1.1000") })
    #expect(play.frame.picture.last?.contains("u reset") == true)
  }

  @Test func `a letter that takes an option is not offered for something else`() {
    let lesson = Self.lesson(Self.five, inputs: Self.inputs)
    #expect(lesson.screen(after: "e").contains("▸  ● E"))
  }

  @Test func `hints come into sight, however long the question is`() {
    let long = (1...9).map { "`x\($0)` stands here." }.joined(separator: "\\n\\n")
    let lesson = Self.lesson("kind: number\nask: \"\(long)\\n\\nWhat?\"\nanswer: 1.0")
    for (keys, hint) in [("h", "Think."), ("h h", "Again.")] {
      let frame = lesson.frame(after: "esc " + keys, 60, 16)
      #expect(frame.picture.contains { $0.hasSuffix(hint) })
    }
  }

  @Test func `the answer asked for comes into sight with its reasons`() {
    let body =
      (1...8).map { "Line \($0).\n\n" }.joined()
      + "```quiz\nid: q\n\(Self.number)\nhints: [Think.]\nbecause: |\n  One.\n\n  Two.\n\n  Three.\n```\n"
    let lesson = WrittenLesson(body: body)
    expect(
      lesson.screen(after: "space esc v", 60, 14),
      """
        ▌   ______________________________
        ▌
        ▌ The answer:
        ▌   1.0000
        ▌
        ▌ One.
        ▌
        ▌ Two.
        ▌
        ▌ Three.
      """)
  }
}
