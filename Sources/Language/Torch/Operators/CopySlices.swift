import Math

/// Puts the second input into the first at these places: what an assignment through a view does.
struct CopySlices: Operator {
  let name = "copy_slices"
  let gradientName = "CopySlices"
  /// Where each element of the second input goes, in row-major order.
  let places: [Int]

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].replacing(places, with: inputs[1].cast(to: inputs[0].dtype))
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let taken = try upstream.taking(places, shape: inputs[1].shape)
    return [try upstream.replacing(places, with: taken.filled(with: 0)), taken]
  }
}
