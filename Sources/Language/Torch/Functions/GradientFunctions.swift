import Math

/// What a tensor has to do with gradients, and how it comes to plain numbers.
enum GradientFunctions {
  static let all: [TorchFunction] = history + plain + kinds + WritingFunctions.all

  static func checkKind(_ dtype: DType) throws {
    if !dtype.isFloatingPoint {
      throw PythonError.runtime(
        "Only Tensors of floating point and complex dtype can require gradients")
    }
  }

  private static let history: [TorchFunction] = [
    TorchFunction(
      "backward", "input, gradient=None, retain_graph=None, create_graph=False, inputs=None",
      "Computes the gradients of the leaves this was made from.", in: .method
    ) { call in
      try backward(call)
    },
    TorchFunction("detach", "input", "The same values without their history.") { call in
      .tensor(try call.tensor(0).detached())
    },
    TorchFunction("detach_", "input", "Forgets the tensor's own history.", in: .method) { call in
      let x = try call.tensor(0)
      x.node = nil
      x.requiresGradient = false
      return call[0]
    },
    TorchFunction("clone", "input, *, memory_format=None", "A copy that gradients flow through.") {
      call in
      .tensor(try call.interpreter.apply(Clone(), call.tensor(0)))
    },
    TorchFunction(
      "requires_grad_", "input, requires_grad=True", "Says whether gradients are wanted.",
      in: .method
    ) { call in
      let x = try call.tensor(0)
      let wanted = try call.bool(1)
      if wanted && !x.dtype.isFloatingPoint {
        throw PythonError.runtime("only Tensors of floating point dtype can require gradients")
      }
      if !x.isLeaf && !wanted { throw nonLeaf }
      x.requiresGradient = wanted
      return call[0]
    },
    TorchFunction("retain_grad", "input", "Keeps the gradient of a result.", in: .method) { call in
      let x = try call.tensor(0)
      if !x.requiresGradient {
        throw PythonError.runtime("can't retain_grad on Tensor that has requires_grad=False")
      }
      x.retainsGradient = !x.isLeaf
      x.node?.retainer = x
      return .null
    },
    TorchFunction(
      "contiguous", "input, memory_format=None",
      "The tensor with its elements in row-major order: itself where they are.", in: .method
    ) { call in
      let x = try call.tensor(0)
      guard let layout = x.layout, !layout.isContiguous(x.shape) else { return call[0] }
      let copy = try call.interpreter.apply(Clone(), x)
      copy.layout = nil
      return .tensor(copy)
    },
    TorchFunction(
      "is_contiguous", "input, memory_format=None", "Whether the elements lie in row-major order.",
      in: .method
    ) { call in
      let x = try call.tensor(0)
      return .bool(x.layout?.isContiguous(x.shape) ?? true)
    },
    TorchFunction(
      "storage_offset", "input", "Where in its memory the first element lies.", in: .method
    ) {
      .int(try $0.tensor(0).layout?.offset ?? 0)
    },
    TorchFunction(
      "data_ptr", "input", "A number that stands for the place of the first element.", in: .method
    ) { call in
      let x = try call.tensor(0)
      return .int(x.memoryAddress + (x.layout?.offset ?? 0) * x.dtype.byteCount)
    },
    TorchFunction(
      "cpu", "input, memory_format=None", "The tensor itself: it is on the CPU.", in: .method
    ) { $0[0] },
    TorchFunction(
      "cuda", "input, device=None, non_blocking=False", "Not in nabla: there is the CPU only.",
      in: .method
    ) { _ in
      throw DeviceTable.absent("cuda")
    },
    TorchFunction("is_floating_point", "input", "Whether the elements are floats.") {
      .bool(try $0.tensor(0).dtype.isFloatingPoint)
    },
    TorchFunction("is_complex", "input", "Whether the elements are complex: never.") { _ in
      .bool(false)
    },
    TorchFunction("is_nonzero", "input", "Whether the one element is not zero.") {
      .bool(try TensorSyntax.truth($0.tensor(0)))
    },
  ]

  static let nonLeaf = PythonError(
    "RuntimeError",
    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable "
      + "in a subgraph that doesn't require differentiation use var_no_grad = var.detach().")

  private static func backward(_ call: Call) throws -> Value {
    let x = try call.tensor(0)
    let gradient = try call.optionalTensor(1)
    if !call[4].isNone {
      let wanted = try GradientModes.tensors(call[4], call)
      try GradientModes.accumulate(
        [x], in: wanted, given: [gradient].compactMap(\.self), call, keeps: 2, creates: 3)
      return .null
    }
    if try call.bool(3) {
      let first = try firstGradient(of: x, kept: gradient)
      _ = try DifferentiableBackward(interpreter: call.interpreter).run(from: [(x, first)])
      return .null
    }
    let first = try firstGradient(of: x, given: gradient)
    let keeps = call[2].isNone ? false : try call.bool(2)
    guard let node = x.node else {
      try Backward.accumulate(first, in: x)
      return .null
    }
    try call.interpreter.backward(from: [(node, first)], keepsGraph: keeps)
    return .null
  }

  /// The gradient that a recorded `backward` begins with: what was given, with its history.
  static func firstGradient(of x: TensorObject, kept: TensorObject?) throws -> TensorObject {
    let first = try firstGradient(of: x, given: kept)
    guard let kept, kept.dtype == first.dtype else { return TensorObject(first) }
    return kept
  }

  /// The gradient that `backward` begins with.
  static func firstGradient(of x: TensorObject, given: TensorObject?) throws -> Tensor {
    guard x.requiresGradient else {
      var error = PythonError.runtime(
        "element 0 of tensors does not require grad and does not have a grad_fn")
      error.notes = [
        "Nothing it was made from has requires_grad=True, or it was made in no_grad()."
      ]
      throw error
    }
    guard let given else {
      guard x.value.count == 1 else {
        var error = PythonError.runtime("grad can be implicitly created only for scalar outputs")
        error.notes = ["The tensor has shape \(Shape.text(x.shape))."]
        error.fix = "Sum or average it first: .sum().backward(), or give a gradient of its shape."
        throw error
      }
      return x.value.filled(with: 1)
    }
    guard given.shape == x.shape else {
      throw PythonError.runtime(
        "Mismatch in shape: grad_output[0] has a shape of torch.Size(\(Shape.text(given.shape))) and "
          + "output[0] has a shape of torch.Size(\(Shape.text(x.shape))).")
    }
    return given.value.cast(to: x.dtype)
  }

  private static let plain: [TorchFunction] = [
    TorchFunction("item", "input", "The one element as a Python number.", in: .method) { call in
      .init(try call.tensor(0).value.item())
    },
    TorchFunction("tolist", "input", "The elements in nested lists.", in: .method) { call in
      try lists(call.tensor(0).value)
    },
    TorchFunction("numel", "input", "How many elements there are.") {
      .int(try $0.tensor(0).value.count)
    },
    TorchFunction("nelement", "input", "How many elements there are.", in: .method) {
      .int(try $0.tensor(0).value.count)
    },
    TorchFunction("dim", "input", "How many dimensions there are.", in: .method) {
      .int(try $0.tensor(0).value.rank)
    },
    TorchFunction("ndimension", "input", "How many dimensions there are.", in: .method) {
      .int(try $0.tensor(0).value.rank)
    },
    TorchFunction(
      "size", "input, dim=None", "The lengths of the dimensions, or one of them.", in: .method
    ) { call in
      let shape = try call.tensor(0).shape
      guard let dim = try call.optionalInt(1) else { return .size(shape) }
      if shape.isEmpty {
        throw PythonError.index("dimension specified as \(dim) but tensor has no dimensions")
      }
      return .int(shape[try Shape.dimension(dim, rank: shape.count)])
    },
    TorchFunction("stride", "input, dim=None", "How far apart neighbours lie.", in: .method) {
      call in
      let strides = StridedLayout.of(try call.tensor(0)).strides
      guard let dim = try call.optionalInt(1) else { return .tuple(of: strides.map { .int($0) }) }
      return .int(strides[try Shape.dimension(dim, rank: strides.count)])
    },
    TorchFunction("element_size", "input", "How many bytes an element takes.", in: .method) {
      .int(try $0.tensor(0).dtype.byteCount)
    },
  ]

  private static func lists(_ value: Tensor) throws -> Value {
    if value.rank == 0 { return Value(value[flat: 0]) }
    var patience = Patience()
    func build(_ dim: Int, _ start: Int, _ count: Int) throws -> Value {
      try patience.tick()
      if dim == value.rank { return Value(value[flat: start]) }
      let length = value.shape[dim]
      let inner = length == 0 ? 0 : count / length
      return .list(of: try (0..<length).map { try build(dim + 1, start + $0 * inner, inner) })
    }
    return try build(0, 0, value.count)
  }

  private static let kinds: [TorchFunction] =
    [
      TorchFunction(
        "to", "input, *args, **kwargs", "The tensor in another kind of number.", in: .method
      ) { call in
        var wanted: DType?
        for argument in call.rest(1) {
          switch argument {
          case .dtype(let dtype): wanted = dtype
          case .tensor(let other): wanted = other.dtype
          case .string(let device) where device != "cpu":
            throw DeviceTable.absent(device)
          default: break
          }
        }
        if case .dict(let keywords) = call[2], case .dtype(let dtype) = keywords["dtype"] {
          wanted = dtype
        }
        return .tensor(try cast(call.tensor(0), to: wanted, call))
      },
      TorchFunction(
        "type", "input, dtype=None, non_blocking=False",
        "The tensor in another kind of number, or the name of its type.", in: .method
      ) { call in
        if case .string(let name) = call[1], !name.hasPrefix("torch.") {
          throw PythonError.value("invalid type: '\(name)'")
        }
        guard let dtype = try call.dtype(1) else {
          return .string("torch.\(try call.tensor(0).dtype.scalarTypeName)Tensor")
        }
        return .tensor(try cast(call.tensor(0), to: dtype, call))
      },
      TorchFunction("type_as", "input, other", "The tensor in the kind of another.", in: .method) {
        call in
        .tensor(try cast(call.tensor(0), to: call.tensor(1).dtype, call))
      },
    ]
    + [
      ("float", DType.float32), ("double", .float64), ("half", .float16), ("bfloat16", .bfloat16),
      ("long", .int64), ("int", .int32), ("short", .int16), ("char", .int8), ("byte", .uint8),
      ("bool", .bool),
    ]
    .map { name, dtype in
      TorchFunction(
        name, "input, memory_format=None", "The tensor as \(dtype.rawValue).", in: .method
      ) { call in
        .tensor(try cast(call.tensor(0), to: dtype, call))
      }
    }

  private static func cast(_ x: TensorObject, to dtype: DType?, _ call: Call) throws -> TensorObject
  {
    guard let dtype, dtype != x.dtype else { return x }
    return try call.interpreter.apply(Cast(to: dtype), x)
  }
}
