extension Derivation.Rule {
  /// What went wrong in a step that had not gone wrong in the steps it is made from.
  func mark(_ result: Tensor, _ value: (Int) -> Tensor) -> Derivation.Mark? {
    guard result.dtype.isFloatingPoint else { return nil }
    let inputs = inputs.map { value($0).doubles }
    let outputs = result.doubles
    if outputs.contains(where: \.isNaN) && !inputs.joined().contains(where: \.isNaN) { return .nan }
    let isFinite = inputs.joined().allSatisfy { !$0.isInfinite }
    if isFinite && outputs.contains(where: \.isInfinite) { return .overflow }
    if let unary { return mark(of: unary.function, inputs[0], outputs) }
    guard let (a, b) = pair, let shape = try? shape(value) else { return nil }
    let left = value(a).broadcast(to: shape).doubles
    let right = value(b).broadcast(to: shape).doubles
    return mark(left, right, outputs)
  }

  private func mark(
    of function: Derivation.Function, _ inputs: [Double], _ outputs: [Double]
  ) -> Derivation.Mark? {
    switch function {
    case .exponential, .sigmoid:
      if zip(inputs, outputs).contains(where: { $0.isFinite && $1 == 0 }) { return .underflow }
    case .logarithm, .logOnePlus, .hyperbolicTangent: break
    default: return nil
    }
    // These functions rise strictly: unlike arguments must give unlike results.
    var seen: [Double: Double] = [:]
    for (x, y) in zip(inputs, outputs) where x.isFinite && y.isFinite {
      if let other = seen[y], other != x { return .precision }
      seen[y] = x
    }
    return nil
  }

  private func mark(
    _ left: [Double], _ right: [Double], _ outputs: [Double]
  ) -> Derivation.Mark? {
    for i in outputs.indices where left[i].isFinite && right[i].isFinite {
      let (a, b, y) = (left[i], right[i], outputs[i])
      switch self {
      case .multiply where a != 0 && b != 0 && y == 0, .divide where a != 0 && y == 0:
        return .underflow
      case .add where a != 0 && b != 0 && (y == a || y == b),
        .subtract where a != 0 && b != 0 && (y == a || y == -b):
        return .precision
      default: continue
      }
    }
    return nil
  }
}
