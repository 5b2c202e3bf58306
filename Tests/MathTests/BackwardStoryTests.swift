import Math
import Testing

/// The backward pass told step by step ends in the gradients that the backward rule computes.
@Suite struct BackwardStoryTests {
  @Test(arguments: OperatorCase.all)
  func `a story of gradients ends where the rule does`(_ test: OperatorCase) throws {
    var story = Story()
    let inputs = test.inputs.map { story.given($0, symbol: "x", formula: "x") }
    let result = try test.operation.forward(test.inputs)
    let output = story.given(result, symbol: "y", formula: "y")
    let numbers = (0..<result.count).map { 0.5 - Double($0) * 0.2 }
    let upstream = story.given(
      Tensor(numbers, shape: result.shape), symbol: "g", formula: "g")
    let told = try test.operation.tellBackward(
      upstream, inputs: inputs, output: output, in: &story)
    let gradients = try test.operation.backward(
      story.steps[upstream].value, inputs: test.inputs, output: result)
    #expect(told.count == test.inputs.count)
    for input in test.differentiable {
      let step = story.steps[try #require(told[input])]
      let gradient = try #require(gradients[input])
      #expect(step.value.shape == test.inputs[input].shape)
      #expect(step.symbol == "∂L/∂x")
      for (a, b) in zip(step.value.doubles, gradient.doubles) {
        #expect(isClose(a, b, 1e-9), "\(step.value.doubles) for \(gradient.doubles)")
      }
    }
  }

  @Test func `a cross-entropy's gradient is p minus the target, told in order`() throws {
    var story = Story()
    let z = story.given(Tensor([2.0, 1, 0.1], shape: [1, 3]), symbol: "z", formula: "z")
    let y = story.given(Tensor([Int64(0)]), symbol: "y", formula: "y")
    let logs = try LogSoftmax(dim: 1).tell([z], in: &story)
    let loss = try NegativeLogLikelihood().tell([logs, y], in: &story)
    let one = story.given(Tensor(1), symbol: "∂L/∂L", formula: "1")
    let first = try NegativeLogLikelihood().tellBackward(
      one, inputs: [logs, y], output: loss, in: &story)
    let dLogs = try #require(first[0])
    #expect(story.steps[dLogs].value.doubles == [-1, 0, 0])
    let second = try LogSoftmax(dim: 1).tellBackward(
      dLogs, inputs: [z], output: logs, in: &story)
    let dz = story.steps[try #require(second[0])]
    let expected = [0.6590011389 - 1, 0.2424329707, 0.0985658904]
    #expect(zip(dz.value.doubles, expected).allSatisfy { isClose($0, $1, 1e-9) })
    #expect(dz.symbol == "∂L/∂z")
  }
}
