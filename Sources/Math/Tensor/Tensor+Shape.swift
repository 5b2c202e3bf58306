extension Tensor.Storage {
  /// The values at these places, in this order.
  func taking(_ places: [Int]) throws(TensorError) -> Tensor.Storage {
    switch self {
    case .float64(let values): .float64(try mapped(places) { values[$0] })
    case .float32(let values): .float32(try mapped(places) { values[$0] })
    case .float16(let values): .float16(try mapped(places) { values[$0] })
    case .int64(let values): .int64(try mapped(places) { values[$0] })
    case .bool(let values): .bool(try mapped(places) { values[$0] })
    }
  }
}

extension Tensor {
  /// Reads the values at these places into a new shape.
  public func taking(_ places: [Int], shape: [Int]) throws(TensorError) -> Tensor {
    Tensor(shape: shape, storage: try storage.taking(places), dtype: dtype)
  }

  /// Gives the values a new shape; one length may be −1 and is then worked out.
  public func reshape(_ newShape: [Int]) throws(TensorError) -> Tensor {
    if let bad = newShape.firstIndex(where: { $0 < -1 }) {
      throw TensorError(
        .runtime,
        "invalid shape dimension \(newShape[bad]) at index \(bad) of shape \(Shape.text(newShape))")
    }
    let unknown = newShape.indices.filter { newShape[$0] == -1 }
    guard unknown.count <= 1 else {
      throw TensorError(.runtime, "only one dimension can be inferred")
    }
    let mismatch = TensorError(
      .runtime, "shape '\(Shape.text(newShape))' is invalid for input of size \(count)")
    if !unknown.isEmpty, newShape.contains(0) {
      if count != 0 { throw mismatch }
      throw TensorError(
        .runtime,
        "cannot reshape tensor of 0 elements into shape \(Shape.text(newShape)) because the unspecified dimension size -1 can be any value and is ambiguous"
      )
    }
    guard let target = Shape.inferring(newShape, count: count) else { throw mismatch }
    if count == 0 { try Shape.check(target) }
    return Tensor(shape: target, storage: storage, dtype: dtype)
  }

  /// Reorders the dimensions.
  public func permute(_ dims: [Int]) throws(TensorError) -> Tensor {
    guard dims.count == rank else {
      throw TensorError(
        .runtime,
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = \(rank) is not equal to len(dims) = \(dims.count)"
      )
    }
    var order: [Int] = []
    for dim in dims {
      let dim = try Shape.dimension(dim, rank: rank)
      guard !order.contains(dim) else {
        throw TensorError(.runtime, "permute(): duplicate dims are not allowed.")
      }
      order.append(dim)
    }
    if order == Array(0..<rank) { return self }
    let strides = Shape.strides(shape)
    let newShape = order.map { shape[$0] }
    return try taking(
      Shape.offsets(shape: newShape, strides: order.map { strides[$0] }), shape: newShape)
  }

  /// Exchanges two dimensions.
  public func transpose(_ a: Int, _ b: Int) throws(TensorError) -> Tensor {
    let a = try Shape.dimension(a, rank: rank)
    let b = try Shape.dimension(b, rank: rank)
    if a == b { return self }
    var order = Array(0..<rank)
    order.swapAt(a, b)
    return try permute(order)
  }

  /// Adds a dimension of length one.
  public func unsqueeze(_ dim: Int) throws(TensorError) -> Tensor {
    let place = try Shape.dimension(dim, rank: rank + 1)
    var newShape = shape
    newShape.insert(1, at: place)
    return Tensor(shape: newShape, storage: storage, dtype: dtype)
  }

  /// Removes all dimensions of length one, or those named where their length is one.
  public func squeeze(_ dims: [Int]? = nil) throws(TensorError) -> Tensor {
    let dims = try Shape.dimensions(dims ?? Array(0..<rank), rank: rank)
    let kept = shape.indices.filter { !(dims.contains($0) && shape[$0] == 1) }
    return Tensor(shape: kept.map { shape[$0] }, storage: storage, dtype: dtype)
  }

  /// Lays the dimensions from `start` to `end` end to end.
  public func flatten(from start: Int = 0, to end: Int = -1) throws(TensorError) -> Tensor {
    let first = try Shape.dimension(start, rank: rank)
    let last = try Shape.dimension(end, rank: rank)
    guard first <= last else {
      throw TensorError(.runtime, "flatten() has invalid args: start_dim cannot come after end_dim")
    }
    if rank == 0 { return Tensor(shape: [1], storage: storage, dtype: dtype) }
    let middle = Shape.count(Array(shape[first...last]))
    return Tensor(
      shape: Array(shape[..<first]) + [middle] + Array(shape[(last + 1)...]), storage: storage,
      dtype: dtype)
  }

  /// Repeats the tensor along dimensions of length one; −1 leaves a dimension as it is.
  public func expand(_ newShape: [Int]) throws(TensorError) -> Tensor {
    if newShape == shape { return self }
    let lead = newShape.count - rank
    guard lead >= 0 else {
      throw TensorError(
        .runtime,
        "expand(torch.\(dtype.scalarTypeName)Tensor{\(Shape.text(shape))}, size=\(Shape.text(newShape))): the number of sizes provided (\(newShape.count)) must be greater or equal to the number of dimensions in the tensor (\(rank))"
      )
    }
    var target = newShape
    for i in target.indices {
      let own = i < lead ? 1 : shape[i - lead]
      if target[i] == -1 && i >= lead { target[i] = own }
      guard target[i] >= 0 else {
        throw TensorError(
          .runtime,
          "The expanded size of the tensor (\(target[i])) isn't allowed in a leading, non-existing dimension \(i)"
        )
      }
      guard own == target[i] || own == 1 else {
        throw TensorError(
          .runtime,
          "The expanded size of the tensor (\(target[i])) must match the existing size (\(own)) at non-singleton dimension \(i).  Target sizes: \(Shape.text(newShape)).  Tensor sizes: \(Shape.text(shape))"
        )
      }
    }
    try Shape.check(target)
    return try broadcast(to: target)
  }

  /// Repeats the tensor to a shape that broadcasting has already found to fit.
  func broadcast(to target: [Int]) throws(TensorError) -> Tensor {
    if target == shape { return self }
    if count == 1 {
      return try taking([Int](repeating: 0, count: Shape.count(target)), shape: target)
    }
    return try taking(
      Shape.offsets(shape: target, strides: Shape.broadcastStrides(shape, to: target)),
      shape: target)
  }
}
