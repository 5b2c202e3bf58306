import Math

/// Choosing along a dimension by an index of the result's shape.
enum Gathering {
  /// `take_along_dim`: `gather` with both broadcast outside the dimension.
  static func takeAlong(_ call: Call) throws -> Value {
    let run = call.interpreter
    var x = try call.tensor(0)
    var index = try call.tensor(1).value
    guard let given = try call.optionalInt(2) else {
      let flat = try run.view(Relabel("view", "ViewBackward0", [x.value.count]), x)
      let places = try index.flatten().gatherPlaces(along: 0, in: flat.shape)
      return .tensor(
        try run.apply(
          Choose("gather", "GatherBackward0", places: places, shape: [index.count]), flat))
    }
    var (a, b) = (x.shape, index.shape)
    guard a.count == b.count else {
      throw PythonError.runtime(
        "torch.take_along_dim(): input and indices should have the same number of dimensions, but got \(a.count) dimensions for input, and \(b.count) dimensions for indices"
      )
    }
    let dim = try Shape.dimension(given, rank: x.value.rank)
    if a.isEmpty {
      throw PythonError.index("Dimension specified as \(dim) but tensor has no dimensions")
    }
    (a[dim], b[dim]) = (1, 1)
    var common = try Shape.broadcast(a, b)
    common[dim] = index.shape[dim]
    index = try index.expand(common)
    let length = Int64(x.shape[dim])
    index = Tensor(index.integers.map { $0 < 0 ? $0 + length : $0 }, shape: index.shape)
    common[dim] = x.shape[dim]
    if common != x.shape { x = try run.apply(Expand(common), x) }
    let places = try index.gatherPlaces(along: dim, in: x.shape)
    return .tensor(
      try run.apply(Choose("gather", "GatherBackward0", places: places, shape: index.shape), x))
  }

  /// The places that are not zero.
  static func nonzero(_ x: Tensor, asTuple: Bool) throws -> Value {
    let shape = x.shape
    let strides = Shape.strides(shape)
    let places = try Shape.places(where: x.booleans)
    if asTuple {
      let dims = shape.isEmpty ? [(1, 1)] : Array(zip(strides, shape))
      return .tuple(
        of: try dims.map { step, length in
          .tensor(TensorObject(try Tensor(mapped(places) { Int64($0 / step % length) })))
        })
    }
    let rank = shape.count
    let rows = try counted(places.count * rank) {
      Int64(places[$0 / rank] / strides[$0 % rank] % shape[$0 % rank])
    }
    return .tensor(TensorObject(Tensor(rows, shape: [places.count, shape.count])))
  }
}

/// Diagonals and triangles of matrices.
enum Diagonals {
  /// The elements of a diagonal; they come as the last dimension.
  static func diagonal(
    _ x: TensorObject, _ offset: Int, _ dim1: Int, _ dim2: Int, _ call: Call
  ) throws -> TensorObject {
    let rank = x.value.rank
    let (a, b) = (try Shape.dimension(dim1, rank: rank), try Shape.dimension(dim2, rank: rank))
    if a == b {
      throw PythonError.runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)")
    }
    var strides = Shape.strides(x.shape)
    var shape = x.shape
    let (down, right) = (offset < 0 ? 0.subtracting(saturating: offset) : 0, max(offset, 0))
    let count = max(0, min(shape[a] - down, shape[b] - right))
    let start = count > 0 ? right * strides[b] + down * strides[a] : 0
    let step = strides[a] + strides[b]
    for dim in [max(a, b), min(a, b)] {
      shape.remove(at: dim)
      strides.remove(at: dim)
    }
    let places = try Shape.offsets(shape: shape + [count], strides: strides + [step], start: start)
    return try call.interpreter.view(
      Choose("diagonal", "DiagonalBackward0", places: places, shape: shape + [count]), x)
  }

  /// Matrices whose diagonals are the last dimension.
  static func matrix(_ x: TensorObject, _ offset: Int, _ call: Call) throws -> TensorObject {
    let length = x.shape.last ?? 1
    let (down, right) = (offset < 0 ? 0.subtracting(saturating: offset) : 0, max(offset, 0))
    let size = length.adding(saturating: down).adding(saturating: right)
    let lead = Array(x.shape.dropLast())
    let shape = lead + [size, size]
    try call.interpreter.checkSize(shape)
    let places = try counted(x.value.count) { place in
      let (block, index) = (place / max(length, 1), place % max(length, 1))
      return (block * size + index + down) * size + index + right
    }
    let zeros = TensorObject(Tensor.zeros(shape, dtype: x.dtype))
    return try call.interpreter.apply(
      PutElements(places: places, gradientName: "DiagEmbedBackward0"), zeros, x)
  }

  /// A matrix with zeros where a rule on row and column does not hold.
  static func triangle(
    _ x: TensorObject, _ name: String, _ call: Call, _ keeps: (Int, Int) -> Bool
  ) throws -> TensorObject {
    let shape = x.shape
    guard shape.count >= 2 else {
      throw PythonError.runtime("\(name): input tensor must have at least 2 dimensions")
    }
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let mask = try counted(x.value.count) { keeps($0 / columns % rows, $0 % columns) }
    return try call.interpreter.apply(
      KeepElements(name: name, mask: Tensor(mask, shape: shape)), x)
  }
}
