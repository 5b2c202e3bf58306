import Math

/// `check_gradient(loss, w)`: the gradient by reverse mode beside the slope between two nearby values.
///
/// `loss` is a function without arguments, or a loss already computed, which is then computed again from
/// its graph with each element of `w` moved a little up and down.
enum GradientCheck {
  static func run(_ call: Call) throws -> Value {
    let tensors = try call.restTensors(1)
    let step = try call.double(2)
    guard !tensors.isEmpty else {
      throw PythonError.type("check_gradient() needs a tensor after the loss")
    }
    var rows: [Value] = []
    for tensor in tensors {
      guard tensor.requiresGradient, tensor.isLeaf else {
        throw PythonError.runtime("check_gradient() needs leaves with requires_grad=True")
      }
      let analytic = try analytic(call[0], tensor, call)
      let numeric = try numeric(call[0], tensor, step, call)
      let error =
        zip(analytic.doubles, numeric.doubles).map { a, n in
          (a - n).magnitude / max(1e-12, a.magnitude, n.magnitude)
        }.max() ?? 0
      rows.append(
        .tuple(
          TupleObject(
            [.tensor(TensorObject(analytic)), .tensor(TensorObject(numeric)), .float(error)],
            kind: .named(
              text: "check_gradient", fields: ["analytic", "numeric", "relative_error"]))))
    }
    return rows.count == 1 ? rows[0] : .tuple(of: rows)
  }

  private static func loss(_ value: Value, _ call: Call) throws -> TensorObject {
    if case .tensor(let tensor) = value { return tensor }
    guard case .tensor(let tensor) = try call.interpreter.call(value) else {
      throw PythonError.type("check_gradient() needs a loss, or a function that gives one")
    }
    return tensor
  }

  private static func analytic(_ value: Value, _ tensor: TensorObject, _ call: Call) throws
    -> Tensor
  {
    let loss = try loss(value, call)
    let first = try GradientFunctions.firstGradient(of: loss, given: nil)
    guard let node = loss.node else { return tensor.value.filled(with: loss === tensor ? 1 : 0) }
    let leaves = Leaves.under([loss])
    let before = leaves.map(\.gradient)
    for leaf in leaves { leaf.gradient = nil }
    defer { for (leaf, gradient) in zip(leaves, before) { leaf.gradient = gradient } }
    try call.interpreter.backward(from: [(node, first)], keepsGraph: true)
    return tensor.gradient?.value ?? tensor.value.filled(with: 0)
  }

  private static func numeric(
    _ value: Value, _ tensor: TensorObject, _ step: Double, _ call: Call
  ) throws -> Tensor {
    let original = tensor.value
    defer { tensor.replace(original) }
    let elements = original.doubles
    var slopes: [Double] = []
    for place in elements.indices {
      var sides: [Double] = []
      for sign in [1.0, -1] {
        var moved = elements
        moved[place] += sign * step
        let changed = Tensor(moved, shape: original.shape).cast(to: original.dtype)
        sides.append(try recompute(value, tensor, changed, call))
      }
      slopes.append((sides[0] - sides[1]) / (2 * step))
    }
    return Tensor(slopes, shape: original.shape).cast(to: original.dtype)
  }

  /// The loss with other values in a leaf.
  private static func recompute(
    _ value: Value, _ leaf: TensorObject, _ changed: Tensor, _ call: Call
  ) throws -> Double {
    guard case .tensor(let loss) = value else {
      leaf.replace(changed)
      return try TensorSyntax.number(self.loss(value, call))
    }
    guard let node = loss.node else { return changed.doubles[0] }
    var known: [ObjectIdentifier: Tensor] = [:]
    return try again(node, leaf, changed, &known).item().double
  }

  private static func again(
    _ node: GradientNode, _ leaf: TensorObject, _ changed: Tensor,
    _ known: inout [ObjectIdentifier: Tensor]
  ) throws -> Tensor {
    if let value = known[ObjectIdentifier(node)] { return value }
    if node.isReleased {
      throw PythonError.runtime(
        "check_gradient() needs the loss's graph, which backward() has let go of: give it "
          + "lambda: loss, or call backward(retain_graph=True)")
    }
    let inputs = try node.inputs.map { input in
      switch input.destination {
      case .node(let parent): try again(parent, leaf, changed, &known)
      case .leaf(let own) where own === leaf: changed
      default: input.value
      }
    }
    let value = try node.operation.forward(inputs)
    known[ObjectIdentifier(node)] = value
    return value
  }
}
