import Math

/// What puts a part back where it was cut from.
enum EmbeddingFunctions {
  static let all: [TorchFunction] = [
    TorchFunction("select_scatter", "input, src, dim, index", "Puts a slice along a dimension.") {
      call in
      let x = try call.tensor(0)
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let number = Tensor([Int64(try call.int(3))])
      let (places, _) = try ScatterFunctions.rows(x, dim, number)
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "SelectScatterBackward0"), x, call.tensor(1)))
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
      let (places, _) = try ScatterFunctions.rows(x, dim, Tensor(numbers))
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "SliceScatterBackward0"), x, call.tensor(1)))
    },
    TorchFunction("diagonal_scatter", "input, src, offset=0, dim1=0, dim2=1", "Puts a diagonal.") {
      call in
      let x = try call.tensor(0)
      let numbers = TensorObject(Tensor((0..<Int64(x.value.count)).map { $0 }, shape: x.shape))
      let diagonal = try Diagonals.diagonal(numbers, call.int(2), call.int(3), call.int(4), call)
      let places = diagonal.value.integers.map { Int($0) }
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "DiagonalScatterBackward0"), x, call.tensor(1)))
    },
  ]
}
