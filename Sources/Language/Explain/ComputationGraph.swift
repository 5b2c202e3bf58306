import Math

/// What a value was computed from, as a diagram shows it: nodes, each after those it is made of.
public struct ComputationGraph: Sendable, Hashable {
  /// The nodes in the order they were computed; what is given stands before its first use.
  public var nodes: [Node]

  /// Makes a graph.
  public init(nodes: [Node]) { self.nodes = nodes }

  /// One value.
  public struct Node: Sendable, Hashable {
    /// Where a value comes from.
    public enum Kind: Sendable, Hashable {
      /// It is given, and no gradient is wanted for it.
      case given
      /// It is given, and a gradient is wanted for it.
      case parameter
      case computed
    }

    /// Where it comes from.
    public var kind: Kind
    /// What the program calls it; empty for a value in between.
    public var name: String
    /// What computes it, as the program writes it.
    public var code: String
    /// The value.
    public var value: Tensor
    /// The gradient that came back to it, if `backward` ran.
    public var gradient: Tensor?
    /// The places of the nodes it is made of, each once.
    public var inputs: [Int]

    /// Makes a node.
    public init(
      kind: Kind, name: String, code: String = "", value: Tensor, gradient: Tensor? = nil,
      inputs: [Int] = []
    ) {
      self.kind = kind
      self.name = name
      self.code = code
      self.value = value
      self.gradient = gradient
      self.inputs = inputs
    }
  }
}

extension Session {
  /// Runs a program and tells the graph of its value, or of the loss that `backward` ran from.
  ///
  /// What earlier programs computed is in the graph too: they are run once more to see it.
  public func graph(_ source: String) -> (outcome: Outcome, graph: ComputationGraph?) {
    let earlier = history.count
    let (outcome, graph) = draw(source, Trace())
    guard outcome.diagnostic == nil, earlier > 0 else { return (outcome, graph) }
    let trace = Trace()
    let whole = replayed(trace, upTo: history.count - 1).draw(source, trace).graph
    return (outcome, whole ?? graph)
  }

  private func draw(
    _ source: String, _ trace: Trace
  ) -> (outcome: Outcome, graph: ComputationGraph?) {
    interpreter.trace = trace
    defer { interpreter.trace = nil }
    let (outcome, value) = evaluate(source)
    guard outcome.diagnostic == nil else { return (outcome, nil) }
    var root: TensorObject?
    if case .tensor(let tensor) = value {
      root = tensor
    } else if let pass = trace.passes.last, let node = pass.roots.first?.node {
      root = trace.entries.last { $0.node === node }?.output
    } else {
      root = trace.entries.last?.output
    }
    return (outcome, root.flatMap { GraphDrawing(trace, interpreter.globals).graph(of: $0) })
  }
}

/// Makes a graph of what a trace has seen.
struct GraphDrawing {
  private let trace: Trace
  private let names: TensorNames
  private var nodes: [ComputationGraph.Node] = []
  private var places: [ObjectIdentifier: Int] = [:]
  private var gradients: [ObjectIdentifier: Tensor] = [:]

  /// Of a longer computation, the last operations are drawn.
  private static let most = 40

  init(_ trace: Trace, _ globals: Globals) {
    self.trace = trace
    names = TensorNames(globals)
    for visit in trace.passes.last?.visits ?? [] {
      gradients[ObjectIdentifier(visit.node)] = visit.upstream
    }
  }

  /// The graph; nil where nothing was computed.
  func graph(of root: TensorObject) -> ComputationGraph? {
    let entries = trace.entries(behind: root).suffix(Self.most)
    guard !entries.isEmpty else { return nil }
    var drawing = self
    for (entry, next) in zip(entries, entries.dropFirst().map { Optional($0) } + [nil]) {
      drawing.add(entry, isLastOfPlace: next?.place != entry.place)
    }
    return ComputationGraph(nodes: drawing.nodes)
  }

  private mutating func add(_ entry: Trace.Entry, isLastOfPlace: Bool) {
    var inputs: [Int] = []
    for (input, value) in zip(entry.inputs, entry.values) {
      guard let place = place(of: input, value), !inputs.contains(place) else { continue }
      inputs.append(place)
    }
    if entry.isChange, let input = inputs.first {
      places[ObjectIdentifier(entry.output)] = input
      return
    }
    let text = Self.closed(entry.place.source.text(entry.place.range))
    let isWritten = isLastOfPlace && !text.isEmpty && text.count <= 60 && !text.contains("\n")
    let name = names[entry.output] ?? ""
    places[ObjectIdentifier(entry.output)] = nodes.count
    nodes.append(
      ComputationGraph.Node(
        kind: .computed, name: name, code: isWritten ? text : entry.operation.name,
        value: entry.value,
        gradient: entry.node.flatMap { gradients[ObjectIdentifier($0)] }, inputs: inputs))
  }

  /// A text with the brackets it ends opened: a place begins within those around its first part.
  private static func closed(_ text: String) -> String {
    var (depth, least) = (0, 0)
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      least = min(least, depth)
    }
    return String(repeating: "(", count: -least) + text
  }

  /// The node of an input; nil for a number that the program's text has.
  private mutating func place(of input: TensorObject, _ value: Tensor) -> Int? {
    if let known = places[ObjectIdentifier(input)] { return known }
    let name = names[input]
    if name == nil, value.shape.isEmpty, !input.requiresGradient { return nil }
    places[ObjectIdentifier(input)] = nodes.count
    nodes.append(
      ComputationGraph.Node(
        kind: input.requiresGradient ? .parameter : .given, name: name ?? "tensor", value: value,
        gradient: input.requiresGradient ? input.gradient?.value : nil))
    return nodes.count - 1
  }
}
