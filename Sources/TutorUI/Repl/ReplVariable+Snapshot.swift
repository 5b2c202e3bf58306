import Language
import Math

extension Repl.Variable {
  /// A variable by what it held when a program ended.
  public init(name: String, value: Snapshot) {
    self.init(name: name, detail: Self.detail(value))
  }

  private static func detail(_ value: Snapshot) -> String {
    switch value {
    case .none: "None"
    case .bool(let value): value ? "bool True" : "bool False"
    case .int(let value): "int \(value)"
    case .float(let value): "float \(value)"
    case .string(let value): "str \"\(value.prefix(16))\""
    case .tensor(let tensor): "\(tensor.dtype) \(tensor.shape)"
    case .list(let items): "list of \(items.count)"
    case .tuple(let items): "tuple of \(items.count)"
    case .named(let name, let items): "\(name) of \(items.count)"
    case .size(let sizes): "Size \(sizes)"
    case .other(let text): String(text.prefix(30))
    }
  }
}
