import Math

/// Products of matrices and vectors, and the functions of layers.
enum LinearFunctions {
  static let all: [TorchFunction] = products + layers

  private static let products: [TorchFunction] =
    [
      TorchFunction(
        "matmul", "input, other, *, out=None",
        "The product of matrices, or of a matrix and a vector.", in: .everywhere
      ) { call in
        .tensor(try call.interpreter.apply(MatrixProduct(), call.tensor(0), call.tensor(1)))
      },
      ranked("mm", "input, mat2, *, out=None", "The product of two matrices.", 2, 2),
      ranked("bmm", "input, mat2, *, out=None", "The products of two batches of matrices.", 3, 3),
      ranked("mv", "input, vec, *, out=None", "The product of a matrix and a vector.", 2, 1),
      ranked("dot", "input, tensor, *, out=None", "The sum of the products of two vectors.", 1, 1),
      ranked("vdot", "input, other, *, out=None", "The sum of the products of two vectors.", 1, 1),
      TorchFunction("inner", "input, other, *, out=None", "The products along the last dimensions.")
      { call in
        let (a, b) = (try call.tensor(0), try call.tensor(1))
        if a.value.rank == 0 || b.value.rank == 0 {
          return .tensor(try call.interpreter.apply(Multiply(), a, b))
        }
        let dims = ([a.value.rank - 1], [b.value.rank - 1])
        return .tensor(try Einsum.contract(a, b, dims.0, dims.1, call.interpreter))
      },
      TorchFunction(
        "tensordot", "a, b, dims=2, out=None", "Products summed over several dimensions.",
        in: .torch
      ) { call in
        try Einsum.tensordot(call)
      },
      TorchFunction(
        "einsum", "equation, *operands", "Products and sums, said with letters.", in: .torch
      ) { call in
        .tensor(try Einsum.evaluate(call.string(0), call.restTensors(1), call.interpreter))
      },
      TorchFunction(
        "addmm", "input, mat1, mat2, *, beta=1, alpha=1, out=None",
        "A matrix plus the product of two.", in: .changing
      ) { try sum($0, "addmm") },
      TorchFunction(
        "addmv", "input, mat, vec, *, beta=1, alpha=1, out=None",
        "A vector plus the product of a matrix and a vector.", in: .changing
      ) { try sum($0, "addmv") },
      TorchFunction(
        "baddbmm", "input, batch1, batch2, *, beta=1, alpha=1, out=None",
        "A batch of matrices plus the products of two.", in: .changing
      ) { try sum($0, "baddbmm") },
      TorchFunction(
        "addcmul", "input, tensor1, tensor2, *, value=1, out=None",
        "A tensor plus the product of two.", in: .changing
      ) { try sum($0, Multiply()) },
      TorchFunction(
        "addcdiv", "input, tensor1, tensor2, *, value=1, out=None",
        "A tensor plus the quotient of two.", in: .changing
      ) { try sum($0, Divide()) },
      TorchFunction(
        "lerp", "input, end, weight, *, out=None", "A place between two tensors.", in: .changing
      ) { call in
        let run = call.interpreter
        let (start, end) = (try call.tensor(0), try call.tensor(1))
        if !start.dtype.isFloatingPoint {
          throw PythonError.notImplemented(
            "\"lerp_kernel_scalar\" not implemented for '\(start.dtype.scalarTypeName)'")
        }
        _ = try Shape.broadcast(start.shape, end.shape)
        let difference = try run.apply(Subtract(), end, start)
        return .tensor(
          try run.apply(
            Add(), start, run.apply(Multiply(), difference, call.operand(2, beside: start))))
      },
    ]
    + TorchFunction("outer", "input, vec2, *, out=None", "Every product of two vectors' elements.")
  { call in
    let (a, b) = (try call.tensor(0), try call.tensor(1))
    for (place, x) in [a, b].enumerated() where x.value.rank != 1 {
      throw PythonError.runtime(
        "outer: Expected 1-D argument \(place == 0 ? "self" : "vec2"), but got \(x.value.rank)-D")
    }
    let column = try call.interpreter.view(Relabel("view", "ViewBackward0", [a.value.count, 1]), a)
    return .tensor(try call.interpreter.apply(Multiply(), column, b))
  }.also("ger")

  /// A product of tensors whose ranks are fixed.
  private static func ranked(
    _ name: String, _ signature: String, _ summary: String, _ first: Int, _ second: Int
  ) -> TorchFunction {
    TorchFunction(name, signature, summary) { call in
      let (a, b) = (try call.tensor(0), try call.tensor(1))
      guard a.value.rank == first && b.value.rank == second else {
        throw PythonError.runtime(message(name, a.value.rank, b.value.rank))
      }
      if name == "bmm" && a.shape[0] != b.shape[0] || name == "bmm" && a.shape[2] != b.shape[1] {
        throw PythonError.runtime(
          "Expected size for first two dimensions of batch2 tensor to be: [\(a.shape[0]), \(a.shape[2])] but got: [\(b.shape[0]), \(b.shape[1])]."
        )
      }
      if name == "mv" && a.shape[1] != b.shape[0] {
        throw PythonError.runtime(
          "size mismatch, got input (\(a.shape[0])), mat (\(a.shape[0])x\(a.shape[1])), vec (\(b.shape[0]))"
        )
      }
      return .tensor(try call.interpreter.apply(MatrixProduct(), a, b))
    }
  }

  private static func message(_ name: String, _ a: Int, _ b: Int) -> String {
    switch name {
    case "mm": a != 2 ? "self must be a matrix" : "mat2 must be a matrix"
    case "bmm": a != 3 ? "batch1 must be a 3D tensor" : "batch2 must be a 3D tensor"
    case "mv": "vector + matrix @ vector expected, got \(b), \(a), \(b)"
    default: "1D tensors expected, but got \(a)D and \(b)D tensors"
    }
  }

  /// `beta·input + alpha·(a @ b)`.
  private static func sum(_ call: Call, _ name: String) throws -> Value {
    let run = call.interpreter
    var product = try run.apply(MatrixProduct(), call.tensor(1), call.tensor(2))
    var input = try call.tensor(0)
    if call.isGiven(4) {
      product = try run.apply(Multiply(), product, call.factor(4, beside: product))
    }
    if call.isGiven(3) {
      if try call.double(3) == 0 { return .tensor(product) }
      input = try run.apply(Multiply(), input, call.factor(3, beside: input))
    }
    return .tensor(try run.apply(Add(), input, product))
  }

  /// `input + value·(a · b)`, element by element.
  private static func sum(_ call: Call, _ operation: any Operator) throws -> Value {
    let run = call.interpreter
    var part = try run.apply(operation, call.tensor(1), call.tensor(2))
    if call.isGiven(3) { part = try run.apply(Multiply(), part, call.factor(3, beside: part)) }
    return .tensor(try run.apply(Add(), call.tensor(0), part))
  }

  private static let layers: [TorchFunction] = [
    TorchFunction("linear", "input, weight, bias=None", "y = x Wᵀ + b.", in: .functional) { call in
      try linear(call, call.tensor(0), call[1], call[2])
    },
    TorchFunction(
      "bilinear", "input1, input2, weight, bias=None", "y = x₁ᵀ A x₂ + b.",
      in: [.functional, .torch]
    ) { call in
      try bilinear(call, call.tensor(0), call.tensor(1), call[2], call[3])
    },
    TorchFunction(
      "embedding",
      "input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False",
      "The rows of a table by their numbers.", in: .functional
    ) { call in
      guard case .tensor(let indices) = call[0] else {
        throw PythonError.type(
          "embedding(): argument 'indices' (position 2) must be Tensor, not "
            + call.interpreter.typeName(of: call[0]))
      }
      try shorten(
        try call.tensor(1), indices, to: call.optionalDouble(3), p: call.double(4))
      return try embedding(call, indices, call.tensor(1), call.optionalInt(2))
    },
    TorchFunction(
      "one_hot", "input, num_classes=-1", "1 in the place of each number, else 0.", in: .functional
    ) { call in
      let x = try call.tensor(0).value
      guard x.dtype == .int64 else {
        throw PythonError.runtime("one_hot is only applicable to index tensor of type LongTensor.")
      }
      let numbers = x.integers
      let given = try call.int(1)
      if numbers.isEmpty && given <= 0 {
        throw PythonError.runtime("Can not infer total number of classes from empty tensor.")
      }
      if numbers.contains(where: { $0 < 0 }) {
        throw PythonError.runtime("Class values must be non-negative.")
      }
      let largest = Int(numbers.max() ?? -1)
      if given != -1 && given < 1 { throw PythonError.runtime("num_classes should be positive") }
      let classes = given == -1 ? largest.adding(saturating: 1) : given
      if largest >= classes {
        throw PythonError.runtime("Class values must be smaller than num_classes.")
      }
      try call.interpreter.checkShape(x.shape + [classes])
      var values = [Int64](repeating: 0, count: x.count * classes)
      try inStretches(numbers.count) { values[$0 * classes + Int(numbers[$0])] = 1 }
      return .tensor(TensorObject(Tensor(values, shape: x.shape + [classes])))
    },
  ]

  /// `x Wᵀ + b`.
  static func linear(_ call: Call, _ x: TensorObject, _ weight: Value?, _ bias: Value?) throws
    -> Value
  {
    guard case .tensor(let w) = weight else {
      throw PythonError.type(
        "linear(): argument 'weight' (position 2) must be Tensor, not "
          + call.interpreter.typeName(of: weight ?? .null))
    }
    if case .tensor(let b) = bias {
      return .tensor(try call.interpreter.apply(Linear(), x, w, b))
    }
    return .tensor(try call.interpreter.apply(Linear(), x, w))
  }

  static func bilinear(
    _ call: Call, _ a: TensorObject, _ b: TensorObject, _ weight: Value, _ bias: Value
  ) throws -> Value {
    guard case .tensor(let w) = weight else { throw call.wrongType(2, "Tensor") }
    var y = try Einsum.evaluate("...i,oij,...j->...o", [a, w, b], call.interpreter)
    if case .tensor(let shift) = bias { y = try call.interpreter.apply(Add(), y, shift) }
    return .tensor(y)
  }

  /// Shortens the rows that are looked up to a length, in place, as `max_norm` asks for.
  static func shorten(
    _ weight: TensorObject, _ index: TensorObject, to longest: Double?, p: Double
  ) throws {
    guard let longest, weight.value.rank == 2 else { return }
    let width = weight.shape[1]
    var value = weight.value
    for row in Set(index.value.integers) where row >= 0 && row < Int64(weight.shape[0]) {
      let places = Array(Int(row) * width..<(Int(row) + 1) * width)
      let part = try value.taking(places, shape: [width])
      let length = try Norm(p: p)(part).item().double
      if length > longest {
        value = try value.placing(try part * (longest / (length + 1e-7)), at: places)
      }
    }
    if value != weight.value { weight.replace(value) }
  }

  /// The row that is without a gradient, counted from the start.
  static func row(_ padding: Int, of count: Int) throws -> Int {
    guard padding >= -count && padding < count else {
      throw PythonError("AssertionError", "Padding_idx must be within num_embeddings")
    }
    return padding < 0 ? padding + count : padding
  }

  static func embedding(
    _ call: Call, _ index: TensorObject, _ weight: TensorObject, _ padding: Int?
  ) throws -> Value {
    if index.dtype != .int64 {
      throw PythonError.runtime(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.\(index.dtype.scalarTypeName)Tensor instead (while checking arguments for embedding)"
      )
    }
    guard weight.shape.count == 2 else { throw PythonError.runtime("'weight' must be 2-D") }
    let (count, width) = (weight.shape[0], weight.shape[1])
    let rows = index.value.integers
    if rows.contains(where: { $0 < 0 || $0 >= Int64(count) }) {
      var error = PythonError.index("index out of range in self")
      error.notes = ["The table has \(count) rows, numbered from 0."]
      throw error
    }
    let places = rows.flatMap { Int($0) * width..<(Int($0) + 1) * width }
    let skipped = try padding.map { try row($0, of: count) }.map { $0 * width..<($0 + 1) * width }
    let operation = Lookup(places: places, shape: index.shape + [width], skipped: skipped)
    return .tensor(try call.interpreter.apply(operation, weight))
  }
}

/// The rows of a table, where one row may be without a gradient.
struct Lookup: Operator {
  let name = "embedding"
  let gradientName = "EmbeddingBackward0"
  let places: [Int]
  let shape: [Int]
  let skipped: Range<Int>?

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].taking(places, shape: shape)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let gradient = try inputs[0].filled(with: 0).placing(upstream, at: places, adding: true)
    guard let skipped else { return [gradient] }
    let zeros = Tensor.zeros([skipped.count], dtype: gradient.dtype)
    return [try gradient.placing(zeros, at: Array(skipped))]
  }
}

extension Call {
  /// A number that scales a tensor without changing its kind.
  func factor(_ place: Int, beside tensor: TensorObject) throws -> TensorObject {
    let number = try number(place)
    if tensor.dtype.isFloatingPoint { return TensorObject(.wrapped(number, beside: tensor.dtype)) }
    return TensorObject(Tensor(Double(number.integer), dtype: tensor.dtype))
  }
}
