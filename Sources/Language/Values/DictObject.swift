/// A Python dict: keys in the order they were first set.
final class DictObject: Holder {
  /// Which of the dicts this is.
  enum Kind {
    case plain
    /// `collections.OrderedDict`, and what `state_dict` gives.
    case ordered
    /// `collections.Counter`: a key that is not there counts 0.
    case counter
    /// `collections.defaultdict`: a key that is not there is given what the factory makes.
    case defaulting(Value)
  }

  var kind = Kind.plain
  private var places: [Key: Int] = [:]
  private var entries: [(key: Value, value: Value)?] = []

  override init() {}

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer {
      removeAll()
      kind = .plain
    }
    if case .defaulting(let factory) = kind, factory.isHolder {
      return entries.flatMap { entry in entry.map { [$0.key, $0.value] } ?? [] } + [factory]
    }
    guard entries.contains(where: { $0.map { $0.value.isHolder || $0.key.isHolder } ?? false })
    else { return [] }
    return entries.flatMap { entry in entry.map { [$0.key, $0.value] } ?? [] }
  }

  /// How many keys there are.
  var count: Int { places.count }

  /// The keys and their values in order.
  var items: [(key: Value, value: Value)] { entries.compactMap { $0 } }

  /// The value of a key.
  subscript(key: Key) -> Value? {
    places[key].flatMap { entries[$0]?.value }
  }

  /// The value of a string key.
  subscript(name: String) -> Value? { self[Key.string(name)] }

  /// Gives a key a value; a new key goes last.
  func set(_ key: Key, _ original: Value, to value: Value) {
    if let place = places[key] {
      entries[place] = (entries[place]?.key ?? original, value)
    } else {
      places[key] = entries.count
      entries.append((original, value))
    }
  }

  /// Gives a string key a value.
  func set(_ name: String, to value: Value) { set(.string(name), .string(name), to: value) }

  /// Removes a key and returns its value, if it was there.
  func remove(_ key: Key) -> Value? {
    guard let place = places.removeValue(forKey: key) else { return nil }
    let value = entries[place]?.value
    entries[place] = nil
    if entries.count > 16 && places.count * 2 < entries.count { compact() }
    return value
  }

  /// Removes everything.
  func removeAll() {
    places = [:]
    entries = []
  }

  private func compact() {
    entries = entries.filter { $0 != nil }
    for (place, entry) in entries.enumerated() {
      if let entry, let key = Key(entry.key) { places[key] = place }
    }
  }
}
