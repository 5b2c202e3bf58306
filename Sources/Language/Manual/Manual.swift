/// The manual of the language: what there is, what differs, the bounds, the JSON.
///
/// Its lists of names are made from the tables the interpreter looks names up in; `docs/language.md`
/// is this text, and a test holds it to it.
public enum Manual {
  /// The whole manual in Markdown.
  public static var text: String {
    ([ManualText.beginning] + parts.map(\.text) + [ManualText.end]).joined(separator: "\n\n") + "\n"
  }

  /// What is found under a heading or a module's name; nil where there is none.
  public static func part(_ name: String) -> String? {
    parts.first { $0.module == name }?.text
  }

  /// The names of the modules, in the manual's order.
  public static var modules: [String] { parts.map(\.module) }

  private struct Part {
    var module: String
    var text: String
  }

  private static var parts: [Part] {
    let torch = TorchTable.modules.keys.sorted().compactMap { name in
      TorchTable.modules[name].map { part(of: $0, name) }
    }
    let others = Names.modules.subtracting(TorchTable.modules.keys).sorted().compactMap { name in
      Names.module(named: name).map { part(of: $0, name) }
    }
    return [bare, builtins] + torch + [tensor] + others
  }

  private static var bare: Part {
    let names = TorchTable.bare.keys.filter { !$0.hasPrefix("_") }.sorted()
    let extra = (Drawings.functions + Explaining.functions).map(row).sorted()
    return Part(
      module: "names",
      text: """
        ## Names in scope without an import

        `torch`, `nn`, `F`, `math`; the functions below by their bare names, where a list of numbers is taken as a float64 tensor;
        and nabla's own:

        \(list(extra))

        \(names.map { "`\($0)`" }.joined(separator: ", "))
        """)
  }

  private static var builtins: Part {
    let functions = Builtins.functions.filter { !$0.name.hasPrefix("_") }.map(row).sorted()
    let types = TypeTable.named.map { "`\($0.name)`" }.sorted().joined(separator: ", ")
    return Part(
      module: "builtins",
      text: "## Python's builtins\n\nTypes: \(types).\n\n\(list(functions))")
  }

  private static var tensor: Part {
    let methods = TorchTable.methods.values.filter { !$0.name.hasPrefix("__") }
    let names = Set(methods.map { "`\($0.name)`" }).sorted().joined(separator: ", ")
    return Part(
      module: "torch.Tensor",
      text:
        "## torch.Tensor\n\nMethods and properties; `name_` changes the tensor in place.\n\n\(names)"
    )
  }

  private static func part(of module: NativeModule, _ name: String) -> Part {
    var rows: [String] = []
    var constants: [String] = []
    for (entry, value) in module.entries.sorted(by: { $0.key < $1.key })
    where !entry.hasPrefix("_") {
      switch value {
      case .function(let builtin): rows.append(row(builtin.named(entry)))
      case .bare(let function): rows.append(row(function.content.named(entry)))
      case .type(let type): rows.append("| `\(entry)` | \(type.summary) |")
      case .module, .written: constants.append("`\(entry)`")
      case .constant: constants.append("`\(entry)`")
      }
    }
    var text = "## \(name)\n\n\(module.summary)"
    if !rows.isEmpty { text += "\n\n" + list(rows) }
    if !constants.isEmpty { text += "\n\nAlso: " + constants.joined(separator: ", ") + "." }
    return Part(module: name, text: text)
  }

  private static func row(_ builtin: Builtin) -> String {
    let signature = builtin.signature.split(whereSeparator: { $0 == "\n" || $0 == " " })
      .joined(separator: " ").replacing("|", with: "\\|")
    return "| `\(builtin.name)(\(signature))` | \(builtin.summary.replacing("|", with: "\\|")) |"
  }

  private static func list(_ rows: [String]) -> String {
    rows.isEmpty ? "" : "| name | |\n| --- | --- |\n" + rows.joined(separator: "\n")
  }
}
