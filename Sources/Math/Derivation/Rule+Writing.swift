extension Derivation.Rule {
  /// The row head of a step, from those of the steps it is made from.
  func symbol(_ symbol: (Int) -> String) -> String {
    if let unary { return unary.function.text(symbol(unary.step)) }
    switch self {
    case .add(let a, let b): return "\(symbol(a)) + \(symbol(b))"
    case .subtract(let a, let b): return "\(symbol(a)) − \(group(symbol(b)))"
    case .multiply(let a, let b): return "\(group(symbol(a))) · \(group(symbol(b)))"
    case .divide(let a, let b): return "\(group(symbol(a))) / \(group(symbol(b)))"
    case .power(let a, let b): return "\(group(symbol(a)))^\(group(symbol(b)))"
    case .larger(let a, let b): return "max(\(symbol(a)), \(symbol(b)))"
    case .smaller(let a, let b): return "min(\(symbol(a)), \(symbol(b)))"
    case .maximum(let a, _): return "max \(group(symbol(a)))"
    case .sum(let a, _): return "Σ \(group(symbol(a)))"
    case .mean(let a, _): return "mean \(group(symbol(a)))"
    case .pick(let a, let targets): return "\(group(symbol(a)))[\(symbol(targets))]"
    case .lookup(let a, let targets): return "\(symbol(a))[\(symbol(targets))]"
    case .kept(let targets, let ignored): return "\(symbol(targets)) ≠ \(ignored)"
    case .oneHot(let targets, _): return "onehot(\(symbol(targets)))"
    case .product(let a, let b): return product(symbol(a), symbol(b))
    case .innerProducts(let a, let b): return product(symbol(a), symbol(b)) + "ᵀ"
    case .transposed(let a): return "\(group(symbol(a)))ᵀ"
    case .apply(let name, let steps):
      return "\(name)(\(steps.map(symbol).joined(separator: ", ")))"
    default: return ""
    }
  }

  /// How a step is made, as LaTeX, from the formulas of the steps it is made from.
  func formula(_ formula: (Int) -> String) -> String {
    if let unary { return unary.function.latex(formula(unary.step)) }
    switch self {
    case .add(let a, let b): return "\(formula(a)) + \(formula(b))"
    case .subtract(let a, let b): return "\(formula(a)) - \(brace(formula(b)))"
    case .multiply(let a, let b): return #"\#(brace(formula(a))) \cdot \#(brace(formula(b)))"#
    case .divide(let a, let b): return #"\frac{\#(formula(a))}{\#(formula(b))}"#
    case .power(let a, let b): return "{\(brace(formula(a)))}^{\(formula(b))}"
    case .larger(let a, let b): return #"\max(\#(formula(a)), \#(formula(b)))"#
    case .smaller(let a, let b): return #"\min(\#(formula(a)), \#(formula(b)))"#
    case .maximum(let a, _): return #"\max \#(brace(formula(a)))"#
    case .sum(let a, _): return #"\sum \#(brace(formula(a)))"#
    case .mean(let a, _): return #"\frac{1}{n} \sum \#(brace(formula(a)))"#
    case .pick(let a, let targets), .lookup(let a, let targets):
      return "{\(brace(formula(a)))}_{\(formula(targets))}"
    case .kept(let targets, let ignored): return #"[\#(formula(targets)) \ne \#(ignored)]"#
    case .oneHot(let targets, _): return #"[j = \#(formula(targets))]"#
    case .product(let a, let b): return "\(brace(formula(a))) \(brace(formula(b)))"
    case .innerProducts(let a, let b): return #"\#(brace(formula(a))) \#(brace(formula(b)))^\top"#
    case .transposed(let a): return #"\#(brace(formula(a)))^\top"#
    case .apply(let name, let steps):
      let arguments = steps.map(formula).joined(separator: ", ")
      return #"\text{\#(name.split(separator: "_").joined(separator: #"\_"#))}(\#(arguments))"#
    default: return ""
    }
  }

  /// A matrix product: letters beside each other, longer names with Python's sign between them.
  private func product(_ a: String, _ b: String) -> String {
    a.count > 3 || b.count > 3 ? "\(group(a)) @ \(group(b))" : group(a) + group(b)
  }

  /// Puts brackets around what has more than one term.
  private func group(_ text: String) -> String { text.contains(" ") ? "(\(text))" : text }

  private func brace(_ latex: String) -> String {
    latex.contains(" + ") || latex.contains(" - ") ? #"(\#(latex))"# : latex
  }
}

extension Derivation.Function {
  /// The function of an argument, in Unicode.
  public func text(_ x: String) -> String {
    let grouped = x.contains(" ") ? "(\(x))" : x
    switch self {
    case .negate: return "−\(x.hasPrefix("−") || x.contains(" ") ? "(\(x))" : x)"
    case .absolute: return "|\(x)|"
    case .complement: return "1 − \(x.hasPrefix("−") || x.contains(" ") ? "(\(x))" : x)"
    case .squareRoot: return "√\(grouped)"
    case .reciprocalSquareRoot: return "1/√\(grouped)"
    case .reciprocal: return "1/\(grouped)"
    case .floor: return "⌊\(x)⌋"
    case .ceiling: return "⌈\(x)⌉"
    case .power(let exponent):
      return "\(x.contains(" ") || x.hasPrefix("−") ? "(\(x))" : x)^\(NumberText.short(exponent))"
    case .scale(let factor):
      return "\(NumberText.short(factor)) · \(x.hasPrefix("−") ? "(\(x))" : grouped)"
    case .shift(let term):
      return term < 0 ? "\(x) − \(NumberText.short(-term))" : "\(x) + \(NumberText.short(term))"
    case .clampedLogarithm(let floor): return "max(log(\(x)), \(NumberText.short(floor)))"
    case .clamp(let low, let high):
      let bounds = [low, high].map { $0.map(NumberText.short) ?? "∞" }
      return "clamp(\(x), \(bounds[0]), \(bounds[1]))"
    default: return "\(name)(\(x))"
    }
  }

  /// The function of an argument, as LaTeX.
  public func latex(_ x: String) -> String {
    switch self {
    case .negate: return x.contains(" ") ? "-(\(x))" : "-\(x)"
    case .exponential: return "e^{\(x)}"
    case .logarithm: return #"\log(\#(x))"#
    case .log2: return #"\log_2(\#(x))"#
    case .log10: return #"\log_{10}(\#(x))"#
    case .logOnePlus: return #"\log(1 + \#(x))"#
    case .exponentialMinusOne: return "e^{\(x)} - 1"
    case .squareRoot: return #"\sqrt{\#(x)}"#
    case .reciprocalSquareRoot: return #"\frac{1}{\sqrt{\#(x)}}"#
    case .reciprocal: return #"\frac{1}{\#(x)}"#
    case .absolute: return "|\(x)|"
    case .sigmoid: return #"\sigma(\#(x))"#
    case .logSigmoid: return #"\log \sigma(\#(x))"#
    case .sine, .cosine, .tangent, .arcTangent, .hyperbolicSine, .hyperbolicCosine,
      .hyperbolicTangent:
      return #"\\#(name)(\#(x))"#
    case .relu: return #"\max(\#(x), 0)"#
    case .power(let exponent): return "{(\(x))}^{\(NumberText.latex(exponent))}"
    case .scale(let factor): return #"\#(NumberText.latex(factor)) \cdot (\#(x))"#
    case .shift(let term): return "\(x) \(term < 0 ? "-" : "+") \(NumberText.latex(abs(term)))"
    case .complement: return x.contains(" ") ? "1 - (\(x))" : "1 - \(x)"
    case .clampedLogarithm(let floor):
      return #"\max(\log(\#(x)), \#(NumberText.latex(floor)))"#
    case .isPositive: return "[\(x) > 0]"
    default: return #"\text{\#(name)}(\#(x))"#
    }
  }

  /// The function's name in front of a bracket.
  public var name: String {
    switch self {
    case .exponential: "exp"
    case .logarithm: "log"
    case .log2: "log₂"
    case .log10: "log₁₀"
    case .logOnePlus: "log1p"
    case .exponentialMinusOne: "expm1"
    case .sine: "sin"
    case .cosine: "cos"
    case .tangent: "tan"
    case .arcTangent: "arctan"
    case .hyperbolicSine: "sinh"
    case .hyperbolicCosine: "cosh"
    case .hyperbolicTangent: "tanh"
    case .errorFunction: "erf"
    case .sigmoid: "σ"
    case .logSigmoid: "log σ"
    case .softplus: "softplus"
    case .leakyReLU: "leaky relu"
    case .geluTanh: "gelu"
    case .isPositive: "step"
    default: String(describing: self).split(separator: "(").first.map(String.init) ?? ""
    }
  }
}
