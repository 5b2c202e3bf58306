// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// Lays tensors end to end along a dimension.
public struct Concatenate: Operator {
  public let name = "cat"
  public let gradientName = "CatBackward0"
  /// The dimension along which they are laid.
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard !inputs.isEmpty else {
      throw TensorError(.value, "torch.cat(): expected a non-empty list of Tensors")
    }
    let dtype = inputs.dropFirst().reduce(inputs[0].dtype) { .promote($0, $1.dtype) }
    // An empty vector joins anything.
    let parts = inputs.filter { $0.shape != [0] }.map { $0.cast(to: dtype) }
    guard let first = parts.first else { return Tensor.zeros([0], dtype: dtype) }
    guard inputs.allSatisfy({ $0.rank > 0 }) else {
      throw TensorError(
        .runtime,
        "zero-dimensional tensor (at position \(inputs.firstIndex { $0.rank == 0 } ?? 0)) cannot be concatenated"
      )
    }
    let axis = try Shape.dimension(dim, rank: first.rank)
    try check(parts, axis)
    var shape = first.shape
    shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
    try Shape.check(shape)
    return Tensor(shape: shape, storage: try join(parts, axis), dtype: parts[0].dtype)
  }

  private func check(_ parts: [Tensor], _ axis: Int) throws(TensorError) {
    let first = parts[0]
    for (number, part) in parts.enumerated() {
      guard part.rank == first.rank else {
        throw TensorError(
          .runtime,
          "Tensors must have same number of dimensions: got \(first.rank) and \(part.rank)")
      }
      for i in 0..<first.rank where i != axis && part.shape[i] != first.shape[i] {
        throw TensorError(
          .runtime,
          "Sizes of tensors must match except in dimension \(axis). Expected size \(first.shape[i]) but got size \(part.shape[i]) for tensor number \(number) in the list."
        )
      }
    }
  }

  private func join(_ parts: [Tensor], _ axis: Int) throws(TensorError) -> Tensor.Storage {
    let outer = Shape.count(Array(parts[0].shape[..<axis]))
    func joined<S>(_ values: [[S]]) throws(TensorError) -> [S] {
      var result: [S] = []
      result.reserveCapacity(values.reduce(0) { $0 + $1.count })
      var unasked = 0
      for i in 0..<outer {
        for part in values {
          let length = part.count / outer
          result.append(contentsOf: part[i * length..<(i + 1) * length])
          unasked += length
        }
        if unasked > Interruption.elements {
          try Interruption.check()
          unasked = 0
        }
      }
      return result
    }
    switch parts[0].storage {
    case .float64: return .float64(try joined(parts.map(\.doubles)))
    case .float32: return .float32(try joined(parts.map { Float.values($0.storage) }))
    case .float16: return .float16(try joined(parts.map(\.halves)))
    case .int64: return .int64(try joined(parts.map(\.integers)))
    case .bool: return .bool(try joined(parts.map(\.booleans)))
    }
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let axis = try Shape.dimension(dim, rank: upstream.rank)
    var gradients: [Tensor?] = []
    var start = 0
    for input in inputs {
      if input.shape == [0] {
        gradients.append(input)
        continue
      }
      let part = try upstream.narrow(axis, start, input.shape[axis])
      gradients.append(input.dtype.isFloatingPoint ? part.cast(to: input.dtype) : nil)
      start += input.shape[axis]
    }
    return gradients
  }
}

/// Lays tensors of one shape side by side along a new dimension.
public struct Stack: Operator {
  public let name = "stack"
  public let gradientName = "StackBackward0"
  /// Where the new dimension stands.
  public let dim: Int

  public init(dim: Int = 0) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard let first = inputs.first else {
      throw TensorError(.runtime, "stack expects a non-empty TensorList")
    }
    let place = try Shape.dimension(dim, rank: first.rank + 1)
    for (number, input) in inputs.enumerated() where input.shape != first.shape {
      throw TensorError(
        .runtime,
        "stack expects each tensor to be equal size, but got \(Shape.text(first.shape)) at entry 0 and \(Shape.text(input.shape)) at entry \(number)"
      )
    }
    var parts: [Tensor] = []
    for input in inputs { parts.append(try input.unsqueeze(place)) }
    return try Concatenate(dim: place).forward(parts)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let place = try Shape.dimension(dim, rank: upstream.rank)
    var gradients: [Tensor?] = []
    for (number, input) in inputs.enumerated() {
      let part = try upstream.select(place, number)
      gradients.append(input.dtype.isFloatingPoint ? part.cast(to: input.dtype) : nil)
    }
    return gradients
  }
}
