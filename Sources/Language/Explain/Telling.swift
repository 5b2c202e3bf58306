import Math

/// Makes one story of the operations behind a result.
///
/// Steps are named as the program names them: by the variable that holds the value, by a module's
/// parameter, or by the program's own text.
struct Telling {
  var story = Story()
  /// The step of each tensor, and the values it had then.
  private var steps: [ObjectIdentifier: (step: Int, value: Tensor)] = [:]
  /// How often a name was given.
  private var uses: [String: Int] = [:]
  let names: TensorNames
  private var spare = ["x", "y", "w", "u", "v", "s", "t"]

  /// Of a longer chain, the last operations are told.
  private static let longest = 400
  /// Values larger than this are computed at once, as element by element would take too long.
  static let largest = 4096

  init(_ globals: Globals) {
    names = TensorNames(globals)
    spare.removeAll(where: names.isTaken)
  }

  /// How a tensor came about, going forward or as a gradient.
  mutating func tell(_ tensor: TensorObject, in trace: Trace) -> Derivation? {
    tell(gradient: tensor, in: trace) ?? tell(trace.entries(behind: tensor))
  }

  /// The derivation; nil where nothing was computed or an operation cannot be told.
  mutating func tell(_ entries: [Trace.Entry]) -> Derivation? {
    guard let last = entries.last(where: { !$0.isChange }) else { return nil }
    var before: SourcePlace?
    for entry in entries.suffix(Telling.longest) {
      let inputs = zip(entry.inputs, entry.values).map { step(of: $0, $1, at: entry.place) }
      guard !entry.isChange else {
        steps[ObjectIdentifier(entry.output)] = (inputs[0], entry.value)
        continue
      }
      let first = story.steps.count
      guard let result = tell(entry.operation, inputs) else { return nil }
      story.locate(from: first, at: entry.place.origin())
      steps[ObjectIdentifier(entry.output)] = (result, entry.value)
      let isFirst = entry.place != before
      before = entry.place
      let name = name(of: result, entry, isAlone: isFirst) ?? story.steps[result].symbol
      story.rename(result, to: names[entry.output] ?? unused(name))
    }
    if let output = entries.last?.output, let name = names[output],
      let result = steps[ObjectIdentifier(output)]?.step, result == story.steps.count - 1
    {
      story.rename(result, to: name)
    }
    return Derivation(
      name: last.operation.name, formula: story.steps.last?.formula ?? "", steps: story.steps)
  }

  /// Tells an operation step by step, or in one go where it has no steps to tell.
  private mutating func tell(_ operation: any Operator, _ inputs: [Int]) -> Int? {
    var longer = story
    let isLarge = inputs.contains { story.steps[$0].value.count > Telling.largest }
    if !isLarge, let result = try? operation.tell(inputs, in: &longer) {
      story = longer
      return result
    }
    return try? story.apply(operation, to: inputs)
  }

  /// What a result is called; nil where the story's own name for it is as good.
  private func name(of result: Int, _ entry: Trace.Entry, isAlone: Bool) -> String? {
    if let name = names[entry.output] { return name }
    guard case .apply(let operation, let inputs) = story.steps[result].rule else { return nil }
    if operation == "transpose" || operation == "t", let input = inputs.first,
      story.steps[input].value.shape.count == 2
    {
      let symbol = story.steps[input].symbol
      return symbol.contains(" ") ? "(\(symbol))ᵀ" : symbol + "ᵀ"
    }
    return isAlone ? entry.place.shortText : nil
  }

  /// The name, numbered where it was given before: `z`, `z₂`.
  mutating func unused(_ name: String) -> String {
    let count = uses[name, default: 0] + 1
    uses[name] = count
    if count == 1 { return name }
    let digits = "\(count)".unicodeScalars.compactMap { Unicode.Scalar($0.value - 48 + 0x2080) }
    return name + digits.map { "\($0)" }.joined()
  }

  /// The step that tells an input: its own, or a new one where it is simply there.
  mutating func step(of input: TensorObject, _ value: Tensor, at place: SourcePlace?) -> Int {
    if let known = known(input, value) { return known }
    if names[input] == nil, let number = number(value) {
      return step(of: input, value, name: number, place?.origin())
    }
    let symbol = names[input] ?? nextName()
    return step(of: input, value, name: symbol, place?.origin(ofName: names[input]))
  }

  /// The step that tells a tensor: its own, or a new one of this name.
  mutating func step(
    of tensor: TensorObject, _ value: Tensor, name: String, _ origin: Derivation.Origin?
  ) -> Int {
    if let known = known(tensor, value) { return known }
    let step = given(value, name, origin)
    steps[ObjectIdentifier(tensor)] = (step, value)
    return step
  }

  func known(_ tensor: TensorObject, _ value: Tensor) -> Int? {
    steps[ObjectIdentifier(tensor)].flatMap { $0.value.isSame(as: value) ? $0.step : nil }
  }

  /// Adds a value that is simply there.
  mutating func given(_ value: Tensor, _ symbol: String, _ origin: Derivation.Origin?) -> Int {
    let step = story.given(value, symbol: symbol, formula: TensorNames.formula(symbol))
    story.locate(from: step, at: origin)
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

extension Tensor {
  /// Whether every number is the same, nan being the same as nan.
  func isSame(as other: Tensor) -> Bool {
    guard shape == other.shape, dtype == other.dtype else { return false }
    return self == other
      || zip(doubles, other.doubles).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}

extension SourcePlace {
  /// The place's line, for the steps told of it.
  func origin(undoing undone: String? = nil) -> Derivation.Origin {
    let line = source.line(at: Int(range.start))
    return Derivation.Origin(
      line: line, source: TextMethods.strip(source.text(ofLine: line)), undone: undone)
  }

  /// The text that stands here, where it is short enough for a name.
  var shortText: String? {
    let text = source.text(range)
    return text.isEmpty || text.count > 24 || text.contains("\n") ? nil : text
  }

  /// The last line before this place that gives a variable its value: `model` for `model.0.weight`.
  func origin(ofName name: String?) -> Derivation.Origin? {
    guard let root = name?.prefix(while: { $0 != "." && $0 != "[" }), !root.isEmpty else {
      return nil
    }
    let here = source.line(at: Int(range.start))
    let lines = source.assignments(to: String(root)).map { source.line(at: $0.lowerBound) }
    guard let line = lines.last(where: { $0 <= here }) else { return nil }
    return Derivation.Origin(line: line, source: TextMethods.strip(source.text(ofLine: line)))
  }
}
