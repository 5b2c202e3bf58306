import Math

/// Runs syntax trees, and carries what a running program has besides its variables.
final class Interpreter {
  let limits: Limits
  /// The variables of the session.
  let globals: Globals
  /// The generator, the gradient mode and whatever else PyTorch keeps for a whole process.
  var torch: TorchState
  /// Where the program is: set before anything that can fail, warn or be traced.
  var range = SourceRange(0, 0)
  /// The text `range` is a range of.
  var source = Source("")
  /// The function that runs, for `super()`.
  var frame: Frame?
  /// The operators applied, while someone wants to know; nil otherwise, so that it costs nothing.
  var trace: Trace?
  /// Whether it says what was probably meant.
  var givesNotes = true
  /// What it said in this program, where it has spoken, and how often it looked.
  var notes: [Diagnostic] = []
  var noted: Set<NotedLine> = []
  var looked: [NotedLine: Int] = [:]
  /// Whether graphs stay to be looked at after `backward`, since the program checks gradients.
  var keepsValues = false
  /// What `explain`, `compare` and `graph` were asked for, in order; nil where there was nothing to tell.
  var explanations: [Explanation?] = []
  /// Finds the explanation of that number by running the session again, for what earlier programs computed.
  var retell: ((Int) -> Explanation?)?
  /// Asked now and then; true stops the program.
  var shouldStop: (() -> Bool)?
  /// Nodes evaluated so far, and what was paid for memory.
  var steps = 0
  /// Bytes asked for since memory was last looked at.
  var uncheckedBytes = 0
  /// The number of steps at which to look whether the program must stop.
  private var nextCheck = 0
  /// Calls within calls.
  var depth = 0
  /// Where the stack was when the program began.
  var stackTop: UInt = 0
  /// The exceptions being handled, the innermost last.
  var handling: [PythonError] = []
  /// The exception objects that errors on their way stand for.
  var exceptions: [Int: Instance] = [:]
  var nextException = 0
  /// How many hooks were registered.
  var nextHook = 0
  private(set) var printed = ""
  /// Told what is printed when it is printed.
  var listen: ((String) -> Void)?
  private(set) var warnings: [String] = []
  private(set) var drawings: [Outcome.Drawing] = []
  private var classes: [ObjectIdentifier: ClassObject] = [:]
  /// The objects with a `__hash__` of their own that were keys, by their hash.
  var keyed: [Int: [KeyedInstance]] = [:]

  init(limits: Limits, torch: TorchState, globals: Globals) {
    self.limits = limits
    self.torch = torch
    self.globals = globals
  }

  /// Where the program is now.
  var place: SourcePlace { callPlace ?? SourcePlace(source: source, range: range) }

  /// Where the program called what runs now, while that is a part of the library.
  var callPlace: SourcePlace?

  /// Makes ready for another program in the same session.
  func begin() {
    (steps, nextCheck, depth, printed, warnings, drawings) = (0, 0, 0, "", [], [])
    (handling, exceptions, frame, explanations, callPlace) = ([], [:], nil, [], nil)
    notes = []
    stackTop = StackSpace.address()
  }

  /// Says something on the warnings channel; the same sentence is said once.
  func warn(_ message: String) {
    if !warnings.contains(message), warnings.count < 1000 { warnings.append(message) }
  }

  /// Adds to what the program printed.
  func print(_ text: String) throws {
    let left = limits.output - printed.utf8.count
    if text.utf8.count > left {
      let part = String(text.prefix(max(0, left)))
      printed += part
      listen?(part)
      throw PythonError.limit(
        "the program printed more than \(limits.output) characters",
        "Print less, or print it less often.")
    }
    printed += text
    listen?(text)
  }

  /// Adds a drawing.
  func draw(_ drawing: Outcome.Drawing) { if drawings.count < 1000 { drawings.append(drawing) } }

  /// The class object of a class of the tables, always the same one.
  func classObject(_ native: NativeClass) -> ClassObject {
    if let known = classes[ObjectIdentifier(native)] { return known }
    let made = ClassObject(native: native, base: native.base.map(classObject))
    classes[ObjectIdentifier(native)] = made
    return made
  }

  /// Takes over the class objects of another interpreter: they never change, so copies share them.
  func shareClasses(of other: Interpreter) { classes = other.classes }

  /// Counts a step, and stops the program when it took too many or is told to.
  @inline(__always)
  func step() throws {
    steps &+= 1
    if steps >= nextCheck { try checkSteps() }
  }

  private func checkSteps() throws {
    nextCheck = min(steps + 1024, limits.steps + 1)
    if steps > limits.steps {
      throw PythonError.limit(
        "the program took more than \(limits.steps) steps",
        "Look for a loop that never ends, or do less in it.")
    }
    uncheckedBytes += 1 << 16
    if uncheckedBytes > 1 << 26 {
      uncheckedBytes = 0
      try checkMemory()
    }
    if shouldStop?() == true { throw PythonError.interrupted }
  }
}

extension PythonError {
  /// Somebody wants the program to end: no `except` catches it.
  static var interrupted: PythonError {
    var error = PythonError("KeyboardInterrupt", "")
    error.isFatal = true
    return error
  }

  /// A limit was reached: no `except` catches it.
  static func limit(_ message: String, _ fix: String) -> PythonError {
    var error = PythonError("LimitError", message, fix: fix)
    error.isFatal = true
    return error
  }
}
