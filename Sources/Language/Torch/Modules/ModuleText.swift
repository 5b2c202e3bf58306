/// PyTorch's text of a module: its name and settings, and the modules within it indented.
enum ModuleText {
  static func text(of module: Instance, _ interpreter: Interpreter) throws -> String {
    let parts = try module.ownModules.map { name, part in
      let text = try interpreter.representation(of: .instance(part))
      return "(\(name)): " + indented(text)
    }
    let extra = try own(module, interpreter)
    var lines =
      extra.isEmpty
      ? []
      : extra.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    if lines.count == 1 && parts.isEmpty { return "\(module.type.name)(\(lines[0]))" }
    lines += parts
    if lines.isEmpty { return "\(module.type.name)()" }
    return "\(module.type.name)(\n  " + lines.joined(separator: "\n  ") + "\n)"
  }

  private static func own(_ module: Instance, _ interpreter: Interpreter) throws -> String {
    let text = try interpreter.callMethod("extra_repr", of: .instance(module))
    guard case .string(let text) = text else { return "" }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }
}

extension ModuleText {
  /// The text of a list of modules, where neighbours with the same text share a line.
  static func list(_ module: Instance, _ interpreter: Interpreter) throws -> String {
    var groups: [(first: Int, last: Int, text: String)] = []
    for (place, (_, part)) in module.ownModules.enumerated() {
      let text = try interpreter.representation(of: .instance(part))
      if let last = groups.indices.last, groups[last].text == text {
        groups[last].last = place
      } else {
        groups.append((place, place, text))
      }
    }
    if groups.isEmpty { return "\(module.type.name)()" }
    let lines = groups.map { group in
      let text = indented(group.text)
      return group.first == group.last
        ? "(\(group.first)): \(text)"
        : "(\(group.first)-\(group.last)): \(group.last - group.first + 1) x \(text)"
    }
    return "\(module.type.name)(\n  " + lines.joined(separator: "\n  ") + "\n)"
  }
}
