/// Something that gives one value after the other, and then no more.
final class IteratorObject: Holder {
  /// What Python calls its type: `list_iterator`, `zip`, `generator`.
  let typeName: String
  /// What it draws from: held here, so that letting go of long chains needs no stack.
  var sources: [Value]
  private let advance: (IteratorObject) throws -> Value?
  private var isDone = false
  /// What a generator's `yield` gives when it goes on.
  private(set) var sent = Value.null
  /// What a generator's `yield` raises when it goes on.
  private(set) var thrown: PythonError?
  private let depth: Int

  /// Makes an iterator; `advance` answers nil when there is no more.
  convenience init(_ typeName: String, _ advance: @escaping () throws -> Value?) {
    self.init(typeName, from: []) { _ in try advance() }
  }

  /// Makes an iterator that draws from other values, which it finds in its `sources`.
  init(
    _ typeName: String, from sources: [Value],
    _ advance: @escaping (IteratorObject) throws -> Value?
  ) {
    self.typeName = typeName
    self.sources = sources
    self.advance = advance
    depth = sources.reduce(0) { depth, source in
      if case .iterator(let inner) = source { max(depth, inner.depth + 1) } else { depth }
    }
  }

  /// An iterator over values that are all there.
  convenience init(_ typeName: String, over items: [Value]) {
    var index = 0
    self.init(typeName, from: items) { iterator in
      guard index < iterator.sources.count else { return nil }
      index += 1
      return iterator.sources[index - 1]
    }
  }

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { sources = [] }
    return sources
  }

  /// What a copy of the program has in the place of an iterator, which cannot be run through twice.
  func stranded() -> IteratorObject {
    IteratorObject(typeName) {
      throw PythonError(
        "RuntimeError", "this iterator belongs to the program that made it",
        fix: "Make the iterator again here.")
    }
  }

  /// The iterator among the sources at a place.
  func source(_ place: Int) -> IteratorObject? {
    if case .iterator(let inner) = sources[place] { inner } else { nil }
  }

  /// The next value after a generator was handed one.
  func next(sending value: Value) throws -> Value? {
    sent = value
    defer { sent = .null }
    return try next()
  }

  /// The next value after an error was raised where a generator stands.
  func next(throwing error: PythonError) throws -> Value? {
    if isDone { throw error }
    thrown = error
    defer { thrown = nil }
    return try next()
  }

  /// Ends it before its time.
  func close() { isDone = true }

  /// The next value; nil at the end, and ever after.
  func next() throws -> Value? {
    if isDone { return nil }
    if depth > 200 {
      throw PythonError("RecursionError", "maximum recursion depth exceeded")
    }
    let value = try advance(self)
    if value == nil { isDone = true }
    return value
  }
}
