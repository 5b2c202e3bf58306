import Math

/// Runs syntax trees, and carries what a running program has besides its variables.
final class Interpreter {
  let limits: Limits
  /// The generator, the gradient mode and whatever else PyTorch keeps for a whole process.
  var torch: TorchState
  /// Where the program is: set before anything that can fail, warn or be traced.
  var range = SourceRange(0, 0)
  /// The text `range` is a range of.
  var source = Source("")
  /// The operators applied, while someone wants to know; nil otherwise, so that it costs nothing.
  var trace: Trace?
  /// Nodes evaluated so far.
  var steps = 0
  private(set) var printed = ""
  private(set) var warnings: [String] = []
  private(set) var drawings: [Outcome.Drawing] = []
  private var classes: [ObjectIdentifier: ClassObject] = [:]

  init(limits: Limits, torch: TorchState) {
    self.limits = limits
    self.torch = torch
  }

  /// Where the program is now.
  var place: SourcePlace { SourcePlace(source: source, range: range) }

  /// Says something on the warnings channel; the same sentence is said once.
  func warn(_ message: String) {
    if !warnings.contains(message) { warnings.append(message) }
  }

  /// Adds to what the program printed.
  func print(_ text: String) throws {
    printed += text
    if printed.utf8.count > limits.output {
      throw PythonError.limit(
        "the program printed more than \(limits.output) characters",
        "Print less, or print it less often.")
    }
  }

  /// Adds a drawing.
  func draw(_ drawing: Outcome.Drawing) { drawings.append(drawing) }

  /// Notes that an operator was applied, if the program is being explained.
  func record(_ operation: any Operator, _ inputs: [TensorObject], _ output: TensorObject) {
    trace?.append(
      Trace.Entry(operation: operation, inputs: inputs, output: output, place: place))
  }

  /// The class object of a class of the tables, always the same one.
  func classObject(_ native: NativeClass) -> ClassObject {
    if let known = classes[ObjectIdentifier(native)] { return known }
    let made = ClassObject(native: native, base: native.base.map(classObject))
    classes[ObjectIdentifier(native)] = made
    return made
  }
}

extension PythonError {
  /// A limit was reached: no `except` catches it.
  static func limit(_ message: String, _ fix: String) -> PythonError {
    var error = PythonError("LimitError", message, fix: fix)
    error.isFatal = true
    return error
  }
}
