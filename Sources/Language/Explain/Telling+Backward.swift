import Math

/// The backward pass as a story: node by node, in the order visited.
extension Telling {
  /// How a gradient came about; nil for what no backward pass added to.
  mutating func tell(gradient: TensorObject, in trace: Trace) -> Derivation? {
    let entries = trace.entriesByNode
    var sums: [Int] = []
    for pass in trace.passes(into: gradient) {
      guard let arrival = pass.arrivals.first(where: { $0.gradient === gradient }),
        let step = tell(pass, towards: arrival.owner, entries)?.first
      else { return nil }
      // A gradient that was emptied before the pass holds nothing but what the pass brought.
      let isFresh = story.steps[step].value.isClose(to: arrival.value)
      sums = isFresh ? [step] : sums + [step]
    }
    guard var result = sums.first else { return nil }
    for next in sums.dropFirst() {
      guard let sum = try? story.step(.add(result, next)) else { return nil }
      story.remark(sum, Self.accumulated)
      result = sum
    }
    let name = names[gradient] ?? "grad"
    if let last = trace.passes(into: gradient).last?.arrivals.last(where: {
      $0.gradient === gradient
    }), last.value != gradient.value {
      result = given(gradient.value, name, nil)
      story.remark(result, Self.changed)
    }
    story.rename(result, to: name)
    return Derivation(
      name: "backward", formula: story.steps[result].formula,
      steps: story.steps(leadingTo: [result]))
  }

  /// The whole of a tensor's last backward pass, down to every leaf.
  mutating func tell(passFrom root: TensorObject, in trace: Trace) -> Derivation? {
    guard let node = root.node, let pass = trace.passes.last(where: { $0.roots[0].node === node }),
      let gradients = tell(pass, towards: nil, trace.entriesByNode), let last = gradients.max()
    else { return nil }
    return Derivation(
      name: "backward", formula: story.steps[last].formula,
      steps: story.steps(leadingTo: gradients))
  }

  /// Tells a pass, or what of it leads to one gradient; the steps of the gradients it ends in.
  private mutating func tell(
    _ pass: Trace.Pass, towards goal: TensorObject?, _ entries: [ObjectIdentifier: Trace.Entry]
  ) -> [Int]? {
    let visits = Self.visits(of: pass, towards: goal)
    var values: [ObjectIdentifier: (inputs: [Int], output: Int)] = [:]
    for visit in visits.reversed() {
      values[ObjectIdentifier(visit.node)] = forward(visit, entries)
    }
    var arrived: [ObjectIdentifier: [Int]] = [:]
    for root in pass.roots {
      guard let output = values[ObjectIdentifier(root.node)]?.output else { continue }
      arrived[ObjectIdentifier(root.node), default: []].append(
        given(root.gradient, "∂L/∂" + story.steps[output].symbol, pass.place.origin()))
    }
    for visit in visits {
      let node = ObjectIdentifier(visit.node)
      guard let (inputs, output) = values[node], let upstreams = arrived[node] else { continue }
      let first = story.steps.count
      guard let upstream = sum(upstreams) else { return nil }
      let origin = entries[node]?.place.origin(undoing: visit.node.name)
      if let goal, visit.node.retainer === goal { return [upstream] }
      guard let passed = gradients(through: visit, upstream, inputs, output) else { return nil }
      story.locate(
        from: first,
        at: origin ?? Derivation.Origin(line: 0, source: "", undone: visit.node.name))
      for (input, step) in zip(visit.inputs, passed) {
        guard let step, let place = input.destination.identity else { continue }
        markDeath(of: step, from: upstream)
        arrived[place, default: []].append(step)
      }
    }
    guard let goal else { return sumLeaves(pass, arrived) }
    return arrived[ObjectIdentifier(goal)].flatMap { sum($0) }.map { [$0] }
  }

  /// The visits, or those that lead to one tensor's gradient, in the order visited.
  private static func visits(of pass: Trace.Pass, towards goal: TensorObject?) -> [Trace.Visit] {
    guard let goal else { return pass.visits }
    var leading: Set<ObjectIdentifier> = [ObjectIdentifier(goal)]
    return pass.visits.reversed().filter { visit in
      let leads =
        visit.node.retainer === goal
        || visit.inputs.contains { $0.destination.identity.map(leading.contains) ?? false }
      if leads { leading.insert(ObjectIdentifier(visit.node)) }
      return leads
    }.reversed()
  }

  /// The steps of the values that a node met on the way forward.
  private mutating func forward(
    _ visit: Trace.Visit, _ entries: [ObjectIdentifier: Trace.Entry]
  ) -> (inputs: [Int], output: Int) {
    guard let entry = entries[ObjectIdentifier(visit.node)],
      entry.inputs.count == visit.inputs.count
    else {
      return (
        visit.inputs.map { given($0.value, "x", nil) },
        given(visit.output, visit.node.operation.name, nil)
      )
    }
    let inputs = zip(entry.inputs, entry.values).map { input, value in
      input.node.flatMap { entries[ObjectIdentifier($0)] }.map { maker in
        step(of: input, value, named: maker)
      } ?? step(of: input, value, at: entry.place)
    }
    return (inputs, step(of: entry.output, visit.output, named: entry))
  }

  private mutating func step(
    of tensor: TensorObject, _ value: Tensor, named entry: Trace.Entry
  ) -> Int {
    if let name = names[tensor] { return step(of: tensor, value, name: name, entry.place.origin()) }
    return known(tensor, value)
      ?? step(of: tensor, value, name: unused(entry.operation.name), entry.place.origin())
  }

  /// Adds up what came to one place.
  private mutating func sum(_ steps: [Int]) -> Int? {
    guard var result = steps.first else { return nil }
    let symbol = story.steps[result].symbol
    for (place, next) in steps.dropFirst().enumerated() {
      let isLast = place == steps.count - 2
      guard let sum = try? story.step(.add(result, next), symbol: isLast ? symbol : nil) else {
        return nil
      }
      if isLast { story.remark(sum, Self.shared) }
      result = sum
    }
    return result
  }

  private mutating func sumLeaves(
    _ pass: Trace.Pass, _ arrived: [ObjectIdentifier: [Int]]
  ) -> [Int]? {
    var results: [Int] = []
    for arrival in pass.arrivals {
      guard let steps = arrived[ObjectIdentifier(arrival.owner)], let step = sum(steps) else {
        continue
      }
      if let name = names[arrival.owner] { story.rename(step, to: name + ".grad") }
      results.append(step)
    }
    return results.isEmpty ? nil : results
  }

  /// Passes a gradient through one node, step by step where that agrees with what was passed.
  private mutating func gradients(
    through visit: Trace.Visit, _ upstream: Int, _ inputs: [Int], _ output: Int
  ) -> [Int?]? {
    let isLarge =
      visit.upstream.count > Telling.largest
      || visit.inputs.contains { $0.value.count > Telling.largest }
    let before = story
    let told = try? story.pass(
      visit.node.operation, upstream, inputs: inputs, output: output, isShort: isLarge)
    let agrees = zip(told ?? [], visit.passed).allSatisfy { step, passed in
      guard let step, let passed else { return step == nil || passed == nil }
      return story.steps[step].value.isClose(to: passed)
    }
    if told != nil, agrees { return told }
    story = before
    return try? story.pass(
      visit.node.operation, upstream, inputs: inputs, output: output, isShort: true)
  }

  /// Marks a gradient of which nothing is left, in the whole or in a column of a batch.
  private mutating func markDeath(of step: Int, from upstream: Int) {
    let (gradient, arrived) = (story.steps[step].value, story.steps[upstream].value.doubles)
    let numbers = gradient.doubles
    guard story.steps[step].mark == nil, arrived.contains(where: { $0 != 0 }) else { return }
    if !numbers.isEmpty, numbers.allSatisfy({ $0 == 0 }) {
      return story.mark(step, .died, at: 0)
    }
    guard gradient.rank == 2, gradient.shape[0] > 1, arrived.count == numbers.count else { return }
    let columns = gradient.shape[1]
    let dead = (0..<columns).first { column in
      let places = stride(from: column, to: numbers.count, by: columns)
      return places.allSatisfy { numbers[$0] == 0 } && places.contains { arrived[$0] != 0 }
    }
    if let dead { story.mark(step, .died, at: dead) }
  }

  private static let shared = Derivation.Remark(
    "It was used in several places, so the gradients that come back are added.",
    "它被用在多处，所以把各处传回的梯度加起来。")
  private static let accumulated = Derivation.Remark(
    "backward() ran again before the gradient was emptied, so this was added to it.",
    "梯度清零之前又运行了backward()，所以又加了上去。")
  private static let changed = Derivation.Remark(
    "It was changed after the backward pass.", "它在反向传播之后被改动过。")
}

extension Trace {
  /// The application behind every node of the graph.
  fileprivate var entriesByNode: [ObjectIdentifier: Entry] {
    var found: [ObjectIdentifier: Entry] = [:]
    for entry in entries {
      if let node = entry.node, !entry.isChange { found[ObjectIdentifier(node)] = entry }
    }
    return found
  }
}

extension GradientNode.Destination {
  /// What tells one destination from another.
  fileprivate var identity: ObjectIdentifier? {
    switch self {
    case .node(let node): ObjectIdentifier(node)
    case .leaf(let leaf): ObjectIdentifier(leaf)
    case .nowhere: nil
    }
  }
}

extension Tensor {
  /// Whether two ways to the same numbers came to the same, up to rounding in the coarser kind.
  func isClose(to other: Tensor) -> Bool {
    guard count == other.count else { return false }
    let scale = 5 * max(dtype.roundingAllowance, other.dtype.roundingAllowance)
    return zip(doubles, other.doubles).allSatisfy { a, b in
      a == b || a.isNaN && b.isNaN
        || (a - b).magnitude <= scale * max(1e-3, a.magnitude, b.magnitude)
    }
  }
}
