/// A short program being written: lines, a cursor, and Python's indentation on a new line.
struct CodeField: Sendable, Hashable {
  /// The lines from top to bottom; there is always one.
  private(set) var lines: [String]
  /// The cursor's line.
  private(set) var row: Int
  /// The cursor's place in its line, in characters.
  private(set) var column: Int

  /// Makes an editor with a program in it, the cursor at its end.
  init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { lines = [""] }
    row = lines.count - 1
    column = lines[row].count
  }

  /// The most lines and characters a line a program has here.
  private static let limit = (lines: 200, columns: 400)

  /// The program.
  var source: String { lines.joined(separator: "\n") + "\n" }

  /// Types, deletes or moves, and tells whether the key meant any of it.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): paste(text)
    case .enter: breakLine()
    case .tab: insert(String(repeating: " ", count: 4 - column % 4))
    case .backTab: dedent()
    case .backspace, .control("h"): deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("k"): lines[row] = String(lines[row].prefix(column))
    case .control("u"):
      lines[row] = String(lines[row].dropFirst(column))
      column = 0
    default: return move(key)
    }
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .up: row = max(0, row - 1)
    case .down: row = min(lines.count - 1, row + 1)
    case .left:
      if column > 0 { column -= 1 } else if row > 0 { step(to: row - 1, .max) }
    case .right:
      if column < lines[row].count {
        column += 1
      } else if row + 1 < lines.count {
        step(to: row + 1, 0)
      }
    case .home, .control("a"): column = 0
    case .end, .control("e"): column = lines[row].count
    default: return false
    }
    column = min(column, lines[row].count)
    return true
  }

  private mutating func step(to row: Int, _ column: Int) {
    self.row = row
    self.column = min(column, lines[row].count)
  }

  private mutating func insert(_ text: String) {
    let fitting = text.prefix(max(0, Self.limit.columns - lines[row].count))
    let place = lines[row].index(lines[row].startIndex, offsetBy: column)
    lines[row].insert(contentsOf: fitting, at: place)
    column += fitting.count
  }

  private mutating func paste(_ text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if index > 0 { split(indent: "") }
      insert(line.map { $0 == "\t" ? "    " : String($0) }.joined())
    }
  }

  private mutating func breakLine() {
    let before = lines[row].prefix(column)
    var indent = String(before.prefix { $0 == " " })
    let code = before.last { $0 != " " }
    if code == ":" { indent += "    " }
    split(indent: indent)
  }

  private mutating func split(indent: String) {
    guard lines.count < Self.limit.lines else { return }
    let rest = String(lines[row].dropFirst(column))
    lines[row] = String(lines[row].prefix(column))
    lines.insert(indent + rest, at: row + 1)
    step(to: row + 1, indent.count)
  }

  private mutating func dedent() {
    let spaces = min(4, lines[row].prefix { $0 == " " }.count)
    lines[row] = String(lines[row].dropFirst(spaces))
    column = max(0, column - spaces)
  }

  private mutating func deleteBackward() {
    if column == 0 {
      guard row > 0 else { return }
      let rest = lines.remove(at: row)
      step(to: row - 1, .max)
      lines[row] += rest
      return
    }
    let before = lines[row].prefix(column)
    // Within the indentation, a whole level goes.
    let count = before.allSatisfy { $0 == " " } ? (column - 1) % 4 + 1 : 1
    lines[row] = String(before.dropLast(count)) + lines[row].dropFirst(column)
    column -= count
  }

  private mutating func deleteForward() {
    if column < lines[row].count {
      lines[row] = String(lines[row].prefix(column)) + lines[row].dropFirst(column + 1)
    } else if row + 1 < lines.count {
      lines[row] += lines.remove(at: row + 1)
    }
  }
}
