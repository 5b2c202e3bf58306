import Math

/// Reverse mode: gradients go from a result back to the leaves it was made from.
struct Backward {
  /// Whether the saved values stay for another pass.
  var keepsGraph = false
  /// Whether they stay to be looked at, but not for another pass.
  var keepsValues = false
  /// Whether another pass is none of the program's own, and may read what stayed.
  var isCheck = false
  /// Asked after every node whether to go on, with the gradient that arrived there.
  var check: ((Tensor) throws -> Void)?
  /// Told that a gradient is added to one that an update has used already.
  var findsStaleGradient: (() -> Void)?
  /// What is told of each node in the order visited: the gradient that arrived, and those passed on.
  var visit: ((GradientNode, _ upstream: Tensor, _ passed: [Tensor?]) -> Void)?

  /// Runs from the roots, each with the gradient it begins with.
  func run(from roots: [(node: GradientNode, gradient: Tensor)]) throws {
    var nodes: [GradientNode] = []
    defer {
      for node in nodes {
        node.isFound = false
        node.upstream = nil
      }
    }
    for (node, gradient) in roots {
      try Backward.add(gradient, to: node)
      find(from: node, &nodes)
    }
    nodes.sort { $0.rank > $1.rank }
    var watched: [(leaf: TensorObject, gradient: Tensor)] = []
    for node in nodes {
      guard let upstream = node.upstream else { continue }
      node.upstream = nil
      try pass(upstream, through: node, &watched)
    }
    for (leaf, gradient) in watched {
      try Backward.accumulate(
        GradientNode.hooked(TensorObject(gradient), leaf.hooks).value, in: leaf)
    }
  }

  private func find(from root: GradientNode, _ nodes: inout [GradientNode]) {
    guard !root.isFound else { return }
    root.isFound = true
    var next = nodes.count
    nodes.append(root)
    while next < nodes.count {
      for input in nodes[next].inputs {
        if case .node(let node) = input.destination, !node.isFound {
          node.isFound = true
          nodes.append(node)
        }
      }
      next += 1
    }
  }

  private func pass(
    _ arrived: Tensor, through node: GradientNode,
    _ watched: inout [(leaf: TensorObject, gradient: Tensor)]
  ) throws {
    let upstream =
      node.hooks.isEmpty
      ? arrived : try GradientNode.hooked(TensorObject(arrived), node.hooks).value
    if let retainer = node.retainer, retainer.retainsGradient {
      try Backward.accumulate(upstream, in: retainer)
    }
    try node.checkReleased(isCheck: isCheck)
    try node.checkVersions()
    let passed =
      try node.rule?(TensorObject(upstream)).map { $0?.value }
      ?? node.operation.backward(
        upstream, inputs: node.inputs.map(\.value), output: node.output,
        wanted: node.inputs.map { visit != nil || $0.isReached })
    try check?(upstream)
    visit?(node, upstream, passed)
    for (input, gradient) in zip(node.inputs, passed) {
      guard var gradient else { continue }
      if input.dtype == .bfloat16 { gradient = gradient.cast(to: .bfloat16) }
      switch input.destination {
      case .node(let parent): try Backward.add(gradient, to: parent)
      case .leaf(let leaf) where !leaf.hooks.isEmpty:
        if let place = watched.firstIndex(where: { $0.leaf === leaf }) {
          watched[place].gradient = try watched[place].gradient + gradient
        } else {
          watched.append((leaf, gradient))
        }
      case .leaf(let leaf):
        if leaf.hasStaleGradient { findsStaleGradient?() }
        try Backward.accumulate(gradient, in: leaf)
      case .nowhere: break
      }
    }
    if !keepsGraph { node.release(keepsValues: keepsValues) }
  }

  private static func add(_ gradient: Tensor, to node: GradientNode) throws {
    node.upstream = try node.upstream.map { try $0 + gradient } ?? gradient
  }

  /// Adds to what `x.grad` holds.
  static func accumulate(_ gradient: Tensor, in tensor: TensorObject) throws {
    if let old = tensor.gradient {
      old.replace(try old.value + gradient)
    } else {
      tensor.gradient = TensorObject(gradient)
    }
    tensor.stampAtGradient = tensor.stamp
  }
}

extension TensorObject {
  /// Whether it was changed since its gradient came, and the gradient is still there.
  fileprivate var hasStaleGradient: Bool {
    guard let gradient, let stampAtGradient, stamp != stampAtGradient else { return false }
    return gradient.value.doubles.contains { $0 != 0 }
  }
}
