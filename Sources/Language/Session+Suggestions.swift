import Math

extension Session {
  /// What could stand at the cursor (a UTF-8 offset into `source`): names, attributes, keyword
  /// arguments and their values.
  public func completions(of source: String, at cursor: Int) -> [Completion] {
    let before = Array(source.utf8.prefix(max(0, cursor)))
    let context = CursorContext(before)
    let word = context.word
    var found: [Completion] = []
    if let quoted = context.quoted {
      found = choices(context, after: quoted)
      return found
    }
    if context.isInString { return [] }
    if let path = context.path {
      found = attributes(of: path)
    } else {
      found = arguments(of: context) + names
    }
    var seen: Set<String> = []
    return found.filter { completion in
      completion.text.hasPrefix(word) && completion.text != word
        && (!completion.text.hasPrefix("_") || word.hasPrefix("_"))
        && seen.insert(completion.text).inserted
    }.map {
      Completion(text: $0.text, replaces: word.utf8.count, detail: $0.detail)
    }
  }

  /// What an entry of a table is as a value; nil where there is none, or it cannot be read.
  private func entry(_ entry: NativeModule.Entry?) -> Value? {
    entry.flatMap { try? interpreter.value(of: $0) }
  }

  /// The value of a dotted name, looked up without running anything of the program's.
  func value(at path: [String]) -> Value? {
    guard let first = path.first else { return nil }
    let globals = interpreter.globals
    var value = globals[first] ?? entry(Names.entries[first])
    for name in path.dropFirst() {
      guard let here = value else { return nil }
      switch here {
      case .module(let module): value = entry(module.entries[name])
      case .instance(let instance): value = instance.attributes[name] ?? instance.type.lookup(name)
      case .type(let type): value = type.lookup(name)
      case .tensor: value = TensorSyntax.method(name).map { .builtin($0) }
      default: value = interpreter.nativeClass(of: here).methods[name].map { .builtin($0) }
      }
    }
    return value
  }

  private func attributes(of path: [String]) -> [Completion] {
    guard let owner = value(at: path) else { return [] }
    return interpreter.attributeNames(of: owner).sorted().map { name in
      Completion(text: name, replaces: 0, detail: detail(of: value(at: path + [name])))
    }
  }

  /// The keyword arguments of the call the cursor stands in.
  private func arguments(of context: CursorContext) -> [Completion] {
    guard let call = context.call else { return [] }
    return parameters(of: call).filter { $0.kind == .standard || $0.kind == .keywordOnly }
      .filter { $0.name != "self" && !context.given.contains($0.name) }
      .map { Completion(text: $0.name + "=", replaces: 0, detail: "keyword") }
  }

  private func parameters(of call: [String]) -> [Parameter] {
    switch value(at: call) {
    case .builtin(let builtin): builtin.parameters
    case .function(let function): function.code.slots.map(\.parameter)
    case .type(let type):
      switch type.native?.construct.map({ .builtin($0) }) ?? type.lookup("__init__") {
      case .builtin(let builtin): builtin.parameters
      case .function(let function): function.code.slots.map(\.parameter)
      default: []
      }
    default: []
    }
  }

  /// The strings that a keyword takes: `reduction="mean"`.
  private func choices(_ context: CursorContext, after start: String) -> [Completion] {
    guard let call = context.call, let keyword = context.keyword else { return [] }
    var builtin: Builtin?
    switch value(at: call) {
    case .builtin(let found): builtin = found
    case .type(let type):
      if case .builtin(let found)? = type.lookup("__init__") { builtin = found }
    default: break
    }
    return (builtin?.choices[keyword] ?? []).filter { $0.hasPrefix(start) && $0 != start }.map {
      Completion(text: $0, replaces: start.utf8.count, detail: "value")
    }
  }

  private var names: [Completion] {
    let own = interpreter.globals.variables.map {
      Completion(text: $0.name, replaces: 0, detail: detail(of: $0.value))
    }
    let keywords = Keyword.allCases.map {
      Completion(text: $0.rawValue, replaces: 0, detail: "keyword")
    }
    let standard = Names.standard.map {
      Completion(text: $0, replaces: 0, detail: detail(of: entry(Names.entries[$0])))
    }
    return own + (standard + keywords).sorted { $0.text < $1.text }
  }

  /// A word on what a value is: a shape, `function`, `module`, a type's name.
  private func detail(of value: Value?) -> String {
    switch value {
    case nil: "attribute"
    case .tensor(let tensor):
      tensor.value.shape.map { "\($0)" }.joined(separator: "×") + " \(tensor.value.dtype.rawValue)"
    case .builtin(let builtin): builtin.isProperty ? "attribute" : "function"
    case .function, .method: "function"
    case .type: "class"
    case .module: "module"
    case .some(let value): interpreter.typeName(of: value)
    }
  }
}
