import Math

/// Makes one story of the operations behind a result.
///
/// Steps are named as the program names them: by the variable that holds the value, by a module's
/// parameter, or by the program's own text.
struct Telling {
  private var story = Story()
  private var steps: [ObjectIdentifier: Int] = [:]
  private let names: TensorNames
  private var spare = ["x", "y", "w", "u", "v", "s", "t"]

  init(_ globals: Globals) {
    names = TensorNames(globals)
    spare.removeAll(where: names.isTaken)
  }

  /// The derivation; nil where nothing was computed or an operation cannot be told.
  mutating func tell(_ entries: [Trace.Entry]) -> Derivation? {
    guard let last = entries.last else { return nil }
    for entry in entries {
      let inputs = zip(entry.inputs, entry.values).map { step(of: $0, $1) }
      guard let result = tell(entry.operation, inputs) else { return nil }
      steps[ObjectIdentifier(entry.output)] = result
      if let name = name(of: result, entry) { story.rename(result, to: name) }
    }
    return Derivation(
      name: last.operation.name, formula: story.steps.last?.formula ?? "", steps: story.steps)
  }

  /// Tells an operation step by step, or in one go where it has no steps to tell.
  private mutating func tell(_ operation: any Operator, _ inputs: [Int]) -> Int? {
    var longer = story
    if let result = try? operation.tell(inputs, in: &longer) {
      story = longer
      return result
    }
    return try? story.apply(operation, to: inputs)
  }

  /// What a result is called; nil where the story's own name for it is as good.
  private func name(of result: Int, _ entry: Trace.Entry) -> String? {
    if let name = names[entry.output] { return name }
    guard case .apply(let operation, let inputs) = story.steps[result].rule else { return nil }
    if operation == "transpose" || operation == "t", let input = inputs.first,
      story.steps[input].value.shape.count == 2
    {
      let symbol = story.steps[input].symbol
      return symbol.contains(" ") ? "(\(symbol))ᵀ" : symbol + "ᵀ"
    }
    let text = entry.place.source.text(entry.place.range)
    return text.isEmpty || text.count > 24 || text.contains("\n") ? nil : text
  }

  /// The step that tells an input: its own, or a new one where it is simply there.
  private mutating func step(of input: TensorObject, _ value: Tensor) -> Int {
    if let known = steps[ObjectIdentifier(input)] { return known }
    let symbol = names[input] ?? number(value) ?? nextName()
    let step = story.given(value, symbol: symbol, formula: TensorNames.formula(symbol))
    steps[ObjectIdentifier(input)] = step
    return step
  }

  /// A lone number is its own name.
  private func number(_ value: Tensor) -> String? {
    guard value.shape.isEmpty, let number = value.doubles.first else { return nil }
    return number == number.rounded() && number.magnitude < 1e15
      ? "\(Int(number))" : FloatText.representation(of: number)
  }

  private mutating func nextName() -> String {
    spare.isEmpty ? "x\(steps.count)" : spare.removeFirst()
  }
}

/// What a program calls its tensors: `logits`, `model.fc.weight`.
struct TensorNames {
  private var names: [ObjectIdentifier: String] = [:]
  private var taken: Set<String> = []

  init(_ globals: Globals) {
    for (name, value) in globals.variables { add(value, name, depth: 0) }
  }

  /// The name of a tensor, if the program gave it one.
  subscript(tensor: TensorObject) -> String? { names[ObjectIdentifier(tensor)] }

  /// Whether something else has a name already.
  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  private mutating func add(_ value: Value, _ path: String, depth: Int) {
    switch value {
    case .tensor(let tensor):
      taken.insert(path)
      // A name of its own says more than a path through a module.
      if depth == 0 || names[ObjectIdentifier(tensor)] == nil {
        names[ObjectIdentifier(tensor)] = path
      }
    case .instance(let instance) where depth < 4:
      for (name, value) in instance.attributes.pairs {
        add(value, path + "." + name, depth: depth + 1)
      }
    default: break
    }
  }

  /// A name as LaTeX: upright where it is more than a letter.
  static func formula(_ name: String) -> String {
    name.count == 1 || name.first?.isNumber == true || name.first == "-"
      ? name : "\\text{" + name.split(separator: "_").joined(separator: "\\_") + "}"
  }
}
