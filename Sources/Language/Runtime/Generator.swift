/// A function that yields: its statements run until the next `yield`, and go on from there.
///
/// What is being run is kept as a stack of blocks, since only statements that hold a `yield` need to be
/// left and entered again; all others are executed in one go.
final class Generator {
  /// A block that has been entered.
  private enum Block {
    case statements([Statement], next: Int)
    case loop(Statement.Loop)
    case iteration(Statement.Iteration, IteratorObject)
    case with(Value)
    case `try`(Statement.Try)
    case finally(Statement.Try)
  }

  private let frame: Frame
  private let interpreter: Interpreter
  private var blocks: [Block]
  private var inner: IteratorObject?
  private var waiting: Term?

  init(_ frame: Frame, _ statements: [Statement], _ interpreter: Interpreter) {
    self.frame = frame
    self.interpreter = interpreter
    blocks = [.statements(statements, next: 0)]
  }

  /// Goes on to the next `yield`, whose value this is; `sent` is what the last one gives, unless
  /// `thrown` is raised there.
  func resume(_ sent: Value, _ thrown: PythonError? = nil) throws -> Value? {
    if let thrown {
      (waiting, inner) = (nil, nil)
      try unwind(thrown)
    }
    if let target = waiting { try interpreter.assign(target, sent, frame) }
    waiting = nil
    while true {
      do {
        if let inner {
          if let value = try inner.next() { return value }
          self.inner = nil
        }
        guard let block = blocks.popLast() else { return nil }
        if let value = try run(block) { return value }
      } catch {
        try unwind(interpreter.placed(error))
      }
    }
  }

  private func run(_ block: Block) throws -> Value? {
    switch block {
    case .statements(let statements, let next):
      guard next < statements.count else { return nil }
      blocks.append(.statements(statements, next: next + 1))
      return try begin(statements[next])
    case .loop(let node):
      guard try interpreter.condition(node.condition, frame) else {
        push(node.otherwise)
        return nil
      }
      blocks.append(block)
      push(node.body)
    case .iteration(let node, let iterator):
      guard let item = try iterator.next() else {
        push(node.otherwise)
        return nil
      }
      blocks.append(block)
      try interpreter.assign(node.target, item, frame)
      push(node.body)
    case .with(let manager):
      _ = try interpreter.callMethod("__exit__", of: manager, .null, .null, .null)
    case .try(let node): push(node.otherwise)
    case .finally(let node): push(node.finally)
    }
    return nil
  }

  private func push(_ statements: [Statement]) {
    if !statements.isEmpty { blocks.append(.statements(statements, next: 0)) }
  }

  /// Begins a statement: enters it if it yields, executes it if not.
  private func begin(_ statement: Statement) throws -> Value? {
    try interpreter.step()
    switch statement {
    case .yield(let node): return try yield(node)
    case .if(let node) where node.hasYield:
      let branch = try node.branches.first { try interpreter.condition($0.condition, frame) }
      push(branch?.body ?? node.otherwise)
    case .while(let node) where node.hasYield: blocks.append(.loop(node))
    case .for(let node) where node.hasYield:
      let items = try interpreter.evaluate(node.items, frame)
      interpreter.range = node.items.range
      blocks.append(.iteration(node, try interpreter.iterator(over: items)))
    case .with(let node) where node.hasYield:
      for (context, target) in node.items {
        let manager = try interpreter.evaluate(context, frame)
        interpreter.range = context.range
        try interpreter.checkContextManager(manager)
        let entered = try interpreter.callMethod("__enter__", of: manager) ?? .null
        blocks.append(.with(manager))
        if let target { try interpreter.assign(target, entered, frame) }
      }
      push(node.body)
    case .try(let node) where node.hasYield:
      if !node.finally.isEmpty { blocks.append(.finally(node)) }
      blocks.append(.try(node))
      push(node.body)
    default: try leave(by: try interpreter.execute(statement, frame))
    }
    return nil
  }

  private func yield(_ node: Statement.Yield) throws -> Value? {
    let value = try node.value.map { try interpreter.evaluate($0, frame) } ?? .null
    waiting = node.target
    interpreter.range = node.range
    guard node.isFrom else { return value }
    inner = try interpreter.iterator(over: value)
    return nil
  }

  /// Leaves the blocks that `break`, `continue` or `return` ends.
  private func leave(by flow: Flow) throws {
    if flow == .normal { return }
    while let block = blocks.popLast() {
      switch block {
      case .loop, .iteration:
        if flow == .break { return }
        if flow == .continue {
          blocks.append(block)
          return
        }
      case .with(let manager):
        _ = try interpreter.callMethod("__exit__", of: manager, .null, .null, .null)
      case .finally(let node): _ = try interpreter.execute(node.finally, frame)
      case .statements, .try: break
      }
    }
  }

  /// Looks for a block that takes care of an error, leaving those that do not.
  private func unwind(_ error: PythonError) throws {
    if error.isFatal { throw error }
    while let block = blocks.popLast() {
      switch block {
      case .with(let manager): if try interpreter.leave(manager, after: error) { return }
      case .try(let node):
        if let handler = try interpreter.handler(for: error, among: node.handlers, frame) {
          if let name = handler.name {
            interpreter.write(name, .instance(interpreter.exception(of: error)), frame)
          }
          return push(handler.body)
        }
      case .finally(let node): _ = try interpreter.execute(node.finally, frame)
      case .statements, .loop, .iteration: break
      }
    }
    throw error
  }
}

extension Interpreter {
  /// The iterator that a call of a generator function gives.
  func generator(_ frame: Frame, _ code: FunctionCode) -> Value {
    guard case .statements(let statements) = code.body else { return .null }
    let generator = Generator(frame, statements, self)
    return .iterator(
      IteratorObject("generator", from: []) { [unowned self] iterator in
        try run(frame, source: frame.program.source) {
          try generator.resume(iterator.sent, iterator.thrown)
        }
      })
  }
}
