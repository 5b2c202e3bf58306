extension Derivation {
  /// Where one number comes from: its rule with the numbers put in, and the elements they are.
  public struct Explanation: Sendable, Hashable {
    /// The rule with numbers: `exp(−1.0000) ≈ 0.3679`.
    ///
    /// It says `=` only where every number in it is shown whole, and `≈` where one was rounded.
    public let text: String
    /// The elements it was made from, in the order they stand in the text.
    public let sources: [Element]
  }

  /// Explains one element of one step; nil where there is no such element.
  public func explain(step index: Int, element place: Int) -> Explanation? {
    guard steps.indices.contains(index), place >= 0, place < steps[index].value.count else {
      return nil
    }
    let step = steps[index]
    // The value may have dropped a dimension that the rule keeps; the places are the same.
    let shape = (try? step.rule.shape { steps[$0].value }) ?? step.value.shape
    let sources = step.rule.sources(of: place, shape: shape) { steps[$0].value }
    let inputs = sources.map { steps[$0.step].value[flat: $0.place].double }
    let result = step.value[flat: place].double
    let texts = inputs.map { NumberText.fixed($0) }
    let formula = step.rule.text(of: texts) ?? definition(of: index) ?? step.symbol
    let dtypes = sources.map { steps[$0.step].value.dtype } + [step.value.dtype]
    let isRounded = zip(inputs + [result], dtypes).contains {
      NumberText.isRounded($0, among: $1)
    }
    // Where the kind's own rounding swallowed something, the digits may be whole and yet unequal.
    let exact = step.rule.value(of: inputs, place: place) { steps[$0].value }
    let isEqual = !isRounded && (exact == result || exact.isNaN)
    return Explanation(
      text: "\(formula) \(isEqual ? "=" : "≈") \(NumberText.fixed(result))", sources: sources)
  }
}

extension Derivation {
  /// How a step is made, by the symbols of the steps it is made from: `e^(z−m) / Σ`.
  ///
  /// nil for what is simply there, and where the step's own symbol says it already.
  public func definition(of index: Int) -> String? {
    guard steps.indices.contains(index) else { return nil }
    let text = steps[index].rule.symbol { steps[$0].symbol }
    return text.isEmpty || text == steps[index].symbol ? nil : text
  }
}

extension Derivation.Rule {
  /// The rule with the texts of its numbers put in; nil for what is simply there.
  fileprivate func text(of numbers: [String]) -> String? {
    guard let first = numbers.first else { return nil }
    if let unary { return unary.function.text(first) }
    switch self {
    case .maximum: return "max(\(Self.row(numbers, ", ")))"
    case .sum: return Self.row(numbers, " + ")
    case .mean: return "(\(Self.row(numbers, " + "))) / \(numbers.count)"
    case .product, .innerProducts:
      let terms = stride(from: 0, to: numbers.count - 1, by: 2)
        .map { "\(Self.bracketed(numbers[$0])) · \(Self.bracketed(numbers[$0 + 1]))" }
      return Self.row(terms, " + ")
    default: return numbers.count == 2 ? text(first, numbers[1]) : nil
    }
  }

  private func text(_ x: String, _ y: String) -> String? {
    let (left, right) = (x, Self.bracketed(y))
    switch self {
    case .add: return "\(left) + \(right)"
    case .subtract: return "\(left) − \(right)"
    case .multiply: return "\(Self.bracketed(x)) · \(right)"
    case .divide: return "\(left) / \(right)"
    case .power: return "\(Self.bracketed(x))^\(right)"
    case .larger: return "max(\(x), \(y))"
    case .smaller: return "min(\(x), \(y))"
    default: return nil
    }
  }

  /// A number within a formula: in brackets if it has a sign of its own.
  private static func bracketed(_ number: String) -> String {
    number.hasPrefix("−") ? "(\(number))" : number
  }

  /// Terms in a row, the middle of a long row left out.
  private static func row(_ terms: [String], _ separator: String) -> String {
    let sums = separator == ", " ? terms : terms.enumerated().map { $0 == 0 ? $1 : bracketed($1) }
    guard sums.count > 8 else { return sums.joined(separator: separator) }
    return (sums.prefix(5) + ["…"] + sums.suffix(2)).joined(separator: separator)
  }
}
