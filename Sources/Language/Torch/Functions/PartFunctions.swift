import Math

/// Functions that take parts of a tensor.
extension ShapeFunctions {
  static let parts: [TorchFunction] = splits + choices + triangles + joins

  private static let splits: [TorchFunction] = [
    TorchFunction("unbind", "input, dim=0", "The slices along a dimension.") { call in
      let x = try call.tensor(0)
      let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
      if x.value.rank == 0 {
        throw PythonError.index("Dimension specified as 0 but tensor has no dimensions")
      }
      return .tuple(
        of: try (0..<x.shape[dim]).map {
          .tensor(try call.interpreter.select(x, dim, $0, "UnbindBackward0"))
        })
    },
    TorchFunction(
      "split", "tensor, split_size_or_sections, dim=0", "Cuts a tensor into pieces of a size."
    ) { call in
      let x = try call.tensor(0)
      try refuseScalar(x, .runtime("split expects at least a 1-dimensional tensor"))
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let length = x.shape[dim]
      if case .int(let size) = call[1] {
        guard size >= 0 else {
          throw PythonError.runtime(
            "split expects split_size be non-negative, but got split_size=\(size)")
        }
        guard size > 0 || length == 0 else {
          throw PythonError.runtime(
            "split_size can only be 0 if dimension size is 0, but got dimension size of \(length)")
        }
        let sizes = Parts.even(length, size: max(size, 1))
        return try pieces(x, dim, sizes, "SplitBackward0", call)
      }
      let sizes = try call.ints(1) ?? []
      if sizes.contains(where: { $0 < 0 }) {
        throw PythonError.runtime(
          "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=\(Shape.text(sizes))"
        )
      }
      guard sizes.reduce(0, { $0.adding(saturating: $1) }) == length else {
        throw PythonError.runtime(
          "split_with_sizes expects split_sizes to sum exactly to \(length) (input tensor's size at dimension \(dim)), but got split_sizes=\(Shape.text(sizes))"
        )
      }
      return try pieces(x, dim, sizes, "SplitWithSizesBackward0", call)
    },
    TorchFunction("chunk", "input, chunks, dim=0", "Cuts a tensor into a number of pieces.") {
      call in
      let x = try call.tensor(0)
      try refuseScalar(x, .runtime("chunk expects at least a 1-dimensional tensor"))
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let chunks = try call.int(1)
      guard chunks > 0 else {
        throw PythonError.runtime("chunk expects `chunks` to be greater than 0, got: \(chunks)")
      }
      let length = x.shape[dim]
      let size = max(1, length / chunks + (length % chunks > 0 ? 1 : 0))
      return try pieces(x, dim, Parts.even(length, size: size), "SplitBackward0", call)
    },
    TorchFunction(
      "tensor_split", "input, indices_or_sections, dim=0",
      "Cuts a tensor at places, or into even parts."
    ) { call in
      let x = try call.tensor(0)
      try refuseScalar(
        x,
        .runtime(
          "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims"))
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let length = x.shape[dim]
      if case .int(let count) = call[1] {
        guard count > 0 else {
          throw PythonError.runtime(
            "number of sections must be larger than 0, got \(count)")
        }
        try call.interpreter.charge(items: count)
        let sizes = (0..<count).map { length / count + ($0 < length % count ? 1 : 0) }
        return try pieces(x, dim, sizes, "SliceBackward0", call)
      }
      let places = try call.ints(1) ?? []
      let cuts = [0] + places.map { min(max($0 < 0 ? $0 + length : $0, 0), length) } + [length]
      return .tuple(
        of: try zip(cuts, cuts.dropFirst()).map { start, end in
          let length = max(0, end - start)
          return .tensor(
            try call.interpreter.narrow(x, dim, start, length, "SliceBackward0"))
        })
    },
    TorchFunction("select", "input, dim, index", "One slice along a dimension.") { call in
      let x = try call.tensor(0)
      let (dim, place) = try chosenSlice(of: x, dim: call.int(1), call.int(2))
      return .tensor(try call.interpreter.select(x, dim, place, "SelectBackward0"))
    },
    TorchFunction("narrow", "input, dim, start, length", "Some slices along a dimension.") { call in
      let x = try call.tensor(0)
      try refuseScalar(x, .runtime("narrow() cannot be applied to a 0-dim tensor."))
      let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
      let part = try Shape.part(of: x.shape[dim], from: call.int(2), length: call.int(3))
      return .tensor(
        try call.interpreter.narrow(x, dim, part.lowerBound, part.count, "SliceBackward0"))
    },
  ]

  /// Refuses a tensor without dimensions, in the words the function has for it.
  static func refuseScalar(_ x: TensorObject, _ error: PythonError) throws {
    if x.shape.isEmpty { throw error }
  }

  /// The dimension and the place of one slice, counted from the start.
  static func chosenSlice(
    of x: TensorObject, dim: Int, _ place: Int
  ) throws -> (dim: Int, place: Int) {
    try refuseScalar(x, .index("select() cannot be applied to a 0-dim tensor."))
    let dim = try Shape.dimension(dim, rank: x.value.rank)
    guard place >= -x.shape[dim] && place < x.shape[dim] else {
      throw PythonError.index(
        "select(): index \(place) out of range for tensor of size \(Shape.text(x.shape)) at dimension \(dim)"
      )
    }
    return (dim, place < 0 ? place + x.shape[dim] : place)
  }

  private static func pieces(
    _ x: TensorObject, _ dim: Int, _ sizes: [Int], _ gradientName: String, _ call: Call
  ) throws -> Value {
    var start = 0
    return .tuple(
      of: try sizes.map { size in
        defer { start += size }
        return .tensor(try call.interpreter.narrow(x, dim, start, size, gradientName))
      })
  }

  private static let choices: [TorchFunction] = [
    TorchFunction("index_select", "input, dim, index", "Slices along a dimension by their numbers.")
    { call in
      let x = try call.tensor(0)
      let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
      let index = try call.tensor(2).value
      if index.dtype != .int64 {
        throw PythonError.runtime("index_select(): Expected dtype int32 or int64 for index")
      }
      if index.rank > 1 {
        throw PythonError.index("index_select(): Index is supposed to be a vector")
      }
      for place in index.integers where place < 0 || place >= (x.shape.isEmpty ? 1 : x.shape[dim]) {
        throw PythonError.index("index out of range in self")
      }
      return .tensor(
        try call.interpreter.take(
          x, along: dim, index.integers, "index_select", "IndexSelectBackward0"))
    },
    TorchFunction(
      "gather", "input, dim, index, *, sparse_grad=False, out=None",
      "Along a dimension, the elements that an index names."
    ) { call in
      let x = try call.tensor(0)
      let index = try call.tensor(2).value
      let places = try index.gatherPlaces(along: call.int(1), in: x.shape)
      return .tensor(
        try call.interpreter.apply(
          Choose("gather", "GatherBackward0", places: places, shape: index.shape), x))
    },
    TorchFunction(
      "take_along_dim", "input, indices, dim=None",
      "Along a dimension, the elements that an index names, broadcast."
    ) { call in
      try Gathering.takeAlong(call)
    },
    TorchFunction("take", "input, index", "Elements by their place in row-major order.") { call in
      let x = try call.tensor(0)
      let index = try call.tensor(1).value
      let count = x.value.count
      let places = try index.integers.map { place -> Int in
        guard place >= -Int64(count) && place < Int64(count) else {
          throw PythonError.index(
            "out of range: tried to access index \(place) on a tensor of \(count) elements.")
        }
        return Int(place) + (place < 0 ? count : 0)
      }
      return .tensor(
        try call.interpreter.apply(
          Choose("take", "TakeBackward0", places: places, shape: index.shape), x))
    },
    TorchFunction("masked_select", "input, mask", "The elements where a mask is true.") { call in
      let (x, mask) = (try call.tensor(0), try call.tensor(1))
      guard mask.dtype == .bool else {
        throw PythonError.runtime("masked_select: expected BoolTensor for mask")
      }
      let shape = try Shape.broadcast(x.shape, mask.shape)
      let spread = x.shape == shape ? x : try call.interpreter.apply(Expand(shape), x)
      let places = try mask.value.expand(shape).booleans.enumerated().filter(\.element).map(
        \.offset)
      return .tensor(
        try call.interpreter.apply(
          Choose("masked_select", "MaskedSelectBackward0", places: places, shape: [places.count]),
          spread))
    },
    TorchFunction(
      "masked_fill", "input, mask, value", "A value where a mask is true.", in: .changing
    ) { call in
      let (x, mask) = (try call.tensor(0), try call.tensor(1))
      if mask.dtype != .bool {
        throw PythonError.runtime(
          "masked_fill_ only supports boolean masks, but got mask with dtype \(mask.dtype.cName)")
      }
      let value = try call.operand(2, beside: x)
      if value.value.rank > 0 {
        throw PythonError.runtime(
          "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
            + "\(value.value.rank) dimension(s).")
      }
      _ = try Shape.broadcast(mask.shape, x.shape)
      let filled =
        value.dtype == x.dtype ? value : try call.interpreter.apply(Cast(to: x.dtype), value)
      return .tensor(try call.interpreter.apply(Where(), mask, filled, x))
    },
    TorchFunction("diagonal", "input, offset=0, dim1=0, dim2=1", "The elements of a diagonal.") {
      call in
      .tensor(try Diagonals.diagonal(call.tensor(0), call.int(1), call.int(2), call.int(3), call))
    },
    TorchFunction(
      "diag", "input, diagonal=0", "The diagonal of a matrix, or a matrix with this diagonal."
    ) { call in
      let x = try call.tensor(0)
      if x.value.rank == 1 { return .tensor(try Diagonals.matrix(x, call.int(1), call)) }
      guard x.value.rank == 2 else {
        throw PythonError.runtime("diag(): Supports 1D or 2D tensors. Got \(x.value.rank)D")
      }
      return .tensor(try Diagonals.diagonal(x, call.int(1), 0, 1, call))
    },
    TorchFunction(
      "diag_embed", "input, offset=0, dim1=-2, dim2=-1", "Matrices with these diagonals."
    ) { call in
      .tensor(try Diagonals.matrix(call.tensor(0), call.int(1), call))
    },
    TorchFunction("trace", "input", "The sum of the diagonal.") { call in
      let x = try call.tensor(0)
      guard x.value.rank == 2 else {
        throw PythonError.runtime(
          "trace: expected a matrix, but got tensor with dim \(x.value.rank)")
      }
      let diagonal = try Diagonals.diagonal(x, 0, 0, 1, call)
      return .tensor(try call.interpreter.apply(Sum(), diagonal))
    },
  ]
}

/// The lengths of pieces.
enum Parts {
  static func even(_ length: Int, size: Int) -> [Int] {
    if length == 0 { return [0] }
    return stride(from: 0, to: length, by: min(size, length)).map { min(size, length - $0) }
  }
}

extension Interpreter {
  /// One slice along a dimension, which falls away.
  func select(_ x: TensorObject, _ dim: Int, _ place: Int, _ gradientName: String) throws
    -> TensorObject
  {
    var strides = Shape.strides(x.shape)
    let start = place * strides[dim]
    var shape = x.shape
    shape.remove(at: dim)
    strides.remove(at: dim)
    let places = try Shape.offsets(shape: shape, strides: strides, start: start)
    return try view(Choose("select", gradientName, places: places, shape: shape), x)
  }

  /// Some slices along a dimension.
  func narrow(
    _ x: TensorObject, _ dim: Int, _ start: Int, _ length: Int, _ gradientName: String
  ) throws -> TensorObject {
    let strides = Shape.strides(x.shape)
    var shape = x.shape
    shape[dim] = length
    let places = try Shape.offsets(shape: shape, strides: strides, start: start * strides[dim])
    return try view(Choose("narrow", gradientName, places: places, shape: shape), x)
  }
}
