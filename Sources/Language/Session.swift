import Math

/// A scope that programs run in, one after the other, sharing their variables.
public final class Session {
  let interpreter: Interpreter
  let limits: Limits
  private let seed: UInt64
  /// What happened so far: enough to come to the same variables again.
  private(set) var history: [Event] = []

  /// Whether changes that might mend a failed program are tried, so that one that runs can be told.
  public var triesFixes = true

  /// Something that changed the variables.
  enum Event {
    /// `steps` are those it took before it was stopped, where it was.
    case ran(String, isInteractive: Bool, steps: Int?)
    case assigned(String, Tensor)
  }

  /// Makes an empty scope with `torch`, `nn`, `F` and `math` in it and the generator seeded.
  ///
  /// - Parameters:
  ///   - limits: how far a program may go before it is stopped.
  ///   - seed: what `torch.manual_seed` would be called with.
  public convenience init(limits: Limits = .standard, seed: UInt64 = 0) {
    let native = NativeValues()
    let globals = Globals(standard: native.value)
    let interpreter = Interpreter(
      limits: limits, torch: TorchState(seed: seed), globals: globals)
    native.interpreter = interpreter
    self.init(interpreter, limits, seed)
  }

  private init(_ interpreter: Interpreter, _ limits: Limits, _ seed: UInt64) {
    self.interpreter = interpreter
    self.limits = limits
    self.seed = seed
  }

  /// Asked every thousand steps or so while a program runs; true stops it.
  public var shouldStop: (() -> Bool)? {
    get { interpreter.shouldStop }
    set { interpreter.shouldStop = newValue }
  }

  /// Told what a program prints, as it prints it.
  public var listen: ((String) -> Void)? {
    get { interpreter.listen }
    set { interpreter.listen = newValue }
  }

  /// Whether outcomes have notes on what was probably meant.
  public var givesNotes: Bool {
    get { interpreter.givesNotes }
    set { interpreter.givesNotes = newValue }
  }

  /// Runs a program and tells what came of it; never traps, never hangs.
  public func run(_ source: String) -> Outcome { evaluate(source).outcome }

  /// Formats the value of an expression as `f"{expression:spec}"` would.
  public func format(_ expression: String, spec: String) -> Result<String, Diagnostic> {
    let (outcome, value) = evaluate(expression)
    if let diagnostic = outcome.diagnostic { return .failure(diagnostic) }
    do {
      return .success(try interpreter.format(value, spec))
    } catch {
      return .failure(Diagnostic(interpreter.placed(error)))
    }
  }

  /// The value of a variable, if there is one of that name.
  public func value(of name: String) -> Snapshot? {
    interpreter.globals[name].map { interpreter.snapshot(of: $0) }
  }

  /// Gives a variable a tensor, as an edited input does.
  public func assign(_ name: String, _ tensor: Tensor) {
    let globals = interpreter.globals
    globals.assign(globals.slot(of: name), .tensor(TensorObject(tensor)))
    history.append(.assigned(name, tensor))
  }

  /// The learner's own variables, in the order they were first given a value.
  public var variables: [(name: String, value: Snapshot)] {
    interpreter.globals.variables.compactMap { name, value in
      if case .module = value { return nil }
      return (name, interpreter.snapshot(of: value))
    }
  }

  /// A copy whose variables can change without this one's changing.
  public func fork() -> Session { fork(limits: limits) }

  /// A copy with other limits.
  func fork(limits: Limits) -> Session {
    let copier = Copier()
    let native = NativeValues()
    let globals = Globals(standard: native.value)
    let copy = Interpreter(
      limits: limits, torch: interpreter.torch.copy(copier), globals: globals)
    copy.shareClasses(of: interpreter)
    native.interpreter = copy
    // Only now can the names be told what they stand for where they were not assigned.
    globals.take(interpreter.globals, copier)
    copy.keyed = interpreter.keyed.mapValues { known in
      known.compactMap { key in
        guard let instance = key.instance,
          case .instance(let own) = copier.copy(.instance(instance))
        else { return nil }
        return KeyedInstance(instance: own)
      }
    }
    let fork = Session(copy, limits, seed)
    fork.history = history
    fork.givesNotes = givesNotes
    fork.triesFixes = triesFixes
    fork.shouldStop = shouldStop
    return fork
  }

  /// A session in which the first events happen again, this time under the eyes of a trace.
  func replayed(_ trace: Trace, upTo count: Int) -> Session {
    let session = Session(limits: limits, seed: seed)
    session.interpreter.trace = trace
    session.givesNotes = false
    session.triesFixes = false
    session.shouldStop = shouldStop
    for event in history.prefix(count) {
      switch event {
      case .ran(let source, let isInteractive, let steps):
        if let steps {
          session.shouldStop = { [unowned session] in session.interpreter.steps >= steps }
        }
        _ = isInteractive ? session.runInteractively(source) : session.run(source)
        session.shouldStop = shouldStop
      case .assigned(let name, let tensor): session.assign(name, tensor)
      }
    }
    return session
  }

  /// Runs a program and keeps the value of its final expression beside what it came to.
  func evaluate(
    _ source: String, isInteractive: Bool = false
  ) -> (outcome: Outcome, value: Value) {
    interpreter.begin()
    history.append(.ran(source, isInteractive: isInteractive, steps: nil))
    var outcome = Outcome()
    var value = Value.null
    do {
      let program = try Program.parse(source, globals: interpreter.globals)
      value = try run(program)
      outcome.text =
        value.isNone ? nil : try interpreter.representation(of: value, most: limits.output)
      // The text comes first: what is too much to write is too much to copy.
      outcome.value = interpreter.snapshot(of: value)
    } catch {
      let placed = interpreter.placed(error)
      if placed.type == "KeyboardInterrupt" {
        // Whoever asked for the program's end takes note that it came.
        _ = shouldStop?()
        history[history.count - 1] = .ran(
          source, isInteractive: isInteractive, steps: interpreter.steps)
      }
      outcome.diagnostic = mended(placed, of: source)
    }
    outcome.printed = interpreter.printed
    outcome.warnings = interpreter.warnings
    outcome.notes = interpreter.notes
    outcome.drawings = interpreter.drawings
    return (outcome, value)
  }
}

/// Finds what the tables say of a name, in the interpreter that asks.
///
/// The interpreter's globals ask this, so it holds the interpreter weakly.
private final class NativeValues {
  weak var interpreter: Interpreter?

  func value(of name: String) -> Value? {
    let entry =
      name.hasPrefix(WrittenModule.prefix)
      ? WrittenModule.entry(name)
      : Names.entries[name]
    guard let entry else { return nil }
    // No name in scope without an import stands in a written module, so none of these fails.
    return try? interpreter?.value(of: entry)
  }
}

extension Interpreter {
  /// Runs a program; the value of its last statement, where that is an expression.
  func run(_ program: Program) throws -> Value {
    let frame = Frame(program, scope: 0)
    source = program.source
    range = SourceRange(0, 0)
    do {
      guard let final = program.final else {
        _ = try execute(program.statements, frame)
        return .null
      }
      _ = try execute(Array(program.statements.dropLast()), frame)
      return try evaluate(final, frame)
    } catch {
      throw placed(error)
    }
  }
}

/// How far a program may go before it is stopped with an error that says so.
public struct Limits: Sendable, Hashable {
  /// Evaluated nodes of the syntax tree.
  public var steps: Int
  /// Numbers in one tensor, or items in one list; what all together take is bounded by the memory
  /// of the process (`Interruption`).
  public var elements: Int
  /// Calls within calls.
  public var depth: Int
  /// Characters printed.
  public var output: Int

  /// Makes limits.
  public init(
    steps: Int = 50_000_000, elements: Int = 50_000_000, depth: Int = 200, output: Int = 1_000_000
  ) {
    self.steps = steps
    self.elements = elements
    self.depth = depth
    self.output = output
  }

  /// What the REPL and `nabla eval` are given.
  public static let standard = Limits()
  /// What a lesson's own programs are given: enough to train a small network, and ended within
  /// seconds if they do not end by themselves.
  public static let lesson = Limits(steps: 5_000_000, elements: 20_000_000, output: 100_000)
}
