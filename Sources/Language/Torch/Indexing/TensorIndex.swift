import Math

/// What stands between the square brackets after a tensor, worked out against its shape.
///
/// Numbers, slices, `None` and `...` choose by strides; tensors and lists of numbers, and masks, choose
/// place by place. Both come to a list of places in row-major order.
struct TensorIndex {
  /// The shape of what is chosen.
  private(set) var shape: [Int] = []
  /// Where each chosen element lies in the tensor.
  private(set) var places: [Int] = []
  /// Whether the choice is a view of the tensor's memory.
  private(set) var isBasic = true
  /// What PyTorch calls the last step of the choice.
  private(set) var gradientName = "AliasBackward0"

  private let interpreter: Interpreter
  private let source: [Int]
  private var strides: [Int] = []
  private var offset = 0
  /// The index tensors, each at its dimension among those chosen so far.
  private var advanced: [(dim: Int, index: Tensor)] = []

  init(_ index: Value, into shape: [Int], _ interpreter: Interpreter) throws {
    self.interpreter = interpreter
    source = shape
    try choose(TensorIndex.items(index))
    if advanced.isEmpty {
      places = try Shape.offsets(shape: self.shape, strides: strides, start: offset)
    } else {
      isBasic = false
      try chooseByTensors()
    }
  }

  private static func items(_ index: Value) -> [Value] {
    switch index {
    case .tuple(let tuple): tuple.items
    default: [index]
    }
  }

  private mutating func choose(_ items: [Value]) throws {
    var used = 0
    for item in items { used += try dimensions(item) }
    if used > source.count { throw tooMany(used) }
    var dim = 0
    let all = Shape.strides(source)
    var hasEllipsis = false
    for item in items {
      if case .ellipsis = item {
        for _ in 0..<(hasEllipsis ? 0 : source.count - used) { keep(&dim, all) }
        hasEllipsis = true
        continue
      }
      try choose(item, &dim, all)
    }
    while dim < source.count { keep(&dim, all) }
  }

  /// How many of the tensor's dimensions an item of the index takes.
  private func dimensions(_ item: Value) throws -> Int {
    switch item {
    case .null, .ellipsis, .bool: return 0
    case .int, .slice: return 1
    case .tensor(let tensor): return tensor.dtype == .bool ? tensor.value.rank : 1
    case .list, .range, .tuple:
      let tensor = try TensorLiteral.tensor(of: item, dtype: nil, interpreter)
      return tensor.dtype == .bool ? tensor.rank : 1
    default: throw invalid(item)
    }
  }

  private mutating func keep(_ dim: inout Int, _ all: [Int]) {
    shape.append(source[dim])
    strides.append(all[dim])
    dim += 1
  }

  private mutating func choose(_ item: Value, _ dim: inout Int, _ all: [Int]) throws {
    switch item {
    case .null:
      shape.append(1)
      strides.append(0)
      gradientName = "UnsqueezeBackward0"
    case .bool(let flag):
      advanced.append((shape.count, Tensor(flag ? [Int64(0)] : [])))
      shape.append(1)
      strides.append(0)
    case .int(let place): try choose(place, &dim, all)
    case .slice(let slice):
      let (start, stop, step) = try slice.places(of: source[dim])
      if step < 0 { throw PythonError.value("step must be greater than zero") }
      let count = max(0, (stop - start).adding(saturating: step - 1) / step)
      offset += count > 0 ? start * all[dim] : 0
      shape.append(count)
      strides.append(step.multiplied(saturating: all[dim]))
      if start != 0 || stop != source[dim] || step != 1 { gradientName = "SliceBackward0" }
      dim += 1
    default: try chooseByTensor(item, &dim, all)
    }
  }

  private mutating func choose(_ place: Int, _ dim: inout Int, _ all: [Int]) throws {
    let length = source[dim]
    guard place >= -length && place < length else {
      throw PythonError.index(
        "index \(place) is out of bounds for dimension \(dim) with size \(length)")
    }
    offset += (place < 0 ? place + length : place) * all[dim]
    gradientName = "SelectBackward0"
    dim += 1
  }

  private mutating func chooseByTensor(_ item: Value, _ dim: inout Int, _ all: [Int]) throws {
    let index: Tensor
    if case .tensor(let tensor) = item {
      index = tensor.value
    } else {
      let tensor = try TensorLiteral.tensor(of: item, dtype: nil, interpreter)
      index = tensor.count == 0 ? tensor.cast(to: .int64) : tensor
    }
    if index.dtype == .bool { return try chooseByMask(index, &dim, all) }
    if index.dtype.isFloatingPoint {
      var error = PythonError.index(
        "tensors used as indices must be long, int, byte or bool tensors")
      error.fix = "index.long()"
      throw error
    }
    if index.rank == 0, let place = index.integers.first {
      return try choose(Int(place), &dim, all)
    }
    advanced.append((shape.count, index))
    keep(&dim, all)
  }

  private mutating func chooseByMask(_ mask: Tensor, _ dim: inout Int, _ all: [Int]) throws {
    for (own, length) in mask.shape.enumerated() where source[dim + own] != length {
      throw PythonError.index(
        "The shape of the mask \(Shape.text(mask.shape)) at index \(own) does not match the shape of "
          + "the indexed tensor \(Shape.text(source)) at index \(dim + own)")
    }
    let chosen = try Shape.places(where: mask.booleans)
    if mask.rank == 0 {
      advanced.append((shape.count, Tensor(chosen.map { Int64($0) })))
      shape.append(1)
      strides.append(0)
      return
    }
    let own = Shape.strides(mask.shape)
    for (step, length) in zip(own, mask.shape) {
      advanced.append((shape.count, try Tensor(mapped(chosen) { Int64($0 / step % length) })))
      keep(&dim, all)
    }
  }

  private func tooMany(_ used: Int) -> PythonError {
    source.isEmpty
      ? .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in "
          + "C++ to convert a 0-dim tensor to a number")
      : .index("too many indices for tensor of dimension \(source.count)")
  }

  private func invalid(_ item: Value) -> PythonError {
    let type = interpreter.typeName(of: item)
    if case .string = item { return .type("new(): invalid data type 'str'") }
    return .index(
      "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid "
        + "indices (got \(type))")
  }
}

extension TensorIndex {
  /// Chooses by the index tensors, broadcast against one another.
  private mutating func chooseByTensors() throws {
    gradientName = "IndexBackward0"
    var common: [Int] = []
    for (_, index) in advanced {
      do {
        common = try Shape.broadcast(common, index.shape)
      } catch {
        let shapes = advanced.map { Shape.text($0.index.shape) }.joined(separator: ", ")
        throw PythonError.index(
          "shape mismatch: indexing tensors could not be broadcast together with shapes \(shapes)")
      }
    }
    let dims = advanced.map(\.dim)
    var chosen = [Int](repeating: offset, count: Shape.count(common))
    for (dim, index) in advanced {
      let places = try index.expand(common).integers
      var patience = Patience()
      for (order, place) in places.enumerated() {
        try patience.tick()
        chosen[order] += try self.place(Int(place), along: dim) * strides[dim]
      }
    }
    // Index tensors side by side leave their shape where they stood; apart, it comes first.
    let areTogether = zip(dims, dims.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let split = areTogether ? dims[0] : 0
    let rest = shape.indices.filter { !dims.contains($0) }
    let (before, after) = (rest.filter { $0 < split }, rest.filter { $0 >= split })
    func offsets(_ dims: [Int]) throws -> [Int] {
      try Shape.offsets(shape: dims.map { shape[$0] }, strides: dims.map { strides[$0] })
    }
    let (first, last) = (try offsets(before), try offsets(after))
    places = []
    places.reserveCapacity(first.count * chosen.count * last.count)
    var patience = Patience()
    for a in first {
      for b in chosen {
        try patience.tick()
        for c in last { places.append(a + b + c) }
      }
    }
    shape = before.map { shape[$0] } + common + after.map { shape[$0] }
  }

  private func place(_ place: Int, along dim: Int) throws -> Int {
    let length = shape[dim]
    guard place >= -length && place < length else {
      throw PythonError.index(
        "index \(place) is out of bounds for dimension \(dim) with size \(length)")
    }
    return place < 0 ? place + length : place
  }
}
