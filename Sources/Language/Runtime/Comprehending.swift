/// Runs through the loops of a comprehension, one combination after the other.
final class Comprehending {
  private let node: Term.Comprehension
  private let frame: Frame
  private let interpreter: Interpreter
  private var loops: [IteratorObject] = []

  /// Begins with the items of the first clause, which are evaluated at once.
  init(_ node: Term.Comprehension, _ frame: Frame, _ interpreter: Interpreter) throws {
    self.node = node
    self.frame = frame
    self.interpreter = interpreter
    for clause in node.clauses { renew(clause.target) }
    try begin(node.clauses[0])
  }

  /// Assigns the next combination to the targets; false when there is none.
  func advance() throws -> Bool {
    while let loop = loops.last {
      let clause = node.clauses[loops.count - 1]
      interpreter.range = clause.items.range
      guard let item = try loop.next() else {
        loops.removeLast()
        continue
      }
      try interpreter.step()
      try interpreter.assign(clause.target, item, frame)
      guard try clause.conditions.allSatisfy({ try interpreter.condition($0, frame) }) else {
        continue
      }
      if loops.count == node.clauses.count { return true }
      try begin(node.clauses[loops.count])
    }
    return false
  }

  private func begin(_ clause: Term.Comprehension.Clause) throws {
    let items = try interpreter.evaluate(clause.items, frame)
    interpreter.range = clause.items.range
    loops.append(try interpreter.iterator(over: items))
  }

  /// Gives the variables that inner functions use a cell of this run's own.
  private func renew(_ target: Term) {
    switch target {
    case .name(let name):
      if case .cell(let index) = frame.bindings[name.occurrence] { frame.cells[index] = Cell() }
    case .tuple(let items), .list(let items): for item in items.terms { renew(item) }
    case .starred(let star): renew(star.term)
    default: break
    }
  }
}

extension Interpreter {
  func evaluate(_ node: Term.Comprehension, _ frame: Frame) throws -> Value {
    let loops = try Comprehending(node, frame, self)
    switch node.kind {
    case .list:
      var items: [Value] = []
      while try loops.advance() { items.append(try evaluate(node.element, frame)) }
      return .list(of: items)
    case .set:
      let set = SetObject()
      while try loops.advance() {
        let member = try evaluate(node.element, frame)
        set.insert(try key(member), member)
      }
      return .set(set)
    case .dict:
      let dict = DictObject()
      while try loops.advance() {
        let name = try evaluate(node.element, frame)
        range = node.element.range
        let key = try key(name)
        dict.set(key, name, to: try node.value.map { try evaluate($0, frame) } ?? .null)
      }
      return .dict(dict)
    case .generator:
      let source = self.source
      return .iterator(
        IteratorObject("generator") { [unowned self] in
          try run(frame, source: source) {
            try loops.advance() ? try evaluate(node.element, frame) : nil
          }
        })
    }
  }
}
