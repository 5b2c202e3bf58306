import Math

/// What fills a tensor in place.
enum WritingFunctions {
  static let all: [TorchFunction] = [
    TorchFunction("zero_", "input", "Fills the tensor with zeros.", in: .method) { call in
      let x = try call.tensor(0)
      return .tensor(try call.interpreter.change(x, to: TensorObject(x.value.filled(with: 0))))
    },
    TorchFunction("fill_", "input, value", "Fills the tensor with one number.", in: .method) {
      call in
      let x = try call.tensor(0)
      return .tensor(
        try call.interpreter.change(x, to: TensorObject(x.value.filled(with: call.double(1)))))
    },
    TorchFunction(
      "fill_diagonal_", "input, fill_value, wrap=False", "Fills the diagonal with one number.",
      in: .method
    ) { call in
      let x = try call.tensor(0)
      guard x.value.rank > 1 else {
        throw PythonError.runtime("dimensions must larger than 1")
      }
      let count = x.shape.min() ?? 0
      let step = Shape.strides(x.shape).reduce(0, +)
      let places = (0..<count).map { $0 * step }
      let part = Tensor(full: try call.double(1), shape: [count], dtype: x.dtype)
      return .tensor(
        try call.interpreter.change(x, to: TensorObject(x.value.placing(part, at: places))))
    },
    TorchFunction(
      "copy_", "input, src, non_blocking=False", "Takes over another tensor's elements.",
      in: .method
    ) { call in
      let run = call.interpreter
      let (x, source) = (try call.tensor(0), try call.operand(1, beside: call.tensor(0)))
      let cast = source.dtype == x.dtype ? source : try run.apply(Cast(to: x.dtype), source)
      if (try? Shape.broadcast(x.shape, cast.shape)) != x.shape {
        _ = try Shape.broadcast(x.shape, cast.shape)
      }
      let spread = cast.shape == x.shape ? cast : try run.apply(Expand(x.shape), cast)
      return .tensor(try run.change(x, to: run.apply(Clone(), spread)))
    },
  ]
}
