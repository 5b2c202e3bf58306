extension LineEditor {
  /// Types text at the cursor; a paste or a completion is one step of undo.
  public mutating func insert(_ text: String) {
    remember(as: .other)
    put(text)
  }

  /// Types one character; undo takes back words, not letters.
  mutating func type(_ character: Character) {
    if last != .typing || character.isWhitespace { remember(as: .typing) }
    redos = []
    put(String(character))
  }

  /// Begins a new line, indented as Python would want it.
  public mutating func breakLine() {
    let line = String(characters[lineStart(cursor)..<cursor])
    insert("\n" + Self.indentation(after: line))
  }

  /// Takes away the bytes before the cursor that a completion replaces, and types it.
  public mutating func complete(_ text: String, replacing bytes: Int) {
    remember(as: .other)
    var start = cursor
    var left = bytes
    while start > 0, left >= characters[start - 1].utf8.count, left > 0 {
      start -= 1
      left -= characters[start].utf8.count
    }
    characters.removeSubrange(start..<cursor)
    cursor = start
    put(text)
  }

  /// A mark that is typed joins the character before it.
  private mutating func put(_ text: String) {
    guard cursor > 0 else {
      let added = text.map(\.bounded)
      characters.insert(contentsOf: added, at: 0)
      cursor = added.count
      return
    }
    let added = (String(characters[cursor - 1]) + text).map(\.bounded)
    characters.replaceSubrange(cursor - 1..<cursor, with: added)
    cursor += added.count - 1
  }

  private static func indentation(after line: String) -> String {
    let spaces = line.prefix { $0 == " " }.count
    var code = line[...]
    if !code.contains("\""), !code.contains("'"), let comment = code.firstIndex(of: "#") {
      code = code[..<comment]
    }
    while code.last?.isWhitespace == true { code.removeLast() }
    if code.last == ":" { return String(repeating: " ", count: spaces + 4) }
    let word = code.drop { $0 == " " }.prefix { isWordCharacter($0) }
    let isLast = ["return", "pass", "break", "continue", "raise"].contains(String(word))
    return String(repeating: " ", count: isLast ? max(0, spaces - 4) : spaces)
  }

  /// Takes away the character before the cursor, or a step of indentation.
  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    if last != .deleting { remember(as: .deleting) }
    let start = lineStart(cursor)
    let isIndented = cursor > start && characters[start..<cursor].allSatisfy { $0 == " " }
    let count = isIndented ? (cursor - start - 1) % 4 + 1 : 1
    characters.removeSubrange(cursor - count..<cursor)
    cursor -= count
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    if last != .deleting { remember(as: .deleting) }
    characters.remove(at: cursor)
  }

  /// Exchanges the two characters around the cursor, or the last two.
  mutating func transpose() {
    let place = min(cursor, lineEnd(cursor) - 1)
    guard place > lineStart(cursor) else { return }
    remember(as: .other)
    characters.swapAt(place - 1, place)
    cursor = place + 1
  }
}

// MARK: - Killing and yanking

extension LineEditor {
  /// Takes a range away and keeps it for yanking; one kill after another makes one text.
  mutating func kill(_ range: Range<Int>) {
    let isAppending = last == .killing
    guard !range.isEmpty else { return }
    let text = String(characters[range])
    remember(as: .killing)
    if isAppending, let before = kills.popLast() {
      kills.append(range.lowerBound < cursor ? text + before : before + text)
    } else {
      kills = kills.suffix(31) + [text]
    }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Puts back what was taken away last.
  mutating func yank() {
    guard let text = kills.last else { return }
    remember(as: .yanking)
    let start = cursor
    put(text)
    yanked = start..<cursor
  }

  /// Puts back what was taken away before, in place of what `yank` just put.
  mutating func yankEarlier() {
    guard last == .yanking, let range = yanked, kills.count > 1 else { return }
    let newest = kills.removeLast()
    kills.insert(newest, at: 0)
    characters.removeSubrange(range)
    cursor = range.lowerBound
    put(kills[kills.count - 1])
    yanked = range.lowerBound..<cursor
  }
}

// MARK: - Undoing

extension LineEditor {
  /// Keeps the text as it stands, for undoing what is about to be done.
  mutating func remember(as action: Action) {
    undos = undos.suffix(199) + [Past(characters: characters, cursor: cursor)]
    redos = []
    recall = nil
    last = action
  }

  mutating func undo() {
    guard let past = undos.popLast() else { return }
    redos.append(Past(characters: characters, cursor: cursor))
    (characters, cursor) = (past.characters, past.cursor)
    last = .other
  }

  mutating func redo() {
    guard let past = redos.popLast() else { return }
    undos.append(Past(characters: characters, cursor: cursor))
    (characters, cursor) = (past.characters, past.cursor)
    last = .other
  }
}
