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
}
