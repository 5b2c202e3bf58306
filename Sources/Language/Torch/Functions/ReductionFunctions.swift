import Math

/// Functions that make one number of many.
enum ReductionFunctions {
  static let all: [TorchFunction] = sums + spreads + TruthFunctions.all + extremes

  private static let ends = "*, dtype=None, out=None"

  private static let sums: [TorchFunction] =
    [
      TorchFunction(
        "sum", "input, dim=None, keepdim=False, \(ends)",
        "The sum of all elements, or along dimensions."
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let operation = Sum(dims: try call.reduced(1), keepsDims: try call.bool(2))
        return .tensor(try call.interpreter.apply(operation, x))
      },
      TorchFunction(
        "mean", "input, dim=None, keepdim=False, \(ends)",
        "The mean of all elements, or along dimensions."
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let operation = Mean(dims: try call.reduced(1), keepsDims: try call.bool(2))
        return .tensor(try call.interpreter.apply(operation, x))
      },
      TorchFunction(
        "prod", "input, dim=None, keepdim=False, \(ends)",
        "The product of all elements, or along a dimension."
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let operation = Product(dim: try call.optionalInt(1), keepsDims: try call.bool(2))
        return .tensor(try call.interpreter.apply(operation, x))
      },
      TorchFunction(
        "nansum", "input, dim=None, keepdim=False, \(ends)",
        "The sum of the elements that are not nan."
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let (clean, _) = try withoutNaN(x, call.interpreter)
        let operation = Sum(dims: try call.reduced(1), keepsDims: try call.bool(2))
        return .tensor(try call.interpreter.apply(operation, clean))
      },
      TorchFunction(
        "nanmean", "input, dim=None, keepdim=False, \(ends)",
        "The mean of the elements that are not nan."
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let run = call.interpreter
        let (clean, there) = try withoutNaN(x, run)
        let operation = Sum(dims: try call.reduced(1), keepsDims: try call.bool(2))
        let counts = TensorObject(there.cast(to: x.dtype))
        return .tensor(
          try run.apply(Divide(), run.apply(operation, clean), run.apply(operation, counts)))
      },
      TorchFunction("count_nonzero", "input, dim=None", "How many elements are not zero.") { call in
        let mask = TensorObject(try call.tensor(0).value.cast(to: .bool).cast(to: .int64))
        return .tensor(
          try call.interpreter.apply(Sum(dims: call.reduced(1), keepsDims: false), mask))
      },
      TorchFunction(
        "cumsum", "input, dim, \(ends)", "The sums of the elements so far.", in: .changing
      ) { call in
        let x = try call.cast(0, dtype: 2)
        return .tensor(try call.interpreter.apply(CumulativeSum(dim: try call.int(1)), x))
      },
    ]

  private static func withoutNaN(
    _ x: TensorObject, _ interpreter: Interpreter
  ) throws -> (TensorObject, Tensor) {
    let there = Tensor.test { !$0.isNaN }(x.value)
    let clean = try interpreter.apply(
      Where(), TensorObject(there), x, TensorObject(Tensor(0, dtype: x.dtype)))
    return (clean, there)
  }

  private static let spreadSignature =
    "input, dim=None, unbiased=True, keepdim=False, *, correction=None, out=None"

  private static let spreads: [TorchFunction] = [
    TorchFunction("var", spreadSignature, "The variance, with n - 1 below unless correction=0.") {
      call in
      .tensor(try spread(call) { Variance(dims: $0, keepsDims: $1, correction: $2) })
    },
    TorchFunction(
      "std", spreadSignature, "The standard deviation, with n - 1 below unless correction=0."
    ) { call in
      .tensor(try spread(call) { StandardDeviation(dims: $0, keepsDims: $1, correction: $2) })
    },
    TorchFunction("var_mean", spreadSignature, "The variance and the mean.", in: .torch) { call in
      let variance = try spread(call) { Variance(dims: $0, keepsDims: $1, correction: $2) }
      return .tuple(of: [
        .tensor(variance),
        .tensor(try spread(call) { dims, keeps, _ in Mean(dims: dims, keepsDims: keeps) }),
      ])
    },
    TorchFunction("std_mean", spreadSignature, "The standard deviation and the mean.", in: .torch) {
      call in
      let deviation = try spread(call) {
        StandardDeviation(dims: $0, keepsDims: $1, correction: $2)
      }
      return .tuple(of: [
        .tensor(deviation),
        .tensor(try spread(call) { dims, keeps, _ in Mean(dims: dims, keepsDims: keeps) }),
      ])
    },
    TorchFunction(
      "norm", "input, p='fro', dim=None, keepdim=False, out=None, dtype=None",
      "The length: the root of the sum of squares, or another p."
    ) { call in
      let x = try call.cast(0, dtype: 5)
      return .tensor(try norm(x, call[1], call.reduced(2), call.bool(3), call))
    },
    TorchFunction(
      "vector_norm", "x, ord=2, dim=None, keepdim=False, *, dtype=None, out=None",
      "The length of a vector.", in: .linalg
    ) { call in
      let x = try call.cast(0, dtype: 4)
      return .tensor(try norm(x, call[1], call.reduced(2), call.bool(3), call))
    },
    TorchFunction(
      "norm", "A, ord=None, dim=None, keepdim=False, *, out=None, dtype=None",
      "The length of a vector or a matrix.", in: .linalg
    ) { call in
      let x = try call.cast(0, dtype: 5)
      let dims = try call.ints(2)
      if !call[1].isNone, dims?.count == 2 || dims == nil && x.value.rank == 2 {
        let rest: [Value] = [
          call[1], .tuple(of: (dims ?? [-2, -1]).map { .int($0) }), call[3], .null, .null,
        ]
        return try call.interpreter.call(
          call.interpreter.written("matrix_norm", in: WrittenMatrices.source),
          Arguments([.tensor(x)] + rest))
      }
      return .tensor(try norm(x, call[1], call.reduced(2), call.bool(3), call))
    },
  ]

  private static func norm(
    _ x: TensorObject, _ p: Value, _ dims: [Int]?, _ keeps: Bool, _ call: Call
  ) throws -> TensorObject {
    var order = 2.0
    switch p {
    case .null, .string("fro"): break
    case .string("inf"): order = .infinity
    case .string("-inf"): order = -.infinity
    default: order = p.plainNumber?.double ?? 2
    }
    return try call.interpreter.apply(Norm(p: order, dims: dims, keepsDims: keeps), x)
  }

  private static func spread(
    _ call: Call, _ operation: ([Int]?, Bool, Double) -> any Operator
  ) throws -> TensorObject {
    let x = try call.tensor(0)
    var correction = try call.bool(2) ? 1.0 : 0
    if !call[4].isNone { correction = try call.double(4) }
    if case .bool(let unbiased) = call[1] {
      return try call.interpreter.apply(operation(nil, false, unbiased ? 1 : 0), x)
    }
    return try call.interpreter.apply(
      operation(call.reduced(1), call.bool(3), correction), x)
  }

  private static let extremes: [TorchFunction] = [
    TorchFunction("argmax", "input, dim=None, keepdim=False", "The place of the largest element.") {
      call in
      let (dim, keeps) = (try call.optionalInt(1), try call.bool(2))
      let places = ValueOperator("argmax") { try $0[0].argmax(dim: dim, keepsDims: keeps) }
      return .tensor(try call.interpreter.apply(places, call.tensor(0)))
    },
    TorchFunction("argmin", "input, dim=None, keepdim=False", "The place of the smallest element.")
    { call in
      let (dim, keeps) = (try call.optionalInt(1), try call.bool(2))
      let places = ValueOperator("argmin") { try $0[0].argmin(dim: dim, keepsDims: keeps) }
      return .tensor(try call.interpreter.apply(places, call.tensor(0)))
    },
    TorchFunction(
      "max", "input, dim=None, keepdim=False, *, other=None, out=None",
      "The largest element, or the largest along a dimension with its place."
    ) { call in
      try extreme(call, Maximum(), { Max(dim: $0, keepsDims: $1) }) {
        try $0.argmax(dim: $1, keepsDims: $2)
      }
    },
    TorchFunction(
      "min", "input, dim=None, keepdim=False, *, other=None, out=None",
      "The smallest element, or the smallest along a dimension with its place."
    ) { call in
      try extreme(call, Minimum(), { Min(dim: $0, keepsDims: $1) }) {
        try $0.argmin(dim: $1, keepsDims: $2)
      }
    },
    TorchFunction(
      "amax", "input, dim=(), keepdim=False, *, out=None", "The largest element along dimensions."
    ) { call in
      .tensor(try several(call) { Max(dim: $0, keepsDims: true) })
    },
    TorchFunction(
      "amin", "input, dim=(), keepdim=False, *, out=None", "The smallest element along dimensions."
    ) { call in
      .tensor(try several(call) { Min(dim: $0, keepsDims: true) })
    },
    TorchFunction(
      "aminmax", "input, *, dim=None, keepdim=False", "The smallest and the largest element."
    ) { call in
      let (dim, keeps) = (try call.optionalInt(1), try call.bool(2))
      let x = try call.tensor(0)
      return .named(
        "aminmax", ["min", "max"],
        [
          .tensor(try call.interpreter.apply(Min(dim: dim, keepsDims: keeps), x)),
          .tensor(try call.interpreter.apply(Max(dim: dim, keepsDims: keeps), x)),
        ])
    },
  ]

  private static func extreme(
    _ call: Call, _ pair: any Operator, _ operation: (Int?, Bool) -> any Operator,
    _ places: @escaping @Sendable (Tensor, Int?, Bool) throws -> Tensor
  ) throws -> Value {
    let run = call.interpreter
    let x = try call.tensor(0)
    if call[1].isTensor || call[3].isTensor {
      return .tensor(try run.apply(pair, x, call.tensor(call[1].isTensor ? 1 : 3)))
    }
    guard let dim = try call.optionalInt(1) else {
      return .tensor(try run.apply(operation(nil, false), x))
    }
    let keeps = try call.bool(2)
    let index = ValueOperator("arg" + call.builtin.name) { inputs in
      inputs[0].dtype == .bool
        ? try places(inputs[0].cast(to: .int64), dim, keeps) : try places(inputs[0], dim, keeps)
    }
    return .named(
      call.builtin.name, ["values", "indices"],
      [.tensor(try run.apply(operation(dim, keeps), x)), .tensor(try run.apply(index, x))])
  }

  /// An extreme along several dimensions; ties share the gradient.
  private static func several(
    _ call: Call, _ operation: (Int) -> any Operator
  ) throws -> TensorObject {
    let x = try call.tensor(0)
    let name = call.builtin.name
    let rank = x.value.rank
    let given = try call.reduced(1) ?? []
    if given.isEmpty && x.value.count == 0 {
      throw PythonError.runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
      )
    }
    let dims = try Shape.dimensions(given.isEmpty ? Array(0..<rank) : given, rank: rank)
    let reduction = Extreme(
      name, dims: dims, keepsDims: try call.bool(2), steps: dims.map { operation($0) })
    return try call.interpreter.apply(reduction, x)
  }
}

extension Value {
  /// A tuple whose places have names, as `torch.max(x, dim)` returns.
  static func named(_ name: String, _ fields: [String], _ items: [Value]) -> Value {
    .tuple(
      TupleObject(items, kind: .named(text: "torch.return_types." + name, fields: fields)))
  }
}

extension Call {
  /// The dimensions to reduce over; nil for all of them.
  func reduced(_ place: Int) throws -> [Int]? {
    let dims = try ints(place)
    return dims?.isEmpty == true ? nil : dims
  }

  /// A tensor argument, in another kind if the caller asks for one.
  func cast(_ place: Int, dtype: Int) throws -> TensorObject {
    let x = try tensor(place)
    guard let wanted = try self.dtype(dtype), wanted != x.dtype else { return x }
    return try interpreter.apply(Cast(to: wanted), x)
  }
}
