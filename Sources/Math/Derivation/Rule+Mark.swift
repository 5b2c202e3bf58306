extension Derivation.Rule {
  /// What went wrong in a step, and at which element of it.
  typealias Marked = (mark: Derivation.Mark, element: Int)

  /// What went wrong in a step that had not gone wrong in the steps it is made from.
  func mark(_ result: Tensor, _ value: (Int) -> Tensor) -> Marked? {
    guard result.dtype.isFloatingPoint else { return nil }
    let inputs = inputs.map { value($0).doubles }
    let outputs = result.doubles
    if let place = outputs.firstIndex(where: \.isNaN), !inputs.joined().contains(where: \.isNaN) {
      return (.nan, place)
    }
    let isFinite = inputs.joined().allSatisfy { !$0.isInfinite }
    if isFinite, let place = outputs.firstIndex(where: \.isInfinite) { return (.overflow, place) }
    if let unary { return mark(of: unary.function, inputs[0], outputs, result.dtype) }
    guard let (a, b) = pair, let shape = try? shape(value),
      let left = try? value(a).broadcast(to: shape),
      let right = try? value(b).broadcast(to: shape)
    else { return nil }
    return mark(left.doubles, right.doubles, outputs, result.dtype)
  }

  private func mark(
    of function: Derivation.Function, _ inputs: [Double], _ outputs: [Double],
    _ dtype: DType
  ) -> Marked? {
    switch function {
    case .exponential, .sigmoid:
      for (place, (x, y)) in zip(inputs, outputs).enumerated() where x.isFinite && y == 0 {
        return (.underflow, place)
      }
      if let place = outputs.firstIndex(where: { $0 != 0 && $0.magnitude < dtype.leastNormal }) {
        return (.precision, place)
      }
    case .logarithm, .logOnePlus, .hyperbolicTangent: break
    default: return nil
    }
    // These functions rise strictly: unlike arguments must give unlike results.
    var seen: [Double: Double] = [:]
    for (place, (x, y)) in zip(inputs, outputs).enumerated() where x.isFinite && y.isFinite {
      if let other = seen[y], other != x { return (.precision, place) }
      seen[y] = x
    }
    return nil
  }

  private func mark(
    _ left: [Double], _ right: [Double], _ outputs: [Double], _ dtype: DType
  ) -> Marked? {
    for i in outputs.indices where left[i].isFinite && right[i].isFinite {
      let (a, b, y) = (left[i], right[i], outputs[i])
      switch self {
      case .multiply where a != 0 && b != 0 && y == 0, .divide where a != 0 && y == 0:
        return (.underflow, i)
      case .add where a != 0 && b != 0 && (y == a || y == b),
        .subtract where a != 0 && b != 0 && (y == a || y == -b),
        .add where y != 0 && y.magnitude <= a.magnitude * dtype.cancellation,
        .subtract where y != 0 && y.magnitude <= a.magnitude * dtype.cancellation:
        return (.precision, i)
      default: continue
      }
    }
    return nil
  }
}

extension DType {
  /// A difference smaller than this part of its terms has at most a few bits left.
  fileprivate var cancellation: Double { epsilon * 16 }
}
