import Math

/// Reading and writing elements by their place in row-major order.
extension Tensor {
  /// The elements at these places, in a new shape.
  func taking(_ places: [Int], shape: [Int]) -> Tensor {
    let taken: Tensor =
      switch storage {
      case .float64(let values): Tensor(places.map { values[$0] }, shape: shape)
      case .float32(let values): Tensor(places.map { values[$0] }, shape: shape)
      case .float16(let values): Tensor(places.map { values[$0] }, shape: shape)
      case .int64(let values): Tensor(places.map { values[$0] }, shape: shape)
      case .bool(let values): Tensor(places.map { values[$0] }, shape: shape)
      }
    return taken.cast(to: dtype)
  }

  /// The tensor with other elements at these places; where a place comes twice, the last one stays.
  func replacing(_ places: [Int], with part: Tensor) -> Tensor {
    func put<S: TensorScalar>(_ values: [S], _ new: [S]) -> Tensor {
      var values = values
      for (place, value) in zip(places, new) { values[place] = value }
      return Tensor(values, shape: shape).cast(to: dtype)
    }
    switch (storage, part.cast(to: dtype).storage) {
    case (.float64(let values), .float64(let new)): return put(values, new)
    case (.float32(let values), .float32(let new)): return put(values, new)
    case (.float16(let values), .float16(let new)): return put(values, new)
    case (.int64(let values), .int64(let new)): return put(values, new)
    case (.bool(let values), .bool(let new)): return put(values, new)
    default: return self
    }
  }

  /// The tensor with elements added at these places, each time a place comes.
  func adding(_ places: [Int], _ part: Tensor) -> Tensor {
    func add<S: TensorScalar & AdditiveArithmetic>(_ values: [S], _ new: [S]) -> Tensor {
      var values = values
      for (place, value) in zip(places, new) { values[place] += value }
      return Tensor(values, shape: shape).cast(to: dtype)
    }
    switch (storage, part.cast(to: dtype).storage) {
    case (.float64(let values), .float64(let new)): return add(values, new)
    case (.float32(let values), .float32(let new)): return add(values, new)
    case (.float16(let values), .float16(let new)): return add(values, new)
    case (.int64(let values), .int64(let new)): return add(values, new)
    case (.bool(let values), .bool(let new)):
      var values = values
      for (place, value) in zip(places, new) where value { values[place] = true }
      return Tensor(values, shape: shape)
    default: return self
    }
  }
}
