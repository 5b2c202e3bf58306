import Math

/// Functions that join tensors, and choose between them.
extension ShapeFunctions {
  static let triangles: [TorchFunction] = [
    TorchFunction("tril", "input, diagonal=0", "The lower triangle; zero above it.", in: .changing)
    { call in
      let offset = try call.int(1)
      return .tensor(try Diagonals.triangle(call.tensor(0), "tril", call) { $1 - $0 <= offset })
    },
    TorchFunction("triu", "input, diagonal=0", "The upper triangle; zero below it.", in: .changing)
    { call in
      let offset = try call.int(1)
      return .tensor(try Diagonals.triangle(call.tensor(0), "triu", call) { $1 - $0 >= offset })
    },
  ]

  static let joins: [TorchFunction] =
    TorchFunction(
      "cat", "tensors, dim=0, *, out=None", "Joins tensors along a dimension.", in: .torch
    ) { call in
      .tensor(try call.interpreter.apply(Concatenate(dim: call.int(1)), to: call.tensors(0)))
    }.also("concat", "concatenate") + [
      TorchFunction(
        "stack", "tensors, dim=0, *, out=None", "Joins tensors along a new dimension.", in: .torch
      ) { call in
        .tensor(try call.interpreter.apply(Stack(dim: call.int(1)), to: call.tensors(0)))
      },
      TorchFunction("hstack", "tensors, *, out=None", "Joins tensors side by side.", in: .torch) {
        call in
        let tensors = try call.tensors(0)
        let dim = (tensors.first?.value.rank ?? 1) < 2 ? 0 : 1
        return .tensor(
          try call.interpreter.apply(Concatenate(dim: dim), to: raised(tensors, 1, call)))
      },
      TorchFunction(
        "vstack", "tensors, *, out=None", "Joins tensors one above the other.", in: .torch
      ) { call in
        .tensor(
          try call.interpreter.apply(Concatenate(dim: 0), to: raised(call.tensors(0), 2, call)))
      },
      TorchFunction("column_stack", "tensors, *, out=None", "Joins vectors as columns.", in: .torch)
      { call in
        let columns = try call.tensors(0).map { x in
          x.value.rank > 1
            ? x
            : try call.interpreter.view(Relabel("view", "ViewBackward0", [x.value.count, 1]), x)
        }
        return .tensor(try call.interpreter.apply(Concatenate(dim: 1), to: columns))
      },
      TorchFunction(
        "where", "condition, input=None, other=None",
        "One tensor's element where a condition holds, else another's.", in: .torch
      ) { call in
        try choose(call)
      },
      TorchFunction(
        "where", "input, condition, other", "The element where a condition holds, else another.",
        in: .method
      ) { call in
        let x = try call.tensor(0)
        return .tensor(
          try call.interpreter.apply(Where(), call.tensor(1), x, call.operand(2, beside: x)))
      },
    ]

  private static func raised(_ tensors: [TensorObject], _ rank: Int, _ call: Call) throws
    -> [TensorObject]
  {
    try tensors.map { x in
      let missing = rank - x.value.rank
      if missing <= 0 { return x }
      let shape = [Int](repeating: 1, count: missing) + x.shape
      return try call.interpreter.view(Relabel("view", "ViewBackward0", shape), x)
    }
  }

  private static func choose(_ call: Call) throws -> Value {
    let condition = try call.tensor(0)
    if case .tensor(let a) = call[1] { _ = try Shape.broadcast(condition.shape, a.shape) }
    if call[1].isNone && call[2].isNone {
      return try Gathering.nonzero(condition.value, asTuple: true)
    }
    switch (call[1].isTensor, call[2].isTensor) {
    case (false, false):
      guard let a = call[1].plainNumber, let b = call[2].plainNumber else {
        throw call.wrongType(1, "Tensor")
      }
      let kinds = [a, b].map { number -> DType in
        switch number {
        case .bool: .bool
        case .int: .int64
        case .float: call.interpreter.torch.defaultDType
        }
      }
      let dtype = DType.promote(kinds[0], kinds[1])
      return .tensor(
        try call.interpreter.apply(
          Where(), condition, TensorObject(Tensor(a.double, dtype: dtype)),
          TensorObject(Tensor(b.double, dtype: dtype))))
    case (false, true):
      let other = try call.tensor(2)
      return .tensor(
        try call.interpreter.apply(Where(), condition, call.operand(1, beside: other), other))
    default:
      let input = try call.tensor(1)
      return .tensor(
        try call.interpreter.apply(Where(), condition, input, call.operand(2, beside: input)))
    }
  }
}
