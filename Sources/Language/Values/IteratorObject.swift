/// Something that gives one value after the other, and then no more.
final class IteratorObject {
  /// What Python calls its type: `list_iterator`, `zip`, `generator`.
  let typeName: String
  private let advance: () throws -> Value?
  private var isDone = false

  /// Makes an iterator; `advance` answers nil when there is no more.
  init(_ typeName: String, _ advance: @escaping () throws -> Value?) {
    self.typeName = typeName
    self.advance = advance
  }

  /// An iterator over values that are all there.
  convenience init(_ typeName: String, over items: [Value]) {
    var index = 0
    self.init(typeName) {
      guard index < items.count else { return nil }
      index += 1
      return items[index - 1]
    }
  }

  /// The next value; nil at the end, and ever after.
  func next() throws -> Value? {
    if isDone { return nil }
    let value = try advance()
    if value == nil { isDone = true }
    return value
  }
}
