import Lessons

/// How the search looks: what is typed, what was found, and below it more of the one the cursor is on.
struct SearchView {
  var box: SearchBox
  var app: App

  /// The rows for more of what the cursor is on.
  private static let detailRows = 3

  /// The box on the screen.
  func area(within size: Size) -> Area {
    OverlayBox.area(columns: 76, rows: 20, within: size)
  }

  /// The hit whose line stands in a row of the screen.
  func hit(atRow row: Int, size: Size) -> Int? {
    let inner = OverlayBox.inside(area(within: size))
    let rows = hitRows(inner, details(columns: inner.size.columns))
    let offset = row - inner.origin.row - 2
    let index = ContentsView.first(cursor: box.cursor, count: box.hits.count, rows: rows) + offset
    return (0..<rows).contains(offset) && box.hits.indices.contains(index) ? index : nil
  }

  /// The rows for the hits, below what is typed and above more of the one the cursor is on.
  private func hitRows(_ inner: Area, _ details: [StyledLine]) -> Int {
    let hasDetails = inner.size.rows >= 9 && !details.isEmpty
    return max(0, inner.size.rows - 2 - (hasDetails ? Self.detailRows + 1 : 0))
  }

  /// Draws the search over the screen.
  func draw(on frame: inout Frame) {
    let area = area(within: frame.size)
    let inner = OverlayBox.draw(area, title: app.text(.searchFor), on: &frame)
    guard inner.size.rows > 0, inner.size.columns > 4 else { return }
    drawField(inner, on: &frame)
    if box.hits.isEmpty, !box.field.text.isEmpty, inner.size.rows > 2 {
      let place = Position(column: inner.origin.column, row: inner.origin.row + 2)
      frame.put(app.text(.noMatch), at: place, style: Style(.dim))
    }
    let details = inner.size.rows >= 9 ? details(columns: inner.size.columns) : []
    let rows = hitRows(inner, details)
    let first = ContentsView.first(cursor: box.cursor, count: box.hits.count, rows: rows)
    OverlayBox.mark(area, above: first > 0, below: first + rows < box.hits.count, on: &frame)
    drawHits(inner, rows, on: &frame)
    for (offset, line) in details.prefix(Self.detailRows).enumerated() {
      let row = inner.origin.row + inner.size.rows - Self.detailRows + offset
      frame.put(line, at: Position(column: inner.origin.column, row: row))
    }
  }

  private func drawField(_ inner: Area, on frame: inout Frame) {
    let shown = box.field.line(columns: inner.size.columns - 2, style: Style(.code))
    frame.put("/ ", at: inner.origin, style: Style(.accent))
    let start = Position(column: inner.origin.column + 2, row: inner.origin.row)
    frame.put(shown.line, at: start)
    frame.cursor = Position(
      column: start.column + min(shown.cursor, inner.size.columns - 3), row: start.row)
  }

  private func drawHits(_ inner: Area, _ rows: Int, on frame: inout Frame) {
    let first = ContentsView.first(cursor: box.cursor, count: box.hits.count, rows: rows)
    for (offset, index) in (first..<min(box.hits.count, first + rows)).enumerated() {
      let row = inner.origin.row + 2 + offset
      frame.put(
        line(box.hits[index]).cut(to: inner.size.columns),
        at: Position(column: inner.origin.column, row: row))
      guard index == box.cursor else { continue }
      frame.restyle(
        Area(column: inner.origin.column, row: row, columns: inner.size.columns, rows: 1),
        style: Style(.selection))
    }
  }

  // MARK: One hit

  private func line(_ hit: SearchIndex.Hit) -> StyledLine {
    switch hit {
    case .term(let term):
      return StyledLine([
        .init("◆ ", Style(.accent)), .init(term.names.joined(separator: " · ") + "  "),
        .init(term.definition, Style(.dim)),
      ])
    case .step(let place, let text):
      let title = title(of: place)
      let isHere = place.lesson == app.lesson?.id
      return StyledLine([
        .init(isHere ? "" : place.lessonTitle + " › ", Style(.dim)),
        .init("\(place.step + 1)  ", Style(.dim)), .init(title + "  "),
        .init(text == place.title ? "" : excerpt(text, columns: 60), Style(.dim)),
      ])
    }
  }

  /// A term with its meaning and the step that teaches it; more of a step's text, and its lesson.
  private func details(columns: Int) -> [StyledLine] {
    guard box.hits.indices.contains(box.cursor) else { return [] }
    let hit = box.hits[box.cursor]
    let text: [StyledLine]
    switch hit {
    case .term(let term): text = Layout.lines(of: term.definition, width: columns)
    case .step(_, let found): text = Layout.lines(of: excerpt(found, columns: 130), width: columns)
    }
    guard let place = hit.place else { return text }
    let way = StyledLine([
      .init("→ ", Style(.accent)), .init(place.lessonTitle + " › ", Style(.dim)),
      .init("\(place.step + 1)  ", Style(.dim)), .init(title(of: place)),
    ])
    return Array(text.prefix(Self.detailRows - 1)) + [way.cut(to: columns)]
  }

  private func excerpt(_ text: String, columns: Int) -> String {
    let flat = String(text.map { $0.isNewline ? " " : $0 })
    return SearchBox.excerpt(of: flat, around: box.field.text, columns: columns)
  }

  private func title(of place: SearchIndex.Place) -> String {
    place.title.isEmpty
      ? Wording.text(.stepTitleless, in: app.language, "\(place.step + 1)") : place.title
  }
}
