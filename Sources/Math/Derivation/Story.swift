/// A derivation while it is being told; operations told one after the other become one story.
public struct Story: Sendable {
  /// The steps told so far.
  public private(set) var steps: [Derivation.Step] = []

  /// Begins an empty story.
  public init() {}

  /// Adds a tensor that is simply there, and returns its index.
  public mutating func given(_ value: Tensor, symbol: String, formula: String) -> Int {
    steps.append(
      Derivation.Step(symbol: symbol, formula: formula, rule: .given, value: value))
    return steps.count - 1
  }

  /// Gives a step another row head: the name of the variable it went to.
  public mutating func rename(_ step: Int, to symbol: String) { steps[step].symbol = symbol }

  /// Says which line of a program the steps from one on were told for, where they do not know yet.
  public mutating func locate(from first: Int, at origin: Derivation.Origin?) {
    for index in steps.indices.dropFirst(first) where steps[index].origin == nil {
      steps[index].origin = origin
    }
  }

  /// Says what is to be known about a step.
  public mutating func remark(_ step: Int, _ remark: Derivation.Remark) {
    steps[step].remark = remark
  }

  /// Marks a step at one of its elements.
  public mutating func mark(_ step: Int, _ mark: Derivation.Mark, at element: Int) {
    (steps[step].mark, steps[step].markedElement) = (mark, element)
  }

  /// Tells how an operation passes a gradient back: step by step where it can be told so, otherwise
  /// in one step each.
  ///
  /// Whether the story agrees with the gradients that were passed is the caller's to see.
  public mutating func pass(
    _ operation: any Operator, _ upstream: Int, inputs: [Int], output: Int, isShort: Bool = false
  ) throws(TensorError) -> [Int?] {
    if !isShort {
      var longer = self
      if let told = try? operation.tellBackward(
        upstream, inputs: inputs, output: output, in: &longer)
      {
        self = longer
        return told
      }
    }
    return try tellAtOnce(operation, upstream, inputs, output)
  }

  /// Adds a step whose every element is computed from its rule, and returns its index.
  ///
  /// Symbol and formula follow from those of the steps it is made from, where they are not given.
  /// `shape` rearranges the result without changing the order of its values.
  public mutating func step(
    _ rule: Derivation.Rule, symbol: String? = nil, formula: String? = nil,
    remark: Derivation.Remark? = nil, shape: [Int]? = nil
  ) throws(TensorError) -> Int {
    let natural = try rule.shape { steps[$0].value }
    var inputs: [Int: [Double]] = [:]
    for input in rule.inputs { inputs[input] = steps[input].value.doubles }
    let results = (0..<Shape.count(natural)).map { place in
      let sources = rule.sources(of: place, shape: natural) { steps[$0].value }
      let numbers = sources.map { inputs[$0.step]?[$0.place] ?? .nan }
      return rule.value(of: numbers, place: place) { steps[$0].value }
    }
    let value = Tensor(results, shape: shape ?? natural).cast(to: rule.dtype { steps[$0].value })
    return append(rule, value, symbol, formula, remark)
  }

  /// Adds a step that an operation makes in one go, and returns its index.
  public mutating func apply(
    _ operation: any Operator, to inputs: [Int], symbol: String? = nil, formula: String? = nil,
    remark: Derivation.Remark? = nil
  ) throws(TensorError) -> Int {
    let value = try operation.forward(inputs.map { steps[$0].value })
    return append(.apply(operation.name, inputs), value, symbol, formula, remark)
  }

  /// Adds a step whose value is already known, and returns its index.
  mutating func append(
    _ rule: Derivation.Rule, _ value: Tensor, _ symbol: String?, _ formula: String?,
    _ remark: Derivation.Remark?
  ) -> Int {
    var step = Derivation.Step(
      symbol: symbol ?? rule.symbol { steps[$0].symbol },
      formula: formula ?? rule.formula { steps[$0].formula },
      rule: rule, value: value, remark: remark)
    if let marked = rule.mark(value, { steps[$0].value }) {
      (step.mark, step.markedElement) = marked
    }
    steps.append(step)
    return steps.count - 1
  }
}
