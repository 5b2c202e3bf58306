import Lessons

/// The home screen: what nabla is, the course, how far one has come, and what comes next.
struct HomeView {
  var app: App

  /// Draws the screen, without its footer.
  func draw(on frame: inout Frame) {
    let margin = self.margin
    var row = top
    let width = max(1, app.size.columns - margin * 2)
    frame.put("∇ nabla", at: Position(column: margin, row: row), style: Style(.title, .bold))
    frame.put(
      app.course.title, at: Position(column: margin + 10, row: row), style: Style(.dim),
      columns: max(0, width - 10))
    if let due = app.due, due > 0 {
      let words = Wording.text(.dueToday, in: app.language, "\(due)")
      let line = StyledLine(words, Style(.accent, .bold))
      let column = margin + width - line.columns
      let titleEnd = margin + 10 + CharacterWidth.columns(of: app.course.title)
      if column > titleEnd + 1 { frame.put(line, at: Position(column: column, row: row)) }
    }
    row += 1
    for line in tagline(width) {
      frame.put(line, at: Position(column: margin, row: row))
      row += 1
    }
    let lines = lines(width)
    let scroll = scroll(in: lines)
    for (offset, line) in lines.dropFirst(scroll).prefix(listRows).enumerated() {
      frame.put(line.line, at: Position(column: margin, row: listTop + offset))
    }
    if lines.count > scroll + listRows {
      let below = lines.dropFirst(scroll + listRows).count { $0.lesson != nil }
      let more = StyledLine("▼ " + app.text(.moreBelow) + " (\(below))", Style(.accent))
      let place = Position(column: margin + width - more.columns, row: listTop + listRows)
      frame.put(more, at: place)
    }
    let end = listTop + min(listRows, lines.count)
    drawSummary(on: &frame, at: Position(column: margin + 2, row: end + 1), width)
  }

  private var margin: Int { app.size.columns >= 60 ? max(3, (app.size.columns - 92) / 2) : 1 }

  private var top: Int { app.size.rows >= 20 ? 1 : 0 }

  /// What the course is about, or what is wrong with its file.
  private func tagline(_ width: Int) -> [StyledLine] {
    if let problem = app.course.problem {
      let lines = Layout.lines(of: "! " + problem, width: width, style: Style(.wrong))
      return Array(lines.prefix(app.size.rows >= 16 ? 4 : 2))
    }
    guard app.size.rows >= 16 else { return [] }
    return Layout.lines(of: app.text(.tagline), width: width, style: Style(.dim))
  }

  private var listTop: Int {
    let width = max(1, app.size.columns - margin * 2)
    return top + 2 + tagline(width).count
  }

  /// The rows the list has; the summary stands below it.
  private var listRows: Int { max(1, app.size.rows - listTop - 2 - summaryRows) }

  private var summaryRows: Int { app.size.rows >= 16 ? 4 : 2 }

  /// A line of the list, and the lesson that stands on it.
  private typealias Line = (line: StyledLine, lesson: Int?)

  private func lines(_ width: Int) -> [Line] {
    var lines: [Line] = []
    let last = app.course.lessons.count
    var number = 0
    for part in app.course.parts {
      if !lines.isEmpty { lines.append((StyledLine(), nil)) }
      if !part.title.isEmpty {
        lines.append((StyledLine(part.title, Style(.heading, .bold)).cut(to: width), nil))
      }
      for entry in part.lessons {
        lines.append((line(of: entry, number, of: last, width), number))
        number += 1
      }
    }
    if number == 0 { lines.append((StyledLine(app.text(.noCourse), Style(.warning)), nil)) }
    return lines
  }

  /// A lesson's number as wide as the last one's, so that all titles begin in one column.
  private static func padded(_ number: Int, to last: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, "\(last)".utf8.count - text.utf8.count)) + text
  }

  private func line(
    of entry: CourseList.Entry, _ number: Int, of last: Int, _ width: Int
  ) -> StyledLine {
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

  private func drawSummary(on frame: inout Frame, at place: Position, _ width: Int) {
    let lessons = app.course.lessons
    guard lessons.indices.contains(app.choice) else { return }
    let entry = lessons[app.choice]
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
    for (offset, line) in lines.prefix(summaryRows - 1).enumerated() {
      frame.put(line, at: Position(column: place.column, row: place.row + offset))
    }
  }

  /// The first line of the list that is seen, so that the chosen lesson is.
  private func scroll(in lines: [Line]) -> Int {
    let chosen = lines.firstIndex { $0.lesson == app.choice } ?? 0
    return max(0, min(chosen - listRows / 2, lines.count - listRows))
  }

  /// The lesson whose line stands in a row of the screen.
  func lesson(atRow row: Int) -> Int? {
    let width = max(1, app.size.columns - margin * 2)
    let all = lines(width)
    let index = scroll(in: all) + row - listTop
    guard row >= listTop, row < listTop + listRows, all.indices.contains(index) else { return nil }
    return all[index].lesson
  }
}
