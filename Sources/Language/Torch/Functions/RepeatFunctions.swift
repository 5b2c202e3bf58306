import Math

/// Functions that repeat elements and move them about.
extension ShapeFunctions {
  static let repeats: [TorchFunction] =
    TorchFunction(
      "repeat", "input, *sizes", "Repeats the tensor along its dimensions.", in: .method
    ) { call in
      .tensor(try tile(call.tensor(0), call.shape(1), "RepeatBackward0", call))
    }.also() + [
      TorchFunction("tile", "input, *dims", "Repeats the tensor along its dimensions.") { call in
        let x = try call.tensor(0)
        let counts = try call.shape(1)
        let missing = max(0, x.value.rank - counts.count)
        return .tensor(
          try tile(x, [Int](repeating: 1, count: missing) + counts, "RepeatBackward0", call))
      },
      TorchFunction("flip", "input, *dims", "Turns dimensions round.") { call in
        let x = try call.tensor(0)
        let dims = try Shape.dimensions(call.shape(1), rank: x.value.rank)
        return .tensor(
          try rearranged(x, x.shape, "flip", "FlipBackward0", call) { place in
            for dim in dims where !x.shape.isEmpty { place[dim] = x.shape[dim] - 1 - place[dim] }
          })
      },
      TorchFunction("fliplr", "input", "Turns the columns round.") { call in
        let x = try call.tensor(0)
        if x.shape.count < 2 { throw PythonError.runtime("Input must be >= 2-d.") }
        return .tensor(
          try rearranged(x, x.shape, "flip", "FlipBackward0", call) {
            $0[1] = x.shape[1] - 1 - $0[1]
          })
      },
      TorchFunction("flipud", "input", "Turns the rows round.") { call in
        let x = try call.tensor(0)
        if x.shape.isEmpty { throw PythonError.runtime("Input must be >= 1-d.") }
        return .tensor(
          try rearranged(x, x.shape, "flip", "FlipBackward0", call) {
            $0[0] = x.shape[0] - 1 - $0[0]
          })
      },
      TorchFunction(
        "roll", "input, shifts, dims=None", "Moves elements on, the last ones to the front."
      ) { call in
        .tensor(try roll(call))
      },
      TorchFunction(
        "repeat_interleave", "input, repeats, dim=None, *, output_size=None",
        "Repeats each element."
      ) { call in
        .tensor(try repeatEach(call))
      },
    ]

  private static func tile(
    _ x: TensorObject, _ counts: [Int], _ gradientName: String, _ call: Call
  ) throws -> TensorObject {
    guard counts.count >= x.value.rank else {
      throw PythonError.runtime(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor"
      )
    }
    let shape = [Int](repeating: 1, count: counts.count - x.value.rank) + x.shape
    let lead = counts.count - x.value.rank
    return try rearranged(
      x, zip(shape, counts).map { $0.multiplied(saturating: $1) }, "repeat", gradientName, call,
      lead: lead
    ) { place in
      for dim in place.indices where shape[dim] > 0 { place[dim] %= shape[dim] }
    }
  }

  /// A tensor whose element at each place comes from the place that a rule turns it into.
  static func rearranged(
    _ x: TensorObject, _ shape: [Int], _ name: String, _ gradientName: String, _ call: Call,
    lead: Int = 0, _ rule: (inout [Int]) -> Void
  ) throws -> TensorObject {
    try call.interpreter.checkSize(shape)
    let strides = Shape.strides(x.shape)
    var own = shape
    let places = try Places.map(shape) { place in
      own = place
      rule(&own)
      var offset = 0
      for dim in strides.indices { offset += own[lead + dim] * strides[dim] }
      return offset
    }
    return try call.interpreter.apply(
      Choose(name, gradientName, places: places, shape: shape), x)
  }

  private static func roll(_ call: Call) throws -> TensorObject {
    let x = try call.tensor(0)
    let shifts = try call.ints(1) ?? []
    if shifts.isEmpty { throw PythonError.runtime("`shifts` required") }
    let given = try call.ints(2)?.count ?? 0
    if given > 0 || shifts.count > 1, given != shifts.count {
      throw PythonError.runtime(
        "shifts and dimensions must align. shifts: \(shifts.count), dims:\(given)")
    }
    guard let dims = try call.ints(2), !dims.isEmpty else {
      let count = x.value.count
      let shift = (shifts.first ?? 0).modulo(max(count, 1))
      let places = try counted(count) { ($0 - shift).modulo(count) }
      return try call.interpreter.apply(
        Choose("roll", "RollBackward0", places: places, shape: x.shape), x)
    }
    if x.shape.isEmpty {
      throw PythonError.index(
        "Dimension specified as \(dims[0]) but tensor has no dimensions")
    }
    let own = try dims.map { try Shape.dimension($0, rank: x.value.rank) }
    return try rearranged(x, x.shape, "roll", "RollBackward0", call) { place in
      for (dim, shift) in zip(own, shifts) {
        let length = x.shape[dim]
        place[dim] = (place[dim] - shift.modulo(length)).modulo(length)
      }
    }
  }

  private static func repeatEach(_ call: Call) throws -> TensorObject {
    var x = try call.tensor(0)
    if call[2].isNone {
      x = try call.interpreter.view(Relabel("view", "ViewBackward0", [x.value.count]), x)
    }
    let dim = try Shape.dimension(call[2].isNone ? 0 : call.int(2), rank: x.value.rank)
    let length = x.value.rank == 0 ? 1 : x.shape[dim]
    var counts: [Int]
    if case .tensor(let tensor) = call[1] {
      counts = tensor.value.integers.map { Int($0) }
    } else {
      counts = [try call.int(1)]
    }
    if counts.count == 1 { counts = [Int](repeating: counts[0], count: length) }
    guard counts.count == length else {
      throw PythonError.runtime(
        "repeats must have the same size as input along dim, but got repeats.size(0) = \(counts.count) and input.size(0) = \(length)"
      )
    }
    guard counts.allSatisfy({ $0 >= 0 }) else {
      throw PythonError.runtime("repeats can not be negative")
    }
    try call.interpreter.checkShape([
      counts.reduce(0) { $0.adding(saturating: $1) }
    ])
    var index: [Int64] = []
    var patience = Patience()
    for (place, count) in counts.enumerated() {
      try patience.tick()
      for _ in 0..<count { index.append(Int64(place)) }
    }
    return try call.interpreter.take(
      x, along: dim, index, "repeat_interleave", "IndexSelectBackward0")
  }
}
