import Math

/// A value where it must be hashed: in a set, or before the colon in a dict.
///
/// Numbers are equal across their kinds (`1 == 1.0 == True`), and objects are equal to themselves.
enum Key: Hashable {
  case null
  case ellipsis
  case int(Int)
  case float(Double)
  case string(String)
  case tuple([Key])
  case object(ObjectIdentifier)
  case other(String)

  /// Makes a key of a value; nil for a list, a dict or a set, which may change.
  ///
  /// Tuples within tuples go only so deep, as hashing them needs the stack.
  init?(_ value: Value, depth: Int = 0) {
    switch value {
    case .null: self = .null
    case .ellipsis: self = .ellipsis
    case .bool(let flag): self = .int(flag ? 1 : 0)
    case .int(let number): self = .int(number)
    case .float(let number): self = Int(exactly: number).map { .int($0) } ?? .float(number)
    case .string(let text): self = .string(text)
    case .dtype(let dtype): self = .other(dtype.rawValue)
    case .notImplemented: self = .other("NotImplemented")
    case .tuple(let tuple):
      var keys: [Key] = []
      for item in tuple.items {
        guard depth < 100, let key = Key(item, depth: depth + 1) else { return nil }
        keys.append(key)
      }
      self = .tuple(keys)
    case .list, .dict, .set, .slice: return nil
    case .instance(let instance): self = .object(ObjectIdentifier(instance.twin ?? instance))
    default:
      guard let identity = value.identity else { return nil }
      self = .object(identity)
    }
  }
}
