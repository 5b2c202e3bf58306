import Lessons

/// The help page, made from the key table: what the keys do here first, then everywhere else.
struct HelpView {
  /// Where the learner is, innermost first.
  var contexts: [KeyContext]
  /// The language of the page.
  var language: CourseLanguage
  /// The first line seen.
  var scroll: Int
  /// Whether the keys of other places follow.
  var isWhole = true

  /// The whole page within a width.
  func lines(columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    let sections = order.map { ($0, rows(of: $0)) }.filter { !$0.1.isEmpty }
    let longest = sections.flatMap(\.1).reduce(0) { max($0, CharacterWidth.columns(of: $1.keys)) }
    let widest = min(26, longest, max(10, columns / 2 - 4))
    for (context, rows) in sections {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(
        StyledLine(Wording.text(context.phrase, in: language), Style(.heading, .bold)))
      for row in rows {
        let keys = StyledLine(row.keys, Style(.key, .bold)).padded(to: widest + 3)
        lines.append((keys.indented(by: 2) + StyledLine(row.words)).cut(to: columns))
      }
    }
    return lines
  }

  private var order: [KeyContext] {
    guard isWhole else { return contexts }
    var order = contexts
    for context in KeyContext.allCases where !order.contains(context) { order.append(context) }
    return order
  }

  private func rows(of context: KeyContext) -> [(keys: String, words: String)] {
    var rows: [(keys: String, words: String)] = []
    if context == .choice || context == .choices {
      rows.append(("A–F 1–9", Wording.text(.pickByLetter, in: language)))
    }
    if context == .repl { rows.append(("?", Wording.text(.aboutName, in: language))) }
    for binding in KeyTable.bindings where binding.context == context {
      if binding.command == .language, Characters.areASCII { continue }
      let keys = binding.keys.map { $0.label(in: language) }.joined(separator: " ")
      let words = Wording.text(binding.phrase, in: language)
      if let index = rows.firstIndex(where: { $0.words == words }) {
        rows[index].keys += " " + keys
      } else {
        rows.append((keys, words))
      }
    }
    return rows
  }

  /// Draws the page over the screen, and says how far it can be scrolled.
  func draw(on frame: inout Frame, title: String) {
    let room = max(10, min(66, frame.size.columns - 10))
    let lines = lines(columns: room)
    let area = OverlayBox.area(columns: room + 6, rows: lines.count + 4, within: frame.size)
    let inner = OverlayBox.draw(area, title: title, on: &frame)
    let first = max(0, min(scroll, lines.count - inner.size.rows))
    for (offset, line) in lines.dropFirst(first).prefix(inner.size.rows).enumerated() {
      let place = Position(column: inner.origin.column, row: inner.origin.row + offset)
      frame.put(line, at: place, columns: inner.size.columns)
    }
    OverlayBox.mark(
      area, above: first > 0, below: first + inner.size.rows < lines.count, on: &frame)
  }

  /// The last line that can stand first on a screen.
  func lastScroll(size: Size) -> Int {
    let count = lines(columns: max(10, min(66, size.columns - 10))).count
    return max(0, count - max(1, min(count + 4, size.rows - 2) - 4))
  }
}
