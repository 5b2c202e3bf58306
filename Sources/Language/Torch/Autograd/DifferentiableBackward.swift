import Math

/// Reverse mode whose own steps are recorded, so that a gradient has gradients: `create_graph=True`.
///
/// Every rule runs as operations on what the forward pass worked with. Where the operation is linear,
/// the rule follows from its own kernels (`Transposed`); the others stand in `WrittenGradientRules`.
struct DifferentiableBackward {
  let interpreter: Interpreter
  /// The tensors whose gradients are asked for; nil gathers them in every leaf's `grad`.
  var wanted: [TensorObject]?

  /// Runs from the roots, each with the gradient it begins with, and gives what was asked for.
  func run(
    from roots: [(output: TensorObject, gradient: TensorObject)]
  ) throws -> [TensorObject?] {
    let before = interpreter.torch.isGradientEnabled
    interpreter.torch.isGradientEnabled = true
    defer { interpreter.torch.isGradientEnabled = before }
    var pass = Pass()
    for (output, gradient) in roots {
      if let node = output.node {
        try add(gradient, to: node, &pass)
      } else {
        try add(gradient, to: output, &pass)
      }
    }
    for node in nodes(under: roots.compactMap(\.output.node)) {
      guard let upstream = pass.upstream[ObjectIdentifier(node)] else { continue }
      try visit(node, upstream, &pass)
    }
    for (leaf, gradient) in pass.leaves {
      let gradient = try GradientNode.hooked(gradient, leaf.hooks)
      pass.arrived[ObjectIdentifier(leaf)] = gradient
      if wanted == nil { try accumulate(gradient, in: leaf) }
    }
    return wanted?.map { tensor in
      guard let node = tensor.node else { return pass.arrived[ObjectIdentifier(tensor)] }
      return pass.arrived[ObjectIdentifier(node)]
    } ?? []
  }

  /// What has arrived where.
  private struct Pass {
    var upstream: [ObjectIdentifier: TensorObject] = [:]
    var arrived: [ObjectIdentifier: TensorObject] = [:]
    var leaves: [(leaf: TensorObject, gradient: TensorObject)] = []
  }

  /// The nodes under the roots, from the highest rank down.
  private func nodes(under roots: [GradientNode]) -> [GradientNode] {
    var seen: Set<ObjectIdentifier> = []
    var found = roots.filter { seen.insert(ObjectIdentifier($0)).inserted }
    var next = 0
    while next < found.count {
      for case .node(let node) in found[next].inputs.map(\.destination)
      where seen.insert(ObjectIdentifier(node)).inserted {
        found.append(node)
      }
      next += 1
    }
    return found.sorted { $0.rank > $1.rank }
  }

  private func add(
    _ gradient: TensorObject, to node: GradientNode, _ pass: inout Pass
  ) throws {
    let place = ObjectIdentifier(node)
    pass.upstream[place] =
      try pass.upstream[place].map { try interpreter.apply(Add(), $0, gradient) } ?? gradient
  }

  private func add(
    _ gradient: TensorObject, to leaf: TensorObject, _ pass: inout Pass
  ) throws {
    if let place = pass.leaves.firstIndex(where: { $0.leaf === leaf }) {
      pass.leaves[place].gradient = try interpreter.apply(
        Add(), pass.leaves[place].gradient, gradient)
    } else {
      pass.leaves.append((leaf, gradient))
    }
  }

  private func visit(
    _ node: GradientNode, _ arrived: TensorObject, _ pass: inout Pass
  ) throws {
    let upstream = try GradientNode.hooked(arrived, node.hooks)
    pass.arrived[ObjectIdentifier(node)] = upstream
    if wanted == nil, let retainer = node.retainer, retainer.retainsGradient {
      try accumulate(upstream, in: retainer, "CloneBackward0")
    }
    try node.checkReleased()
    try node.checkVersions()
    let gradients = try GradientRules(interpreter: interpreter, node: node).passed(upstream)
    for (input, gradient) in zip(node.inputs, gradients) {
      guard var gradient else { continue }
      if gradient.dtype != input.dtype {
        gradient = try interpreter.apply(Cast(to: input.dtype), gradient)
      }
      switch input.destination {
      case .node(let parent): try add(gradient, to: parent, &pass)
      case .leaf(let leaf): try add(gradient, to: leaf, &pass)
      case .nowhere: break
      }
    }
  }

  /// Adds to what `x.grad` holds, as a result with a history.
  private func accumulate(
    _ gradient: TensorObject, in tensor: TensorObject, _ name: String = "CopyBackwards"
  ) throws {
    if let old = tensor.gradient {
      tensor.gradient = try interpreter.apply(Add(), old, gradient)
    } else {
      tensor.gradient = try interpreter.apply(
        Renamed(Clone(), "clone", name), gradient)
    }
    tensor.stampAtGradient = tensor.stamp
  }
}

/// The backward rule of one node, in operations that are recorded themselves.
struct GradientRules {
  let interpreter: Interpreter
  let node: GradientNode

  /// The gradients of the node's inputs, from that of its result.
  func passed(_ upstream: TensorObject) throws -> [TensorObject?] {
    if let rule = node.rule { return try rule(upstream) }
    var operation = node.operation
    while let renamed = operation as? Renamed { operation = renamed.operation }
    if let transposed = operation as? Transposed {
      return [try transposed.forward(upstream, interpreter)]
    }
    if let slope = operation as? Slope { return try slope.passed(upstream, inputs, interpreter) }
    let places = operation.linearPlaces(in: node.inputs.map(\.value))
    if !places.isEmpty { return try transposed(upstream, operation, places) }
    if let slope = Slope(of: operation, node) {
      return [
        try interpreter.apply(slope, to: slope.seesInput ? [upstream, inputs[0]] : [upstream])
      ]
    }
    if let gradient = try chosen(upstream, operation) { return [gradient] }
    return try written(upstream, operation)
  }

  /// The inputs as the forward pass worked with them, with their histories.
  private var inputs: [TensorObject] {
    node.inputs.map { input in
      if case .leaf(let leaf) = input.destination { return leaf }
      let tensor = TensorObject(input.value)
      guard case .node(let node) = input.destination else { return tensor }
      tensor.node = node
      tensor.requiresGradient = true
      return tensor
    }
  }

  private func transposed(
    _ upstream: TensorObject, _ operation: any Operator, _ places: [Int]
  ) throws -> [TensorObject?] {
    try node.inputs.indices.map { place in
      guard places.contains(place) else { return nil }
      if case .nowhere = node.inputs[place].destination { return nil }
      let isSame = operation is Add || operation is Clone || operation is Subtract && place == 0
      if isSame, node.inputs[place].value.shape == upstream.shape { return upstream }
      return try interpreter.apply(
        Transposed(of: operation, node, place: place, among: places), upstream)
    }
  }

  /// The gradient of a result that was picked from the input along some dimensions.
  private func chosen(_ upstream: TensorObject, _ operation: any Operator) throws -> TensorObject? {
    guard operation is Max || operation is Min || operation is Extreme else { return nil }
    let x = node.inputs[0].value
    let ones = node.output.filled(with: 1)
    guard
      let share = try operation.backward(ones, inputs: [x], output: node.output)[0]
    else { return nil }
    let dims = (operation as? any Reduction)?.dims ?? (operation as? Extreme)?.dims
    var kept = x.shape
    for dim in dims ?? Array(kept.indices) where x.rank > 0 {
      kept[try Shape.dimension(dim, rank: x.rank)] = 1
    }
    let spread = try interpreter.apply(Relabel("view", "ViewBackward0", kept), upstream)
    let name = operation.gradientName == "MaxBackward0" || operation.gradientName == "MinBackward0"
    return try interpreter.apply(
      name ? Renamed(Multiply(), "scatter", "ScatterBackward0") : Multiply(), spread,
      TensorObject(share))
  }

  private func written(
    _ upstream: TensorObject, _ operation: any Operator
  ) throws -> [TensorObject?] {
    var (upstream, own) = (upstream, operation)
    if let loss = operation as? PairLoss {
      own = loss.pair
      upstream = try spread(upstream, loss.reduction)
    } else if let loss = operation as? BinaryCrossEntropy {
      upstream = try spread(upstream, loss.reduction)
    } else if let loss = operation as? BinaryCrossEntropyWithLogits {
      upstream = try spread(upstream, loss.reduction)
    }
    let output = TensorObject(node.output)
    output.node = node
    output.requiresGradient = true
    let arguments: [Value] = [.string(own.ruleName), .tensor(upstream), .tensor(output)]
    let settings = own.settings
    let rule = try interpreter.written("gradients_of", in: WrittenGradientRules.source)
    let given = try interpreter.call(
      rule, Arguments(arguments + [.tuple(of: settings)] + inputs.map { .tensor($0) }))
    guard !given.isNone else {
      throw PythonError.notImplemented(
        "create_graph=True: the gradient of \(node.name) has no gradient of its own in nabla")
    }
    return try interpreter.items(of: given).map {
      if case .tensor(let gradient) = $0 { gradient } else { nil }
    }
  }

  /// The gradient of a reduced loss, spread over the elements.
  private func spread(
    _ upstream: TensorObject, _ reduction: LossReduction
  ) throws -> TensorObject {
    let shape = try Shape.broadcast(node.inputs[0].value.shape, node.inputs[1].value.shape)
    var result = upstream
    if reduction == .mean {
      let count = TensorObject(.wrapped(.float(Double(Shape.count(shape))), beside: result.dtype))
      result = try interpreter.apply(Divide(), result, count)
    }
    return reduction == .none ? result : try interpreter.apply(Expand(shape), result)
  }
}
