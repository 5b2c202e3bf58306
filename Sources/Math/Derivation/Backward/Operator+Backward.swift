extension Operator {
  /// Tells each gradient in a single step, with the number that the backward rule gives.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    try story.tellAtOnce(self, upstream, inputs, output)
  }
}

extension Story {
  /// Tells gradients in one step each, with the numbers that the backward rule gives.
  mutating func tellAtOnce(
    _ operation: any Operator, _ upstream: Int, _ inputs: [Int], _ output: Int
  ) throws(TensorError) -> [Int?] {
    let gradients = try operation.backward(
      steps[upstream].value, inputs: inputs.map { steps[$0].value }, output: steps[output].value)
    var told: [Int?] = []
    for (input, value) in zip(inputs, gradients) {
      told.append(
        value.map {
          append(
            .apply("\(operation.name) backward", [upstream] + inputs), $0,
            gradientSymbol(input), gradientFormula(input), nil)
        })
    }
    return told
  }

  /// Adds the gradient in an input as a step that a rule makes.
  mutating func gradient(
    _ rule: Derivation.Rule, of input: Int, remark: Derivation.Remark? = nil
  ) throws(TensorError) -> Int {
    let value = steps[input].value
    let natural = try rule.shape { steps[$0].value }
    if Shape.count(natural) == value.count {
      return try step(
        rule, symbol: gradientSymbol(input), formula: gradientFormula(input), remark: remark,
        shape: value.shape)
    }
    // What broadcasting repeated on the way forward is added up on the way back.
    let whole = try step(rule, remark: remark)
    let sum = try steps[whole].value.reduced(like: value)
    return append(
      .apply("sum", [whole]), sum, gradientSymbol(input), gradientFormula(input),
      .init(
        "One number was used in several places, so its gradients are added.",
        "同一个数用在多处，所以把各处的梯度加起来。"))
  }

  private func gradientSymbol(_ input: Int) -> String { "∂L/∂\(steps[input].symbol)" }

  private func gradientFormula(_ input: Int) -> String {
    #"\frac{\partial L}{\partial \#(steps[input].formula)}"#
  }
}
