import Lessons
import Testing

@testable import TutorUI

/// The kinds of questions that are answered by shapes, orders, words, lines and points.
@Suite struct WordQuizPlayTests {
  private static func quiz(_ text: String) -> WrittenLesson {
    WrittenLesson(body: "```quiz\nid: q\n\(text)\nhints: [Think.]\nbecause: So.\n```\n")
  }

  static let shape = quiz("kind: shape\nask: Its shape?\nanswer: torch.ones(2, 4)\nmistakes: []")
  static let order = quiz("kind: order\nask: Order them.\nitems: [one, two, three, four]")
  static let text = quiz("kind: text\nask: Its name?\naccept: [softmax]")
  static let line = quiz(
    """
    kind: line
    ask: Which line?
    program: |
      x = 1
      if x:
          y = x - 1
    wrong: 3
    mend: y = x + 1
    check: y
    mistakes: [{line: 1, say: That is given.}]
    """)
  static let recall = quiz(
    "kind: recall\nask: Why?\npoints: [First., Second.]\nanswer: First and second.")

  @Test func `a line that was wrongly taken is crossed out as a wrong choice is`() {
    let signs = Self.line.frame(after: "enter").cells.filter { $0.scalar == 0x2717 }
    // At the line, and in what is said below.
    #expect(signs.map(\.style) == [Style(.wrong, .bold), Style(.wrong, .bold)])
  }

  @Test func `a shape is typed, and a wrong one is told how it is wrong`() {
    expect(
      Self.shape.screen(after: "\"4,2\" enter"),
      """
        ▌ Its shape?
        ▌
        ▌ ▸ 4,2___________________________
        ▌
        ▌ ✗ Not yet.
        ▌ These are the right sizes, in another order.
      """)
    expect(
      Self.shape.screen(after: "\"torch.Size([2,\" space \"4])\" enter"),
      """
        ▌ Its shape?
        ▌
        ▌   torch.Size([2, 4])____________
        ▌
        ▌ ✓ Right.
        ▌
        ▌ So.
      """)
  }

  @Test func `the items of an order are moved by keys`() {
    // Drawn from the question's own seed, the order begins as three, four, one, two.
    let begun = Self.order.screen(after: "")
    let order = begun.split(separator: "\n").compactMap { row in
      ["one", "two", "three", "four"].firstIndex { row.hasSuffix($0) }
    }
    #expect(order.sorted() == [0, 1, 2, 3] && order != [0, 1, 2, 3])
    // Each item in turn is carried to its place by the place's number.
    var keys: [String] = []
    var now = order
    for item in 0..<4 {
      let place = now.firstIndex(of: item) ?? 0
      keys += Array(repeating: "up", count: 4) + Array(repeating: "down", count: place)
      keys.append("\(item + 1)")
      now.insert(now.remove(at: place), at: item)
    }
    let sorted = Self.order.screen(after: keys.joined(separator: " ") + " enter")
    expect(
      sorted,
      """
        ▌ Order them.
        ▌
        ▌    ✓ 1  one
        ▌    ✓ 2  two
        ▌    ✓ 3  three
        ▌    ✓ 4  four
        ▌
        ▌ ✓ Right.
        ▌
        ▌ So.
      """)
    let carried = Self.order.screen(after: "space down down")
    #expect(carried.contains("▸  ↕ 3  \(["one", "two", "three", "four"][order[0]])"))
    #expect(Self.order.screen(after: "J J") != begun)
    #expect(Self.order.screen(after: "s-down s-down") == Self.order.screen(after: "J J"))
  }

  @Test func `a wrong neighbour is told and marked`() {
    let wrong = Self.order.screen(after: "enter")
    #expect(wrong.contains("✗ Not yet."))
    #expect(wrong.split(separator: "\n").count { $0.contains(" ✗ ") && !$0.contains("Not") } == 2)
    #expect(wrong.contains("” comes before “"))
  }

  @Test func `a word is typed as one likes`() {
    #expect(Self.text.screen(after: "\"Soft-Max.\" enter").contains("✓ Right."))
    #expect(Self.text.screen(after: "\"hardmax\" enter").contains("✗ Not yet."))
  }

  @Test func `the wrong line is taken, and mended where it stands`() {
    expect(
      Self.line.screen(after: "1 enter"),
      """
        ▌ Which line?
        ▌
        ▌ ▸  ✗ 1  x = 1
        ▌    ○ 2  if x:
        ▌    ○ 3      y = x - 1
        ▌
        ▌ ✗ Not yet.
        ▌ That is given.
      """)
    expect(
      Self.line.screen(after: "down down enter"),
      """
        ▌ Which line?
        ▌
        ▌      1  x = 1
        ▌      2  if x:
        ▌    ✗ 3      y = x - 1
        ▌    ✓ →      y = x + 1
        ▌
        ▌ ✓ Right.
        ▌ y is 2 with the line mended; it was 0.
        ▌
        ▌ So.
      """)
  }

  @Test func `a recall is written or said, then compared with its points`() {
    let frame = Self.recall.frame(after: "\"my\" space \"answer\" enter b")
    #expect(
      frame.picture.last == " enter check   space tick   h hint   v show answer   ? keys")
    expect(
      Self.recall.screen(after: "\"my\" space \"answer\" enter b enter"),
      """
        ▌ Why?
        ▌
        ▌ my answer
        ▌
        ▌      A  First.
        ▌    ✓ B  Second.
        ▌
        ▌ A good answer:
        ▌ First and second.
        ▌
        ▌ You made 1 of 2 points.
        ▌
        ▌ So.
      """)
    #expect(Self.recall.screen(after: "enter a b enter").contains("✓ Right."))
  }

  @Test(arguments: [shape, order, text, line, recall], CourseLanguage.allCases)
  func `every kind can be shown its answer, skipped and answered after all`(
    lesson: WrittenLesson, language: CourseLanguage
  ) {
    let shown = lesson.screen(after: "esc v", language: language)
    #expect(shown.contains("So."), "\(shown)")
    let skipped = lesson.screen(after: "esc s i", language: language)
    #expect(skipped == lesson.screen(after: "", language: language))
  }
}

/// Questions whose numbers are drawn.
@Suite struct SeedPlayTests {
  private let lesson = WrittenLesson(
    body: """
      ```quiz
      id: q
      kind: choice
      ask: How much is {{ a }} and one?
      given: a = torch.randint(0, 1000, (1,)).item()
      choices:
        - {text: 'It is {{ a + 1 }}.', correct: true}
        - {text: 'It is {{ a }}.', say: One more.}
        - {text: 'It is {{ a - 1 }}.', say: Two more.}
        - {text: 'It is {{ a + 2 }}.', say: One less.}
      hints: [Add.]
      because: So.
      ```
      """)

  @Test func `the seed is shown, and a typed one draws the same question again`() {
    let begun = lesson.screen(after: "")
    let seed = begun.split(separator: " ").last.map(String.init) ?? ""
    #expect(begun.contains("seed \(seed)"))
    let other = lesson.screen(after: "f")
    #expect(other != begun && other.contains("seed \((Int(seed) ?? 0) + 1)"))
    #expect(lesson.screen(after: "f f F \"\(seed)\" enter") == begun)
    #expect(lesson.screen(after: "F \"x1\" enter esc").contains(begun.prefix(30)))
  }

  @Test func `choices keep their order when one was wrong`() {
    func choices(_ keys: String) -> [Substring?] {
      lesson.screen(after: keys).split(separator: "\n").filter { $0.contains("It is") }
        .map { $0.split(separator: "It").last }
    }
    for letter in ["a", "b", "c", "d"] {
      #expect(choices("\(letter) enter") == choices(""))
      #expect(choices("").count == 4)
    }
  }
}
