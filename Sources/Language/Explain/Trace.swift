import Math

/// The operators applied while a program is being explained, in order, and the passes back.
///
/// It holds on to every tensor, so that no two of them can be taken for one another.
final class Trace {
  /// One application of an operator, with the values as they were then.
  struct Entry {
    var operation: any Operator
    var inputs: [TensorObject]
    var values: [Tensor]
    var output: TensorObject
    /// The output's values as they were then.
    var value: Tensor
    /// What `backward` will know the application by.
    var node: GradientNode?
    var place: SourcePlace
    /// Whether the only thing that happened is that the output took over the input's values.
    var isChange = false
  }

  /// One run of `backward`.
  struct Pass {
    var roots: [(node: GradientNode, gradient: Tensor)]
    var visits: [Visit] = []
    /// What came to the leaves, and to the results whose gradient is kept.
    var arrivals: [Arrival] = []
    var place: SourcePlace
  }

  /// One node on the way back, with what it had saved.
  struct Visit {
    var node: GradientNode
    var inputs: [GradientNode.Input]
    var output: Tensor
    var upstream: Tensor
    var passed: [Tensor?]
  }

  /// A gradient that a pass added to, and its values afterwards.
  struct Arrival {
    var owner: TensorObject
    var gradient: TensorObject
    var value: Tensor
  }

  /// More than this many are not kept, nor more numbers: a training loop would fill the memory.
  static let most = 20_000
  static let mostNumbers = 10_000_000
  static let mostPasses = 40

  private(set) var entries: [Entry] = []
  private(set) var passes: [Pass] = []
  private var numbers = 0

  init() {}

  /// Adds an application; of a very long program, the later half is kept.
  func append(_ entry: Entry) {
    if entries.count == Trace.most || numbers > Trace.mostNumbers && entries.count > 1 {
      entries.removeFirst(entries.count / 2)
      numbers = entries.reduce(0) { $0 + $1.value.count }
    }
    numbers += entry.value.count
    entries.append(entry)
  }

  /// Adds a pass; the last ones are kept.
  func append(_ pass: Pass) {
    if passes.count == Trace.mostPasses { passes.removeFirst() }
    passes.append(pass)
  }

  /// The applications that a result was made by, in order.
  func entries(behind result: TensorObject) -> [Entry] {
    var wanted: Set<ObjectIdentifier> = [ObjectIdentifier(result)]
    var kept: [Entry] = []
    for entry in entries.reversed() where wanted.contains(ObjectIdentifier(entry.output)) {
      kept.append(entry)
      wanted.remove(ObjectIdentifier(entry.output))
      for input in entry.inputs { wanted.insert(ObjectIdentifier(input)) }
    }
    return kept.reversed()
  }

  /// The passes that added to a gradient, in order.
  func passes(into gradient: TensorObject) -> [Pass] {
    passes.filter { $0.arrivals.contains { $0.gradient === gradient } }
  }
}

extension Interpreter {
  /// The arguments of the call that runs, as they are written.
  var argumentTexts: [String] { CallText(source.text(range))?.parts ?? [] }

  /// Where the only argument of the call that runs stands.
  var argumentPlace: SourcePlace? {
    guard let call = CallText(source.text(range)), call.parts.count == 1 else { return nil }
    let open = Int(range.start) + call.callee.utf8.count
    return SourcePlace(source: source, range: SourceRange(open + 1, Int(range.end) - 1))
  }

  /// Notes that an operator was applied, if the program is being explained.
  func record(_ operation: any Operator, _ inputs: [TensorObject], _ output: TensorObject) {
    guard let trace else { return }
    trace.append(
      Trace.Entry(
        operation: operation, inputs: inputs, values: inputs.map(\.value), output: output,
        value: output.value, node: output.node, place: place))
  }

  /// Notes that a tensor was changed in place to the values of another.
  func record(change target: TensorObject, to source: TensorObject, base: Tensor?) {
    guard let trace else { return }
    trace.append(
      Trace.Entry(
        operation: Clone(), inputs: [source], values: [source.value], output: target,
        value: target.value, node: target.node, place: place, isChange: true))
    guard let whole = target.base, let base else { return }
    let value = whole.value
    trace.append(
      Trace.Entry(
        operation: ValueOperator("put") { _ in value }, inputs: [whole, target],
        values: [base, target.value], output: whole, value: value, node: whole.node, place: place))
  }

  /// Notes that an optimizer changed a parameter.
  func record(_ optimizer: String, step tensor: TensorObject, from before: Tensor) {
    guard let trace, let gradient = tensor.gradient else { return }
    let value = tensor.value
    trace.append(
      Trace.Entry(
        operation: ValueOperator(optimizer + ".step") { _ in value }, inputs: [tensor, gradient],
        values: [before, gradient.value], output: tensor, value: value, node: nil, place: place))
  }

  /// Runs gradients back from results, and notes every node where the program is being explained.
  func backward(from roots: [(node: GradientNode, gradient: Tensor)], keepsGraph: Bool) throws {
    var pass = Backward(keepsGraph: keepsGraph, keepsValues: keepsValues)
    if givesNotes { pass.findsStaleGradient = noteStaleGradient }
    pass.check = { [self] upstream in
      guard upstream.count > 1024 else { return }
      try pay(work: upstream.count, bytes: upstream.count * 8)
      try checkInterruption()
    }
    guard let trace else { return try pass.run(from: roots) }
    var told = Trace.Pass(roots: roots, place: place)
    pass.visit = { node, upstream, passed in
      told.visits.append(
        Trace.Visit(
          node: node, inputs: node.inputs, output: node.output, upstream: upstream, passed: passed))
    }
    try pass.run(from: roots)
    var seen: Set<ObjectIdentifier> = []
    for visit in told.visits {
      let leaves = visit.inputs.compactMap { input in
        if case .leaf(let leaf) = input.destination { leaf } else { nil }
      }
      for owner in leaves + [visit.node.retainer].compactMap({ $0 })
      where seen.insert(ObjectIdentifier(owner)).inserted {
        guard let gradient = owner.gradient else { continue }
        told.arrivals.append(
          Trace.Arrival(owner: owner, gradient: gradient, value: gradient.value))
      }
    }
    trace.append(told)
  }
}
