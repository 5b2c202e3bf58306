/// A Python set; its members keep the order they came in, but for whole numbers, which lie as CPython's.
final class SetObject {
  private let dict = DictObject()
  private var ordered: [Value]?

  init(_ members: [Value] = []) {
    for member in members { if let key = Key(member) { insert(key, member) } }
  }

  /// How many members there are.
  var count: Int { dict.count }

  /// The members in the order a program runs through them.
  var members: [Value] {
    if let ordered { return ordered }
    let members = dict.items.map(\.key)
    let numbers = members.compactMap { if case .int(let number) = $0 { number } else { nil } }
    let result =
      numbers.count == members.count ? HashOrder.of(numbers).map { Value.int($0) } : members
    ordered = result
    return result
  }

  /// Whether something is a member.
  func contains(_ key: Key) -> Bool { dict[key] != nil }

  /// Adds a member.
  func insert(_ key: Key, _ value: Value) {
    guard dict[key] == nil else { return }
    dict.set(key, value, to: .null)
    ordered = nil
  }

  /// Removes a member; false if it was not there.
  func remove(_ key: Key) -> Bool {
    ordered = nil
    return dict.remove(key) != nil
  }

  /// Removes everything.
  func removeAll() {
    ordered = nil
    dict.removeAll()
  }
}
