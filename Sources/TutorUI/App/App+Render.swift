import Lessons

extension App {
  /// The screen as it follows from the state.
  public func render() -> Frame {
    var frame = Frame(size: size)
    guard !isTooSmall else {
      drawTooSmall(on: &frame)
      return frame
    }
    let screen = screen
    switch screen {
    case .repl(let repl): return repl.render()
    case .statistics: drawStatistics(on: &frame)
    case .talk(let lesson):
      if lesson.talk?.isBlank == true { return frame }
      SlideView(lesson: lesson, app: self).draw(on: &frame)
    case .lesson(let lesson), .card(let lesson):
      LessonView(lesson: lesson, app: self).draw(on: &frame)
    case .report(let drill): ReportView(drill: drill, app: self)?.draw(on: &frame)
    case .drillMenu(let drill):
      DrillMenuView(drill: drill, app: self).draw(on: &frame)
      drawHomeNotice(on: &frame)
    case .home:
      HomeView(app: self).draw(on: &frame)
      drawHomeNotice(on: &frame)
    }
    for overlay in overlays { draw(overlay, on: &frame) }
    if case .talk(let lesson) = screen {
      SlideView(lesson: lesson, app: self).drawFooter(on: &frame)
    } else {
      frame.put(footer.line, at: Position(column: 0, row: size.rows - 1), columns: size.columns)
    }
    return frame
  }

  private func drawTooSmall(on frame: inout Frame) {
    let needed = Wording.text(
      .tooSmall, in: language, "\(Self.smallest.columns)", "\(Self.smallest.rows)")
    frame.put(needed, at: Position(column: 0, row: 0), style: Style(.warning))
  }

  private func drawHomeNotice(on frame: inout Frame) {
    drawNotice(on: &frame, isRuled: false)
  }

  /// Draws the notice above the footer, on as many lines as it takes.
  func drawNotice(on frame: inout Frame, isRuled: Bool = true) {
    guard let notice else { return }
    let words = Wording.fill(notice, in: language)
    let lines = Layout.lines(of: words, width: max(4, size.columns - 6), style: Style(.warning))
      .prefix(max(1, size.rows / 3))
    let top = size.rows - 1 - lines.count
    for (offset, line) in lines.enumerated() {
      let row = top + offset
      frame.fill(Area(column: 0, row: row, columns: size.columns, rows: 1))
      if isRuled, offset == 0 {
        frame.horizontalLine(
          at: Position(column: 1, row: row), columns: max(0, size.columns - 2))
      }
      frame.put(
        StyledLine(" ") + line + StyledLine(" "), at: Position(column: isRuled ? 2 : 0, row: row))
    }
  }

  private func draw(_ overlay: Overlay, on frame: inout Frame) {
    switch overlay {
    case .help(let scroll): helpView(scroll: scroll).draw(on: &frame, title: text(.keys))
    case .contents(let list):
      if let lesson { ContentsView(list: list, lesson: lesson, app: self).draw(on: &frame) }
    case .cell(let card):
      if let lesson { CellView(card: card, lesson: lesson, app: self).draw(on: &frame) }
    case .seed(let box): SeedView(box: box, app: self).draw(on: &frame)
    case .search(let box): SearchView(box: box, app: self).draw(on: &frame)
    }
  }
}
