extension LineEditor {
  /// Does what a key means.
  public mutating func press(_ key: Key) -> Reaction {
    if search != nil, let reaction = pressInSearch(key) { return reaction }
    switch key {
    case .character(let character): type(character)
    case .paste(let text): insert(text)
    case .enter: return .submitted
    case .alt("\n"), .control("j"): breakLine()
    case .tab: return pressTab()
    case .control("d") where isEmpty: return .ended
    case .up, .control("p"): goUp()
    case .down, .control("n"): goDown()
    case .control("r"): beginSearch()
    default: return edit(key) ? .edited : move(key) ? .edited : .ignored
    }
    return .edited
  }

  private mutating func pressTab() -> Reaction {
    let start = lineStart(cursor)
    guard characters[start..<cursor].allSatisfy({ $0 == " " }), cursor > start || start > 0 else {
      return .completionWanted
    }
    insert(String(repeating: " ", count: 4 - (cursor - start) % 4))
    return .edited
  }

  /// Keys that change the text; false for others.
  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .backspace, .control("h"): deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("k"):
      let end = lineEnd(cursor)
      kill(cursor..<(end == cursor ? min(end + 1, characters.count) : end))
    case .control("u"): kill(lineStart(cursor)..<cursor)
    case .control("w"): kill(wordStart(before: cursor) { !$0.isWhitespace }..<cursor)
    case .alt("\u{7F}"): kill(wordStart(before: cursor)..<cursor)
    case .alt("d"): kill(cursor..<wordEnd(after: cursor))
    case .control("y"): yank()
    case .alt("y"): yankEarlier()
    case .control("t"): transpose()
    case .control("_"): undo()
    case .alt("_"), .alt("/"): redo()
    default: return false
    }
    return true
  }

  /// Keys that move the cursor; false for others.
  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = lineStart(cursor)
    case .end, .control("e"): cursor = lineEnd(cursor)
    case .alt("b"), .controlArrow(.left): cursor = wordStart(before: cursor)
    case .alt("f"), .controlArrow(.right): cursor = wordEnd(after: cursor)
    case .alt("<"): cursor = 0
    case .alt(">"): cursor = characters.count
    default: return false
    }
    last = .other
    return true
  }
}
