/// A Python set; its members keep the order they came in.
final class SetObject {
  private let dict = DictObject()

  init(_ members: [Value] = []) {
    for member in members { if let key = Key(member) { insert(key, member) } }
  }

  /// How many members there are.
  var count: Int { dict.count }

  /// The members, first come first.
  var members: [Value] { dict.items.map(\.key) }

  /// Whether something is a member.
  func contains(_ key: Key) -> Bool { dict[key] != nil }

  /// Adds a member.
  func insert(_ key: Key, _ value: Value) {
    if dict[key] == nil { dict.set(key, value, to: .null) }
  }

  /// Removes a member; false if it was not there.
  func remove(_ key: Key) -> Bool { dict.remove(key) != nil }

  /// Removes everything.
  func removeAll() { dict.removeAll() }
}
