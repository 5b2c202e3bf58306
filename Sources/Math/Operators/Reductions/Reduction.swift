// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// An operation that makes one number of many, along some dimensions or all.
public protocol Reduction: Operator {
  /// The dimensions to reduce; nil or none reduces all.
  var dims: [Int]? { get }
  /// Whether reduced dimensions stay, with length one.
  var keepsDims: Bool { get }
}

extension Reduction {
  /// Brings a result or its gradient back to a shape that broadcasts against the input.
  func restored(_ tensor: Tensor, to input: Tensor) throws(TensorError) -> Tensor {
    try tensor.reshape(try input.lanes(dims).keptWithOnes)
  }

  /// The one dimension a derivation reduces along, or nil for all of them.
  func singleDimension(of rank: Int) throws(TensorError) -> Int? {
    guard let dims, dims.count == 1, rank > 1 else { return nil }
    return try Shape.dimension(dims[0], rank: rank)
  }

  /// Whether the rules of a derivation, one dimension or all, can tell this reduction.
  func isTold(for rank: Int) -> Bool {
    dims == nil || dims?.isEmpty == true || dims?.count == 1 || dims?.count == rank
  }
}
