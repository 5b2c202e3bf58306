import Lessons

/// A search through the texts of the open lesson.
struct SearchBox: Sendable, Hashable {
  /// What is searched for.
  var field = AnswerField()
  /// The hit the cursor is on.
  var cursor = 0

  /// A step in which it was found.
  struct Hit: Sendable, Hashable {
    var step: Int
    /// Some of the text around it.
    var excerpt: String
  }

  /// The steps that hold the text, whatever its case, in order.
  func hits(in lesson: Lesson) -> [Hit] {
    let wanted = field.text.lowercased()
    guard wanted.contains(where: { !$0.isWhitespace }) else { return [] }
    return lesson.steps.enumerated().compactMap { index, step in
      let texts = [step.title] + step.blocks.flatMap(\.texts)
      guard let text = texts.first(where: { $0.lowercased().contains(wanted) }) else { return nil }
      return Hit(step: index, excerpt: Self.excerpt(of: text, around: wanted))
    }
  }

  private static func excerpt(of text: String, around wanted: String) -> String {
    let characters = Array(text)
    let lowered = characters.map { $0.lowercased() }
    let first = wanted.first.map { $0.lowercased() } ?? ""
    let count = wanted.count
    let start = lowered.indices.first { index in
      lowered[index] == first
        && lowered[index..<min(lowered.count, index + count)].joined() == wanted
    }
    let from = max(0, (start ?? 0) - 16)
    return (from > 0 ? "…" : "") + String(characters[from...].prefix(60))
  }
}

extension Block {
  /// The texts of the block, for the search.
  fileprivate var texts: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines.plain]
    case .list(_, let items): items.flatMap { $0.flatMap(\.texts) }
    case .quote(let blocks): blocks.flatMap(\.texts)
    case .table(let header, _, let rows):
      header.map(\.plain) + rows.flatMap { $0.map(\.plain) }
    case .formula(let latex): [latex]
    case .code(_, let source): [source]
    case .program(let program): [program.source]
    case .quiz(let quiz): [quiz.ask.plain] + quiz.choices.map(\.text.plain)
    case .problem: []
    }
  }
}

/// How the search looks.
struct SearchView {
  var box: SearchBox
  var lesson: LessonState
  var app: App

  /// Draws the search over the screen.
  func draw(on frame: inout Frame) {
    let area = OverlayBox.area(columns: 76, rows: 16, within: frame.size)
    let inner = OverlayBox.draw(area, title: app.text(.searchFor), on: &frame)
    guard inner.size.rows > 0, inner.size.columns > 4 else { return }
    let shown = box.field.line(columns: inner.size.columns - 2, style: Style(.code))
    frame.put("/ ", at: inner.origin, style: Style(.accent))
    let start = Position(column: inner.origin.column + 2, row: inner.origin.row)
    frame.put(shown.line, at: start)
    frame.cursor = Position(
      column: start.column + min(shown.cursor, inner.size.columns - 3), row: start.row)
    let hits = box.hits(in: lesson.lesson)
    if hits.isEmpty, !box.field.text.isEmpty, inner.size.rows > 2 {
      let place = Position(column: inner.origin.column, row: inner.origin.row + 2)
      frame.put(app.text(.noMatch), at: place, style: Style(.dim))
    }
    draw(hits, inner, on: &frame)
  }

  private func draw(_ hits: [SearchBox.Hit], _ inner: Area, on frame: inout Frame) {
    let rows = max(0, inner.size.rows - 2)
    let first = ContentsView.first(cursor: box.cursor, count: hits.count, rows: rows)
    for (offset, index) in (first..<min(hits.count, first + rows)).enumerated() {
      let row = inner.origin.row + 2 + offset
      let title = ContentsView.title(of: hits[index].step, in: lesson, app)
      let line = StyledLine([
        .init("\(hits[index].step + 1)  ", Style(.dim)), .init(title + "  "),
        .init(hits[index].excerpt == title ? "" : hits[index].excerpt, Style(.dim)),
      ])
      frame.put(
        line.cut(to: inner.size.columns), at: Position(column: inner.origin.column, row: row))
      if index == box.cursor {
        frame.restyle(
          Area(
            column: inner.origin.column, row: row, columns: inner.size.columns, rows: 1),
          style: Style(.selection))
      }
    }
  }
}
