extension Tensor {
  /// Takes every `step`-th slice from `start` up to `end` along a dimension, cut off as Python cuts.
  public func slice(
    _ dim: Int, from start: Int? = nil, to end: Int? = nil, step: Int = 1
  ) throws(TensorError) -> Tensor {
    let places = try Tensor.slicePlaces(
      length: shape[try axis(dim)], from: start, to: end, step: step)
    return try taking(dim, places)
  }

  /// The indices that a Python slice of a positive step picks out of a length.
  static func slicePlaces(
    length: Int, from start: Int?, to end: Int?, step: Int
  ) throws(TensorError) -> [Int] {
    guard step > 0 else { throw TensorError(.value, "step must be greater than zero") }
    func bound(_ index: Int) -> Int {
      Swift.min(Swift.max(index < 0 ? index + length : index, 0), length)
    }
    // No step is longer than the whole: one place is then all that is left.
    return Array(
      stride(from: bound(start ?? 0), to: bound(end ?? length), by: Swift.min(step, length + 1)))
  }

  /// Takes `length` slices from `start` along a dimension.
  public func narrow(_ dim: Int, _ start: Int, _ length: Int) throws(TensorError) -> Tensor {
    let part = try Shape.part(of: shape[try axis(dim)], from: start, length: length)
    return try taking(dim, Array(part))
  }

  /// Takes one slice and drops its dimension.
  public func select(_ dim: Int, _ index: Int) throws(TensorError) -> Tensor {
    let place = try axis(dim)
    let size = shape[place]
    guard index >= -size && index < size else {
      throw TensorError(
        .index, "index \(index) is out of bounds for dimension \(place) with size \(size)")
    }
    let slice = try taking(dim, [index < 0 ? index + size : index])
    var newShape = shape
    newShape.remove(at: place)
    return Tensor(shape: newShape, storage: slice.storage, dtype: dtype)
  }

  /// Takes slices along a dimension by their indices, which must lie within it.
  func taking(_ dim: Int, _ indices: [Int]) throws(TensorError) -> Tensor {
    let axis = try axis(dim)
    let places = try Shape.slices(indices, of: shape, along: axis)
    var newShape = shape
    newShape[axis] = indices.count
    return try taking(places, shape: newShape)
  }

  private func axis(_ dim: Int) throws(TensorError) -> Int {
    guard rank > 0 else {
      throw TensorError(.index, "slice() cannot be applied to a 0-dim tensor.")
    }
    return try Shape.dimension(dim, rank: rank)
  }

  /// Takes, at every place of `index`, the value that the index there names along a dimension.
  public func gather(_ dim: Int, _ index: Tensor) throws(TensorError) -> Tensor {
    try taking(index.gatherPlaces(along: dim, in: shape), shape: index.shape)
  }

  /// Puts values where `gather` with the same index would take them from; where several meet, the
  /// last stays, or with `adding` they add up.
  public func scatter(
    _ dim: Int, _ index: Tensor, _ source: Tensor, adding: Bool = false
  ) throws(TensorError) -> Tensor {
    let places = try index.scatterPlaces(along: dim, in: shape, from: index.shape)
    return try placing(
      source.cast(to: dtype).broadcast(to: index.shape), at: places, adding: adding)
  }

  /// Where this index, given to `gather`, finds its values in a tensor of a shape.
  public func gatherPlaces(along dim: Int, in shape: [Int]) throws(TensorError) -> [Int] {
    try places(along: dim, in: shape, function: "gather", tensor: "input") {
      own, whole, axis throws(TensorError) in
      for i in own.indices where i != axis && own[i] > whole[i] {
        throw TensorError(
          .runtime,
          "Size does not match at dimension \(i) expected index \(Shape.text(own)) to be no larger than self \(Shape.text(whole)) apart from dimension \(axis)"
        )
      }
    }
  }

  /// Where this index, given to `scatter`, puts values into a tensor of a shape; they come from a
  /// tensor of another shape, or are one number.
  public func scatterPlaces(
    along dim: Int, in shape: [Int], from source: [Int]?
  ) throws(TensorError) -> [Int] {
    try places(along: dim, in: shape, function: "scatter", tensor: "self") {
      own, whole, axis throws(TensorError) in
      var fits = own.indices.allSatisfy { $0 == axis || own[$0] <= whole[$0] }
      var ending = ""
      if let source {
        let given = source.isEmpty ? [1] : source
        for i in own.indices {
          let place = try Shape.dimension(i, rank: given.count)
          fits = fits && own[i] <= given[place]
        }
        ending = " and to be no larger size than src \(Shape.text(source))"
      }
      guard !fits else { return }
      throw TensorError(
        .runtime,
        "Expected index \(Shape.text(self.shape)) to be no larger than self \(Shape.text(shape)) apart from dimension \(axis)\(ending)"
      )
    }
  }

  private func places(
    along dim: Int, in shape: [Int], function: String, tensor: String,
    _ checkSizes: ([Int], [Int], Int) throws(TensorError) -> Void
  ) throws(TensorError) -> [Int] {
    let axis = try Shape.dimension(dim, rank: shape.count)
    if dtype != .int64, dtype != .int32, count > 0 {
      throw TensorError(.runtime, "\(function)(): Expected dtype int32/int64 for index")
    }
    if count == 0 { return [] }
    let whole = shape.isEmpty ? [1] : shape
    let own = self.shape.isEmpty ? [1] : self.shape
    guard own.count == whole.count else {
      throw TensorError(
        .runtime, "Index tensor must have the same number of dimensions as \(tensor) tensor")
    }
    try checkSizes(own, whole, axis)
    let indices = integers
    if let bad = indices.first(where: { $0 < 0 || $0 >= whole[axis] }) {
      throw TensorError(
        .runtime, "index \(bad) is out of bounds for dimension \(axis) with size \(whole[axis])")
    }
    var strides = Shape.strides(whole)
    let step = strides[axis]
    strides[axis] = 0
    let base = try Shape.offsets(shape: own, strides: strides)
    return try zipped(base, indices) { $0 + Int($1) * step }
  }

  /// Replaces the values at these places of row-major order, or adds to them; where a place comes
  /// twice, the last one stays, or both are added.
  public func placing(
    _ source: Tensor, at places: [Int], adding: Bool = false
  ) throws(TensorError) -> Tensor {
    func placed<S>(_ old: [S], _ new: [S], _ add: (S, S) -> S) throws(TensorError) -> [S] {
      var values = old
      try inStretches(min(places.count, new.count)) { i in
        let place = places[i]
        values[place] = adding ? add(values[place], new[i]) : new[i]
      }
      return values
    }
    let result: Tensor
    switch (storage, source.cast(to: dtype).storage) {
    case (.float64(let old), .float64(let new)):
      result = try Tensor(placed(old, new, +), shape: shape)
    case (.float32(let old), .float32(let new)):
      result = try Tensor(placed(old, new, +), shape: shape)
    case (.float16(let old), .float16(let new)):
      result = try Tensor(placed(old, new, +), shape: shape)
    case (.int64(let old), .int64(let new)): result = try Tensor(placed(old, new, &+), shape: shape)
    default: result = try Tensor(placed(booleans, source.booleans) { $0 || $1 }, shape: shape)
    }
    return result.cast(to: dtype)
  }
}
