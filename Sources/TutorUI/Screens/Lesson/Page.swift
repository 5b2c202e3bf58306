/// A step laid out: one column, or prose at the left and live tables at the right.
struct Page: Sendable, Hashable {
  /// The text, or all there is where there is one column.
  var left = Plate()
  /// What programs gave, where there are two columns.
  var right: Plate?
  /// The screen's column at which the text begins.
  var leftAt = 2
  /// The screen's column at which the right-hand side begins.
  var rightAt = 0

  /// Where its blocks stand, each with the heading above it; in the order they come.
  var blocks: [Range<Int>] = []

  /// The lines of the title, where it stays while what is below it scrolls.
  var titleRows = 0

  /// How many lines there are.
  var rows: Int { max(left.lines.count, right?.lines.count ?? 0) }

  /// The places that can be pointed at, with their columns on the screen.
  var targets: [Target] {
    let all = left.targets.map { Self.move($0, leftAt) }
    return all + (right?.targets ?? []).map { Self.move($0, rightAt) }
  }

  /// Where questions stand on it, and what was said to them.
  var questions: [QuestionRows] { left.questions + (right?.questions ?? []) }

  /// Whether there are numbers that can be asked where they come from.
  var hasCells: Bool {
    [left, right].contains { plate in
      plate?.targets.contains { if case .cell = $0.spot { true } else { false } } ?? false
    }
  }

  /// Where the terminal's cursor stands on the page, with its column on the screen.
  var cursor: Position? {
    if let place = left.cursor {
      return Position(column: place.column + leftAt, row: place.row)
    }
    guard let place = right?.cursor else { return nil }
    return Position(column: place.column + rightAt, row: place.row)
  }

  /// A row of a derivation, and the remark that stands an empty line below it.
  func story(at target: Target) -> Range<Int> {
    let lines = target.column >= rightAt && right != nil ? right?.lines ?? [] : left.lines
    var end = target.row + 1
    // A row of a batch goes on in the lines below it.
    while end < lines.count, !lines[end].runs.isEmpty { end += 1 }
    guard end + 1 < lines.count, lines[end].runs.isEmpty else { return target.row..<end }
    end += 1
    let longest = end + 3
    while end < min(longest, lines.count), !lines[end].runs.isEmpty { end += 1 }
    return target.row..<end
  }

  private static func move(_ target: Target, _ columns: Int) -> Target {
    var moved = target
    moved.column += columns
    return moved
  }
}
