extension Derivation {
  /// One element of one step.
  public struct Element: Sendable, Hashable {
    /// The step's index.
    public let step: Int
    /// The element's row-major place in the step's value.
    public let place: Int

    /// Names an element of a step.
    public init(step: Int, place: Int) {
      self.step = step
      self.place = place
    }
  }
}

extension Derivation.Rule {
  /// The shape that the rule gives, from the values of the earlier steps.
  ///
  /// A dimension that is reduced stays with length one, so that the next step can broadcast.
  func shape(_ value: (Int) -> Tensor) throws(TensorError) -> [Int] {
    if let unary { return value(unary.step).shape }
    if let (a, b) = pair { return try Shape.broadcast(value(a).shape, value(b).shape) }
    switch self {
    case .maximum(let a, let dim): return try reduced(value(a).shape, dim)
    case .sum(let a, let dim), .mean(let a, let dim): return try reduced(value(a).shape, dim)
    case .pick(_, let targets), .lookup(_, let targets), .kept(let targets, _):
      return value(targets).shape
    case .oneHot(_, let like): return value(like).shape
    case .product(let a, let b):
      return Array(value(a).shape.dropLast())
        + (value(b).rank == 1 ? [] : [value(b).shape[1]])
    case .innerProducts(let x, let w):
      return Array(value(x).shape.dropLast()) + [value(w).shape[0]]
    case .transposed(let a): return value(a).shape.reversed()
    default: return []
    }
  }

  private func reduced(_ shape: [Int], _ dim: Int?) throws(TensorError) -> [Int] {
    guard let dim else { return [] }
    let place = try Shape.dimension(dim, rank: shape.count)
    var shape = shape
    if !shape.isEmpty { shape[place] = 1 }
    return shape
  }

  /// The elements of earlier steps that the element at `place` is made from, in the order they are
  /// written.
  func sources(
    of place: Int, shape: [Int], _ value: (Int) -> Tensor
  ) -> [Derivation.Element] {
    if let unary { return [.init(step: unary.step, place: place)] }
    if let (a, b) = pair {
      return [a, b].map { step in
        let strides = Shape.broadcastStrides(value(step).shape, to: shape)
        return .init(step: step, place: Shape.place(place, in: shape, strides: strides))
      }
    }
    switch self {
    case .maximum(let a, let dim): return lane(a, dim, place, value)
    case .sum(let a, let dim), .mean(let a, let dim): return lane(a, dim, place, value)
    case .kept(let targets, _): return [.init(step: targets, place: place)]
    case .pick(let a, let targets): return picked(a, targets, place, value)
    case .lookup(let weights, let targets):
      let target = Int(value(targets).integers[place])
      guard value(weights).shape[0] > target && target >= 0 else { return [] }
      return [.init(step: weights, place: target)]
    case .oneHot(let targets, let like):
      return [.init(step: targets, place: Self.row(of: place, in: value(like).shape).row)]
    case .product(let a, let b): return products(a, b, place, value, rows: false)
    case .innerProducts(let a, let b): return products(a, b, place, value, rows: true)
    case .transposed(let a):
      let strides = Array(Shape.strides(value(a).shape).reversed())
      return [.init(step: a, place: Shape.place(place, in: shape, strides: strides))]
    default: return []
    }
  }

  private func lane(
    _ step: Int, _ dim: Int?, _ place: Int, _ value: (Int) -> Tensor
  ) -> [Derivation.Element] {
    let shape = value(step).shape
    guard let dim, !shape.isEmpty else {
      return (0..<value(step).count).map { .init(step: step, place: $0) }
    }
    let axis = dim < 0 ? dim + shape.count : dim
    let inner = Shape.strides(shape)[axis]
    let start = place / inner * inner * shape[axis] + place % inner
    return (0..<shape[axis]).map { .init(step: step, place: start + $0 * inner) }
  }

  private func picked(
    _ step: Int, _ targets: Int, _ place: Int, _ value: (Int) -> Tensor
  ) -> [Derivation.Element] {
    let shape = value(step).shape
    let target = Int(value(targets).integers[place])
    let axis = shape.count == 1 ? 0 : 1
    guard target >= 0 && target < shape[axis] else { return [] }
    let inner = Shape.strides(shape)[axis]
    return [
      .init(
        step: step,
        place: place / inner * inner * shape[axis] + target * inner + place % inner)
    ]
  }

  /// Which row of classes a place of a (N, C, d…) or (C) tensor lies in, and at which class.
  static func row(of place: Int, in shape: [Int]) -> (row: Int, column: Int) {
    let axis = shape.count == 1 ? 0 : 1
    let inner = Shape.strides(shape)[axis]
    return (place / (inner * shape[axis]) * inner + place % inner, place / inner % shape[axis])
  }

  private func products(
    _ a: Int, _ b: Int, _ place: Int, _ value: (Int) -> Tensor, rows: Bool
  ) -> [Derivation.Element] {
    let (left, right) = (value(a).shape, value(b).shape)
    let length = left[left.count - 1]
    let columns = right.count == 1 ? 1 : right[rows ? 0 : 1]
    let (row, column) = (place / columns, place % columns)
    return (0..<length).flatMap { k -> [Derivation.Element] in
      [
        .init(step: a, place: row * length + k),
        .init(step: b, place: rows ? column * length + k : k * columns + column),
      ]
    }
  }
}

extension Shape {
  /// Where the value at a row-major place of `shape` lies in a storage read with `strides`.
  static func place(_ place: Int, in shape: [Int], strides: [Int]) -> Int {
    var (rest, result) = (place, 0)
    for i in stride(from: shape.count - 1, through: 0, by: -1) {
      result += rest % shape[i] * strides[i]
      rest /= shape[i]
    }
    return result
  }
}
