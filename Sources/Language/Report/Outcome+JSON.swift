import Math

extension Outcome {
  /// The outcome as `nabla eval --json` writes it; `id` comes first and `steps` last, where there are
  /// any.
  public func json(id: String? = nil, steps derivation: Derivation? = nil) -> JSON {
    var members: [JSON.Member] = []
    if let id { members.append(.init("id", .string(id))) }
    members.append(.init("stdout", .string(printed)))
    members.append(.init("value", diagnostic == nil ? value.json : .null))
    members.append(.init("error", diagnostic.map(\.json) ?? .null))
    if !notes.isEmpty, id == nil { members.append(.init("notes", .array(notes.map(\.json)))) }
    if let derivation { members.append(.init("steps", derivation.json)) }
    return .object(members)
  }
}

extension Derivation {
  /// The steps as `nabla eval --steps --json` writes them.
  public var json: JSON { .array(steps.indices.map(json)) }

  private func json(of index: Int) -> JSON {
    let step = steps[index]
    let numbers = example(of: index).map { JSON.string($0) } ?? .null
    return .object([
      .init("symbol", .string(step.symbol)),
      .init("formula", definition(of: index).map { .string($0) } ?? .null),
      .init("latex", .string(step.formula)), .init("numbers", numbers),
      .init("value", Snapshot.tensor(step.value).json),
      .init("line", step.origin.map { .int($0.line) } ?? .null),
      .init("source", step.origin.map { .string($0.source) } ?? .null),
      .init("undoes", step.origin?.undone.map { .string($0) } ?? .null),
      .init("mark", step.mark.map { .string($0.rawValue) } ?? .null),
      .init("remark", step.remark.map { .string($0.english) } ?? .null),
    ])
  }
}

extension Diagnostic {
  /// The error as `nabla eval --json` writes it.
  public var json: JSON {
    .object([
      .init("type", .string(type)), .init("message", .string(message)), .init("line", .int(line)),
      .init("column", .int(column)),
    ])
  }
}

extension Snapshot {
  /// The value as `nabla eval --json` writes it; `None` is null.
  public var json: JSON {
    switch self {
    case .none: .null
    case .bool(let flag): typed("bool", .bool(flag))
    case .int(let number): typed("int", .int(number))
    case .float(let number): typed("float", .float(number))
    case .string(let text): typed("str", .string(text))
    case .tensor(let tensor): tensor.json
    case .list(let items): typed("list", .array(items.map(\.json)))
    case .tuple(let items): typed("tuple", .array(items.map(\.json)))
    case .named(let type, let items): typed(type, .array(items.map(\.json)))
    case .size(let lengths): typed("size", .array(lengths.map { .int($0) }))
    case .other(let text): typed("other", .string(text))
    }
  }

  private func typed(_ type: String, _ data: JSON) -> JSON {
    .object([.init("type", .string(type)), .init("data", data)])
  }
}

extension Tensor {
  fileprivate var json: JSON {
    let data: [JSON] =
      switch storage {
      case .int64(let values): values.map { .int(Int($0)) }
      case .bool(let values): values.map { .bool($0) }
      default: doubles.map { .float($0) }
      }
    return .object([
      .init("type", .string("tensor")), .init("dtype", .string(dtype.rawValue)),
      .init("shape", .array(shape.map { .int($0) })), .init("data", .array(data)),
    ])
  }
}
