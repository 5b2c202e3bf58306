import Math

/// Functions that change a tensor's shape and not its elements.
enum ShapeFunctions {
  static let all: [TorchFunction] = shapes + orders + repeats + parts

  private static let shapes: [TorchFunction] = [
    TorchFunction(
      "reshape", "input, *shape", "The same elements in another shape; one length may be -1."
    ) { call in
      let shape = try call.shape(1)
      return .tensor(try view("reshape", "ViewBackward0", call) { try $0.reshape(shape).shape })
    },
    TorchFunction(
      "view", "input, *shape", "The same elements in another shape; one length may be -1.",
      in: .method
    ) { call in
      if case .dtype(let dtype) = call.rest(1).first {
        return .tensor(try call.interpreter.apply(Cast(to: dtype), call.tensor(0)))
      }
      let shape = try call.shape(1)
      return .tensor(
        try view("view", "ViewBackward0", call, isStrict: true) { try $0.reshape(shape).shape })
    },
    TorchFunction(
      "view_as", "input, other", "The same elements in another tensor's shape.", in: .method
    ) { call in
      let shape = try call.tensor(1).shape
      return .tensor(
        try view("view", "ViewBackward0", call, isStrict: true) { try $0.reshape(shape).shape })
    },
    TorchFunction(
      "reshape_as", "input, other", "The same elements in another tensor's shape.", in: .method
    ) { call in
      let shape = try call.tensor(1).shape
      return .tensor(try view("reshape", "ViewBackward0", call) { try $0.reshape(shape).shape })
    },
    TorchFunction("flatten", "input, start_dim=0, end_dim=-1", "Lays dimensions end to end.") {
      call in
      let (start, end) = (try call.int(1), try call.int(2))
      let x = try call.tensor(0)
      if try x.value.flatten(from: start, to: end).shape == x.shape { return .tensor(x) }
      return .tensor(
        try view("flatten", "ViewBackward0", call) { try $0.flatten(from: start, to: end).shape })
    },
    TorchFunction("ravel", "input", "All elements in one dimension.") { call in
      .tensor(try view("ravel", "ViewBackward0", call) { [$0.count] })
    },
    TorchFunction("unflatten", "input, dim, sizes", "Splits one dimension into several.") { call in
      let x = try call.tensor(0)
      let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
      let given = try call.ints(2) ?? []
      if x.shape.isEmpty || given.contains(where: { $0 < -1 }) {
        throw PythonError.runtime("unflatten got an unexpected error:")
      }
      if given.isEmpty { throw PythonError.runtime("unflatten: sizes must be non-empty") }
      if given.count(where: { $0 == -1 }) > 1 {
        throw PythonError.runtime("only one dimension can be inferred")
      }
      guard let sizes = Shape.inferring(given, count: x.shape[dim]) else {
        throw PythonError.runtime(
          "unflatten: Provided sizes \(Shape.text(given)) don't multiply up to the size of dim \(dim) (\(x.shape[dim])) in the input tensor"
        )
      }
      let shape = x.shape[..<dim] + sizes + x.shape[(dim + 1)...]
      return .tensor(try view("unflatten", "ViewBackward0", call) { _ in Array(shape) })
    },
    TorchFunction("unsqueeze", "input, dim", "Adds a dimension of length one.", in: .changing) {
      call in
      let dim = try call.int(1)
      return .tensor(
        try view("unsqueeze", "UnsqueezeBackward0", call) { try $0.unsqueeze(dim).shape })
    },
    TorchFunction("squeeze", "input, dim=None", "Removes dimensions of length one.", in: .changing)
    { call in
      let dims = try call.ints(1)
      let name = dims == nil ? "SqueezeBackward0" : "SqueezeBackward1"
      return .tensor(try view("squeeze", name, call) { try $0.squeeze(dims).shape })
    },
    TorchFunction(
      "expand", "input, *size", "Repeats along dimensions of length one, without copying.",
      in: .method
    ) { call in
      .tensor(try call.interpreter.view(Expand(call.shape(1)), call.tensor(0)))
    },
    TorchFunction("expand_as", "input, other", "Repeats to another tensor's shape.", in: .method) {
      call in
      .tensor(try call.interpreter.view(Expand(call.tensor(1).shape), call.tensor(0)))
    },
    TorchFunction("broadcast_to", "input, size", "Repeats to a shape.") { call in
      .tensor(try call.interpreter.view(Expand(call.ints(1) ?? []), call.tensor(0)))
    },
    TorchFunction(
      "broadcast_tensors", "*tensors", "Repeats tensors to the shape in which they meet.",
      in: .torch
    ) { call in
      let tensors = try call.restTensors(0)
      let shape = try tensors.reduce([]) { try Shape.broadcast($0, $1.shape) }
      return .tuple(of: try tensors.map { .tensor(try call.interpreter.view(Expand(shape), $0)) })
    },
    TorchFunction("broadcast_shapes", "*shapes", "The shape in which shapes meet.", in: .torch) {
      call in
      .size(
        try call.rest(0).reduce([]) { shape, next in
          let items = next.isSequence ? try call.interpreter.items(of: next) : [next]
          let other = items.map { Int($0.plainNumber?.integer ?? 0) }
          return try Shape.broadcast(shape, other)
        })
    },
    TorchFunction("atleast_1d", "*tensors", "Tensors with at least one dimension.", in: .torch) {
      try atLeast(1, $0)
    },
    TorchFunction("atleast_2d", "*tensors", "Tensors with at least two dimensions.", in: .torch) {
      try atLeast(2, $0)
    },
    TorchFunction("atleast_3d", "*tensors", "Tensors with at least three dimensions.", in: .torch) {
      try atLeast(3, $0)
    },
  ]

  /// The same elements in the shape that a rule gives.
  static func view(
    _ name: String, _ gradientName: String, _ call: Call, isStrict: Bool = false,
    _ shape: (Tensor) throws -> [Int]
  ) throws -> TensorObject {
    let x = try call.tensor(0)
    let shape = try shape(x.value)
    if let layout = x.layout, layout.relabelled(from: x.shape, to: shape) == nil {
      if isStrict { throw apart }
      // Elements that lie apart are copied: the result is no view.
      let copy = try call.interpreter.apply(Clone(), x)
      copy.layout = nil
      return try call.interpreter.apply(Relabel(name, "UnsafeViewBackward0", shape), copy)
    }
    return try call.interpreter.view(Relabel(name, gradientName, shape), x)
  }

  private static let apart = PythonError(
    "RuntimeError",
    "view size is not compatible with input tensor's size and stride (at least one dimension spans "
      + "across two contiguous subspaces). Use .reshape(...) instead.",
    notes: ["The elements do not lie in the order of the shape: the tensor was transposed or cut."],
    fix: "Use .reshape(...), or .contiguous().view(...).")

  private static func atLeast(_ rank: Int, _ call: Call) throws -> Value {
    let tensors = try call.restTensors(0)
    let results = try tensors.map { x -> Value in
      var shape = x.shape
      if shape.isEmpty { shape = [1] }
      if rank > 1 && shape.count == 1 { shape = [1] + shape }
      if rank > 2 && shape.count == 2 { shape += [1] }
      if shape == x.shape { return .tensor(x) }
      return .tensor(try call.interpreter.view(Relabel("view", "ViewBackward0", shape), x))
    }
    return results.count == 1 ? results[0] : .tuple(of: results)
  }

  private static let orders: [TorchFunction] =
    TorchFunction("transpose", "input, dim0, dim1", "Exchanges two dimensions.", in: .changing) {
      call in
      let x = try call.tensor(0)
      let (a, b) = (try call.int(1), try call.int(2))
      return .tensor(try transpose(x, a, b, "TransposeBackward0", call.interpreter))
    }.also("swapaxes", "swapdims")
    + TorchFunction("permute", "input, *dims", "Puts the dimensions in another order.") { call in
      let x = try call.tensor(0)
      let dims = try call.shape(1)
      _ = try x.value.permute(dims)
      let order = dims.map { $0 < 0 ? $0 + dims.count : $0 }
      return .tensor(try call.interpreter.view(Permute("permute", "PermuteBackward0", order), x))
    }.also()
    + TorchFunction("t", "input", "Exchanges rows and columns.", in: .changing) { call in
      let x = try call.tensor(0)
      if x.value.rank > 2 {
        throw PythonError.runtime(
          "t() expects a tensor with <= 2 dimensions, but self is \(x.value.rank)D")
      }
      if x.value.rank < 2 {
        let same = Relabel("t", "TBackward0", x.shape)
        return .tensor(try call.interpreter.view(same, x))
      }
      return .tensor(try transpose(x, 0, 1, "TBackward0", call.interpreter))
    }.also()
    + TorchFunction("movedim", "input, source, destination", "Moves dimensions to other places.") {
      call in
      let x = try call.tensor(0)
      let rank = x.value.rank
      let (given, targets) = (try call.ints(1) ?? [], try call.ints(2) ?? [])
      guard given.count == targets.count else {
        throw PythonError.runtime(
          "movedim: Invalid source or destination dims: source (\(Shape.text(given)) dims) should "
            + "contain the same number of dims as destination (\(Shape.text(targets)) dims)")
      }
      let from = try Shape.dimensions(given, rank: rank)
      let to = try Shape.dimensions(targets, rank: rank)
      if rank == 0 { return .tensor(x) }
      var order = [Int](repeating: -1, count: rank)
      for (source, target) in zip(from, to) { order[target] = source }
      var rest = (0..<rank).filter { !from.contains($0) }[...]
      for place in order.indices where order[place] < 0 { order[place] = rest.removeFirst() }
      return .tensor(try call.interpreter.view(Permute("movedim", "PermuteBackward0", order), x))
    }.also("moveaxis")

  /// Exchanges two dimensions.
  static func transpose(
    _ x: TensorObject, _ a: Int, _ b: Int, _ gradientName: String, _ interpreter: Interpreter
  ) throws -> TensorObject {
    let rank = x.value.rank
    let (a, b) = (try Shape.dimension(a, rank: rank), try Shape.dimension(b, rank: rank))
    var order = Array(0..<rank)
    if rank > 0 { order.swapAt(a, b) }
    return try interpreter.view(Permute("transpose", gradientName, order), x)
  }
}
