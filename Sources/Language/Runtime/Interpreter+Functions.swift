/// Functions of the program: making them, and running them.
extension Interpreter {
  /// The function a `def` or a `lambda` makes where it stands.
  func makeFunction(_ code: FunctionCode, _ frame: Frame) throws -> FunctionObject {
    let function = FunctionObject(code, of: frame.program)
    function.defaults = try code.slots.map { try $0.standard.map { try evaluate($0, frame) } }
    function.cells = frame.program.layouts[code.scope].captures.map { frame.cells[$0] }
    function.owner = frame.owner
    return function
  }

  /// Runs a function with its arguments.
  func call(_ function: FunctionObject, _ arguments: Arguments) throws -> Value {
    let code = function.code
    let frame = Frame(
      function.program, scope: code.scope, function: function, outer: function.cells)
    try bind(arguments, of: function, in: frame)
    return try run(function, in: frame)
  }

  /// Runs a function whose parameters are in their slots.
  private func run(_ function: FunctionObject, in frame: Frame) throws -> Value {
    let code = function.code
    for (slot, cell) in function.program.layouts[code.scope].parameterCells {
      frame.cells[cell].value = frame.slots[slot]
    }
    if code.isGenerator { return generator(frame, code) }
    return try run(frame, source: function.program.source) {
      switch code.body {
      case .term(let term): return try evaluate(term, frame)
      case .statements(let statements):
        _ = try execute(statements, frame)
        return frame.returned
      }
    }
  }

  /// Calls a function with plain arguments, each evaluated into its slot; nil where they do not fit.
  func call(
    _ function: FunctionObject, _ terms: [Term], after receiver: Value?, _ node: Term.CallTerm,
    _ caller: Frame
  ) throws -> Value? {
    let extra = receiver == nil ? 0 : 1
    let code = function.code
    guard code.isSimple, terms.count + extra == code.slots.count else { return nil }
    let frame = Frame(
      function.program, scope: code.scope, function: function, outer: function.cells)
    if let receiver { frame.slots[0] = receiver }
    for (place, term) in terms.enumerated() {
      frame.slots[place + extra] = try evaluate(term, caller)
    }
    range = node.range
    return try run(function, in: frame)
  }

  private func bind(_ arguments: Arguments, of function: FunctionObject, in frame: Frame) throws {
    let slots = function.code.slots
    if function.code.isSimple, arguments.keywords.isEmpty, arguments.positional.count == slots.count
    {
      for (slot, value) in arguments.positional.enumerated() { frame.slots[slot] = value }
      return
    }
    let binding = try ArgumentBinding(
      arguments, to: slots.map(\.parameter), of: function.code.qualifiedName)
    for slot in slots.indices {
      frame.slots[slot] = binding.values[slot] ?? function.defaults[slot]
    }
  }

  /// Runs the body of a frame: one call deeper, in its own source.
  func run<Result>(
    _ frame: Frame, source: Source, _ body: () throws -> Result
  ) throws -> Result {
    let outer = (self.source, range, self.frame, callPlace)
    depth += 1
    defer {
      depth -= 1
      (self.source, range, self.frame, callPlace) = outer
    }
    try checkDepth()
    if source.isLibrary != self.source.isLibrary { callPlace = source.isLibrary ? place : nil }
    self.source = source
    self.frame = frame
    do {
      return try body()
    } catch {
      throw placed(error)
    }
  }

  /// The error with the place where the program is, unless it has one.
  func placed(_ error: any Error) -> PythonError {
    var python = PythonError(error)
    if python.place == nil { python.place = place }
    return python
  }

  /// Stops a recursion before the stack does.
  func checkDepth() throws {
    if depth > limits.depth || !StackSpace.isLeft(from: stackTop) {
      throw PythonError(
        "RecursionError", "maximum recursion depth exceeded",
        notes: ["The calls within calls are \(depth - 1) deep."],
        fix: "Give the function a case in which it does not call itself.")
    }
  }
}
