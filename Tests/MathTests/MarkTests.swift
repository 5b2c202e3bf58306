import Math
import Testing

/// What went wrong is marked at the step where it went wrong, and nowhere later.
@Suite struct MarkTests {
  private func marks(
    _ operation: any Operator, _ logits: [Double], _ dtype: DType = .float64
  ) throws -> [String: Derivation.Mark] {
    var story = Story()
    let z = story.given(Tensor(logits).cast(to: dtype), symbol: "z", formula: "z")
    _ = try operation.tell([z], in: &story)
    return story.steps.reduce(into: [:]) { $0[$1.symbol] = $1.mark }
  }

  @Test func `nothing is marked where nothing happens`() throws {
    #expect(try marks(Softmax(dim: 0), [2, 1, 0.1]).isEmpty)
    #expect(try marks(LogSoftmax(dim: 0), [2, 1, 0.1]).isEmpty)
    #expect(try marks(NaiveLogSoftmax(dim: 0), [2, 1, 0.1]).isEmpty)
  }

  @Test func `the naive softmax overflows first, and is nan after that`() throws {
    #expect(try marks(NaiveSoftmax(dim: 0), [1000, 0, -1000]) == ["e^z": .overflow, "p": .nan])
    #expect(try marks(NaiveSoftmax(dim: 0), [90, 0], .float32) == ["e^z": .overflow, "p": .nan])
    #expect(try marks(NaiveSoftmax(dim: 0), [90, 0]).isEmpty)
  }

  @Test func `the shifted softmax underflows, and log-softmax goes on from there`() throws {
    #expect(try marks(Softmax(dim: 0), [1000, 0]) == ["e^(z−m)": .underflow])
    let marks = try marks(LogSoftmax(dim: 0), [1000, 0])
    #expect(marks["e^(z−m)"] == .underflow)
    #expect(marks["log p"] == nil)
  }

  @Test func `the logarithm of what became 0 is marked`() throws {
    #expect(try marks(NaiveLogSoftmax(dim: 0), [-800, 0])["log p"] == .overflow)
    #expect(try marks(NaiveLogSoftmax(dim: 0), [-800, 0])["e^z"] == .underflow)
  }

  @Test func `what was given infinite or nan is nobody's fault`() throws {
    #expect(try marks(Softmax(dim: 0), [-.infinity, 0]).isEmpty)
    #expect(try marks(Softmax(dim: 0), [.nan, 0]).isEmpty)
    #expect(try marks(Softmax(dim: 0), [.infinity, 0])["z−m"] == .nan)
  }

  @Test func `digits lost in a sum are marked`() throws {
    var story = Story()
    let a = story.given(Tensor([1e8]).cast(to: .float32), symbol: "a", formula: "a")
    let b = story.given(Tensor([1.0]).cast(to: .float32), symbol: "b", formula: "b")
    let sum = try story.step(.add(a, b))
    #expect(story.steps[sum].mark == .precision)
    let double = try story.step(.add(b, b))
    #expect(story.steps[double].mark == nil)
  }
}
