/// The arithmetic of shapes: strides, broadcasting, and dimensions counted from the end.
public enum Shape {
  /// The most elements that any one tensor may have.
  public static let most = 1 << 26

  /// How many values a shape has places for; `Int.max` where they are too many to be counted.
  ///
  /// A shape that is not a tensor's yet goes through `check` first.
  public static func count(_ shape: [Int]) -> Int {
    shape.reduce(1) { $0.multiplied(saturating: $1) }
  }

  /// Refuses a shape with a negative length, or with more elements than memory is for; gives their
  /// count.
  ///
  /// A length of 0 does not excuse the others: what is computed of them must fit too.
  @discardableResult
  public static func check(_ shape: [Int], most: Int = most) throws(TensorError) -> Int {
    var (count, lengths) = (1, 1)
    for length in shape {
      if length < 0 {
        throw TensorError(
          .runtime, "Trying to create tensor with negative dimension \(length): \(text(shape))")
      }
      count = count.multiplied(saturating: length)
      lengths = lengths.multiplied(saturating: max(length, 1))
    }
    if lengths <= most { return count }
    // PyTorch counts bytes, of which a number has four.
    if count > .max / 4 {
      throw TensorError(
        .runtime, "Storage size calculation overflowed with sizes=\(text(shape))")
    }
    throw TensorError(
      .limit,
      count > most
        ? "a tensor of shape \(text(shape)) has more than \(most) elements"
        : "the lengths of a tensor of shape \(text(shape)) multiply to more than \(most)")
  }

  /// How far apart neighbours along each dimension lie in row-major order.
  public static func strides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for i in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[i] = strides[i + 1].multiplied(saturating: shape[i + 1])
    }
    return strides
  }

  /// The lengths with the one that is −1 worked out, where they then hold so many values.
  public static func inferring(_ lengths: [Int], count: Int) -> [Int]? {
    var lengths = lengths
    guard lengths.allSatisfy({ $0 >= -1 }) else { return nil }
    if let open = lengths.firstIndex(of: -1) {
      lengths[open] = 1
      let known = self.count(lengths)
      guard known > 0, count % known == 0 else { return nil }
      lengths[open] = count / known
    }
    return self.count(lengths) == count ? lengths : nil
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

  /// The places of a part of a dimension, which must lie within it; a start may count from the end.
  public static func part(
    of size: Int, from start: Int, length: Int
  ) throws(TensorError) -> Range<Int> {
    guard length >= 0 else {
      throw TensorError(.runtime, "narrow(): length must be non-negative.")
    }
    guard start >= -size && start <= size else {
      throw TensorError(
        .index,
        "start out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
    }
    let first = start < 0 ? start + size : start
    guard length <= size - first else {
      throw TensorError(
        .runtime, "start (\(first)) + length (\(length)) exceeds dimension size (\(size)).")
    }
    return first..<first + length
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
