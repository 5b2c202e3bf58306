import Lessons

/// The list of a lesson's steps, with the one the cursor is on.
struct ContentsList: Sendable, Hashable {
  /// The step the cursor is on.
  var cursor: Int

  /// Makes a list with the cursor on a step.
  init(at step: Int) { cursor = step }
}

/// How the list of steps looks.
struct ContentsView {
  var list: ContentsList
  var lesson: LessonState
  var app: App

  private func area(_ lines: [StyledLine], within size: Size) -> Area {
    let widest = lines.reduce(20) { max($0, $1.columns) }
    return OverlayBox.area(columns: widest + 6, rows: lines.count + 4, within: size)
  }

  /// The step whose line stands in a row of the screen.
  func step(atRow row: Int, size: Size) -> Int? {
    let lines = rows
    let inner = OverlayBox.inside(area(lines, within: size))
    let first = Self.first(cursor: list.cursor, count: lines.count, rows: inner.size.rows)
    let index = first + row - inner.origin.row
    let isInside = row >= inner.origin.row && row < inner.origin.row + inner.size.rows
    return isInside && lines.indices.contains(index) ? index : nil
  }

  /// Draws the list over the middle of the screen.
  func draw(on frame: inout Frame) {
    let lines = rows
    let area = area(lines, within: frame.size)
    let inner = OverlayBox.draw(area, title: app.text(.contents), on: &frame)
    let first = Self.first(cursor: list.cursor, count: lines.count, rows: inner.size.rows)
    OverlayBox.mark(
      area, above: first > 0, below: first + inner.size.rows < lines.count, on: &frame)
    for (offset, index) in (first..<min(lines.count, first + inner.size.rows)).enumerated() {
      let place = Position(column: inner.origin.column, row: inner.origin.row + offset)
      frame.put(lines[index].cut(to: inner.size.columns), at: place)
      if index == list.cursor {
        let row = Area(place, Size(columns: inner.size.columns, rows: 1))
        frame.restyle(row, style: Style(.selection))
      }
    }
  }

  /// The first step that is seen, so that the cursor's one is.
  static func first(cursor: Int, count: Int, rows: Int) -> Int {
    max(0, min(cursor - rows / 2, count - rows))
  }

  private var rows: [StyledLine] {
    lesson.lesson.steps.indices.map { index in
      let title = Self.title(of: index, in: lesson, app)
      let isHere = index == lesson.index
      return StyledLine([
        .init(isHere ? "▸ " : "  ", Style(.accent)),
        .init(Self.sign(lesson, index) + " ", Style(.correct)),
        .init("\(index + 1)".count < 2 ? " \(index + 1)  " : "\(index + 1)  ", Style(.dim)),
        .init(title, Style(.text)),
      ])
    }
  }

  /// A step's title, or its number where it has none.
  static func title(of index: Int, in lesson: LessonState, _ app: App) -> String {
    guard lesson.lesson.steps.indices.contains(index) else { return "" }
    let title = lesson.lesson.steps[index].title
    return title.isEmpty
      ? Wording.text(.stepTitleless, in: app.language, "\(index + 1)") : title
  }

  /// Whether a step was seen to its end, begun, or neither.
  private static func sign(_ lesson: LessonState, _ index: Int) -> String {
    guard let standing = lesson.standings[index] else { return " " }
    return standing.isSeen ? "✓" : "·"
  }
}
