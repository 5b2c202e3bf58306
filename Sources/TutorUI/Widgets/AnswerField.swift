/// One line of text being typed, with its cursor.
struct AnswerField: Sendable, Hashable {
  /// What is typed.
  private(set) var text: String
  /// The cursor's place, in characters from the beginning.
  private(set) var cursor: Int

  /// Makes a field with something in it, the cursor at its end.
  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// The most characters a field holds.
  static let limit = 400

  /// Types, deletes or moves, and tells whether the key meant any of it.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace, .control("h"): delete(from: cursor - 1, to: cursor)
    case .delete: delete(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: text.count)
    case .control("w"): delete(from: wordStart, to: cursor)
    default: return false
    }
    return true
  }

  /// The field as a line, and the column its cursor stands in; it scrolls to keep the cursor seen.
  func line(columns: Int, style: Style) -> (line: StyledLine, cursor: Int) {
    let characters = Array(text)
    var start = 0
    while width(characters[start..<cursor]) >= columns, start < cursor { start += 1 }
    let shown = String(characters[start...]).prefix(columns: columns)
    let line = StyledLine(shown, style)
    let rest = max(0, columns - line.columns)
    // The place to type is seen by its shape, on terminals without underlines too.
    let place = StyledLine.Run(String(repeating: "_", count: rest), Style(.dim))
    let filled = StyledLine(line.runs + [place])
    return (filled, width(characters[start..<cursor]))
  }

  private func width(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + CharacterWidth.columns(of: String($1)) }
  }

  private mutating func insert(_ more: String) {
    let line = more.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let fitting = line.prefix(max(0, Self.limit - text.count))
    // A mark that is typed joins the character before it.
    let head = (String(text.prefix(cursor)) + String(fitting)).map(\.bounded)
    text = String(head) + text.dropFirst(cursor)
    cursor = min(text.count, head.count)
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(text.count, end)
    guard !range.isEmpty else { return }
    text.removeSubrange(place(range.lowerBound)..<place(range.upperBound))
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    let before = Array(text.prefix(cursor))
    var start = before.count
    while start > 0, before[start - 1] == " " { start -= 1 }
    while start > 0, before[start - 1] != " " { start -= 1 }
    return start
  }

  private func place(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: min(offset, text.count))
  }
}
