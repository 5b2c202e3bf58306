import Math

/// Padding, and windows cut from a tensor.
enum PaddingFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "pad", "input, pad, mode='constant', value=None", "Adds elements around the last dimensions.",
      in: .functional, choices: ["mode": ["constant", "reflect", "replicate", "circular"]]
    ) { call in
      .tensor(
        try pad(
          call.tensor(0), call.ints(1) ?? [], call.string(2), call.optionalDouble(3) ?? 0,
          call.interpreter))
    },
    TorchFunction(
      "constant_pad_nd", "input, pad, value=0", "Adds one number around the last dimensions.",
      in: .torch
    ) { call in
      .tensor(
        try pad(call.tensor(0), call.ints(1) ?? [], "constant", call.double(2), call.interpreter))
    },
    TorchFunction(
      "unfold", "input, dimension, size, step",
      "Windows along a dimension, in a dimension of their own.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let source = x.shape.isEmpty ? [1] : x.shape
      let dim = try Shape.dimension(call.int(1), rank: source.count)
      let (size, step) = (try call.int(2), try call.int(3))
      guard size <= source[dim] else {
        throw PythonError.runtime(
          "maximum size for tensor at dimension \(dim) is \(source[dim]) but size is \(size)")
      }
      if size < 0 { throw PythonError.runtime("size is \(size) but must be >= 0") }
      guard step > 0 else { throw PythonError.runtime("step is \(step) but must be > 0") }
      var (shape, strides) = (source, Shape.strides(source))
      let stride = strides[dim]
      shape[dim] = (source[dim] - size) / step + 1
      strides[dim] = stride.multiplied(saturating: step)
      if x.shape.isEmpty { (shape, strides) = ([], []) }
      let places = try Shape.offsets(shape: shape + [size], strides: strides + [stride])
      return .tensor(
        try call.interpreter.apply(
          Choose("unfold", "UnfoldBackward0", places: places, shape: shape + [size]), x))
    },
  ]

  static func pad(
    _ x: TensorObject, _ amounts: [Int], _ mode: String, _ value: Double, _ run: Interpreter
  ) throws -> TensorObject {
    guard amounts.count % 2 == 0 else {
      throw PythonError.runtime("Padding length must be divisible by 2")
    }
    let (rank, count) = (x.value.rank, amounts.count / 2)
    guard count <= rank else {
      throw PythonError.runtime(
        "Padding length should be less than or equal to two times the input dimension but got padding length \(amounts.count) and input of dimension \(rank)"
      )
    }
    guard ["constant", "reflect", "replicate", "circular"].contains(mode) else {
      throw PythonError.notImplemented("Unrecognised padding mode \(mode)")
    }
    var shape = x.shape
    var before = [Int](repeating: 0, count: rank)
    for pair in 0..<count {
      let dim = rank - 1 - pair
      before[dim] = amounts[2 * pair]
      let after = amounts[2 * pair + 1]
      let length = shape[dim].adding(saturating: before[dim]).adding(saturating: after)
      guard length >= 0, length < .max else {
        throw PythonError.runtime(
          "The input size \(x.shape[dim]), plus negative padding \(amounts[2 * pair]) and \(amounts[2 * pair + 1]) resulted in a negative output size, which is invalid. Check dimension \(dim) of your input."
        )
      }
      try check(before[dim], after, mode, dim, x.shape)
      shape[dim] = length
    }
    try run.checkShape(shape)
    let places = try source(shape, before, x.shape, mode)
    let kept = try Shape.places(where: mapped(places) { $0 >= 0 })
    if kept.count == places.count {
      return try run.apply(Choose("pad", "ConstantPadNdBackward0", places: places, shape: shape), x)
    }
    let part = try run.apply(
      Choose("pad", "ConstantPadNdBackward0", places: kept.map { places[$0] }, shape: [kept.count]),
      x)
    let filled = TensorObject(Tensor(full: value, shape: shape, dtype: x.dtype))
    return try run.apply(
      PutElements(places: kept, gradientName: "ConstantPadNdBackward0"), filled, part)
  }

  /// Refuses more padding than the tensor has elements to fill it with.
  private static func check(
    _ before: Int, _ after: Int, _ mode: String, _ dim: Int, _ shape: [Int]
  ) throws {
    let (most, length) = (max(before, after), shape[dim])
    if mode == "reflect", most >= length, most > 0 {
      throw PythonError.runtime(
        "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (\(before), \(after)) at dimension \(dim) of input \(Shape.text(shape))"
      )
    }
    if mode == "circular", most > length {
      throw PythonError.runtime("Padding value causes wrapping around more than once.")
    }
    if mode == "replicate", length == 0 {
      throw PythonError.runtime(
        "Expected a tensor with non-zero dimensions for input, but got: \(Shape.text(shape))")
    }
  }

  /// Where each element of the padded tensor comes from; -1 for those that are added.
  private static func source(_ shape: [Int], _ before: [Int], _ own: [Int], _ mode: String)
    throws -> [Int]
  {
    let strides = Shape.strides(own)
    let axes: [[Int]] = own.indices.map { dim in
      (0..<shape[dim]).map { place in
        let inner = place.subtracting(saturating: before[dim])
        let length = own[dim]
        if inner >= 0 && inner < length { return inner * strides[dim] }
        switch mode {
        case "replicate": return min(max(inner, 0), length - 1) * strides[dim]
        case "circular":
          return length == 0 ? -1 : ((inner % length) + length) % length * strides[dim]
        case "reflect": return (inner < 0 ? -inner : 2 * (length - 1) - inner) * strides[dim]
        default: return -1
        }
      }
    }
    var places = [0]
    for axis in axes {
      places = try counted(places.count * axis.count) {
        let (place, step) = (places[$0 / axis.count], axis[$0 % axis.count])
        return place < 0 || step < 0 ? -1 : place + step
      }
    }
    return places
  }
}
