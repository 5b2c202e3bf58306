/// The arithmetic of shapes: strides, broadcasting, and dimensions counted from the end.
public enum Shape {
  /// How many values a shape has places for.
  public static func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }

  /// How far apart neighbours along each dimension lie in row-major order.
  public static func strides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for i in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[i] = strides[i + 1] * shape[i + 1]
    }
    return strides
  }

  /// A shape as Python writes a list: `[2, 3]`.
  public static func text(_ shape: [Int]) -> String {
    "[" + shape.map(String.init).joined(separator: ", ") + "]"
  }

  /// Turns a dimension that may count from the end into one that counts from the start.
  ///
  /// A scalar is treated as having one dimension, as PyTorch does.
  public static func dimension(_ dim: Int, rank: Int) throws(TensorError) -> Int {
    let rank = max(rank, 1)
    guard dim >= -rank && dim < rank else {
      throw TensorError(
        .index,
        "Dimension out of range (expected to be in range of [\(-rank), \(rank - 1)], but got \(dim))"
      )
    }
    return dim < 0 ? dim + rank : dim
  }

  /// Turns several dimensions into ones that count from the start; each may be named once.
  public static func dimensions(_ dims: [Int], rank: Int) throws(TensorError) -> [Int] {
    var result: [Int] = []
    for dim in dims {
      let dim = try dimension(dim, rank: rank)
      guard !result.contains(dim) else {
        throw TensorError(.runtime, "dim \(dim) appears multiple times in the list of dims")
      }
      result.append(dim)
    }
    return result
  }

  /// The shape that two shapes are stretched to when their tensors meet.
  public static func broadcast(_ a: [Int], _ b: [Int]) throws(TensorError) -> [Int] {
    if a == b { return a }
    let rank = max(a.count, b.count)
    var result = [Int](repeating: 1, count: rank)
    for i in stride(from: rank - 1, through: 0, by: -1) {
      let m = i - (rank - a.count) < 0 ? 1 : a[i - (rank - a.count)]
      let n = i - (rank - b.count) < 0 ? 1 : b[i - (rank - b.count)]
      guard m == n || m == 1 || n == 1 else {
        throw TensorError(
          .runtime,
          "The size of tensor a (\(m)) must match the size of tensor b (\(n)) at non-singleton dimension \(i)"
        )
      }
      result[i] = m == 1 ? n : m
    }
    try check(result)
    return result
  }

  /// Where each value of a view lies in its storage, in the view's row-major order.
  public static func offsets(shape: [Int], strides: [Int], start: Int = 0) throws(TensorError)
    -> [Int]
  {
    if count(shape) == 0 { return [] }
    var offsets = [start]
    for (length, stride) in zip(shape, strides) where length != 1 {
      if offsets.count == 1 {
        offsets = try counted(length) { offsets[0] + $0 * stride }
        continue
      }
      var next: [Int] = []
      next.reserveCapacity(offsets.count * length)
      var unasked = 0
      for offset in offsets {
        for i in 0..<length { next.append(offset + i * stride) }
        unasked += length
        if unasked > Interruption.elements {
          try Interruption.check()
          unasked = 0
        }
      }
      offsets = next
    }
    return offsets
  }

  /// Where the values of whole slices lie, those with these indices along a dimension.
  public static func slices(
    _ indices: [Int], of shape: [Int], along axis: Int
  ) throws(TensorError) -> [Int] {
    let inner = count(Array(shape[(axis + 1)...]))
    var places: [Int] = []
    var unasked = 0
    for block in 0..<count(Array(shape[..<axis])) {
      for index in indices {
        let start = (block * shape[axis] + index) * inner
        if inner == 1 { places.append(start) } else { places += start..<start + inner }
        unasked += inner
        if unasked > Interruption.elements {
          try Interruption.check()
          unasked = 0
        }
      }
    }
    return places
  }

  /// Where the truth values are true, counted in row-major order.
  public static func places(where truths: [Bool]) throws(TensorError) -> [Int] {
    var places: [Int] = []
    try inStretches(truths.count) { if truths[$0] { places.append($0) } }
    return places
  }

  /// The strides that read a tensor of one shape as if it had another, repeating where it is stretched.
  static func broadcastStrides(_ shape: [Int], to target: [Int]) -> [Int] {
    let own = strides(shape)
    let lead = target.count - shape.count
    return target.indices.map { i in
      i < lead || shape[i - lead] == 1 ? 0 : own[i - lead]
    }
  }
}
