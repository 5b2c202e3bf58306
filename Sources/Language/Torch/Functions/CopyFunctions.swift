import Math

/// Functions that are others under another name, or of little use but in PyTorch.
enum CopyFunctions {
  static let all: [TorchFunction] = copies + plain + joins + differences

  /// `torch.name_copy` for every function that gives a view.
  private static let copies: [TorchFunction] =
    [
      "expand", "permute", "t", "transpose", "squeeze", "unsqueeze", "view", "diagonal", "unbind",
      "unfold", "narrow", "split_with_sizes",
    ]
    .compactMap { name in
      let all = ShapeFunctions.all + PaddingFunctions.all
      let found =
        all.first { $0.builtin.name == name && $0.places.contains(.method) }
        ?? all.first { $0.builtin.name == name }
      return found.map { TorchFunction($0.builtin.named(name + "_copy"), in: .torch) }
    }
    + [
      TorchFunction("alias_copy", "input", "A copy.", in: .torch) { call in
        .tensor(try call.interpreter.apply(Clone(), call.tensor(0)))
      }
    ]

  private static let plain: [TorchFunction] =
    ["conj", "resolve_conj", "resolve_neg", "conj_physical", "real"].map { name in
      TorchFunction(name, "input", "The tensor itself: nabla has no complex numbers.") { $0[0] }
    } + [
      TorchFunction(
        "split_with_sizes", "input, split_sizes, dim=0", "Cuts a tensor into pieces of sizes."
      ) { call in
        guard let split = TorchTable.function("split") else { return .null }
        return try call.interpreter.call(split, Arguments([call[0], call[1], call[2]]))
      },
      TorchFunction(
        "sum_to_size", "input, *size", "Sums over the dimensions that a shape lacks.", in: .method
      ) { call in
        let x = try call.tensor(0)
        let shape = try call.shape(1)
        let lead = x.value.rank - shape.count
        let dims = x.shape.indices.filter { $0 < lead || shape[$0 - lead] == 1 && x.shape[$0] != 1 }
        if dims.isEmpty { return .tensor(x) }
        let sum = try call.interpreter.apply(Sum(dims: dims, keepsDims: true), x)
        return .tensor(try call.interpreter.view(Relabel("view", "ViewBackward0", shape), sum))
      },
      TorchFunction(
        "resize_", "input, *sizes", "The tensor in another shape of as many elements.", in: .method
      ) { call in
        let x = try call.tensor(0)
        let shape = try call.shape(1)
        guard Shape.count(shape) == x.value.count else {
          throw PythonError.notImplemented(
            "resize_ to another number of elements is not there in nabla")
        }
        x.replace(try x.value.reshape(shape))
        return call[0]
      },
      TorchFunction(
        "resize_as_", "input, template",
        "The tensor in the shape of another with as many elements.", in: .method
      ) { call in
        let x = try call.tensor(0)
        x.replace(try x.value.reshape(call.tensor(1).shape))
        return call[0]
      },
      TorchFunction("rot90", "input, k=1, dims=(0, 1)", "Turns a matrix by quarters.") { call in
        let x = try call.tensor(0)
        let given = try call.ints(2) ?? [0, 1]
        guard given.count == 2 else {
          throw PythonError.runtime(
            "expected total rotation dims == 2, but got dims = \(given.count)")
        }
        guard x.value.rank >= 2 else {
          throw PythonError.runtime(
            "expected total dims >= 2, but got total dims = \(x.value.rank)")
        }
        let rank = x.value.rank
        guard given[0] != given[1] && (given[0] - given[1]).magnitude != rank else {
          throw PythonError.runtime(
            "expected rotation dims to be different, but got dim0 = \(given[0]) and dim1 = \(given[1])"
          )
        }
        for (place, dim) in given.enumerated() where dim < -rank || dim >= rank {
          throw PythonError.runtime(
            "Rotation dim\(place) out of range, dim\(place) = \(dim)")
        }
        let dims = try Shape.dimensions(given, rank: rank)
        let turns = ((try call.int(1)) % 4 + 4) % 4
        var shape = x.shape
        if turns % 2 == 1 { shape.swapAt(dims[0], dims[1]) }
        return .tensor(
          try ShapeFunctions.rearranged(x, shape, "rot90", "Rot90Backward0", call) { place in
            for _ in 0..<turns {
              let (a, b) = (place[dims[0]], place[dims[1]])
              place[dims[0]] = b
              place[dims[1]] = -1 - a
            }
            for dim in dims where place[dim] < 0 { place[dim] += x.shape[dim] }
          })
      },
    ]

  private static let joins: [TorchFunction] = [
    TorchFunction(
      "dstack", "tensors, *, out=None", "Joins tensors one behind the other.", in: .torch
    ) { call in
      let run = call.interpreter
      let tensors = try call.tensors(0).map { x -> TensorObject in
        let shape: [Int] =
          switch x.value.rank {
          case 0: [1, 1, 1]
          case 1: [1, x.shape[0], 1]
          case 2: x.shape + [1]
          default: x.shape
          }
        return try run.view(Relabel("view", "ViewBackward0", shape), x)
      }
      return .tensor(try run.apply(Concatenate(dim: 2), to: tensors))
    },
    TorchFunction("block_diag", "*tensors", "Matrices along the diagonal of one.", in: .torch) {
      call in
      let tensors = try call.restTensors(0)
      let sizes = tensors.map { x in
        x.value.rank == 0 ? [1, 1] : x.value.rank == 1 ? [1, x.shape[0]] : x.shape
      }
      let shape = [sizes.reduce(0) { $0 + $1[0] }, sizes.reduce(0) { $0 + $1[1] }]
      try call.interpreter.checkSize(shape)
      let dtype = Tensor.resultType(tensors.map(\.value))
      var result = TensorObject(Tensor.zeros(shape, dtype: dtype))
      var (row, column) = (0, 0)
      for (x, size) in zip(tensors, sizes) {
        let places = try Shape.offsets(
          shape: size, strides: [shape[1], 1], start: row * shape[1] + column)
        result = try call.interpreter.apply(PutElements(places: places), result, x)
        row += size[0]
        column += size[1]
      }
      return .tensor(result)
    },
    TorchFunction(
      "combinations", "input, r=2, with_replacement=False", "Every choice of r elements.",
      in: .torch
    ) { call in
      let x = try call.tensor(0)
      let (r, repeats) = (try call.int(1), try call.bool(2))
      guard x.value.rank == 1 else {
        throw PythonError.runtime("Expect a 1D vector, but got shape \(Shape.text(x.shape))")
      }
      guard r >= 0 else {
        throw PythonError.runtime("Expect a non-negative number, but got \(r)")
      }
      var rows: [[Int]] = [[]]
      for _ in 0..<r {
        try call.interpreter.checkSize([rows.count, x.value.count])
        rows = rows.flatMap { row in
          let first = row.last.map { repeats ? $0 : $0 + 1 } ?? 0
          return (first..<max(first, x.value.count)).map { row + [$0] }
        }
        try call.interpreter.checkSize([rows.count, r, 8])
      }
      if r == 0 { rows = [] }
      return .tensor(
        try call.interpreter.apply(
          Choose(
            "combinations", "IndexBackward0", places: rows.flatMap(\.self), shape: [rows.count, r]),
          x))
    },
    TorchFunction("diagflat", "input, offset=0", "A matrix with these elements on a diagonal.") {
      call in
      let flat = try call.interpreter.view(
        Relabel("view", "ViewBackward0", [call.tensor(0).value.count]), call.tensor(0))
      return .tensor(try Diagonals.matrix(flat, call.int(1), call))
    },
  ]

  private static let differences: [TorchFunction] = [
    TorchFunction(
      "diff", "input, n=1, dim=-1, prepend=None, append=None, *, out=None",
      "The differences of neighbours."
    ) { call in
      let run = call.interpreter
      var x = try call.tensor(0)
      if x.shape.isEmpty {
        throw PythonError.runtime("diff expects input to be at least one-dimensional")
      }
      let dim = try Shape.dimension(call.int(2), rank: x.value.rank)
      let parts = [try call.optionalTensor(3), x, try call.optionalTensor(4)].compactMap(\.self)
      if parts.count > 1 { x = try run.apply(Concatenate(dim: dim), to: parts) }
      let order = try call.int(1)
      guard order >= 0 else {
        throw PythonError.runtime("order must be non-negative but got \(order)")
      }
      for _ in 0..<order {
        let length = x.shape[dim]
        if length == 0 { break }
        let later = try run.narrow(x, dim, 1, length - 1, "SliceBackward0")
        let earlier = try run.narrow(x, dim, 0, length - 1, "SliceBackward0")
        x =
          try x.dtype == .bool
          ? run.apply(Bitwise.exclusiveOr, later, earlier) : run.apply(Subtract(), later, earlier)
      }
      return .tensor(x)
    },
    TorchFunction(
      "trapezoid", "y, x=None, *, dx=1, dim=-1", "The area under points joined by lines.",
      in: .torch
    ) { try trapezoid($0, isRunning: false) },
    TorchFunction(
      "trapz", "y, x=None, *, dx=1, dim=-1", "The area under points joined by lines.", in: .torch
    ) { try trapezoid($0, isRunning: false) },
    TorchFunction(
      "cumulative_trapezoid", "y, x=None, *, dx=1, dim=-1",
      "The area so far under points joined by lines.", in: .torch
    ) { try trapezoid($0, isRunning: true) },
  ]

  private static func trapezoid(_ call: Call, isRunning: Bool) throws -> Value {
    let run = call.interpreter
    let y = try call.tensor(0)
    if y.shape.isEmpty {
      throw PythonError.index(
        "Dimension specified as \(try call.int(3)) but tensor has no dimensions")
    }
    let dim = try Shape.dimension(call.int(3), rank: y.value.rank)
    let length = y.shape[dim]
    func sides(_ x: TensorObject, _ dim: Int, _ length: Int) throws -> (TensorObject, TensorObject)
    {
      (
        try run.narrow(x, dim, 1, max(0, length - 1), "SliceBackward0"),
        try run.narrow(x, dim, 0, max(0, length - 1), "SliceBackward0")
      )
    }
    let (later, earlier) = try sides(y, dim, length)
    var areas = try run.apply(Add(), later, earlier)
    if let x = try call.optionalTensor(1) {
      let own = x.value.rank == 1 ? 0 : dim
      guard own < x.value.rank, x.value.rank == 1 || x.value.rank == y.value.rank else {
        throw PythonError.runtime(
          "trapezoid: x of shape \(Shape.text(x.shape)) does not go with y of shape \(Shape.text(y.shape))"
        )
      }
      let (right, left) = try sides(x, own, x.shape[own])
      var widths = try run.apply(Subtract(), right, left)
      if x.value.rank == 1 && y.value.rank > 1 {
        var shape = [Int](repeating: 1, count: y.value.rank)
        shape[dim] = widths.value.count
        widths = try run.view(Relabel("view", "ViewBackward0", shape), widths)
      }
      areas = try run.apply(Multiply(), areas, widths)
    } else if try call.double(2) != 1 {
      areas = try run.apply(Multiply(), areas, call.operand(2, beside: areas))
    }
    let half = TensorObject(.wrapped(.float(2), beside: areas.dtype))
    let sum =
      isRunning
      ? try run.apply(CumulativeSum(dim: dim), areas) : try run.apply(Sum(dims: [dim]), areas)
    return .tensor(try run.apply(Divide(), sum, half))
  }
}
