import Math

/// The rows of a tensor along one dimension, in the order of what is left when it falls away.
struct Lanes {
  let dim: Int
  let length: Int
  /// How far apart neighbours in a lane lie.
  let stride: Int
  /// Where each lane begins.
  let starts: [Int]
  private let shape: [Int]
  private let isScalar: Bool

  init(_ shape: [Int], dim: Int) throws {
    isScalar = shape.isEmpty
    let shape = shape.isEmpty ? [1] : shape
    self.shape = shape
    self.dim = try Shape.dimension(dim, rank: shape.count)
    length = shape[self.dim]
    var strides = Shape.strides(shape)
    stride = strides.remove(at: self.dim)
    var rest = shape
    rest.remove(at: self.dim)
    starts = try Shape.offsets(shape: rest, strides: strides)
  }

  /// Refuses lanes with nothing in them, as reductions that pick an element do.
  func refuseEmpty(_ name: String) throws {
    if length == 0 {
      throw PythonError.index("\(name)(): Expected reduction dim \(dim) to have non-zero size.")
    }
  }

  /// The shape with another length along the lanes.
  func shape(with count: Int) -> [Int] {
    if isScalar && count == 1 { return [] }
    var shape = shape
    shape[dim] = count
    return shape
  }

  /// For each lane, its places in order of the values there; nan is greatest, and equals stay as they are.
  func order(_ tensor: Tensor, descending: Bool) throws -> [[Int]] {
    if case .int64(let values) = tensor.storage { return try order(values, descending) }
    return try order(tensor.doubles.map { $0.isNaN ? .infinity : $0 }, tensor.doubles, descending)
  }

  private func order<S: Comparable>(_ values: [S], _ descending: Bool) throws -> [[Int]] {
    var patience = Patience()
    return try starts.map { start in
      let lane = try counted(length) { values[start + $0 * stride] }
      return try (0..<length).sorted {
        try patience.tick()
        return lane[$0] == lane[$1] ? $0 < $1 : (lane[$0] < lane[$1]) != descending
      }
    }
  }

  private func order(_ keys: [Double], _ values: [Double], _ descending: Bool) throws -> [[Int]] {
    var patience = Patience()
    return try starts.map { start in
      try (0..<length).sorted { a, b in
        try patience.tick()
        let (x, y) = (start + a * stride, start + b * stride)
        if keys[x] != keys[y] { return (keys[x] < keys[y]) != descending }
        if values[x].isNaN != values[y].isNaN { return values[y].isNaN != descending }
        return a < b
      }
    }
  }

  /// Where the elements at these places of each lane lie, in row-major order of the result.
  func places(_ order: [[Int]]) throws -> [Int] {
    try rowMajor(order) { lane, place in starts[lane] + place * stride }
  }

  /// The places themselves, as a tensor.
  func indices(_ order: [[Int]]) throws -> Tensor {
    try Tensor(rowMajor(order) { Int64($1) }, shape: shape(with: order.first?.count ?? 0))
  }

  private func rowMajor<T>(_ order: [[Int]], _ value: (Int, Int) -> T) throws -> [T] {
    var patience = Patience()
    let count = order.first?.count ?? 0
    let inner = shape[(dim + 1)...].reduce(1, *)
    let outer = inner == 0 ? 0 : order.count / inner
    var result: [T] = []
    result.reserveCapacity(order.count * count)
    for block in 0..<outer {
      for place in 0..<count {
        for column in 0..<inner {
          try patience.tick()
          let lane = block * inner + column
          result.append(value(lane, order[lane][place]))
        }
      }
    }
    return result
  }

  /// The last place of a lane's most frequent value; of equals, the smallest value.
  func mostFrequent(_ values: [Double], _ start: Int) throws -> Int {
    let lane = (0..<length).map { values[start + $0 * stride] }
    var counts: [Double: (count: Int, last: Int)] = [:]
    var patience = Patience()
    for (place, value) in lane.enumerated() {
      try patience.tick()
      counts[value] = ((counts[value]?.count ?? 0) + 1, place)
    }
    let best = counts.max {
      $0.value.count != $1.value.count ? $0.value.count < $1.value.count : $0.key > $1.key
    }
    return best?.value.last ?? 0
  }
}

/// Asks now and then, in a long loop, whether to go on.
struct Patience {
  private static let rounds = 1 << 14
  private var left = rounds

  /// Counts a round, and stops the program where somebody wants it to end.
  mutating func tick() throws {
    left &-= 1
    guard left == 0 else { return }
    left = Self.rounds
    if Interruption.isWantedNow { throw PythonError.interrupted }
  }
}
