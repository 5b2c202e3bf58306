import Math

extension Interpreter {
  /// A value as it stands now, free of the program; `depth` bounds values within values.
  func snapshot(of value: Value, depth: Int = 0) -> Snapshot {
    if depth > 50 { return .other("...") }
    switch value {
    case .null: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .tensor(let tensor): return .tensor(tensor.value)
    case .list(let list): return .list(list.items.map { snapshot(of: $0, depth: depth + 1) })
    case .tuple(let tuple):
      if case .view = tuple.kind { return .other((try? representation(of: value)) ?? "") }
      if tuple.isSize {
        return .size(tuple.items.map { if case .int(let length) = $0 { length } else { 0 } })
      }
      let items = tuple.items.map { snapshot(of: $0, depth: depth + 1) }
      if case .named(let text, _) = tuple.kind {
        return .named(text.split(separator: ".").last.map(String.init) ?? text, items)
      }
      return .tuple(items)
    default: return .other((try? representation(of: value)) ?? typeName(of: value))
    }
  }
}
