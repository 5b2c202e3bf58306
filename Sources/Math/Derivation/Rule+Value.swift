import RealModule

extension Derivation.Rule {
  /// Computes one element from the elements it is made from, plainly and in float64.
  func value(of sources: [Double], place: Int, _ value: (Int) -> Tensor) -> Double {
    if let unary { return unary.function.value(sources[0]) }
    switch self {
    case .add: return sources[0] + sources[1]
    case .subtract: return sources[0] - sources[1]
    case .multiply: return sources[0] * sources[1]
    case .divide: return sources[0] / sources[1]
    case .power: return Math.power(sources[0], sources[1])
    case .larger: return Maximum().value(sources[0], sources[1])
    case .smaller: return Minimum().value(sources[0], sources[1])
    case .maximum:
      return sources.dropFirst().reduce(sources.first ?? -.infinity) {
        Maximum().value($0, $1)
      }
    case .sum: return sources.reduce(0, +)
    case .mean: return sources.reduce(0, +) / Double(sources.count)
    case .pick, .lookup: return sources.first ?? 0
    case .kept(_, let ignored): return sources[0] == Double(ignored) ? 0 : 1
    case .oneHot(_, let like):
      return Self.row(of: place, in: value(like).shape).column == Int(sources[0]) ? 1 : 0
    case .product, .innerProducts:
      return stride(from: 0, to: sources.count, by: 2).reduce(0) {
        $0 + sources[$1] * sources[$1 + 1]
      }
    case .transposed: return sources[0]
    default: return .nan
    }
  }

  /// The kind of number the rule gives.
  func dtype(_ value: (Int) -> Tensor) -> DType {
    switch self {
    case .kept: return .int64
    case .pick(let a, _), .lookup(let a, _), .oneHot(_, let a): return value(a).dtype
    default: break
    }
    let dtype = Tensor.resultType(inputs.map(value))
    if case .divide = self, !dtype.isFloatingPoint { return .float32 }
    if unary != nil, !dtype.isFloatingPoint { return .float32 }
    return dtype
  }
}
