import Math
import Testing

@Suite struct ExplanationTests {
  /// The story of log-softmax of some logits.
  private func story(_ values: [Double], _ shape: [Int]) throws -> Derivation {
    var story = Story()
    let z = story.given(Tensor(shape: shape, storage: .float64(values)), symbol: "z", formula: "z")
    _ = try LogSoftmax(dim: shape.count - 1).tell([z], in: &story)
    return Derivation(name: "log_softmax", formula: "", steps: story.steps)
  }

  @Test(arguments: [
    (0, 1, "z = 1.0000", []),
    (1, 0, "max(2.0000, 1.0000, 0.1000) = 2.0000", [0, 0, 0]),
    (2, 2, "0.1000 − 2.0000 = −1.9000", [0, 1]),
    (3, 1, "exp(−1.0000) ≈ 0.3679", [2]),
    (4, 0, "1.0000 + 0.3679 + 0.1496 ≈ 1.5174", [3, 3, 3]),
    (5, 0, "log(1.5174) ≈ 0.4170", [4]),
    (6, 1, "−1.0000 − 0.4170 ≈ −1.4170", [2, 5]),
  ])
  func `each number says how it was made`(
    _ step: Int, _ element: Int, _ text: String, _ sources: [Int]
  ) throws {
    let explanation = try #require(
      try story([2, 1, 0.1], [3]).explain(step: step, element: element))
    #expect(explanation.text == text)
    #expect(explanation.sources.map(\.step) == sources)
  }

  @Test func `what a kind's rounding swallowed is no equation`() throws {
    var story = Story()
    let large = story.given(
      Tensor(shape: [1], storage: .float32([16_777_216])), symbol: "a", formula: "a")
    let one = story.given(Tensor(shape: [1], storage: .float32([1])), symbol: "b", formula: "b")
    let sum = try story.step(.add(large, one))
    let derivation = Derivation(name: "sum", formula: "", steps: story.steps)
    let text = try #require(derivation.explain(step: sum, element: 0)).text
    #expect(text == "16777216.0000 + 1.0000 ≈ 16777216.0000")
  }

  @Test func `in a batch a number comes from its own row`() throws {
    let explanation = try #require(
      try story([2, 1, 0.1, 0.5, 3, 0.3], [2, 3]).explain(step: 1, element: 1))
    #expect(explanation.text == "max(0.5000, 3.0000, 0.3000) = 3.0000")
    #expect(explanation.sources.map(\.place) == [3, 4, 5])
  }

  @Test func `a long sum leaves its middle out`() throws {
    let values = (0..<12).map { Double($0) }
    let explanation = try #require(try story(values, [12]).explain(step: 1, element: 0))
    #expect(explanation.text.contains("4.0000, …, 10.0000, 11.0000) = 11.0000"))
    #expect(explanation.sources.count == 12)
  }

  @Test func `there is nothing to say of what is not there`() throws {
    let story = try story([1], [1])
    #expect(story.explain(step: 9, element: 0) == nil)
    #expect(story.explain(step: 0, element: 1) == nil)
    #expect(story.explain(step: 0, element: -1) == nil)
  }
}
