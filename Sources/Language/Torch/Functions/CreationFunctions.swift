import Math

/// Functions that make tensors from nothing.
enum CreationFunctions {
  static let all: [TorchFunction] = data + filled + like + ranges

  /// What stands at the end of every function that makes a tensor.
  static let ends = "out=None, dtype=None, layout=None, device=None, requires_grad=False"

  private static let data: [TorchFunction] = [
    TorchFunction(
      "tensor", "data, *, dtype=None, device=None, requires_grad=False, pin_memory=False",
      "Makes a tensor of numbers in lists.", in: .torch
    ) { call in
      let value = try TensorLiteral.tensor(
        of: call[0], dtype: call.dtype(1), floats: call.interpreter.torch.defaultDType,
        call.interpreter)
      return try made(value, requiresGradient: call.bool(3))
    },
    TorchFunction(
      "as_tensor", "data, dtype=None, device=None",
      "Makes a tensor of numbers in lists; a tensor stays as it is.", in: .torch
    ) { call in
      if case .tensor(let tensor) = call[0] {
        let dtype = try call.dtype(1) ?? tensor.dtype
        return .tensor(
          dtype == tensor.dtype ? tensor : try call.interpreter.apply(Cast(to: dtype), tensor))
      }
      let value = try TensorLiteral.tensor(
        of: call[0], dtype: call.dtype(1), floats: call.interpreter.torch.defaultDType,
        call.interpreter)
      return .tensor(TensorObject(value))
    },
    TorchFunction(
      "scalar_tensor", "s, *, dtype=None, device=None, requires_grad=False",
      "Makes a tensor of one number.", in: .torch
    ) { call in
      try made(
        Tensor(call.double(0), dtype: call.dtype(1) ?? call.interpreter.torch.defaultDType),
        requiresGradient: call.bool(3))
    },
  ]

  private static let filled: [TorchFunction] = [
    TorchFunction("zeros", "*size, \(ends)", "Makes a tensor of zeros.", in: .torch) {
      try fill($0, 0)
    },
    TorchFunction("ones", "*size, \(ends)", "Makes a tensor of ones.", in: .torch) {
      try fill($0, 1)
    },
    TorchFunction(
      "empty", "*size, \(ends), memory_format=None",
      "Makes a tensor of any values; in nabla, zeros.", in: .torch
    ) { try fill($0, 0) },
    TorchFunction(
      "full", "size, fill_value, *, \(ends)", "Makes a tensor of one number everywhere.", in: .torch
    ) { call in
      let number = try call.number(1)
      guard call[0].isSequence else { throw call.wrongType(0, "tuple of ints") }
      let shape = try call.ints(0) ?? []
      let kind: DType =
        switch number {
        case .bool: .bool
        case .int: .int64
        case .float: call.interpreter.torch.defaultDType
        }
      try call.interpreter.checkShape(shape)
      let value = Tensor(full: number.double, shape: shape, dtype: try call.dtype(3) ?? kind)
      return try made(value, requiresGradient: call.bool(6))
    },
    TorchFunction("eye", "n, m=None, *, \(ends)", "Makes an identity matrix.", in: .torch) { call in
      let (rows, columns) = (try call.int(0), try call.optionalInt(1))
      for (size, name) in [(rows, "n"), (columns ?? 0, "m")] where size < 0 {
        throw PythonError.runtime("\(name) must be greater or equal to 0, got \(size)")
      }
      try call.interpreter.checkShape([rows, columns ?? rows])
      let dtype = try call.dtype(3) ?? call.interpreter.torch.defaultDType
      return try made(.eye(rows, columns, dtype: dtype), requiresGradient: call.bool(6))
    },
  ]

  private static func fill(_ call: Call, _ number: Double) throws -> Value {
    let shape = try call.shape(0)
    try call.interpreter.checkShape(shape, call.builtin.name)
    let dtype = try call.dtype(2) ?? call.interpreter.torch.defaultDType
    return try made(
      Tensor(full: number, shape: shape, dtype: dtype), requiresGradient: call.bool(5))
  }

  /// A new leaf.
  static func made(_ value: Tensor, requiresGradient: Bool) throws -> Value {
    let tensor = TensorObject(value)
    if requiresGradient {
      try GradientFunctions.checkKind(value.dtype)
      tensor.requiresGradient = true
    }
    return .tensor(tensor)
  }

  private static let likeEnds =
    "*, dtype=None, layout=None, device=None, requires_grad=False, memory_format=None"

  private static let like: [TorchFunction] = [
    TorchFunction(
      "zeros_like", "input, \(likeEnds)", "Makes zeros in the shape of a tensor.", in: .torch
    ) { try fillLike($0, 0) },
    TorchFunction(
      "ones_like", "input, \(likeEnds)", "Makes ones in the shape of a tensor.", in: .torch
    ) { try fillLike($0, 1) },
    TorchFunction(
      "empty_like", "input, \(likeEnds)", "Makes a tensor in the shape of a tensor.", in: .torch
    ) { try fillLike($0, 0) },
    TorchFunction(
      "full_like", "input, fill_value, \(likeEnds)", "Makes one number in the shape of a tensor.",
      in: .torch
    ) { call in
      let x = try call.tensor(0).value
      let value = Tensor(
        full: try call.double(1), shape: x.shape, dtype: try call.dtype(2) ?? x.dtype)
      return try made(value, requiresGradient: call.bool(5))
    },
    TorchFunction(
      "new_zeros", "input, *size, dtype=None, device=None, requires_grad=False",
      "Makes zeros of the tensor's kind.", in: .method
    ) { try fillNew($0, 0) },
    TorchFunction(
      "new_ones", "input, *size, dtype=None, device=None, requires_grad=False",
      "Makes ones of the tensor's kind.", in: .method
    ) { try fillNew($0, 1) },
    TorchFunction(
      "new_empty", "input, *size, dtype=None, device=None, requires_grad=False",
      "Makes a tensor of the tensor's kind.", in: .method
    ) { try fillNew($0, 0) },
    TorchFunction(
      "new_full", "input, size, fill_value, *, dtype=None, device=None, requires_grad=False",
      "Makes one number everywhere, of the tensor's kind.", in: .method
    ) { call in
      let shape = try call.ints(1) ?? []
      try call.interpreter.checkShape(shape)
      let dtype = try call.dtype(3) ?? call.tensor(0).dtype
      return try made(
        Tensor(full: try call.double(2), shape: shape, dtype: dtype), requiresGradient: call.bool(5)
      )
    },
    TorchFunction(
      "new_tensor", "input, data, *, dtype=None, device=None, requires_grad=False",
      "Makes a tensor of lists, of the tensor's kind.", in: .method
    ) { call in
      let dtype = try call.dtype(2) ?? call.tensor(0).dtype
      return try made(
        TensorLiteral.tensor(of: call[1], dtype: dtype, call.interpreter),
        requiresGradient: call.bool(4))
    },
  ]

  private static func fillLike(_ call: Call, _ number: Double) throws -> Value {
    let x = try call.tensor(0).value
    return try made(
      Tensor(full: number, shape: x.shape, dtype: call.dtype(1) ?? x.dtype),
      requiresGradient: call.bool(4))
  }

  private static func fillNew(_ call: Call, _ number: Double) throws -> Value {
    let shape = try call.shape(1)
    try call.interpreter.checkShape(shape)
    return try made(
      Tensor(full: number, shape: shape, dtype: call.dtype(2) ?? call.tensor(0).dtype),
      requiresGradient: call.bool(4))
  }

  private static let ranges: [TorchFunction] = [
    TorchFunction(
      "arange", "start, end=None, step=1, *, \(ends)",
      "Counts from a start to an end, which is left out.", in: .torch
    ) { call in
      try arange(call)
    },
    TorchFunction(
      "linspace", "start, end, steps, *, \(ends)", "Numbers evenly spaced, both ends among them.",
      in: .torch
    ) { call in
      let steps = try call.int(2)
      if steps < 0 { throw PythonError.runtime("number of steps must be non-negative") }
      try call.interpreter.checkShape([steps])
      let dtype = try call.dtype(4) ?? call.interpreter.torch.defaultDType
      return try made(
        .linspace(call.double(0), call.double(1), steps: steps, dtype: dtype),
        requiresGradient: call.bool(7))
    },
    TorchFunction(
      "logspace", "start, end, steps, base=10.0, *, \(ends)",
      "Powers whose exponents are evenly spaced.", in: .torch
    ) { call in
      let steps = try call.int(2)
      if steps < 0 { throw PythonError.runtime("number of steps must be non-negative") }
      try call.interpreter.checkShape([steps])
      let exponents = try Tensor.linspace(
        call.double(0), call.double(1), steps: steps, dtype: .float64)
      let base = Tensor(try call.double(3), dtype: .float64)
      let dtype = try call.dtype(5) ?? call.interpreter.torch.defaultDType
      return try made(
        Power().forward([base, exponents]).cast(to: dtype), requiresGradient: call.bool(8))
    },
    TorchFunction(
      "tril_indices", "row, col, offset=0, *, dtype=None, device=None",
      "The places of a lower triangle.", in: .torch
    ) { call in
      let offset = try call.int(2)
      return try triangle(call) { $1 - $0 <= offset }
    },
    TorchFunction(
      "triu_indices", "row, col, offset=0, *, dtype=None, device=None",
      "The places of an upper triangle.", in: .torch
    ) { call in
      let offset = try call.int(2)
      return try triangle(call) { $1 - $0 >= offset }
    },
    TorchFunction(
      "meshgrid", "*tensors, indexing=None", "Grids of coordinates.", in: .torch,
      choices: ["indexing": ["ij", "xy"]]
    ) { call in
      let tensors = try call.restTensors(0)
      if tensors.contains(where: { $0.value.rank > 1 }) {
        throw PythonError.runtime(
          "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  0  0")
      }
      let isXY = call[1].isString("xy") && tensors.count >= 2
      let lengths = tensors.map { $0.value.count }
      return .tuple(
        of: try tensors.enumerated().map { place, x in
          var own = [Int](repeating: 1, count: lengths.count)
          own[place] = lengths[place]
          var shape = lengths
          if isXY {
            own.swapAt(0, 1)
            shape.swapAt(0, 1)
          }
          let column = try call.interpreter.view(Relabel("view", "ViewBackward0", own), x)
          return .tensor(try call.interpreter.view(Expand(shape), column))
        })
    },
    TorchFunction("cartesian_prod", "*tensors", "Every combination of elements.", in: .torch) {
      call in
      let tensors = try call.restTensors(0)
      for x in tensors where x.value.rank != 1 {
        throw PythonError.runtime("Expect a 1D vector, but got shape \(Shape.text(x.shape))")
      }
      if tensors.count == 1 { return .tensor(tensors[0]) }
      let lengths = tensors.map { $0.value.count }
      try call.interpreter.checkSize(lengths + [tensors.count])
      let columns = try tensors.enumerated().map { place, x in
        let index = try Places.map(lengths) { Int64($0[place]) }
        return try call.interpreter.take(
          x, along: 0, index, "cartesian_prod", "IndexSelectBackward0")
      }
      return .tensor(try call.interpreter.apply(Stack(dim: 1), to: columns))
    },
  ]

  private static func arange(_ call: Call) throws -> Value {
    let isOpen = call[1].isNone
    var (start, end, step) = (
      try isOpen ? .int(0) : call.number(0), try call.number(isOpen ? 0 : 1), try call.number(2)
    )
    let isWhole = [start, end, step].allSatisfy { if case .float = $0 { false } else { true } }
    let dtype = try call.dtype(4) ?? (isWhole ? .int64 : call.interpreter.torch.defaultDType)
    if dtype == .int64 {
      (start, end, step) = (.int(start.integer), .int(end.integer), .int(step.integer))
    }
    let length = ((end.double - start.double) / step.double).rounded(.up)
    if length > 0, let count = Int(exactly: length) { try call.interpreter.checkShape([count]) }
    return try made(
      .arange(start.double, end.double, step: step.double, dtype: dtype),
      requiresGradient: call.bool(7))
  }
}

extension Interpreter {
  /// Refuses what `checkSize` does, in the words of the function that makes the tensor.
  func checkShape(_ shape: [Int], _ name: String = "empty") throws {
    if name == "zeros", shape.contains(where: { $0 < 0 }) {
      throw PythonError.runtime("zeros: Dimension size must be non-negative.")
    }
    try checkSize(shape)
  }
}
