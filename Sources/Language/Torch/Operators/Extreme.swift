import Math

/// `amax` and `amin`: an extreme along several dimensions, whose gradient ties share.
struct Extreme: Operator {
  let name: String
  var gradientName: String { name == "amax" ? "AmaxBackward0" : "AminBackward0" }
  let dims: [Int]
  let keepsDims: Bool
  /// One reduction a dimension, each keeping it with length one.
  let steps: [any Operator]

  init(_ name: String, dims: [Int], keepsDims: Bool, steps: [any Operator]) {
    self.name = name
    self.dims = dims
    self.keepsDims = keepsDims
    self.steps = steps
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    var result = inputs[0]
    if result.rank == 0 { return result }
    for step in steps { result = try step.forward([result]) }
    return keepsDims ? result : try result.squeeze(dims)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    var kept = x.shape
    if x.rank > 0 { for dim in dims { kept[dim] = 1 } }
    let best = try output.reshape(kept).expand(x.shape).doubles
    let ties = Tensor(zip(x.doubles, best).map { $0 == $1 ? 1.0 : 0 }, shape: x.shape)
      .cast(to: x.dtype)
    let count = try Sum(dims: x.rank == 0 ? nil : dims, keepsDims: x.rank > 0).forward([ties])
    return [try upstream.reshape(kept) / count.reshape(kept) * ties]
  }
}
