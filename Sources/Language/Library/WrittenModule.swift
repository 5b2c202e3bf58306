/// A part of the library that is written in nabla's own language, read when it is first asked for.
///
/// Its names stand among the session's variables under a prefix no program can write, so a program that
/// calls a variable `sum` changes nothing here.
final class WrittenModule: Sendable {
  let name: String
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// What the names of written modules begin with among the session's variables.
  static let prefix = "library:"

  /// What this module's own names begin with.
  var prefix: String { WrittenModule.prefix + name + ":" }

  /// What a name that begins with the prefix of a module means there.
  static func entry(_ slot: String) -> NativeModule.Entry? {
    guard let colon = slot.lastIndex(of: ":") else { return nil }
    let name = String(slot[slot.index(after: colon)...])
    return LibraryTools.entries[name] ?? Names.entries[name]
  }
}

extension Interpreter {
  /// What a written module calls by a name.
  func written(_ name: String, in module: WrittenModule) throws -> Value {
    if globals[module.prefix + "is read"] == nil { try load(module) }
    if let value = globals[module.prefix + name] { return value }
    throw PythonError.attribute("module '\(module.name)' has no attribute '\(name)'")
  }

  private func load(_ module: WrittenModule) throws {
    let program = try Program.parse(module.text, globals: globals, prefix: module.prefix)
    try run(Frame(program, scope: 0), source: program.source) {
      _ = try execute(program.statements, Frame(program, scope: 0))
    }
    globals.assign(globals.slot(of: module.prefix + "is read"), .bool(true))
  }
}

extension Builtin {
  /// A function whose body stands in a written module; it is given every parameter in order.
  convenience init(
    _ name: String, _ signature: String, _ summary: String, in module: WrittenModule,
    as written: String? = nil
  ) {
    let own = written ?? name
    self.init(name, signature, summary) { call in
      let interpreter = call.interpreter
      return try interpreter.call(
        interpreter.written(own, in: module), Arguments(call.values))
    }
  }
}

extension TorchFunction {
  /// A function whose body stands in a written module.
  init(
    _ name: String, _ signature: String, _ summary: String, in places: Place = .everywhere,
    written module: WrittenModule, as own: String? = nil
  ) {
    self.init(Builtin(name, signature, summary, in: module, as: own), in: places)
  }
}
