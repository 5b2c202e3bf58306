import Math

/// Functions that put elements in order.
enum SortFunctions {
  static let all: [TorchFunction] =
    [
      TorchFunction(
        "sort", "input, dim=-1, descending=False, stable=False, *, out=None",
        "The elements in order along a dimension, with their places."
      ) { call in
        try sorted(call, "sort", dim: 1, descending: 2, both: true)
      },
      TorchFunction(
        "argsort", "input, dim=-1, descending=False, stable=False",
        "The places of the elements in order."
      ) { call in
        try sorted(call, "argsort", dim: 1, descending: 2, both: false)
      },
      TorchFunction(
        "msort", "input, *, out=None", "The elements in order along the first dimension."
      ) { call in
        let x = try call.tensor(0)
        let lanes = try Lanes(x.shape, dim: 0)
        let order = try lanes.order(x.value, descending: false)
        return .tensor(try chosen(x, lanes, order, "sort", "SortBackward0", call))
      },
      TorchFunction(
        "topk", "input, k, dim=-1, largest=True, sorted=True, *, out=None",
        "The largest elements along a dimension, with their places."
      ) { call in
        try top(call)
      },
      TorchFunction(
        "kthvalue", "input, k, dim=-1, keepdim=False, *, out=None",
        "The k-th smallest element along a dimension."
      ) { call in
        let x = try call.tensor(0)
        let lanes = try Lanes(x.shape, dim: call.int(2))
        let k = try call.int(1)
        guard k >= 1 && k <= lanes.length else {
          throw PythonError.runtime(
            "kthvalue(): selected number k out of range for dimension \(lanes.dim)")
        }
        let order = try lanes.order(x.value, descending: false).map { [$0[k - 1]] }
        return try pair(x, lanes, order, "kthvalue", "KthvalueBackward0", keeps: call.bool(3), call)
      },
      TorchFunction(
        "median", "input, dim=None, keepdim=False, *, out=None",
        "The middle element; of two the lower."
      ) { call in
        try median(call, skipsNaN: false)
      },
      TorchFunction(
        "nanmedian", "input, dim=None, keepdim=False, *, out=None",
        "The middle of the elements that are not nan."
      ) { call in
        try median(call, skipsNaN: true)
      },
      TorchFunction(
        "mode", "input, dim=-1, keepdim=False, *, out=None",
        "The most frequent element along a dimension."
      ) { call in
        let x = try call.tensor(0)
        let lanes = try Lanes(x.shape, dim: call.int(1))
        try lanes.refuseEmpty("mode")
        let values = x.value.doubles
        let order = try lanes.starts.map { [try lanes.mostFrequent(values, $0)] }
        return try pair(x, lanes, order, "mode", "ModeBackward0", keeps: call.bool(2), call)
      },
      running("cummax", "The largest element so far, with its place.") { $0 >= $1 },
      running("cummin", "The smallest element so far, with its place.") { $0 <= $1 },
      TorchFunction(
        "unique", "input, sorted=True, return_inverse=False, return_counts=False, dim=None",
        "The different elements in order."
      ) { call in
        try unique(call, inOrder: true)
      },
      TorchFunction(
        "unique_consecutive", "input, return_inverse=False, return_counts=False, dim=None",
        "The elements that differ from the one before."
      ) { call in
        try unique(call, inOrder: false)
      },
      TorchFunction(
        "bincount", "input, weights=None, minlength=0", "How often each whole number comes."
      ) { call in
        try bincount(call)
      },
      TorchFunction(
        "nonzero", "input, *, out=None, as_tuple=False", "The places that are not zero."
      ) { call in
        try Gathering.nonzero(call.tensor(0).value, asTuple: try call.bool(2))
      },
      TorchFunction("argwhere", "input", "The places that are not zero.") { call in
        try Gathering.nonzero(call.tensor(0).value, asTuple: false)
      },
    ]

  private static func sorted(
    _ call: Call, _ name: String, dim: Int, descending: Int, both: Bool
  ) throws -> Value {
    let x = try call.tensor(0)
    try call.interpreter.pay(work: x.value.count * 32, bytes: x.value.count * 32)
    let lanes = try Lanes(x.shape, dim: call.int(dim))
    let order = try lanes.order(x.value, descending: try call.bool(descending))
    let places = TensorObject(try lanes.indices(order))
    if !both { return .tensor(places) }
    let values = try chosen(x, lanes, order, name, "SortBackward0", call)
    return .named(name, ["values", "indices"], [.tensor(values), .tensor(places)])
  }

  private static func top(_ call: Call) throws -> Value {
    let x = try call.tensor(0)
    if x.dtype == .bool { throw PythonError.runtime("topk does not support bool dtypes on CPU") }
    let lanes = try Lanes(x.shape, dim: call.int(2))
    let k = try call.int(1)
    guard k >= 0 && k <= lanes.length else {
      throw PythonError.runtime("selected index k out of range")
    }
    let order = try lanes.order(x.value, descending: try call.bool(3)).map { Array($0.prefix(k)) }
    return .named(
      "topk", ["values", "indices"],
      [
        .tensor(try chosen(x, lanes, order, "topk", "TopkBackward0", call)),
        .tensor(TensorObject(try lanes.indices(order))),
      ])
  }

  /// The elements at places along each lane.
  private static func chosen(
    _ x: TensorObject, _ lanes: Lanes, _ order: [[Int]], _ name: String, _ gradientName: String,
    _ call: Call
  ) throws -> TensorObject {
    let shape = lanes.shape(with: order.first?.count ?? 0)
    return try call.interpreter.apply(
      Choose(name, gradientName, places: try lanes.places(order), shape: shape), x)
  }

  /// One element a lane, and its place.
  private static func pair(
    _ x: TensorObject, _ lanes: Lanes, _ order: [[Int]], _ name: String, _ gradientName: String,
    keeps: Bool, _ call: Call
  ) throws -> Value {
    var shape = x.shape
    if !shape.isEmpty { if keeps { shape[lanes.dim] = 1 } else { shape.remove(at: lanes.dim) } }
    let values = try call.interpreter.apply(
      Choose(name, gradientName, places: try lanes.places(order), shape: shape), x)
    let places = try lanes.indices(order).reshape(shape)
    return .named(
      name, ["values", "indices"], [.tensor(values), .tensor(TensorObject(places))])
  }

  private static func median(_ call: Call, skipsNaN: Bool) throws -> Value {
    let name = skipsNaN ? "nanmedian" : "median"
    var x = try call.tensor(0)
    let isWhole = call[1].isNone
    if isWhole {
      x = try call.interpreter.view(Relabel("view", "ViewBackward0", [x.value.count]), x)
    }
    let lanes = try Lanes(x.shape, dim: isWhole ? 0 : call.int(1))
    if !isWhole { try lanes.refuseEmpty(name) }
    let values = x.value.doubles
    let order = try lanes.order(x.value, descending: false).enumerated().map {
      lane, order -> [Int] in
      let start = lanes.starts[lane]
      let isNaN = order.map { values[start + $0 * lanes.stride].isNaN }
      let nans = isNaN.count { $0 }
      if order.isEmpty { return [] }
      if skipsNaN {
        let kept = order.count - nans
        return [kept == 0 ? order[0] : order[(kept - 1) / 2]]
      }
      return [nans > 0 ? order[isNaN.firstIndex(of: true) ?? 0] : order[(order.count - 1) / 2]]
    }
    if isWhole {
      if x.value.count == 0 { return .tensor(TensorObject(Tensor(.nan, dtype: x.dtype))) }
      let gradientName = skipsNaN ? "NanmedianBackward0" : "MedianBackward0"
      return .tensor(
        try call.interpreter.apply(
          Choose(name, gradientName, places: try lanes.places(order), shape: []), x))
    }
    let gradientName = skipsNaN ? "NanmedianBackward1" : "MedianBackward1"
    return try pair(x, lanes, order, name, gradientName, keeps: call.bool(2), call)
  }

  private static func running(
    _ name: String, _ summary: String, _ wins: @escaping @Sendable (Double, Double) -> Bool
  ) -> TorchFunction {
    TorchFunction(name, "input, dim, *, out=None", summary) { call in
      let x = try call.tensor(0)
      let lanes = try Lanes(x.shape, dim: call.int(1))
      let values = x.value.doubles
      let order = try lanes.starts.map { start in
        var best = 0
        return try counted(lanes.length) { place -> Int in
          let (new, old) = (
            values[start + place * lanes.stride], values[start + best * lanes.stride]
          )
          if new.isNaN || (!old.isNaN && wins(new, old)) { best = place }
          return best
        }
      }
      let gradientName = name == "cummax" ? "CummaxBackward0" : "CumminBackward0"
      return .named(
        name, ["values", "indices"],
        [
          .tensor(try chosen(x, lanes, order, name, gradientName, call)),
          .tensor(TensorObject(try lanes.indices(order))),
        ])
    }
  }

  private static func bincount(_ call: Call) throws -> Value {
    let x = try call.tensor(0).value
    if x.rank == 1 && x.dtype.isFloatingPoint {
      throw PythonError.notImplemented(
        "\"bincount_cpu\" not implemented for '\(x.dtype.scalarTypeName)'")
    }
    guard x.rank == 1, !x.dtype.isFloatingPoint, x.integers.allSatisfy({ $0 >= 0 }) else {
      throw PythonError.runtime("bincount only supports 1-d non-negative integral inputs.")
    }
    let numbers = try mapped(x.integers) { Int($0) }
    let largest = numbers.max() ?? -1
    if largest == .max {
      throw PythonError.runtime(
        "maximum value of input overflowed, it should be < \(largest) but got \(largest)")
    }
    let least = try call.int(2)
    if least < 0 { throw PythonError.runtime("minlength should be >= 0") }
    let count = max(largest + 1, least)
    try call.interpreter.checkSize([count])
    guard let weights = try call.optionalTensor(1)?.value else {
      let ones = Tensor([Int64](repeating: 1, count: numbers.count))
      return .tensor(
        try TensorObject(
          Tensor.zeros([count], dtype: .int64).placing(ones, at: numbers, adding: true)))
    }
    let dtype = weights.dtype == .float32 ? DType.float32 : .float64
    return .tensor(
      try TensorObject(
        Tensor.zeros([count], dtype: dtype).placing(
          weights.cast(to: dtype), at: numbers, adding: true))
    )
  }

  private static func unique(_ call: Call, inOrder: Bool) throws -> Value {
    let x = try call.tensor(0).value
    let shift = inOrder ? 1 : 0
    guard call[3 + shift].isNone else {
      let names = ["unique_along", "runs_along"]
      let options = [call[0], call[1 + shift], call[2 + shift], call[3 + shift]]
      return try call.interpreter.call(
        call.interpreter.written(names[1 - shift], in: WrittenStatistics.source), Arguments(options)
      )
    }
    let values = x.doubles
    var patience = Patience()
    let order =
      try inOrder
      ? values.indices.sorted {
        try patience.tick()
        return values[$0] < values[$1]
      } : Array(values.indices)
    var firsts: [Int] = []
    var counts: [Int64] = []
    var inverse = [Int64](repeating: 0, count: values.count)
    for place in order {
      try patience.tick()
      if let last = firsts.last, values[last] == values[place] {
        counts[counts.count - 1] += 1
      } else {
        firsts.append(place)
        counts.append(1)
      }
      inverse[place] = Int64(firsts.count - 1)
    }
    var results = [Value.tensor(try TensorObject(x.taking(firsts, shape: [firsts.count])))]
    if try call.bool(1 + shift) {
      results.append(.tensor(TensorObject(Tensor(inverse, shape: x.shape))))
    }
    if try call.bool(2 + shift) { results.append(.tensor(TensorObject(Tensor(counts)))) }
    return results.count == 1 ? results[0] : .tuple(of: results)
  }
}
