import Math

/// Writing elements by their place in row-major order.
extension Tensor {
  /// The tensor with other elements at these places; where a place comes twice, the last one stays.
  func replacing(_ places: [Int], with part: Tensor) throws(TensorError) -> Tensor {
    func put<S: TensorScalar>(_ values: [S], _ new: [S]) throws(TensorError) -> Tensor {
      var values = values
      try inStretches(min(places.count, new.count)) { values[places[$0]] = new[$0] }
      return Tensor(values, shape: shape).cast(to: dtype)
    }
    switch (storage, part.cast(to: dtype).storage) {
    case (.float64(let values), .float64(let new)): return try put(values, new)
    case (.float32(let values), .float32(let new)): return try put(values, new)
    case (.float16(let values), .float16(let new)): return try put(values, new)
    case (.int64(let values), .int64(let new)): return try put(values, new)
    case (.bool(let values), .bool(let new)): return try put(values, new)
    default: return self
    }
  }

  /// The tensor with elements added at these places, each time a place comes.
  func adding(_ places: [Int], _ part: Tensor) throws(TensorError) -> Tensor {
    func add<S: TensorScalar & AdditiveArithmetic>(
      _ values: [S], _ new: [S]
    ) throws(TensorError) -> Tensor {
      var values = values
      try inStretches(min(places.count, new.count)) { values[places[$0]] += new[$0] }
      return Tensor(values, shape: shape).cast(to: dtype)
    }
    switch (storage, part.cast(to: dtype).storage) {
    case (.float64(let values), .float64(let new)): return try add(values, new)
    case (.float32(let values), .float32(let new)): return try add(values, new)
    case (.float16(let values), .float16(let new)): return try add(values, new)
    case (.int64(let values), .int64(let new)): return try add(values, new)
    case (.bool(let values), .bool(let new)):
      var values = values
      try inStretches(min(places.count, new.count)) { if new[$0] { values[places[$0]] = true } }
      return Tensor(values, shape: shape)
    default: return self
    }
  }
}
