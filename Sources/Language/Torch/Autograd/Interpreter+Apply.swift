import Math

/// The one way from an operator and tensors to a tensor: gradients and explanations see it here.
extension Interpreter {
  /// Applies an operator and remembers how the result was made, where that is wanted.
  func apply(_ operation: any Operator, _ inputs: TensorObject...) throws -> TensorObject {
    try apply(operation, to: inputs)
  }

  /// Applies an operator to a list of tensors.
  func apply(_ operation: any Operator, to inputs: [TensorObject]) throws -> TensorObject {
    let values = inputs.map(\.value)
    let isLong = try payWork(of: operation, on: values)
    let value = narrowed(try operation.forward(values), operation, inputs)
    if isLong || value.count > 1 << 20 { try checkInterruption() }
    if value.count == 0 || value.count > limits.elements { try checkLimit(value.shape) }
    let result = TensorObject(value)
    for input in inputs where input.layout != nil {
      result.layout = .kept(by: operation, inputs, value.shape)
      break
    }
    if torch.isGradientEnabled && value.dtype.isFloatingPoint
      && inputs.contains(where: \.requiresGradient)
    {
      let saved = SavedValues(of: operation)
      let node = GradientNode(
        operation, inputs: self.inputs(inputs, areSaved: saved.inputs), output: value,
        values: values, saved: saved)
      if saved.output { node.watch(result.counter) }
      result.node = node
      result.requiresGradient = true
    }
    if trace != nil { record(operation, inputs, result) }
    return result
  }

  /// The result in the narrow kind that its inputs meet in, where the operation computed wider.
  private func narrowed(
    _ value: Tensor, _ operation: any Operator, _ inputs: [TensorObject]
  ) -> Tensor {
    guard inputs.contains(where: { $0.dtype.stored != $0.dtype }) else { return value }
    let kind = Tensor.resultType(inputs.map(\.value))
    guard kind != value.dtype, kind.stored == value.dtype, !(operation is Cast),
      kind == .bfloat16 || !NarrowKinds.widening.contains(operation.name)
    else { return value }
    return value.cast(to: kind)
  }

  /// The inputs as a node keeps them: a factor is needed for the other factor's gradient only.
  private func inputs(_ tensors: [TensorObject], areSaved: Bool) -> [GradientNode.Input] {
    guard areSaved, tensors.count > 1 else { return tensors.map { .of($0, isSaved: areSaved) } }
    let count = tensors.count { $0.requiresGradient }
    return tensors.map { .of($0, isSaved: count > ($0.requiresGradient ? 1 : 0)) }
  }

  /// Applies an operator whose result looks at the memory of its input.
  func view(_ operation: any Operator, _ input: TensorObject) throws -> TensorObject {
    let result = try apply(operation, to: [input])
    result.share(with: input, through: operation)
    result.layout = .viewed(through: operation, input, result.shape)
    result.origin = operation is Permute ? .permuted : input.origin
    return result
  }

  /// Changes a tensor in place to what an operation on it gave.
  func change(_ target: TensorObject, to result: TensorObject) throws -> TensorObject {
    if let layout = target.layout, layout.overlaps(target.shape) {
      throw PythonError.runtime(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory "
          + "location. Please clone() the tensor before performing the operation.")
    }
    let (old, new) = (target.value, result.value)
    if torch.isGradientEnabled { try refuseLeaf(target) }
    guard new.shape == old.shape else {
      throw PythonError.runtime(
        "output with shape \(Shape.text(old.shape)) doesn't match the broadcast shape "
          + Shape.text(new.shape))
    }
    try checkCast(from: new.dtype, to: old.dtype)
    var source = result
    if new.dtype != old.dtype { source = try apply(Cast(to: old.dtype), result) }
    let base = trace == nil ? nil : target.base?.value
    target.replace(source.value)
    if let node = source.node { try target.rebase(onto: node) }
    if trace != nil { record(change: target, to: source, base: base) }
    return target
  }

  private func refuseLeaf(_ target: TensorObject) throws {
    if target.requiresGradient && target.isLeaf {
      var error = PythonError.runtime(
        "a leaf Variable that requires grad is being used in an in-place operation.")
      error.fix = "with torch.no_grad():"
      throw error
    }
    if let base = target.base, base.requiresGradient, base.isLeaf {
      throw PythonError.runtime(
        "a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }
  }

  private func checkCast(from result: DType, to target: DType) throws {
    let isLost =
      result.isFloatingPoint && !target.isFloatingPoint || result != .bool && target == .bool
    guard isLost else { return }
    throw PythonError.runtime(
      "result type \(result.scalarTypeName) can't be cast to the desired output type "
        + target.scalarTypeName)
  }
}

/// What becomes of integers of fewer than 64 bits.
private enum NarrowKinds {
  /// The operations whose result is int64 whatever integers come in.
  static let widening: Set<String> = [
    "sum", "prod", "cumsum", "cumprod", "argmax", "argmin", "argsort", "nonzero", "count_nonzero",
    "nansum", "bincount", "searchsorted", "bucketize", "one_hot",
  ]
}

/// What operations cost: a program is bounded in time and memory by what it does, not how it says it.
extension Interpreter {
  /// As many elements as are computed in about the time of one step.
  private static let elementsPerStep = 256
  /// The most memory the process may use, in bytes.
  private static let mostMemory = 2 << 30

  /// Pays for an operation before it is done; true where it takes long enough to be interrupted.
  @inline(__always)
  func payWork(of operation: any Operator, on values: [Tensor]) throws -> Bool {
    var elements = 0
    for value in values { elements += value.count }
    return elements > 2048 ? try payWork(of: operation, on: values, elements) : false
  }

  /// Stops a program whose end is wanted.
  func checkInterruption() throws {
    if Interruption.isWantedNow { throw PythonError.interrupted }
  }

  private func payWork(
    of operation: any Operator, on values: [Tensor], _ elements: Int
  ) throws -> Bool {
    var work = elements
    if operation is MatrixProduct || operation is Linear, values.count > 1 {
      let other = values[1]
      let columns = operation is Linear ? other.shape.first : other.rank > 1 ? other.shape.last : 1
      work = values[0].count.multipliedReportingOverflow(by: columns ?? 1).partialValue
      if work < 0 { work = .max }
    }
    try pay(work: max(work, elements), bytes: elements * 8)
    return work > 1 << 20
  }

  /// Pays for computing so many elements, and looks now and then how much memory is used.
  func pay(work: Int, bytes: Int) throws {
    steps = steps.addingReportingOverflow(work / Self.elementsPerStep).partialValue
    if steps < 0 { steps = limits.steps + 1 }
    if steps > limits.steps {
      throw PythonError.limit(
        "this operation computes about \(work) numbers, more than the program may still compute",
        "Use smaller tensors, or repeat the operation less often.")
    }
    uncheckedBytes += bytes
    if uncheckedBytes > 1 << 26 {
      uncheckedBytes = 0
      try checkMemory()
    }
    try step()
  }

  /// Stops a program that has filled the memory.
  func checkMemory() throws {
    guard let used = Interruption.current.memoryInUse?(), used > Self.mostMemory else { return }
    var error = PythonError(
      "MemoryError", "the program uses more than \(Self.mostMemory >> 30) GB of memory",
      fix: "Keep fewer or smaller values at a time.")
    error.isFatal = true
    throw error
  }
}
