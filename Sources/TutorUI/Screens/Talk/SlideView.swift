import Lessons

/// The screen in front of a class: the page in the middle, and at the foot where one is.
struct SlideView {
  var lesson: LessonState
  var app: App

  /// Draws the screen.
  func draw(on frame: inout Frame) {
    let scroll = lesson.standing.scroll
    let all = lesson.page.left.lines
    for row in 0..<max(0, min(app.bodyRows, all.count - scroll)) {
      // The title stays where it is; what is below it moves away under it.
      let line = row < lesson.page.titleRows ? row : row + scroll
      frame.put(all[line], at: Position(column: 0, row: app.pageTop + row))
    }
    guard app.overlays.isEmpty else { return }
    if let cursor = lesson.page.cursor, (scroll..<scroll + app.bodyRows).contains(cursor.row) {
      frame.cursor = Position(column: cursor.column, row: app.pageTop + cursor.row - scroll)
    }
    drawFocus(on: &frame, scroll)
  }

  private func drawFocus(on frame: inout Frame, _ scroll: Int) {
    guard lesson.focus.isCell, lesson.typing == nil, let target = lesson.focusTarget,
      (scroll..<scroll + app.bodyRows).contains(target.row)
    else { return }
    let place = Position(column: target.column, row: app.pageTop + target.row - scroll)
    frame.restyle(
      Area(place, Size(columns: target.columns, rows: 1)), style: Style(.selection))
  }

  /// Draws the foot of the screen: the keys where they are needed, else where one is, or nothing.
  func drawFooter(on frame: inout Frame) {
    let row = app.size.rows - 1
    let columns = app.size.columns
    if app.isComputing {
      frame.put(app.footer.line, at: Position(column: 0, row: row), columns: columns)
    } else if let notice = app.notice {
      let words = StyledLine(Wording.fill(notice, in: app.language), Style(.warning))
      frame.put(words.cut(to: columns - 2), at: Position(column: 1, row: row))
    } else if !app.overlays.isEmpty || !isHidden && needsKeys {
      frame.put(app.footer.line, at: Position(column: 0, row: row), columns: columns)
    } else if !isHidden {
      drawPlace(on: &frame, row: row)
    }
  }

  private var isHidden: Bool { lesson.talk?.hasNoFooter == true }

  private var needsKeys: Bool {
    lesson.talk?.hasBegun != true || lesson.focus != .reading || lesson.talk?.counting != nil
  }

  private func drawPlace(on frame: inout Frame, row: Int) {
    let columns = app.size.columns
    var place = "\(lesson.index + 1)/\(lesson.lesson.steps.count)"
    if lesson.hasMoreBelow(rows: app.bodyRows) { place = "▼  " + place }
    let end = CharacterWidth.columns(of: place) + 2
    frame.put(
      StyledLine(lesson.lesson.title, Style(.dim)).cut(to: max(1, columns - end - 4)),
      at: Position(column: 2, row: row))
    frame.put(place, at: Position(column: columns - end, row: row), style: Style(.dim))
  }
}
