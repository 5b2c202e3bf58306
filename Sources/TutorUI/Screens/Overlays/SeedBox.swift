import Lessons

/// Asks for the seed that a question's numbers are to be drawn from.
struct SeedBox: Sendable, Hashable {
  /// The question.
  var quiz: String
  /// What is typed.
  var field = AnswerField()

  /// The seed that is typed, if it is one.
  var seed: UInt64? {
    UInt64(field.text.filter { $0 != " " }).flatMap { $0 < 1 << 62 ? $0 : nil }
  }
}

/// How it looks.
struct SeedView {
  var box: SeedBox
  var app: App

  /// Draws the box over the screen.
  func draw(on frame: inout Frame) {
    let area = OverlayBox.area(columns: 40, rows: 5, within: frame.size)
    let inner = OverlayBox.draw(area, title: app.text(.replay), on: &frame)
    guard inner.size.rows > 0, inner.size.columns > 4 else { return }
    frame.put(app.text(.seedAsked), at: inner.origin, columns: inner.size.columns)
    let row = inner.origin.row + min(1, inner.size.rows - 1)
    let shown = box.field.line(columns: inner.size.columns, style: Style(.code))
    frame.put(shown.line, at: Position(column: inner.origin.column, row: row))
    frame.cursor = Position(
      column: inner.origin.column + min(shown.cursor, inner.size.columns - 1), row: row)
  }
}

extension App {
  /// Opens the box for the question in hand, or else the last one on the page that is drawn.
  mutating func askSeed() {
    let focused = lesson?.focus.quiz.flatMap { lesson?.step.quiz($0) }
    let drawn = focused?.isDrawn == true ? focused : lesson?.visibleQuizzes.last(where: \.isDrawn)
    if let drawn { overlays.append(.seed(SeedBox(quiz: drawn.id))) }
  }

  /// Gives a key to the box; nil where it means no text.
  mutating func typeSeed(_ key: Key, into box: SeedBox) -> [AppEffect]? {
    guard KeyTable.command(for: key, in: .seed) == nil else { return nil }
    var box = box
    guard box.field.press(key) else { return nil }
    overlays[overlays.count - 1] = .seed(box)
    return []
  }

  /// Draws from the seed that was typed.
  mutating func perform(_ command: Command, in box: SeedBox) -> [AppEffect] {
    guard command == .open else { return [] }
    guard let seed = box.seed else {
      notice = Notice(.unreadable)
      return []
    }
    overlays.removeLast()
    return [.replay(quiz: box.quiz, seed: seed, step: lesson?.index ?? 0)]
  }
}
