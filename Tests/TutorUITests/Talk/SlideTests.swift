import Lessons
import Testing

@testable import TutorUI

/// What a written lesson's step is cut into.
@Suite struct SlideTests {
  /// The screens of a step, one for each piece, without their footers.
  private func screens(_ body: String, _ count: Int) -> [String] {
    (1...count).map { number in
      var rehearsal = Rehearsal(
        desk: WrittenLesson(body: body), language: .english, size: Size(columns: 60, rows: 20),
        lesson: "t", isPresenting: true)
      for _ in 1..<number { rehearsal.press(.character(" ")) }
      return rehearsal.frame.picture.dropLast(1).joined(separator: "\n")
    }
  }

  /// In which piece each of some words is seen first.
  private func firsts(_ words: [String], of body: String, _ count: Int) -> [Int?] {
    let screens = screens(body, count)
    return words.map { word in screens.firstIndex { $0.contains(word) }.map { $0 + 1 } }
  }

  @Test func `paragraphs, formulas and the items of a list`() {
    let body = """
      One.

      $$ x + 1 $$

      - two
      - three

      Four.
      """
    #expect(
      firsts(["One", "x + 1", "two", "three", "Four"], of: body, 5) == [1, 2, 3, 4, 5])
  }

  @Test func `a program's result waits`() {
    let body = """
      ```nabla
      3 * 14
      ```

      ```nabla bars
      [0.25, 0.75]
      ```
      """
    #expect(firsts(["3 * 14", "42", "0.7500"], of: body, 3) == [1, 2, 3])
  }

  @Test func `a derivation waits, row by row`() {
    let body = """
      ```nabla steps
      softmax([2.0, 1.0])
      ```
      """
    let firsts = firsts(["softmax([2.0, 1.0])", "1.0000", "0.7311"], of: body, 7)
    #expect(firsts[0] == 1)
    #expect(firsts[1] == 2)
    #expect((firsts[2] ?? 0) > 4)
  }

  @Test func `a heading comes with what stands below it`() {
    let body = """
      ## Title

      One.

      ### Head

      Two.
      """
    #expect(firsts(["One", "Head", "Two"], of: body, 2) == [1, 2, 2])
  }

  @Test func `the points of an answer come one by one`() {
    let body = """
      ```quiz
      id: why
      kind: recall
      ask: Why?
      points: [first point, second point]
      answer: In full.
      ```
      """
    #expect(
      firsts(["Why?", "first point", "second point", "In full."], of: body, 4) == [1, 2, 3, 4])
  }

  @Test func `a step too long for the screen is scrolled to what is new`() {
    let body = (1...30).map { "Line \($0)." }.joined(separator: "\n\n")
    let screens = screens(body, 30)
    #expect(screens[29].contains("Line 30."))
    #expect(!screens[29].contains("Line 1."))
  }
}
