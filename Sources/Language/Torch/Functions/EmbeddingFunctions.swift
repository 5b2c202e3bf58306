import Math

/// What puts a part back where it was cut from.
enum EmbeddingFunctions {
  static let all: [TorchFunction] = [
    TorchFunction("select_scatter", "input, src, dim, index", "Puts a slice along a dimension.") {
      call in
      let x = try call.tensor(0)
      let (dim, place) = try ShapeFunctions.chosenSlice(of: x, dim: call.int(2), call.int(3))
      var (places, shape) = try ScatterFunctions.rows(x, dim, Tensor([Int64(place)]))
      shape.remove(at: dim)
      return try put(call, places, shape, "SelectScatterBackward0")
    },
    TorchFunction(
      "slice_scatter", "input, src, dim=0, start=None, end=None, step=1",
      "Puts slices along a dimension."
    ) { call in
      let x = try call.tensor(0)
      if x.shape.isEmpty {
        throw PythonError.index("slice() cannot be applied to a 0-dim tensor.")
      }
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let slice = SliceObject(start: call[3], stop: call[4], step: call[5])
      let numbers = try slice.indices(of: x.shape[dim]).map { Int64($0) }
      let (places, shape) = try ScatterFunctions.rows(x, dim, Tensor(numbers))
      return try put(call, places, shape, "SliceScatterBackward0")
    },
    TorchFunction("diagonal_scatter", "input, src, offset=0, dim1=0, dim2=1", "Puts a diagonal.") {
      call in
      let x = try call.tensor(0)
      let numbers = TensorObject(Tensor((0..<Int64(x.value.count)).map { $0 }, shape: x.shape))
      let diagonal = try Diagonals.diagonal(numbers, call.int(2), call.int(3), call.int(4), call)
      let places = diagonal.value.integers.map { Int($0) }
      return try put(call, places, diagonal.shape, "DiagonalScatterBackward0")
    },
  ]

  /// Puts the source where the part of that shape was cut from.
  private static func put(
    _ call: Call, _ places: [Int], _ shape: [Int], _ gradientName: String
  ) throws -> Value {
    let source = try call.tensor(1)
    guard source.shape == shape else {
      throw PythonError.runtime(
        "expected src to have a size equal to the slice of self. src size = \(Shape.text(source.shape)), slice size = \(Shape.text(shape))"
      )
    }
    return .tensor(
      try call.interpreter.apply(
        PutElements(places: places, gradientName: gradientName), call.tensor(0), source))
  }
}
