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
    step.mark = rule.mark(value) { steps[$0].value }
    steps.append(step)
    return steps.count - 1
  }
}
