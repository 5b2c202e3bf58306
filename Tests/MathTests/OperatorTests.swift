import Math
import Testing

/// Each operation held to its three promises: the value, the gradient, the story.
@Suite struct OperatorTests {
  @Test(arguments: OperatorCase.all)
  func `a kernel agrees with its naive twin`(_ test: OperatorCase) throws {
    let twin = try #require(test.twin)
    let expected = twin(test.inputs)
    let values = try test.operation.forward(test.inputs).doubles
    #expect(values.count == expected.count)
    for (value, number) in zip(values, expected) {
      #expect(abs(value - number) < 1e-9, "\(values) for \(expected)")
    }
  }

  @Test(arguments: OperatorCase.all)
  func `a gradient agrees with central differences`(_ test: OperatorCase) throws {
    let output = try test.operation.forward(test.inputs)
    // Unlike numbers for every result, so that no error can cancel.
    let upstream = Tensor((0..<output.count).map { 0.5 + Double($0) * 0.3 }, shape: output.shape)
    let gradients = try test.operation.backward(upstream, inputs: test.inputs, output: output)
    for input in test.differentiable {
      let gradient = try #require(gradients[input])
      #expect(gradient.shape == test.inputs[input].shape)
      for place in 0..<test.inputs[input].count {
        let difference = try slope(test, input, place, upstream)
        #expect(abs(gradient.doubles[place] - difference) < 1e-6, "input \(input), \(place)")
      }
    }
  }

  private func slope(
    _ test: OperatorCase, _ input: Int, _ place: Int, _ upstream: Tensor
  ) throws -> Double {
    func loss(_ shift: Double) throws -> Double {
      var inputs = test.inputs
      var values = inputs[input].doubles
      values[place] += shift
      inputs[input] = Tensor(values, shape: inputs[input].shape)
      let output = try test.operation.forward(inputs).doubles
      return zip(output, upstream.doubles).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return try (loss(1e-5) - loss(-1e-5)) / 2e-5
  }

  @Test(arguments: OperatorCase.all)
  func `a story ends where the kernel does`(_ test: OperatorCase) throws {
    try expectStory(of: test.operation, on: test.inputs)
  }

  @Test(arguments: OperatorCase.all)
  func `every cell of a story can be opened`(_ test: OperatorCase) throws {
    var story = Story()
    let inputs = test.inputs.map { story.given($0, symbol: "z", formula: "z") }
    _ = try test.operation.tell(inputs, in: &story)
    let derivation = Derivation(name: test.name, formula: "", steps: story.steps)
    for (index, step) in derivation.steps.enumerated() {
      #expect(!step.symbol.isEmpty)
      #expect(!step.formula.isEmpty)
      // What is given, or told as one call, says nothing of its elements.
      let isWhole = if case .apply = step.rule { true } else { step.rule == .given }
      for place in 0..<step.value.count {
        let told = try #require(derivation.explain(step: index, element: place))
        #expect(told.text.hasSuffix(NumberText.fixed(step.value.doubles[place])), "\(told.text)")
        #expect(told.sources.isEmpty == isWhole, "\(told.text)")
        for source in told.sources {
          #expect(source.step < index, "\(told.text)")
          #expect(derivation.steps[source.step].value.doubles.indices.contains(source.place))
        }
      }
    }
  }

  private static let extremes: [[Double]] = [
    [1000, 0, -1000], [100, -100, 0], [-800, -800, -800], [.infinity, 0, 1],
    [-.infinity, 0, 1], [.nan, 0, 1], [-.infinity, -.infinity, -.infinity], [0, 0, 0],
  ]

  @Test(arguments: extremes, [DType.float64, .float32])
  func `stories and kernels agree on the extremes`(_ logits: [Double], _ dtype: DType) throws {
    let row = Tensor(logits, shape: [1, 3]).cast(to: dtype)
    for operation: any Operator in [
      Softmax(dim: 1), LogSoftmax(dim: 1), NaiveSoftmax(dim: 1), NaiveLogSoftmax(dim: 1),
    ] {
      try expectStory(of: operation, on: [row])
    }
  }

  @Test func `one class, and no sample at all`() throws {
    try expectStory(of: Softmax(dim: 1), on: [Tensor([5.0], shape: [1, 1])])
    try expectStory(of: LogSoftmax(dim: 1), on: [Tensor([5.0], shape: [1, 1])])
    let empty = Tensor.zeros([0, 3])
    let targets = Tensor([Int64](), shape: [0])
    #expect(try Softmax(dim: 1)(empty).shape == [0, 3])
    #expect(try NegativeLogLikelihood()(empty, targets).doubles[0].isNaN)
    #expect(try NegativeLogLikelihood(reduction: .sum)(empty, targets).doubles == [0])
    try expectStory(of: NegativeLogLikelihood(), on: [empty, targets])
  }

  private func expectStory(
    of operation: any Operator, on inputs: [Tensor],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var story = Story()
    let steps = inputs.map { story.given($0, symbol: "z", formula: "z") }
    let last = try operation.tell(steps, in: &story)
    let kernel = try operation.forward(inputs)
    let told = story.steps[last].value
    #expect(told.shape == kernel.shape, sourceLocation: sourceLocation)
    let tolerance = kernel.dtype == .float64 ? 1e-9 : 1e-5
    for (a, b) in zip(told.doubles, kernel.doubles) {
      let isSame = a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(1, abs(b))
      #expect(
        isSame, "\(operation.name): \(told.doubles) for \(kernel.doubles)",
        sourceLocation: sourceLocation)
    }
  }
}
