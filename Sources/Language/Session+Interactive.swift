extension Session {
  /// Runs what was typed into a REPL: as `run`, and `_` is then the value, where there is one.
  public func runInteractively(_ source: String) -> Outcome {
    let (outcome, value) = evaluate(source, isInteractive: true)
    if outcome.diagnostic == nil, !value.isNone {
      let globals = interpreter.globals
      globals.assign(globals.slot(of: "_"), value)
    }
    return outcome
  }

  /// What a function or a class is called with and what it does; for another value, what it is.
  ///
  /// The name is one with its dots, as `torch.softmax`; nil where nothing has it.
  public func help(on name: String) -> String? {
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let value = value(at: path) else { return nil }
    switch value {
    case .builtin(let builtin):
      return Self.help(name, builtin.signature, builtin.summary) + card(of: name)
    case .function(let function):
      let names = function.code.slots.map(\.parameter.name).joined(separator: ", ")
      return Self.help(name, names, function.code.documentation)
    case .type(let type):
      guard let native = type.native else { return "class \(name)" }
      return Self.help(name, Self.construction(of: native), native.summary) + card(of: name)
    case .module: return "module \(name)"
    default:
      let text = (try? interpreter.representation(of: value)) ?? ""
      return "\(interpreter.typeName(of: value)): \(text)"
    }
  }

  /// What a class of objects is made with: its own `__init__` without the object.
  private static func construction(of type: NativeClass) -> String? {
    if let construct = type.construct { return construct.signature }
    guard let own = type.methods["__init__"]?.signature else { return nil }
    return own.hasPrefix("self, ") ? String(own.dropFirst(6)) : own == "self" ? "" : own
  }

  /// The formula, an example with what it gives, computed now, and the common mistake.
  private func card(of name: String) -> String {
    guard let card = NameCard.card(of: name) else { return "" }
    let outcome = Session().run(card.example)
    let lines = card.example.split(separator: "\n").map { ">>> " + $0 }
    let shown = outcome.printed + (outcome.text ?? "")
    return """


      \(card.formula)

      \(lines.joined(separator: "\n"))
      \(shown.last == "\n" ? String(shown.dropLast()) : shown)

      \(card.mistake)
      """
  }

  private static func help(_ name: String, _ signature: String?, _ summary: String?) -> String {
    let head = signature.map { "\(name)(\($0))" } ?? name
    guard let summary, !summary.isEmpty else { return head }
    return head + "\n" + summary
  }
}
