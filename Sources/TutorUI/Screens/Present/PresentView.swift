import Lessons

/// A lesson before a room: the step, and at its foot only where one is.
struct PresentView {
  var lesson: LessonState
  var present: PresentState
  var app: App

  /// Draws the screen; the footer with its keys stands there only when it is asked for.
  func draw(on frame: inout Frame) {
    guard !present.isBlank else { return }
    let rows = app.bodyRows
    let scroll = lesson.standing.scroll
    let shift = margin
    for row in 0..<rows {
      let line = row + scroll
      let y = 1 + row
      if lesson.page.left.lines.indices.contains(line) {
        let place = Position(column: lesson.page.leftAt + shift, row: y)
        frame.put(lesson.page.left.lines[line], at: place)
      }
      if let right = lesson.page.right, right.lines.indices.contains(line) {
        frame.put(right.lines[line], at: Position(column: lesson.page.rightAt + shift, row: y))
      }
    }
    drawFocus(on: &frame, scroll, rows, shift)
    drawFoot(on: &frame)
  }

  /// A single column of text stands in the middle of a wide screen.
  private var margin: Int {
    guard lesson.page.right == nil else { return 0 }
    return max(0, (app.size.columns - max(StepLayout.measure, lesson.page.left.columns) - 4) / 2)
  }

  private func drawFocus(on frame: inout Frame, _ scroll: Int, _ rows: Int, _ shift: Int) {
    guard lesson.focus != .reading, lesson.typing == nil, let target = lesson.focusTarget,
      target.row >= scroll, target.row < scroll + rows
    else { return }
    let place = Position(column: target.column + shift, row: 1 + target.row - scroll)
    frame.restyle(
      Area(place, Size(columns: target.columns, rows: 1)), style: Style(.selection))
  }

  private func drawFoot(on frame: inout Frame) {
    let columns = app.size.columns
    let row = app.size.rows - 2
    let count = "\(lesson.index + 1)/\(lesson.lesson.steps.count)"
    let pieces = Pieces(step: lesson.step).count
    // A dot for each piece that is still to come, so that the speaker knows and the room does not.
    let left = max(0, pieces - (lesson.pieces ?? 1))
    let dots = String(repeating: "·", count: min(left, 30))
    var foot = StyledLine([
      .init(lesson.lesson.title + "  ", Style(.dim)), .init(count, Style(.dim)),
    ])
    if let notice = app.notice {
      foot = StyledLine(Wording.fill(notice, in: app.language), Style(.warning))
    }
    let tail = StyledLine(
      lesson.hasMoreBelow(rows: app.bodyRows) ? "▼ " + app.text(.moreBelow) : dots, Style(.accent))
    frame.put(foot.cut(to: max(1, columns - tail.columns - 4)), at: Position(column: 2, row: row))
    frame.put(tail, at: Position(column: columns - 2 - tail.columns, row: row))
  }
}
