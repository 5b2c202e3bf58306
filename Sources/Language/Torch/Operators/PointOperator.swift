import Math

/// A function of each element, computed in float64 and rounded once to the tensor's kind.
struct PointOperator: Operator {
  let name: String
  let gradientName: String
  /// What PyTorch calls the kernel that refuses whole numbers; nil where they become floats.
  let refusing: String?
  /// Whether whole numbers stay whole.
  let keepsIntegers: Bool
  /// What the two functions were made with, for the rule that is recorded.
  let settings: [Double]
  let value: @Sendable (Double) -> Double
  let slope: @Sendable (Double) -> Double

  init(
    _ name: String, _ gradientName: String, refusing: String? = nil, keepsIntegers: Bool = false,
    settings: [Double] = [], _ value: @escaping @Sendable (Double) -> Double,
    slope: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.gradientName = gradientName
    self.refusing = refusing
    self.keepsIntegers = keepsIntegers
    self.settings = settings
    self.value = value
    self.slope = slope
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    if let refusing, !x.dtype.isFloatingPoint {
      throw TensorError(
        .notImplemented, "\"\(refusing)\" not implemented for '\(x.dtype.scalarTypeName)'")
    }
    let dtype = x.dtype.isFloatingPoint || keepsIntegers && x.dtype != .bool ? x.dtype : .float32
    return try Tensor(mapped(x.doubles, value), shape: x.shape).cast(to: dtype)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    guard x.dtype.isFloatingPoint else { return [nil] }
    let slopes = try zipped(upstream.doubles, x.doubles) { $0 * slope($1) }
    return [Tensor(slopes, shape: x.shape).cast(to: x.dtype)]
  }
}

/// A function of each two elements, computed in float64 and rounded once.
struct PairOperator: Operator {
  let name: String
  let gradientName: String
  /// Whether whole numbers stay whole.
  let keepsIntegers: Bool
  /// What the two functions were made with, for the rule that is recorded.
  let settings: [Double]
  let value: @Sendable (Double, Double) -> Double
  let slopes: @Sendable (Double, Double) -> (Double, Double)

  init(
    _ name: String, _ gradientName: String, keepsIntegers: Bool = false, settings: [Double] = [],
    _ value: @escaping @Sendable (Double, Double) -> Double,
    slopes: @escaping @Sendable (Double, Double) -> (Double, Double)
  ) {
    self.name = name
    self.gradientName = gradientName
    self.keepsIntegers = keepsIntegers
    self.settings = settings
    self.value = value
    self.slopes = slopes
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let (a, b, shape) = try spread(inputs)
    let dtype = Tensor.resultType(inputs)
    let kind = dtype.isFloatingPoint || keepsIntegers ? dtype : .float32
    return try Tensor(zipped(a, b, value), shape: shape).cast(to: kind)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let (a, b, shape) = try spread(inputs)
    let pairs = try zipped(a, b, slopes)
    let up = upstream.doubles
    let left = try Tensor(zipped(up, pairs) { $0 * $1.0 }, shape: shape)
    let right = try Tensor(zipped(up, pairs) { $0 * $1.1 }, shape: shape)
    let (x, y) = (inputs[0], inputs[1])
    return [
      x.dtype.isFloatingPoint ? try left.reduced(like: x) : nil,
      y.dtype.isFloatingPoint ? try right.reduced(like: y) : nil,
    ]
  }

  private func spread(
    _ inputs: [Tensor]
  ) throws(TensorError) -> ([Double], [Double], [Int]) {
    let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
    return (try inputs[0].expand(shape).doubles, try inputs[1].expand(shape).doubles, shape)
  }
}
