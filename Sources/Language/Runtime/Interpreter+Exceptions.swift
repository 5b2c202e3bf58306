import Math

/// Exceptions: raising, catching and looking back at them.
extension Interpreter {
  func execute(_ node: Statement.Try, _ frame: Frame) throws -> Flow {
    if node.finally.isEmpty { return try guarded(node, frame) }
    let flow: Flow
    do {
      flow = try guarded(node, frame)
    } catch {
      let error = placed(error)
      if error.isFatal { throw error }
      let last = try execute(node.finally, frame)
      if last != .normal { return last }
      throw error
    }
    let returned = frame.returned
    let last = try execute(node.finally, frame)
    if last != .normal { return last }
    frame.returned = returned
    return flow
  }

  private func guarded(_ node: Statement.Try, _ frame: Frame) throws -> Flow {
    do {
      let flow = try execute(node.body, frame)
      if flow != .normal { return flow }
    } catch {
      let error = placed(error)
      if error.isFatal { throw error }
      guard let handler = try handler(for: error, among: node.handlers, frame) else { throw error }
      return try execute(handler, error, frame)
    }
    return try execute(node.otherwise, frame)
  }

  /// The first handler whose type an error is of.
  func handler(
    for error: PythonError, among handlers: [Statement.Try.Handler], _ frame: Frame
  ) throws -> Statement.Try.Handler? {
    for handler in handlers {
      guard let type = handler.type else { return handler }
      let wanted = try evaluate(type, frame)
      range = type.range
      if try matches(error, wanted) { return handler }
    }
    return nil
  }

  private func execute(
    _ handler: Statement.Try.Handler, _ error: PythonError, _ frame: Frame
  ) throws -> Flow {
    if let name = handler.name { write(name, .instance(exception(of: error)), frame) }
    handling.append(error)
    defer { handling.removeLast() }
    let flow = try execute(handler.body, frame)
    if let name = handler.name { try? delete(name, frame) }
    if let object = error.object { exceptions[object] = nil }
    return flow
  }

  private func matches(_ error: PythonError, _ wanted: Value) throws -> Bool {
    switch wanted {
    case .type(let type): return exceptionType(of: error).isSubclass(of: type)
    case .tuple(let tuple):
      for item in tuple.items where try matches(error, item) { return true }
      return false
    default:
      throw PythonError.type(
        "catching classes that do not inherit from BaseException is not allowed")
    }
  }

  private func exceptionType(of error: PythonError) -> ClassObject {
    if let object = error.object, let instance = exceptions[object] { return instance.type }
    return classObject(ExceptionTable.byName[error.type] ?? ExceptionTable.exception)
  }

  /// The object that `except ... as e` names.
  func exception(of error: PythonError) -> Instance {
    if let object = error.object, let instance = exceptions[object] { return instance }
    let instance = Instance(exceptionType(of: error))
    instance.attributes["args"] = .tuple(of: error.message.isEmpty ? [] : [.string(error.message)])
    return instance
  }

  /// The error that `raise` raises.
  func raised(_ term: Term?, _ range: SourceRange, _ frame: Frame) throws -> PythonError {
    guard let term else {
      self.range = range
      return handling.last ?? .runtime("No active exception to reraise")
    }
    var value = try evaluate(term, frame)
    self.range = range
    if case .type = value { value = try call(value) }
    guard case .instance(let instance) = value, isException(instance.type) else {
      throw PythonError.type("exceptions must derive from BaseException")
    }
    return try error(of: instance)
  }

  /// The error on its way up that an exception object stands for.
  func error(of instance: Instance) throws -> PythonError {
    nextException += 1
    exceptions[nextException] = instance
    var error = PythonError(instance.type.name, try text(of: .instance(instance)))
    error.object = nextException
    error.isFatal = false
    return error
  }

  /// Python's KeyError, whose argument is the key itself.
  func missingKey(_ key: Value) throws -> PythonError {
    let instance = Instance(classObject(ExceptionTable.keyError))
    instance.attributes["args"] = .tuple(of: [key])
    return try error(of: instance)
  }

  /// Whether a class comes from `BaseException`.
  func isException(_ type: ClassObject) -> Bool { type.isSubclass(of: ExceptionTable.base) }

  func execute(
    _ node: Statement.With, _ items: ArraySlice<(context: Term, target: Term?)>, _ frame: Frame
  ) throws -> Flow {
    guard let (context, target) = items.first else { return try execute(node.body, frame) }
    let manager = try evaluate(context, frame)
    range = context.range
    try checkContextManager(manager)
    let entered = try callMethod("__enter__", of: manager) ?? .null
    let flow: Flow
    do {
      if let target { try assign(target, entered, frame) }
      flow = try execute(node, items.dropFirst(), frame)
    } catch {
      let error = placed(error)
      if try leave(manager, after: error) { return .normal }
      throw error
    }
    range = context.range
    _ = try callMethod("__exit__", of: manager, .null, .null, .null)
    return flow
  }

  /// Leaves a context after an error; true if the context manager took care of it.
  func leave(_ manager: Value, after error: PythonError) throws -> Bool {
    let exception = exception(of: error)
    let answer = try callMethod(
      "__exit__", of: manager, .type(exception.type), .instance(exception), .null)
    return try !error.isFatal && truth(of: answer ?? .null)
  }

  func checkContextManager(_ manager: Value) throws {
    if case .instance(let instance) = manager, instance.type.lookup("__enter__") != nil,
      instance.type.lookup("__exit__") != nil
    {
      return
    }
    throw PythonError.type(
      "'\(typeName(of: manager))' object does not support the context manager protocol")
  }
}

extension PythonError {
  /// Any error that an implementation may throw, as Python's.
  init(_ error: any Error) {
    switch error {
    case let error as PythonError: self = error
    case let error as TensorError:
      self.init(error.kind.rawValue, error.message)
      isFatal = error.kind == .limit || error.kind == .interruption
      if error.kind == .limit { fix = "Use smaller shapes." }
    default: self.init("RuntimeError", "\(error)")
    }
  }
}
