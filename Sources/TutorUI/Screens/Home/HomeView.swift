import Lessons

/// The home screen: what nabla is, the course, how far one has come, and what comes next.
struct HomeView {
  let app: App
  private let margin: Int
  private let width: Int
  private let top: Int
  /// What the course is about, or what is wrong with its file.
  private let tagline: [StyledLine]
  private let listTop: Int
  /// The rows the list has; the summary stands below it.
  private let listRows: Int
  private let list: [Row]

  /// A row of the list.
  private enum Row {
    case gap
    case part(String)
    case lesson(Int, CourseList.Entry)
    case nothing
  }

  /// Finds where everything stands: once, since each part's place follows from those above it.
  init(app: App) {
    let size = app.size
    self.app = app
    margin = size.columns >= 60 ? max(3, (size.columns - 92) / 2) : 1
    width = max(1, size.columns - margin * 2)
    top = size.rows >= 20 ? 1 : 0
    tagline = Self.tagline(app, width)
    listTop = top + 2 + tagline.count
    listRows = max(1, size.rows - listTop - 2 - Self.summaryRows(size))
    list = Self.rows(of: app.course)
  }

  /// Draws the screen, without its footer.
  func draw(on frame: inout Frame) {
    drawTitle(on: &frame)
    for (offset, line) in tagline.enumerated() {
      frame.put(line, at: Position(column: margin, row: top + 1 + offset))
    }
    let scroll = self.scroll
    let last = list.count { if case .lesson = $0 { true } else { false } }
    for (offset, row) in list.dropFirst(scroll).prefix(listRows).enumerated() {
      frame.put(line(of: row, last), at: Position(column: margin, row: listTop + offset))
    }
    let below = list.dropFirst(scroll + listRows).count {
      if case .lesson = $0 { true } else { false }
    }
    if list.count > scroll + listRows {
      let more = StyledLine("▼ " + app.text(.moreBelow) + " (\(below))", Style(.accent))
      let place = Position(column: margin + width - more.columns, row: listTop + listRows)
      frame.put(more, at: place)
    }
    let end = listTop + min(listRows, list.count)
    drawSummary(on: &frame, at: Position(column: margin + 2, row: end + 1))
  }

  private func drawTitle(on frame: inout Frame) {
    let name = frame.put(
      "∇ nabla", at: Position(column: margin, row: top), style: Style(.title, .bold))
    let start = margin + name + 3
    let titleEnd =
      start
      + frame.put(
        app.course.title, at: Position(column: start, row: top), style: Style(.dim),
        columns: max(0, margin + width - start))
    guard let due = app.due, due > 0 else { return }
    let line = StyledLine(
      Wording.text(.dueToday, in: app.language, "\(due)"), Style(.accent, .bold))
    let column = margin + width - line.columns
    if column > titleEnd + 1 { frame.put(line, at: Position(column: column, row: top)) }
  }

  private static func tagline(_ app: App, _ width: Int) -> [StyledLine] {
    if let problem = app.course.problem {
      let lines = Layout.lines(of: "! " + problem, width: width, style: Style(.wrong))
      return Array(lines.prefix(app.size.rows >= 16 ? 4 : 2))
    }
    guard app.size.rows >= 16 else { return [] }
    return Layout.lines(of: app.text(.tagline), width: width, style: Style(.dim))
  }

  private static func summaryRows(_ size: Size) -> Int { size.rows >= 16 ? 4 : 2 }

  private static func rows(of course: CourseList) -> [Row] {
    var rows: [Row] = []
    var number = 0
    for part in course.parts {
      if !rows.isEmpty { rows.append(.gap) }
      if !part.title.isEmpty { rows.append(.part(part.title)) }
      for entry in part.lessons {
        rows.append(.lesson(number, entry))
        number += 1
      }
    }
    if number == 0 { rows.append(.nothing) }
    return rows
  }

  private func line(of row: Row, _ last: Int) -> StyledLine {
    switch row {
    case .gap: StyledLine()
    case .part(let title): StyledLine(title, Style(.heading, .bold)).cut(to: width)
    case .lesson(let number, let entry): line(of: entry, number, of: last)
    case .nothing: StyledLine(app.text(.noCourse), Style(.warning))
    }
  }

  /// A lesson's number as wide as the last one's, so that all titles begin in one column.
  private static func padded(_ number: Int, to last: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, "\(last)".utf8.count - text.utf8.count)) + text
  }

  private func line(of entry: CourseList.Entry, _ number: Int, of last: Int) -> StyledLine {
    let isHere = number == app.choice
    let tail = self.tail(of: entry, wide: width >= 56)
    let lead = StyledLine([
      .init(isHere ? "▸ " : "  ", Style(.accent, .bold)), .init(sign(of: entry), signStyle(entry)),
      .init(" " + Self.padded(number + 1, to: last) + "  ", Style(.dim)),
    ])
    let room = max(4, width - lead.columns - tail.columns - 2)
    let title = StyledLine(entry.title, Style(.text, isHere ? .bold : [])).cut(to: room)
    return lead + title.padded(to: room + 2) + tail
  }

  private func tail(of entry: CourseList.Entry, wide: Bool) -> StyledLine {
    if entry.problem != nil { return StyledLine("!", Style(.wrong, .bold)) }
    let count = StyledLine("\(entry.seen)/\(entry.steps)", Style(.dim)).padded(to: 6, .trailing)
    let minutes = Wording.text(.minutes, in: app.language, "\(entry.minutes)")
    let time = StyledLine(minutes, Style(.dim)).padded(to: 9, .trailing)
    guard wide else { return count }
    let bar = ProgressBar(done: entry.seen, total: max(1, entry.steps)).line(columns: 14)
    return bar + count + time
  }

  private func sign(of entry: CourseList.Entry) -> String {
    if entry.problem != nil { return "!" }
    if entry.isFinished { return "✓" }
    return entry.seen > 0 || entry.isLast ? "·" : " "
  }

  private func signStyle(_ entry: CourseList.Entry) -> Style {
    Style(entry.problem != nil ? .wrong : entry.isFinished ? .correct : .accent, .bold)
  }

  private func drawSummary(on frame: inout Frame, at place: Position) {
    guard let entry = chosen else { return }
    var lines: [StyledLine] = []
    if let problem = entry.problem {
      lines = Layout.lines(
        of: Wording.text(.courseProblem, in: app.language, problem), width: width,
        style: Style(.wrong))
    } else {
      lines = Layout.lines(of: entry.summary, width: min(width, 76))
      if !entry.needs.isEmpty {
        let names = entry.needs.joined(separator: app.language == .english ? ", " : "、")
        let words = Wording.text(.needs, in: app.language, names)
        lines += Layout.lines(of: words, width: min(width, 76), style: Style(.dim))
      }
    }
    for (offset, line) in lines.prefix(Self.summaryRows(app.size) - 1).enumerated() {
      frame.put(line, at: Position(column: place.column, row: place.row + offset))
    }
  }

  private var chosen: CourseList.Entry? {
    for case .lesson(app.choice, let entry) in list { return entry }
    return nil
  }

  /// The first row of the list that is seen, so that the chosen lesson is.
  private var scroll: Int {
    let chosen = list.firstIndex { if case .lesson(app.choice, _) = $0 { true } else { false } }
    return max(0, min((chosen ?? 0) - listRows / 2, list.count - listRows))
  }

  /// The lesson whose line stands in a row of the screen.
  func lesson(atRow row: Int) -> Int? {
    let index = scroll + row - listTop
    guard row >= listTop, row < listTop + listRows, list.indices.contains(index),
      case .lesson(let number, _) = list[index]
    else { return nil }
    return number
  }
}
