import Testing

@testable import Lessons

@Suite("Computed numbers in prose")
struct TextComputationTests {
  @Test(arguments: [
    ("-0.4170", "−0.4170"), ("-inf", "−inf"), ("1.0e-05", "1.0e−05"),
    ("[0.5, -1.25]", "[0.5, −1.25]"),
    ("(-1, 2)", "(−1, 2)"), ("0.5", "0.5"), ("one-hot", "one-hot"), ("2026-11-21", "2026-11-21"),
    ("-", "-"), ("-.5", "−.5"), ("a -b", "a -b"), ("3 - 2", "3 - 2"), ("", ""),
  ])
  func `have a minus sign where they are negative`(text: String, typeset: String) {
    #expect(TextComputation.typeset(text) == typeset)
  }
}
