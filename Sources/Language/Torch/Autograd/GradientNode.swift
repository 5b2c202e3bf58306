import Math

/// Sees a gradient on its way, and may put another in its place.
typealias GradientHook = (TensorObject) throws -> TensorObject?

/// What a tensor remembers of how it was made, for `backward`.
final class GradientNode {
  /// Where a gradient goes on to.
  enum Destination {
    case node(GradientNode)
    case leaf(TensorObject)
    case nowhere
  }

  /// One input as it was when the operation was applied.
  struct Input {
    let value: Tensor
    /// The kind its gradient has.
    let dtype: DType
    let destination: Destination
    /// Who would tell that the values were changed since.
    let counter: VersionCounter?
    let version: Int

    /// Whether a gradient goes on from here.
    var isReached: Bool { if case .nowhere = destination { false } else { true } }

    /// An input that stands in a variable.
    static func of(_ tensor: TensorObject, isSaved: Bool = false) -> Input {
      let destination: Destination =
        if let node = tensor.node { .node(node) } else if tensor.requiresGradient {
          .leaf(tensor)
        } else {
          .nowhere
        }
      let counter = isSaved ? tensor.counter : nil
      return Input(
        value: tensor.value, dtype: tensor.dtype, destination: destination, counter: counter,
        version: counter?.version ?? 0)
    }

    /// An input whose history is known, and that no variable holds.
    static func node(_ node: GradientNode, _ value: Tensor) -> Input {
      Input(value: value, dtype: value.dtype, destination: .node(node), counter: nil, version: 0)
    }
  }

  let operation: any Operator
  /// What PyTorch prints: `AddBackward0`.
  var name: String
  /// The length of the longest way to a leaf: nodes are visited from the highest rank down.
  let rank: Int
  private(set) var inputs: [Input]
  private(set) var output: Tensor
  /// Who would tell that the result was changed since, where `backward` reads it.
  private var outputCounter: VersionCounter?
  private var outputVersion = 0
  /// What `backward` runs in place of the operation's own rule.
  var rule: ((TensorObject) throws -> [TensorObject?])?
  /// What looks at the gradient that arrives, and may change it.
  var hooks: [Int: GradientHook] = [:]
  /// The tensor whose gradient is kept on the way, if the program asked for it.
  weak var retainer: TensorObject?
  /// The gradient that has arrived so far, while `backward` runs.
  var upstream: Tensor?
  /// Whether `backward` has found this node.
  var isFound = false
  /// Whether a first `backward` gave the saved values away.
  private(set) var isReleased = false
  /// Whether the saved values are gone.
  private(set) var isEmpty = false

  /// Whether `backward` reads values that can be let go of afterwards.
  private let savesValues: Bool

  init(
    _ operation: any Operator, inputs: [Input], output: Tensor, values: [Tensor]? = nil,
    saved: SavedValues? = nil
  ) {
    self.operation = operation
    self.inputs = inputs
    self.output = output
    name = operation.gradientName(for: values ?? inputs.map(\.value))
    savesValues = !(saved ?? SavedValues(of: operation)).isEmpty
    var rank = 0
    for case .node(let node) in inputs.lazy.map(\.destination) { rank = max(rank, node.rank + 1) }
    self.rank = rank
  }

  /// Notes that `backward` will read the result, so that a change in place is found.
  func watch(_ counter: VersionCounter) {
    outputCounter = counter
    outputVersion = counter.version
  }

  /// Lets go of the saved values, as PyTorch does after `backward`.
  ///
  /// `keepsValues` only forbids a second pass: a gradient check still wants to see them.
  func release(keepsValues: Bool = false) {
    guard !keepsValues else {
      isReleased = isReleased || savesValues
      return
    }
    guard savesValues else { return }
    (isReleased, isEmpty) = (true, true)
    rule = nil
    inputs = inputs.map {
      Input(
        value: GradientNode.nothing, dtype: $0.dtype, destination: $0.destination, counter: nil,
        version: 0)
    }
    output = GradientNode.nothing
  }

  /// The gradient as hooks leave it.
  static func hooked(
    _ gradient: TensorObject, _ hooks: [Int: GradientHook]
  ) throws -> TensorObject {
    var gradient = gradient
    for (_, hook) in hooks.sorted(by: { $0.key < $1.key }) {
      gradient = try hook(gradient) ?? gradient
    }
    return gradient
  }

  private static let nothing = Tensor(shape: [0], storage: .float32([]))

  /// Refuses a pass through what an earlier one has let go of, unless it is a check that still may.
  func checkReleased(isCheck: Bool = false) throws {
    if isReleased, isEmpty || !isCheck { throw GradientNode.secondTime }
  }

  /// Refuses to go on with values that were changed in place.
  func checkVersions() throws {
    for input in inputs {
      if let counter = input.counter, counter.version != input.version {
        throw GradientNode.changed(input.value, "", counter.version, input.version, input)
      }
    }
    if let outputCounter, outputCounter.version != outputVersion {
      throw GradientNode.changed(output, name, outputCounter.version, outputVersion, nil)
    }
  }

  private static func changed(
    _ value: Tensor, _ name: String, _ found: Int, _ expected: Int, _ input: Input?
  ) -> PythonError {
    var maker = name
    if case .node(let node) = input?.destination { maker = input?.counter?.maker ?? node.name }
    if maker == "CopySlices" { maker = "torch::autograd::CopySlices" }
    if maker.hasSuffix("Backward0") { maker.removeLast("Backward0".count) }
    let source = maker.isEmpty ? "" : ", which is output 0 of \(maker),"
    var error = PythonError.runtime(
      "one of the variables needed for gradient computation has been modified by an inplace "
        + "operation: [torch.\(value.dtype.scalarTypeName)Tensor \(Shape.text(value.shape))]\(source) "
        + "is at version \(found); expected version \(expected) instead. Hint: enable anomaly "
        + "detection to find the operation that failed to compute its gradient, with "
        + "torch.autograd.set_detect_anomaly(True, check_nan=False).")
    error.fix = "Write a new tensor (y = y + 1) instead of changing the old one (y += 1)."
    return error
  }

  private static let secondTime = PythonError(
    "RuntimeError",
    "Trying to backward through the graph a second time (or directly access saved tensors after "
      + "they have already been freed). Saved intermediate values of the graph are freed when you "
      + "call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward "
      + "through the graph a second time or if you need to access saved tensors after calling "
      + "backward.",
    notes: ["The first backward() let go of the values that this one needs."],
    fix: "Compute the loss again before each backward(), or call loss.backward(retain_graph=True).")

  // A long chain is let go of link by link, not by one call within the other.
  deinit {
    var chain = inputs
    inputs = []
    while let last = chain.popLast() {
      guard case .node(var node) = last.destination else { continue }
      // `last` holds the node as well.
      _ = consume last
      if isKnownUniquelyReferenced(&node) {
        chain += node.inputs
        node.inputs = []
      }
    }
  }
}
