import Math

extension Interpreter {
  /// A value as it stands now, free of the program; of very much, the rest is left out.
  func snapshot(of value: Value) -> Snapshot {
    var left = 2_000_000
    return snapshot(of: value, depth: 0, &left)
  }

  /// `depth` bounds values within values, and `left` how many there may be.
  private func snapshot(of value: Value, depth: Int, _ left: inout Int) -> Snapshot {
    left -= 1
    if depth > 50 || left < 0 { return .other("...") }
    switch value {
    case .null: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .tensor(let tensor): return .tensor(tensor.value)
    case .list(let list): return .list(items(list.items, depth, &left))
    case .tuple(let tuple):
      if case .view = tuple.kind { return .other((try? representation(of: value)) ?? "") }
      if tuple.isSize {
        return .size(tuple.items.map { if case .int(let length) = $0 { length } else { 0 } })
      }
      let items = items(tuple.items, depth, &left)
      if case .named(let text, _) = tuple.kind {
        return .named(text.split(separator: ".").last.map(String.init) ?? text, items)
      }
      return .tuple(items)
    default: return .other((try? representation(of: value)) ?? typeName(of: value))
    }
  }

  private func items(_ items: [Value], _ depth: Int, _ left: inout Int) -> [Snapshot] {
    var snapshots: [Snapshot] = []
    for item in items where left > 0 {
      snapshots.append(snapshot(of: item, depth: depth + 1, &left))
    }
    return snapshots
  }
}
