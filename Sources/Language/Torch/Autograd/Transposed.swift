import Math

/// The backward rule of a linear operation as an operation: its own gradient is the operation again.
struct Transposed: Operator {
  let operation: any Operator
  /// What the operation was applied to; among the linear places only their shapes count.
  let inputs: [Tensor]
  let output: Tensor
  /// Whose gradient it computes.
  let place: Int
  /// The inputs in which, taken together, the operation is linear.
  let places: [Int]

  init(of operation: any Operator, _ node: GradientNode, place: Int, among places: [Int]) {
    self.operation = operation
    inputs = node.inputs.map(\.value)
    output = node.output
    (self.place, self.places) = (place, places)
  }

  var name: String { operation.name + "_backward" }

  var gradientName: String {
    let name = operation.gradientName(for: inputs)
    return Transposed.names[name] ?? name
  }

  /// What PyTorch computes these gradients with, where it is another function.
  private static let names = [
    "SumBackward0": "ExpandBackward0", "SumBackward1": "ExpandBackward0",
    "MeanBackward0": "DivBackward0", "MeanBackward1": "DivBackward0",
    "SubBackward0": "NegBackward0", "StackBackward0": "UnbindBackward0",
    "UnsqueezeBackward0": "SqueezeBackward1", "SqueezeBackward1": "UnsqueezeBackward0",
    "CumsumBackward0": "FlipBackward0", "CatBackward0": "SliceBackward0",
    "SelectBackward0": "SelectBackwardBackward0", "SliceBackward0": "SliceBackwardBackward0",
    "NllLossBackward0": "NllLossBackwardBackward0", "IndexBackward0": "IndexPutBackward0",
    "ExpandBackward0": "SumBackward1", "RepeatBackward0": "SumBackward1",
    "DiagonalBackward0": "DiagonalBackwardBackward0",
    "DiagEmbedBackward0": "DiagonalBackward0", "EmbeddingBackward0": "EmbeddingDenseBackward0",
  ]

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let gradients = try operation.backward(inputs[0], inputs: self.inputs, output: output)
    return gradients[place] ?? self.inputs[place].filled(with: 0)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    var own = self.inputs
    for other in places {
      own[other] = other == place ? upstream : own[other].filled(with: 0)
    }
    return [try operation.forward(own).cast(to: inputs[0].dtype)]
  }

  /// Applies the operation itself, which is what carries a gradient of this one back.
  func forward(_ upstream: TensorObject, _ interpreter: Interpreter) throws -> TensorObject {
    let inputs = self.inputs.enumerated().map { other, value in
      other == place
        ? upstream : TensorObject(places.contains(other) ? value.filled(with: 0) : value)
    }
    return try interpreter.apply(operation, to: inputs)
  }
}

/// The gradient of a function of each element whose slope is constant between jumps: linear in the
/// gradient that arrives, and flat in the elements.
struct Slope: Operator {
  let operation: any Operator
  let x: Tensor
  let output: Tensor
  /// Whether PyTorch lets the result depend on the elements, through a gradient of zero.
  let seesInput: Bool
  let gradientName: String
  var name: String { operation.name + "_backward" }

  init?(of operation: any Operator, _ node: GradientNode) {
    guard node.inputs.count == 1 else { return nil }
    if let name = Slope.names[operation.name] {
      (seesInput, gradientName) = (true, name)
    } else if Slope.flat.contains(operation.name) {
      (seesInput, gradientName) = (
        false, operation.name == "clamp" ? "WhereBackward0" : "MulBackward0"
      )
    } else {
      return nil
    }
    self.operation = operation
    (x, output) = (node.inputs[0].value, node.output)
  }

  private static let names = [
    "relu": "ThresholdBackwardBackward0", "leaky_relu": "LeakyReluBackwardBackward0",
    "abs": "MulBackward0", "hardtanh": "HardtanhBackwardBackward0",
    "threshold": "ThresholdBackwardBackward0", "softshrink": "SoftshrinkBackwardBackward0",
    "hardshrink": "HardshrinkBackwardBackward0", "hardsigmoid": "HardsigmoidBackwardBackward0",
  ]

  private static let flat: Set<String> = [
    "clamp", "sign", "floor", "ceil", "round", "trunc", "frac", "deg2rad", "rad2deg",
  ]

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try operation.backward(inputs[0], inputs: [x], output: output)[0] ?? x.filled(with: 0)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try forward([upstream])] + inputs.dropFirst().map { $0.filled(with: 0) }
  }

  /// The same rule in operations that are recorded.
  func passed(
    _ upstream: TensorObject, _ inputs: [TensorObject], _ interpreter: Interpreter
  ) throws -> [TensorObject?] {
    let rest = Array(inputs.dropFirst())
    let first = try interpreter.apply(self, to: [upstream] + rest)
    return [first] + rest.map { TensorObject($0.value.filled(with: 0)) }
  }
}

extension Operator {
  /// The inputs in which, taken together, the operation is linear: its rule needs none of them.
  func linearPlaces(in inputs: [Tensor]) -> [Int] {
    switch self {
    case is NegativeLogLikelihood: return [0]
    case is Where: return [1, 2]
    case is Transposed: return []
    default:
      guard SavedValues(of: self).isEmpty else { return [] }
      return inputs.indices.filter { inputs[$0].dtype.isFloatingPoint }
    }
  }

  /// What the rule of this operation stands under in `WrittenGradientRules`.
  var ruleName: String {
    switch self {
    case is GELUTanh: "gelu_tanh"
    case is PowerByNumber: "pow_number"
    default: name
    }
  }

  /// The settings that its rule is given.
  var settings: [Value] {
    func list(_ dims: [Int]?) -> Value { dims.map { .list(of: $0.map { .int($0) }) } ?? .null }
    switch self {
    case let own as Softmax: return [.int(own.dim)]
    case let own as LogSoftmax: return [.int(own.dim)]
    case let own as LogSumExp: return [list(own.dims), .bool(own.keepsDims)]
    case let own as PowerByNumber: return [Value(own.exponent)]
    case let own as ELU: return [.float(own.alpha)]
    case let own as Softplus: return [.float(own.beta), .float(own.threshold)]
    case let own as Variance: return [list(own.dims), .bool(own.keepsDims), .float(own.correction)]
    case let own as StandardDeviation:
      return [list(own.dims), .bool(own.keepsDims), .float(own.correction)]
    case let own as Norm: return [list(own.dims), .bool(own.keepsDims), .float(own.p)]
    case let own as Product: return [list(own.dims), .bool(own.keepsDims)]
    case let own as BinaryCrossEntropyWithLogits:
      return [.bool(own.isWeighted), .bool(own.hasPositiveWeight)]
    case let own as PointOperator: return own.settings.map { .float($0) }
    case let own as PairOperator: return own.settings.map { .float($0) }
    default: return []
    }
  }
}
