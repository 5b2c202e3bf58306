/// Execution: what a statement does.
extension Interpreter {
  /// Runs statements until one of them leaves the block.
  func execute(_ statements: [Statement], _ frame: Frame) throws -> Flow {
    for statement in statements {
      let flow = try execute(statement, frame)
      if flow != .normal { return flow }
    }
    return .normal
  }

  /// Runs one statement.
  func execute(_ statement: Statement, _ frame: Frame) throws -> Flow {
    try step()
    switch statement {
    case .expression(let term): _ = try evaluate(term, frame)
    case .assign(let node):
      let value = try evaluate(node.value, frame)
      for target in node.targets { try assign(target, value, frame) }
    case .augment(let node): try augment(node, frame)
    case .annotate, .pass: break
    case .if(let node): return try execute(node, frame)
    case .while(let node): return try execute(node, frame)
    case .for(let node): return try execute(node, frame)
    case .define(let node): try define(node, frame)
    case .class(let node): try define(node, frame)
    case .return(let term, _):
      frame.returned = try term.map { try evaluate($0, frame) } ?? .null
      return .return
    case .break: return .break
    case .continue: return .continue
    case .delete(let targets, _): for target in targets { try delete(target, frame) }
    case .import(let node): for item in node.items { try bring(item, frame) }
    case .try(let node): return try execute(node, frame)
    case .with(let node): return try execute(node, node.items[...], frame)
    case .raise(let term, let cause, let range):
      let error = try raised(term, range, frame)
      if let cause, let object = error.object {
        exceptions[object]?.attributes["__cause__"] = try evaluate(cause, frame)
      }
      throw error
    case .assert(let term, let message, let range):
      if !(try condition(term, frame)) { throw try failedAssertion(message, range, frame) }
    case .yield(let node):
      range = node.range
      throw PythonError.runtime("'yield' outside a generator")
    }
    return .normal
  }

  private func execute(_ node: Statement.Branches, _ frame: Frame) throws -> Flow {
    for (condition, body) in node.branches where try self.condition(condition, frame) {
      return try execute(body, frame)
    }
    return try execute(node.otherwise, frame)
  }

  private func execute(_ node: Statement.Loop, _ frame: Frame) throws -> Flow {
    while try condition(node.condition, frame) {
      range = node.condition.range
      try step()
      let flow = try execute(node.body, frame)
      if flow == .break { return .normal }
      if flow == .return { return flow }
    }
    return try execute(node.otherwise, frame)
  }

  private func execute(_ node: Statement.Iteration, _ frame: Frame) throws -> Flow {
    let items = try evaluate(node.items, frame)
    range = node.items.range
    if case .range(let range) = items { return try execute(node, over: range, frame) }
    let iterator = try iterator(over: items)
    while true {
      range = node.items.range
      guard let item = try iterator.next() else { break }
      try step()
      try assign(node.target, item, frame)
      let flow = try execute(node.body, frame)
      if flow == .break { return .normal }
      if flow == .return { return flow }
    }
    return try execute(node.otherwise, frame)
  }

  /// The loop most programs have, without an iterator.
  private func execute(
    _ node: Statement.Iteration, over numbers: RangeObject, _ frame: Frame
  ) throws -> Flow {
    var number = numbers.start
    for _ in 0..<numbers.count {
      range = node.items.range
      try step()
      try assign(node.target, .int(number), frame)
      number &+= numbers.step
      let flow = try execute(node.body, frame)
      if flow == .break { return .normal }
      if flow == .return { return flow }
    }
    return try execute(node.otherwise, frame)
  }

  private func define(_ node: Statement.Definition, _ frame: Frame) throws {
    var value = Value.function(try makeFunction(node.code, frame))
    for decorator in node.decorators.reversed() {
      let wrapper = try evaluate(decorator, frame)
      range = decorator.range
      value = try call(wrapper, value)
    }
    write(node.name, value, frame)
  }

  private func define(_ node: Statement.ClassDefinition, _ frame: Frame) throws {
    let base = try node.base.map { try evaluate($0, frame) } ?? .type(classObject(.object))
    range = node.base?.range ?? node.range
    guard case .type(let parent) = base else {
      throw PythonError.type("a class can only come from a class, not from '\(typeName(of: base))'")
    }
    let type = ClassObject(name: node.name.text, base: parent)
    let captures = frame.program.layouts[node.code.scope].captures.map { frame.cells[$0] }
    let body = Frame(frame.program, scope: node.code.scope, outer: captures)
    body.owner = type
    if case .statements(let statements) = node.code.body { _ = try execute(statements, body) }
    if let text = node.code.documentation { type.attributes["__doc__"] = .string(text) }
    for (slot, name) in frame.program.layouts[node.code.scope].names.enumerated() {
      if let value = body.slots[slot] { type.attributes[name] = value }
    }
    if !node.annotated.isEmpty {
      let annotations = DictObject()
      for name in node.annotated { annotations.set(name, to: .null) }
      type.attributes["__annotations__"] = .dict(annotations)
    }
    var value = Value.type(type)
    for decorator in node.decorators.reversed() {
      value = try call(try evaluate(decorator, frame), value)
    }
    write(node.name, value, frame)
  }

  private func failedAssertion(
    _ message: Term?, _ range: SourceRange, _ frame: Frame
  ) throws -> PythonError {
    let text = try message.map { try self.text(of: try evaluate($0, frame)) } ?? ""
    self.range = range
    return PythonError("AssertionError", text)
  }
}
