extension LineEditor {
  /// A walk through the history: what was typed before it, and where it is.
  struct Recall: Sendable, Hashable {
    var typed: [Character]
    var prefix: String
    var index: Int
  }

  /// A search backwards through the history, letter by letter.
  public struct HistorySearch: Sendable, Hashable {
    /// What is looked for.
    public var query = ""
    /// The entry it was found in.
    public var index: Int?
    /// Whether nothing older has it.
    public var hasFailed = false
    var before: Past
  }

  /// Adds a text to the history, once if it is given several times in a row.
  public mutating func record(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }), history.last != text else { return }
    history.append(text)
  }

  mutating func goUp() {
    if recall == nil, !isOnFirstLine { return moveLine(by: -1) }
    recallEntry { index in index - 1 }
  }

  mutating func goDown() {
    if recall == nil, !isOnLastLine { return moveLine(by: 1) }
    guard recall != nil else { return }
    recallEntry { index in index + 1 }
  }

  /// Shows the next entry in some direction that begins as what was typed before the cursor.
  private mutating func recallEntry(_ step: (Int) -> Int) {
    var walk =
      recall
      ?? Recall(typed: characters, prefix: String(characters[..<cursor]), index: history.count)
    let shown = text
    var index = step(walk.index)
    while history.indices.contains(index),
      !history[index].hasPrefix(walk.prefix) || history[index] == shown
    {
      index = step(index)
    }
    if history.indices.contains(index) {
      show(Array(history[index]))
      walk.index = index
    } else if index >= history.count {
      show(walk.typed)
      walk.index = history.count
    }
    recall = walk
    last = .other
  }

  private mutating func show(_ text: [Character]) {
    characters = text
    cursor = text.count
  }

  mutating func beginSearch() {
    search = HistorySearch(before: Past(characters: characters, cursor: cursor))
    last = .other
  }

  /// A key during a search; nil when the search ends and the key is to do its usual work.
  mutating func pressInSearch(_ key: Key) -> Reaction? {
    guard var current = search else { return nil }
    switch key {
    case .character(let character):
      current.query.append(character)
      look(&current, from: current.index ?? history.count - 1)
    case .backspace, .control("h"):
      if !current.query.isEmpty { current.query.removeLast() }
      look(&current, from: history.count - 1)
    case .control("r"): look(&current, from: (current.index ?? history.count) - 1)
    case .control("g"), .control("c"):
      (characters, cursor) = (current.before.characters, current.before.cursor)
      search = nil
      return .edited
    case .escape:
      search = nil
      return .edited
    default:
      search = nil
      return nil
    }
    search = current
    return .edited
  }

  private mutating func look(_ current: inout HistorySearch, from start: Int) {
    guard !current.query.isEmpty else {
      current.index = nil
      current.hasFailed = false
      return
    }
    var index = min(start, history.count - 1)
    let (query, bytes) = (Array(current.query), Array(current.query.utf8))
    while index >= 0 {
      if Self.contains(Array(history[index].utf8), bytes),
        let place = Self.place(of: query, in: Array(history[index]))
      {
        current.index = index
        current.hasFailed = false
        characters = Array(history[index])
        cursor = place
        return
      }
      index -= 1
    }
    current.hasFailed = true
  }

  /// A look at the bytes first: most of a long history does not hold what is sought.
  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    var place = 0
    while place <= text.count - part.count {
      if text[place] == first, text[place..<(place + part.count)] == part[...] { return true }
      place += 1
    }
    return false
  }

  private static func place(of query: [Character], in text: [Character]) -> Int? {
    guard query.count <= text.count else { return nil }
    return (0...text.count - query.count).last { text[$0...].starts(with: query) }
  }
}
