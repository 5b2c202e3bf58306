import Math

/// `check_gradient(loss, w)`: the gradient by reverse mode beside the slope between two nearby values.
///
/// `loss` is a loss already computed, which is then computed again from its graph in float64, or a
/// function without arguments, which is called again; each time with one element of `w` moved a
/// little up and down.
struct GradientCheck {
  /// One element: its gradient by both ways, and the slopes on its two sides.
  struct Row {
    let analytic: Double
    let numeric: Double
    let left: Double
    let right: Double
    let isKink: Bool

    /// How far the two are apart, as a part of the larger.
    var error: Double {
      if analytic == numeric { return 0 }
      return (analytic - numeric).magnitude / max(1e-12, analytic.magnitude, numeric.magnitude)
    }

    /// Whether the analytic gradient can be right: at a kink, any slope between the two sides is.
    func agrees(within tolerance: Double) -> Bool {
      let slack = tolerance * max(1, left.magnitude, right.magnitude)
      if isKink {
        return analytic >= min(left, right) - slack && analytic <= max(left, right) + slack
      }
      return error <= tolerance || (analytic - numeric).magnitude <= tolerance * 1e-2
    }
  }

  let call: Call
  let step: Double?

  static func run(_ call: Call) throws -> Value {
    let tensors = try call.restTensors(1)
    guard !tensors.isEmpty else {
      throw PythonError.type("check_gradient() needs a tensor after the loss")
    }
    let check = GradientCheck(call: call, step: try call.optionalDouble("step"))
    let names = TensorNames(call.interpreter.globals)
    let results = try tensors.map { tensor in
      guard tensor.requiresGradient, tensor.isLeaf else {
        throw PythonError.runtime("check_gradient() needs leaves with requires_grad=True")
      }
      return try check.result(tensor, names[tensor] ?? "w")
    }
    if results.count == 1 { return .tuple(results[0]) }
    let whole = TupleObject(results.map { .tuple($0) })
    whole.shown = results.compactMap(\.shown).joined(separator: "\n")
    return .tuple(whole)
  }

  private func result(_ tensor: TensorObject, _ name: String) throws -> TupleObject {
    let analytic = try analytic(tensor)
    let tolerance = isComputedAgain || tensor.dtype == .float64 ? 1e-4 : 2e-2
    var rows: [Row] = []
    for (place, slope) in analytic.doubles.enumerated() {
      rows.append(try row(tensor, place, slope, tolerance))
    }
    let numeric = Tensor(rows.map(\.numeric), shape: tensor.shape).cast(to: tensor.dtype)
    let error = rows.filter { !$0.isKink }.map(\.error).max() ?? 0
    let result = TupleObject(
      [.tensor(TensorObject(analytic)), .tensor(TensorObject(numeric)), .float(error)],
      kind: .named(text: "check_gradient", fields: ["analytic", "numeric", "relative_error"]))
    result.shown =
      GradientTable(rows: rows, name: name, shape: tensor.shape, tolerance: tolerance)
      .text
    return result
  }

  /// Whether the loss is computed again from its graph, in float64.
  private var isComputedAgain: Bool { if case .tensor = call[0] { true } else { false } }

  private func loss(_ value: Value) throws -> TensorObject {
    if case .tensor(let tensor) = value { return tensor }
    guard case .tensor(let tensor) = try call.interpreter.call(value) else {
      throw PythonError.type("check_gradient() needs a loss, or a function that gives one")
    }
    return tensor
  }

  private func analytic(_ tensor: TensorObject) throws -> Tensor {
    let loss = try loss(call[0])
    let first = try GradientFunctions.firstGradient(of: loss, given: nil)
    guard let node = loss.node else { return tensor.value.filled(with: loss === tensor ? 1 : 0) }
    if isGone(node) {
      throw PythonError(
        "RuntimeError",
        "check_gradient() needs the loss's graph, which backward() has let go of",
        fix: "Give the way to compute it: check_gradient(lambda: …, w), or call backward() after.")
    }
    let leaves = Leaves.under([loss])
    let before = leaves.map(\.gradient)
    for leaf in leaves { leaf.gradient = nil }
    defer { for (leaf, gradient) in zip(leaves, before) { leaf.gradient = gradient } }
    try Backward(keepsGraph: true, isCheck: true).run(from: [(node, first)])
    return tensor.gradient?.value ?? tensor.value.filled(with: 0)
  }

  /// Whether a node of the graph has let go of its values.
  private func isGone(_ root: GradientNode) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    var nodes = [root]
    while let node = nodes.popLast() {
      guard seen.insert(ObjectIdentifier(node)).inserted else { continue }
      if node.isEmpty { return true }
      for case .node(let next) in node.inputs.map(\.destination) { nodes.append(next) }
    }
    return false
  }

  // MARK: Slopes

  private func row(
    _ tensor: TensorObject, _ place: Int, _ analytic: Double, _ tolerance: Double
  ) throws -> Row {
    let x = tensor.value[flat: place].double
    let isFine = isComputedAgain || tensor.dtype == .float64
    let width = step ?? (isFine ? 6e-6 : 5e-3) * max(1, x.magnitude)
    let middle = try moved(tensor, place, by: 0)
    var sides = try slopes(tensor, place, middle, width)
    var isKink = false
    if (sides.left - sides.right).magnitude > 1e-2
      * max(1, sides.left.magnitude, sides.right.magnitude)
    {
      // A smooth curve bends less and less under a smaller step; a kink stays one.
      let closer = try slopes(tensor, place, middle, width / 16)
      isKink =
        (closer.left - closer.right).magnitude > (sides.left - sides.right).magnitude / 2
      if !isKink { sides = closer }
    }
    return Row(
      analytic: analytic, numeric: (sides.left + sides.right) / 2, left: sides.left,
      right: sides.right, isKink: isKink)
  }

  private func slopes(
    _ tensor: TensorObject, _ place: Int, _ middle: Double, _ width: Double
  ) throws -> (left: Double, right: Double) {
    let x = tensor.value[flat: place].double
    // In float32 the step that is taken is not quite the step that was asked for.
    let (up, down) = (x + width, x - width)
    let exact = tensor.dtype == .float64 || isComputedAgain
    let (above, below) = exact ? (up, down) : (Double(Float(up)), Double(Float(down)))
    let right = (try moved(tensor, place, by: above - x) - middle) / (above - x)
    let left = (middle - (try moved(tensor, place, by: below - x))) / (x - below)
    return (left, right)
  }

  /// The loss with one element moved.
  private func moved(_ tensor: TensorObject, _ place: Int, by width: Double) throws -> Double {
    try call.interpreter.step()
    var elements = tensor.value.doubles
    elements[place] += width
    let changed = Tensor(elements, shape: tensor.shape)
    guard case .tensor(let loss) = call[0] else {
      let original = tensor.value
      defer { tensor.replace(original) }
      tensor.replace(changed.cast(to: tensor.dtype))
      return try TensorSyntax.number(loss(call[0]))
    }
    guard let node = loss.node else { return changed.doubles[0] }
    var known: [ObjectIdentifier: Tensor] = [:]
    return try again(node, tensor, changed, &known).item().double
  }

  /// The value of a node, computed again in float64.
  private func again(
    _ node: GradientNode, _ leaf: TensorObject, _ changed: Tensor,
    _ known: inout [ObjectIdentifier: Tensor]
  ) throws -> Tensor {
    if let value = known[ObjectIdentifier(node)] { return value }
    let inputs = try node.inputs.map { input in
      switch input.destination {
      case .node(let parent): try again(parent, leaf, changed, &known)
      case .leaf(let own) where own === leaf: changed
      default: input.value.dtype.isFloatingPoint ? input.value.cast(to: .float64) : input.value
      }
    }
    let value = node.operation is Cast ? inputs[0] : try node.operation.forward(inputs)
    known[ObjectIdentifier(node)] = value
    return value
  }
}

/// The rows of a gradient check as text.
private struct GradientTable {
  let rows: [GradientCheck.Row]
  let name: String
  let shape: [Int]
  let tolerance: Double

  /// The most rows shown; of more, those furthest apart are.
  private static let most = 24

  var text: String {
    var places = Array(rows.indices)
    if places.count > Self.most {
      places.sort { rows[$0].error > rows[$1].error }
      places = places.prefix(Self.most).sorted()
    }
    let numbers = DerivationNumbers(Tensor(rows.map(\.analytic), shape: shape))
    var cells = [["", "analytic", "numeric", "relative error", ""]]
    for place in places {
      let row = rows[place]
      let label = name + TextMethods.strip(numbers.prefix(place))
      cells.append([
        label, NumberText.fixed(row.analytic, places: 6), NumberText.fixed(row.numeric, places: 6),
        row.isKink ? "kink" : Self.short(row.error), remark(row),
      ])
    }
    let widths = (0..<4).map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      let aligned = (0..<4).map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + blanks : blanks + row[column]
      }
      return TextMethods.strip((aligned + [row[4]]).joined(separator: "  "), atStart: false)
    }
    if rows.count > Self.most {
      lines.append("… the \(Self.most) of \(rows.count) that are furthest apart")
    }
    return (lines + [verdict]).joined(separator: "\n")
  }

  private func remark(_ row: GradientCheck.Row) -> String {
    guard row.isKink else { return row.agrees(within: tolerance) ? "" : "✗" }
    let sides =
      "the slope is \(NumberText.fixed(row.left)) on the left, \(NumberText.fixed(row.right)) on the right"
    return (row.agrees(within: tolerance) ? "" : "✗ ") + sides
  }

  private var verdict: String {
    let wrong = rows.count { !$0.agrees(within: tolerance) }
    let kinks = rows.count(where: \.isKink)
    let error = rows.filter { !$0.isKink }.map(\.error).max() ?? 0
    if wrong > 0 {
      return
        "They differ in \(wrong) of \(rows.count): there the analytic gradient is not the slope"
        + " of the loss. Look for detach(), .data or item() on the way."
    }
    let kink =
      kinks == 0
      ? ""
      : " At a kink the analytic gradient is right: it is a slope of one side or between them;"
        + " the central difference only averages the two sides."
    return "They agree: the largest relative error is \(Self.short(error))." + kink
  }

  /// Two digits: `3.1e-11`.
  private static func short(_ number: Double) -> String {
    number == 0 ? "0" : FloatText.scientific(number, places: 1, mark: "e")
  }
}
