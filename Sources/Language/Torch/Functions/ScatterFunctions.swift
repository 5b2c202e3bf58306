import Math

/// Functions that put elements into a tensor by an index.
enum ScatterFunctions {
  static let all: [TorchFunction] = scattering + indexed + places + EmbeddingFunctions.all

  private static let scattering: [TorchFunction] = [
    TorchFunction(
      "scatter", "input, dim, index, src, *, reduce=None", "Puts elements where an index says.",
      in: .changing
    ) { call in
      switch call[4] {
      case .string("add"): return .tensor(try reduce(call, "sum", includesSelf: true))
      case .string("multiply"): return .tensor(try reduce(call, "prod", includesSelf: true))
      default: break
      }
      let (places, part) = try scattered(call)
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "ScatterBackward0"), call.tensor(0), part))
    },
    TorchFunction(
      "scatter_add", "input, dim, index, src", "Adds elements where an index says.", in: .changing
    ) { call in
      let (places, part) = try scattered(call)
      return .tensor(
        try call.interpreter.apply(
          AddElements(name: "scatter_add", gradientName: "ScatterAddBackward0", places: places),
          call.tensor(0), part))
    },
    TorchFunction(
      "scatter_reduce", "input, dim, index, src, reduce, *, include_self=True",
      "Joins elements where an index says.", in: .changing
    ) { call in
      .tensor(try reduce(call, call.string(4), includesSelf: call.bool(5)))
    },
  ]

  /// Where `src`'s elements go, and those that go.
  private static func scattered(_ call: Call) throws -> ([Int], TensorObject) {
    let x = try call.tensor(0)
    let index = try call.tensor(2).value
    guard case .tensor(let source) = call[3] else {
      let places = try index.scatterPlaces(along: call.int(1), in: x.shape, from: nil)
      let value = Tensor(full: try call.double(3), shape: index.shape, dtype: x.dtype)
      return (places, TensorObject(value))
    }
    let places = try index.scatterPlaces(along: call.int(1), in: x.shape, from: source.shape)
    if source.dtype != x.dtype {
      throw PythonError.runtime("scatter(): Expected self.dtype to be equal to src.dtype")
    }
    if index.count == 0 { return ([], TensorObject(Tensor.zeros([0], dtype: x.dtype))) }
    if source.shape == index.shape { return (places, source) }
    let offsets = try Shape.offsets(shape: index.shape, strides: Shape.strides(source.shape))
    let choice = Choose("narrow", "SliceBackward0", places: offsets, shape: index.shape)
    return (places, try call.interpreter.apply(choice, source))
  }

  private static func reduce(_ call: Call, _ name: String, includesSelf: Bool) throws
    -> TensorObject
  {
    let (places, part) = try scattered(call)
    return try combine(call, places, part, name, includesSelf: includesSelf)
  }

  /// Joins elements that meet in one place.
  fileprivate static func combine(
    _ call: Call, _ places: [Int], _ part: TensorObject, _ name: String, includesSelf: Bool
  ) throws -> TensorObject {
    let x = try call.tensor(0)
    guard let reduction = Meeting(rawValue: name) else {
      throw PythonError.runtime(
        "reduce argument must be either sum, prod, mean, amax or amin, got \(name)")
    }
    let isScatter = call.builtin.name.hasPrefix("scatter")
    let operation = JoinElements(
      name: call.builtin.name,
      gradientName: isScatter ? "ScatterReduceBackward0" : "IndexReduceBackward0",
      meeting: reduction, places: places, includesSelf: includesSelf)
    if reduction == .sum && includesSelf {
      return try call.interpreter.apply(
        AddElements(
          name: call.builtin.name, gradientName: "ScatterReduceBackward0", places: places), x, part)
    }
    return try call.interpreter.apply(operation, x, part)
  }

  private static let indexed: [TorchFunction] = [
    TorchFunction(
      "index_add", "input, dim, index, source, *, alpha=1", "Adds slices by their numbers.",
      in: .changing
    ) { call in
      let (places, part) = try slices(call)
      let scaled =
        call.isGiven(4)
        ? try call.interpreter.apply(Multiply(), part, call.factor(4, beside: part)) : part
      return .tensor(
        try call.interpreter.apply(
          AddElements(name: "index_add", gradientName: "IndexAddBackward0", places: places),
          call.tensor(0), scaled))
    },
    TorchFunction(
      "index_copy", "input, dim, index, source", "Puts slices by their numbers.", in: .changing
    ) { call in
      let (places, part) = try slices(call)
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "IndexCopyBackward0"), call.tensor(0), part))
    },
    TorchFunction(
      "index_fill", "input, dim, index, value", "Fills slices by their numbers.", in: .changing
    ) { call in
      let x = try call.tensor(0)
      let (places, shape) = try rows(x, call.int(1), call.tensor(2).value)
      var value = try call.operand(3, beside: x)
      if value.value.rank > 0 {
        throw PythonError.runtime(
          "index_fill_ only supports a 0-dimensional value tensor, but got tensor with "
            + "\(value.value.rank) dimension(s).")
      }
      if value.dtype != x.dtype { value = try call.interpreter.apply(Cast(to: x.dtype), value) }
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "IndexFillBackward0"), x,
          call.interpreter.apply(Expand(shape), value)))
    },
    TorchFunction(
      "index_reduce", "input, dim, index, source, reduce, *, include_self=True",
      "Joins slices by their numbers.", in: .changing
    ) { call in
      let (places, part) = try slices(call)
      return .tensor(try combine(call, places, part, call.string(4), includesSelf: call.bool(5)))
    },
    TorchFunction(
      "index_put", "input, indices, values, accumulate=False",
      "Puts elements as x[indices] = values does.", in: .changing
    ) { call in
      let run = call.interpreter
      let x = try call.tensor(0)
      let index = Value.tuple(of: try run.items(of: call[1]))
      let choice = try TensorIndex(index, into: x.shape, run)
      var part = try call.tensor(2)
      if part.shape != choice.shape { part = try run.apply(Expand(choice.shape), part) }
      if try call.bool(3) {
        return .tensor(
          try run.apply(
            AddElements(
              name: "index_put", gradientName: "IndexPutBackward0", places: choice.places), x, part)
        )
      }
      return .tensor(try run.apply(PutElements(places: choice.places), x, part))
    },
  ]

  /// Where the slices with these numbers lie, and their shape.
  static func rows(
    _ x: TensorObject, _ dim: Int, _ index: Tensor
  ) throws -> (places: [Int], shape: [Int]) {
    let source = x.shape.isEmpty ? [1] : x.shape
    let dim = try Shape.dimension(dim, rank: source.count)
    let numbers = try index.integers.map { number -> Int in
      let place = number < 0 ? Int(number) + source[dim] : Int(number)
      guard place >= 0 && place < source[dim] else {
        throw PythonError.index("index out of range in self")
      }
      return place
    }
    let places = try Shape.slices(numbers, of: source, along: dim)
    var shape = source
    shape[dim] = numbers.count
    return (places, x.shape.isEmpty ? [] : shape)
  }

  private static func slices(_ call: Call) throws -> ([Int], TensorObject) {
    let x = try call.tensor(0)
    let (places, shape) = try rows(x, call.int(1), call.tensor(2).value)
    let part = try call.tensor(3)
    let numbers = try call.tensor(2).value.count
    let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
    if part.value.rank == x.value.rank, part.value.rank > 0, part.shape[dim] != numbers {
      throw PythonError.runtime(
        "\(call.builtin.name)(): Number of indices (\(numbers)) should be equal to source.size(dim): "
          + "(\(part.shape[dim])), for dim: \(dim)")
    }
    if part.value.count != places.count {
      throw PythonError.runtime(
        "\(call.builtin.name)(): Source/destination tensor must have same slice shapes. Destination slice shape: \(Shape.text(shape)) and source slice shape: \(Shape.text(part.shape))"
      )
    }
    return (places, part)
  }

  private static let places: [TorchFunction] = [
    TorchFunction(
      "put", "input, index, source, accumulate=False",
      "Puts elements by their place in row-major order.", in: .changing
    ) { call in
      let x = try call.tensor(0)
      let count = x.value.count
      let places = try call.tensor(1).value.integers.map { Int($0) + ($0 < 0 ? count : 0) }
      let part = try call.tensor(2)
      guard part.value.count == places.count else {
        throw PythonError.index(
          "put_(): Expected source and index to have the same number of elements, but got source.numel() = \(part.value.count), index.numel() = \(places.count)"
        )
      }
      guard places.allSatisfy({ $0 >= 0 && $0 < count }) else {
        throw PythonError.index("out of range: tried to access an index out of \(count) elements")
      }
      if try call.bool(3) {
        return .tensor(
          try call.interpreter.apply(
            AddElements(name: "put", gradientName: "PutBackward0", places: places), x, part))
      }
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: places, gradientName: "PutBackward0"), x, part))
    },
    TorchFunction(
      "masked_scatter", "input, mask, source", "Puts elements in order where a mask is true.",
      in: .changing
    ) { call in
      let run = call.interpreter
      var x = try call.tensor(0)
      let mask = try call.tensor(1).value
      if mask.dtype != .bool {
        throw PythonError.runtime(
          "masked_scatter_ only supports boolean masks, but got mask with dtype \(mask.dtype.scalarTypeName)"
        )
      }
      let shape = try Shape.broadcast(x.shape, mask.shape)
      if x.shape != shape { x = try run.apply(Expand(shape), x) }
      let places = try mask.expand(shape).booleans.enumerated().filter(\.element).map(\.offset)
      let source = try call.tensor(2)
      guard source.value.count >= places.count else {
        throw PythonError.runtime(
          "masked_scatter: expected self and source to have same dtypes but got fewer elements")
      }
      let part = try run.apply(
        Choose("take", "TakeBackward0", places: Array(0..<places.count), shape: [places.count]),
        source)
      return .tensor(
        try run.apply(PutElements(places: places, gradientName: "MaskedScatterBackward0"), x, part))
    },
    TorchFunction(
      "unravel_index", "indices, shape", "Places in row-major order as one index a dimension.",
      in: .torch
    ) { call in
      let index = try call.tensor(0).value
      let shape = try call.ints(1) ?? []
      if shape.contains(where: { $0 < 0 }) {
        let text = try call.interpreter.representation(of: call[1])
        throw PythonError.value("'shape' cannot have negative values, but got \(text)")
      }
      if shape.contains(0) { throw PythonError.runtime("ZeroDivisionError") }
      return .tuple(
        of: zip(Shape.strides(shape), shape).map { step, length in
          .tensor(
            TensorObject(
              Tensor(index.integers.map { $0 / Int64(step) % Int64(length) }, shape: index.shape)))
        })
    },
    TorchFunction("fill", "input, value", "One number everywhere.", in: .torch) { call in
      let x = try call.tensor(0)
      let value = try call.operand(1, beside: x)
      if value.value.rank > 0 {
        throw PythonError.runtime(
          "fill only supports 0-dimension value tensor but got tensor with \(value.value.rank) dimensions."
        )
      }
      let cast =
        value.dtype == x.dtype ? value : try call.interpreter.apply(Cast(to: x.dtype), value)
      return .tensor(
        try call.interpreter.apply(
          PutElements(places: Array(0..<x.value.count), gradientName: "FillBackward0"), x,
          call.interpreter.apply(Expand([x.value.count]), cast)))
    },
  ]
}
