import Math

/// Binary cross-entropy, with PyTorch's checks.
enum BinaryLoss {
  static func crossEntropy(_ call: Call, _ reduction: LossReduction) throws -> TensorObject {
    let (input, target) = (try sized(call, 0), try sized(call, 1))
    guard input.shape == target.shape else {
      throw PythonError.value(
        "Using a target size (torch.Size(\(Shape.text(target.shape)))) that is different to the input "
          + "size (torch.Size(\(Shape.text(input.shape)))) is deprecated. Please ensure they have the "
          + "same size.")
    }
    if target.dtype != input.dtype {
      throw PythonError.runtime(
        "Found dtype \(target.dtype.scalarTypeName) but expected \(input.dtype.scalarTypeName)")
    }
    for (tensor, name) in [(input, "input"), (target, "target")]
    where tensor.value.doubles.contains(where: { !($0 >= 0 && $0 <= 1) }) {
      var error = PythonError.runtime("all elements of \(name) should be between 0 and 1")
      if name == "input" {
        error.fix = "Give logits to F.binary_cross_entropy_with_logits instead."
      }
      throw error
    }
    return try apply(call, reduction, hasLogits: false, positive: nil)
  }

  static func withLogits(_ call: Call, _ reduction: LossReduction) throws -> TensorObject {
    let (input, target) = (try sized(call, 0), try sized(call, 1))
    guard input.shape == target.shape else {
      throw PythonError.value(
        "Target size (torch.Size(\(Shape.text(target.shape)))) must be the same as input size "
          + "(torch.Size(\(Shape.text(input.shape))))")
    }
    if !input.dtype.isFloatingPoint {
      throw PythonError.notImplemented(
        "\"log_sigmoid_cpu\" not implemented for '\(input.dtype.scalarTypeName)'")
    }
    if target.dtype == .bool {
      _ = try Subtract().forward([target.value, target.value])
    }
    if !target.dtype.isFloatingPoint {
      var error = PythonError.runtime(
        "result type \(input.dtype.scalarTypeName) can't be cast to the desired output type "
          + target.dtype.scalarTypeName)
      error.fix = "target.float()"
      throw error
    }
    call.interpreter.watchLogits(input)
    return try apply(call, reduction, hasLogits: true, positive: call.optionalTensor(6))
  }

  /// An argument whose size PyTorch's own Python asks for.
  static func sized(_ call: Call, _ place: Int) throws -> TensorObject {
    if case .tensor(let tensor) = call[place] { return tensor }
    throw PythonError.attribute(
      "'\(call.interpreter.typeName(of: call[place]))' object has no attribute 'size'")
  }

  private static func apply(
    _ call: Call, _ reduction: LossReduction, hasLogits: Bool, positive: TensorObject?
  ) throws -> TensorObject {
    let weight = try call.optionalTensor(2)
    let shape = try call.tensor(0).shape
    if let positive { _ = try Shape.broadcast(positive.shape, shape) }
    if let weight, !hasLogits, (try? Shape.broadcast(shape, weight.shape)) != shape {
      throw PythonError.runtime(
        "Attempting to broadcast a dimension of length \(weight.shape.last ?? 0) at -1! Mismatching "
          + "argument at index 1 had torch.Size(\(Shape.text(weight.shape))); but expected shape should "
          + "be broadcastable to \(Shape.text(shape))")
    }
    let operation: any Operator =
      hasLogits
      ? BinaryCrossEntropyWithLogits(
        reduction: reduction, isWeighted: weight != nil, hasPositiveWeight: positive != nil)
      : BinaryCrossEntropy(reduction: reduction)
    let inputs = [try call.tensor(0), try call.tensor(1)] + [weight, positive].compactMap(\.self)
    return try call.interpreter.apply(operation, to: inputs)
  }
}
