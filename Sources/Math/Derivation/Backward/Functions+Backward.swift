extension ElementwiseFunction {
  /// Tells the local derivative, then upstream times it.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let x = inputs[0]
    guard story.steps[x].value.dtype.isFloatingPoint else { return [nil] }
    let local = try tellSlope(x, output, in: &story)
    return [
      try story.gradient(
        .multiply(upstream, local), of: x,
        remark: .init(
          "The chain rule: upstream times the local derivative.", "链式法则：上游梯度乘局部导数。"))
    ]
  }

  /// Tells the slope of the function at each value.
  private func tellSlope(
    _ x: Int, _ y: Int, in story: inout Story
  ) throws(TensorError) -> Int {
    let symbol = "\(function.name)′"
    switch function {
    case .exponential: return y
    case .logarithm: return try story.step(.function(.reciprocal, x), symbol: symbol)
    case .relu:
      return try story.step(
        .function(.isPositive, x), symbol: symbol,
        remark: .init("1 where the input was above 0, 0 elsewhere.", "输入大于0处为1，其余为0。"))
    case .sigmoid:
      let rest = try story.step(.function(.complement, y))
      return try story.step(
        .multiply(y, rest), symbol: symbol, formula: #"\sigma (1 - \sigma)"#,
        remark: .init("Never above 1/4.", "最大不超过1/4。"))
    case .hyperbolicTangent:
      let square = try story.step(.function(.power(2), y))
      return try story.step(
        .function(.complement, square), symbol: symbol, formula: #"1 - \tanh^2"#)
    default:
      let values = story.steps[x].value
      let slope = try backward(
        values.filled(with: 1), inputs: [values], output: story.steps[y].value)[0]
      return story.append(
        .apply(symbol, [x]), slope ?? values, symbol, "f'(\(story.steps[x].formula))", nil)
    }
  }
}
