extension Add {
  /// A sum passes the upstream gradient to both of its terms.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    try story.tellPair(inputs, [.of(.scale(1), upstream), .of(.scale(1), upstream)])
  }
}

extension Subtract {
  /// A difference passes the upstream gradient on, negated to what was taken away.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    try story.tellPair(inputs, [.of(.scale(1), upstream), .negate(upstream)])
  }
}

extension Multiply {
  /// A product passes upstream times the other factor.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    try story.tellPair(
      inputs, [.multiply(upstream, inputs[1]), .multiply(upstream, inputs[0])])
  }
}

extension Divide {
  /// A quotient a / b passes upstream / b to a, and −upstream · y / b to b.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let (a, b) = (story.steps[inputs[0]].value, story.steps[inputs[1]].value)
    var gradients: [Int?] = [nil, nil]
    if a.dtype.isFloatingPoint {
      gradients[0] = try story.gradient(.divide(upstream, inputs[1]), of: inputs[0])
    }
    if b.dtype.isFloatingPoint {
      let negative = try story.step(.negate(upstream))
      let product = try story.step(.multiply(negative, output))
      gradients[1] = try story.gradient(.divide(product, inputs[1]), of: inputs[1])
    }
    return gradients
  }
}

extension Sum {
  /// Every term of a sum gets the whole upstream gradient.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let input = story.steps[inputs[0]].value
    guard input.dtype.isFloatingPoint else { return [nil] }
    return [try story.tellSpread(upstream, 1, of: inputs[0], input.lanes(dims).keptWithOnes)]
  }
}

extension Mean {
  /// Every term of a mean gets an equal share of the upstream gradient.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let input = story.steps[inputs[0]].value
    let lanes = try input.lanes(dims)
    return [
      try story.tellSpread(
        upstream, 1 / Double(lanes.length), of: inputs[0], lanes.keptWithOnes)
    ]
  }
}

extension Story {
  /// Tells the gradients of two inputs, each by its rule; integers get none.
  fileprivate mutating func tellPair(
    _ inputs: [Int], _ rules: [Derivation.Rule]
  ) throws(TensorError) -> [Int?] {
    var gradients: [Int?] = []
    for (input, rule) in zip(inputs, rules) {
      let isWanted = steps[input].value.dtype.isFloatingPoint
      gradients.append(isWanted ? try gradient(rule, of: input) : nil)
    }
    return gradients
  }

  /// Tells how each of many inputs gets the same share of one gradient.
  fileprivate mutating func tellSpread(
    _ upstream: Int, _ share: Double, of input: Int, _ shape: [Int]
  ) throws(TensorError) -> Int {
    let scaled = try step(
      .function(.scale(share), upstream), symbol: share == 1 ? "1·g" : "g/n",
      formula: share == 1 ? "g" : #"\frac{g}{n}"#, shape: shape)
    let ones = given(
      steps[input].value.filled(with: 1), symbol: "1", formula: #"\mathbf{1}"#)
    return try gradient(
      .multiply(scaled, ones), of: input,
      remark: .init(
        "What was added up forwards is handed out to every term backwards.",
        "前向相加的各项，反向时各自得到梯度。"))
  }
}
