extension Derivation.Rule {
  /// The same rule where its steps have other indices.
  func renumbered(_ new: (Int) -> Int) -> Derivation.Rule {
    if let unary { return .of(unary.function, new(unary.step)) }
    switch self {
    case .add(let a, let b): return .add(new(a), new(b))
    case .subtract(let a, let b): return .subtract(new(a), new(b))
    case .multiply(let a, let b): return .multiply(new(a), new(b))
    case .divide(let a, let b): return .divide(new(a), new(b))
    case .power(let a, let b): return .power(new(a), new(b))
    case .larger(let a, let b): return .larger(new(a), new(b))
    case .smaller(let a, let b): return .smaller(new(a), new(b))
    case .maximum(let a, let dim): return .maximum(new(a), dim: dim)
    case .sum(let a, let dim): return .sum(new(a), dim: dim)
    case .mean(let a, let dim): return .mean(new(a), dim: dim)
    case .pick(let a, let targets): return .pick(new(a), targets: new(targets))
    case .lookup(let a, let targets): return .lookup(new(a), targets: new(targets))
    case .kept(let targets, let ignored): return .kept(targets: new(targets), ignoring: ignored)
    case .oneHot(let targets, let like): return .oneHot(targets: new(targets), like: new(like))
    case .product(let a, let b): return .product(new(a), new(b))
    case .innerProducts(let a, let b): return .innerProducts(new(a), new(b))
    case .transposed(let a): return .transposed(new(a))
    case .apply(let name, let steps): return .apply(name, steps.map(new))
    default: return self
    }
  }
}

extension Story {
  /// The steps that lead to some results, the last of which ends them.
  public func steps(leadingTo results: [Int]) -> [Derivation.Step] {
    var isNeeded = steps.map { _ in false }
    for result in results { isNeeded[result] = true }
    for index in steps.indices.reversed() where isNeeded[index] {
      for input in steps[index].rule.inputs { isNeeded[input] = true }
    }
    var places: [Int: Int] = [:]
    var kept: [Derivation.Step] = []
    for index in steps.indices where isNeeded[index] {
      places[index] = kept.count
      var step = steps[index]
      step.rule = step.rule.renumbered { places[$0] ?? $0 }
      kept.append(step)
    }
    return kept
  }
}
