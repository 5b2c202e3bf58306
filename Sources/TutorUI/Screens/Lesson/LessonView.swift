import Lessons

/// The lesson screen: where one is, the page, and how much more of it there is.
struct LessonView {
  var lesson: LessonState
  var app: App

  /// The screen's row on which the page begins.
  static let top = 2

  /// Draws the screen, without its footer.
  func draw(on frame: inout Frame) {
    if lesson.isCard, let drill = app.drill {
      CardHeader(drill: drill, lesson: lesson, app: app).draw(on: &frame)
    } else {
      drawHeader(on: &frame)
    }
    drawPage(on: &frame)
    drawRule(on: &frame)
    if lesson.isCard, let grade = app.drill?.grade, app.notice == nil {
      RatingBand(
        grade: grade, language: app.language, columns: app.size.columns,
        isScheduled: app.drill?.card?.mode == .review
      )
      .draw(on: &frame, row: app.size.rows - 2)
    }
  }

  private func drawHeader(on frame: inout Frame) {
    let columns = app.size.columns
    let total = lesson.lesson.steps.count
    let barColumns = columns >= 60 ? min(24, max(6, total)) : 0
    let count = "\(lesson.index + 1)/\(total)"
    let end = CharacterWidth.columns(of: count) + (barColumns > 0 ? barColumns + 2 : 0) + 1
    let room = max(1, columns - end - 4)
    let crumb = (crumbs.columns <= room ? crumbs : shortCrumbs).cut(to: room)
    frame.put(crumb, at: Position(column: 1, row: 0))
    let ruleStart = crumb.columns + 2
    frame.horizontalLine(
      at: Position(column: ruleStart, row: 0), columns: max(0, columns - end - ruleStart - 1))
    frame.put(
      count, at: Position(column: columns - end, row: 0), style: Style(.dim))
    if barColumns > 0 {
      let bar = ProgressBar(done: lesson.index + 1, total: total).line(columns: barColumns)
      frame.put(bar, at: Position(column: columns - barColumns - 1, row: 0))
    }
  }

  private var crumbs: StyledLine {
    guard !lesson.part.isEmpty else { return shortCrumbs }
    return StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(lesson.part, Style(.dim)),
      .init(" › ", Style(.dim)), .init(lesson.lesson.title, Style(.title)),
    ])
  }

  private var shortCrumbs: StyledLine {
    StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(lesson.lesson.title, Style(.title)),
    ])
  }

  private func drawPage(on frame: inout Frame) {
    let rows = app.bodyRows
    let page = lesson.page
    let scroll = lesson.standing.scroll
    for row in 0..<rows {
      let line = row + scroll
      let y = Self.top + row
      if page.left.lines.indices.contains(line) {
        frame.put(page.left.lines[line], at: Position(column: page.leftAt, row: y))
      }
      guard let right = page.right else { continue }
      if right.lines.indices.contains(line) {
        frame.put(right.lines[line], at: Position(column: page.rightAt, row: y))
      }
    }
    if page.right != nil {
      let rule = Position(column: page.rightAt - 3, row: 1)
      frame.verticalLine(at: rule, rows: rows + 1)
    }
    drawFocus(on: &frame, rows, scroll)
  }

  private func drawFocus(on frame: inout Frame, _ rows: Int, _ scroll: Int) {
    if app.overlays.isEmpty, let cursor = lesson.page.cursor, cursor.row >= scroll,
      cursor.row < scroll + rows
    {
      frame.cursor = Position(column: cursor.column, row: Self.top + cursor.row - scroll)
    }
    guard lesson.focus.isCell, lesson.typing == nil, let target = lesson.focusTarget,
      target.row >= scroll, target.row < scroll + rows
    else { return }
    let place = Position(column: target.column, row: Self.top + target.row - scroll)
    frame.restyle(
      Area(place, Size(columns: target.columns, rows: 1)), style: Style(.selection))
  }

  private func drawRule(on frame: inout Frame) {
    let row = app.size.rows - 2
    frame.horizontalLine(at: Position(column: 1, row: row), columns: max(0, app.size.columns - 2))
    guard app.notice == nil else { return app.drawNotice(on: &frame) }
    let right = app.size.columns - 3
    if lesson.hasMoreBelow(rows: app.bodyRows) {
      mark("▼ " + app.text(.moreBelow), right, row, on: &frame)
    }
    if lesson.standing.scroll > 0 { mark("▲ " + app.text(.moreAbove), right, 1, on: &frame) }
  }

  private func mark(_ words: String, _ right: Int, _ row: Int, on frame: inout Frame) {
    let columns = CharacterWidth.columns(of: words) + 2
    frame.put(
      " " + words + " ", at: Position(column: max(1, right - columns), row: row),
      style: Style(.accent))
  }
}

extension Focus {
  /// Whether the cursor is on a number that is shown selected.
  var isCell: Bool {
    switch self {
    case .cells, .inputs: true
    case .reading, .quiz, .film: false
    }
  }
}
