import Lessons

/// What a session came to: how many were right, by topic, and what to look at again.
struct ReportView {
  var drill: DrillState
  var report: DrillReport
  var app: App

  /// Makes the view; nil where there is no report.
  init?(drill: DrillState, app: App) {
    guard let report = drill.report else { return nil }
    self.drill = drill
    self.report = report
    self.app = app
  }

  /// Draws the screen, without its footer.
  func draw(on frame: inout Frame) {
    let columns = app.size.columns
    let title = StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(app.text(mode), Style(.dim)),
      .init(" › ", Style(.dim)), .init(app.text(.report), Style(.title)),
    ])
    frame.put(title, at: Position(column: 1, row: 0))
    frame.horizontalLine(
      at: Position(column: title.columns + 2, row: 0),
      columns: max(0, columns - title.columns - 3))
    let plate = plate
    let scroll = max(0, min(drill.scroll, plate.lines.count - app.bodyRows))
    for (row, line) in plate.lines.dropFirst(scroll).prefix(app.bodyRows).enumerated() {
      frame.put(line, at: Position(column: 2, row: LessonView.top + row))
    }
    let rule = app.size.rows - 2
    frame.horizontalLine(at: Position(column: 1, row: rule), columns: max(0, columns - 2))
    if app.notice != nil {
      app.drawNotice(on: &frame)
    } else if scroll + app.bodyRows < plate.lines.count {
      let words = " ▼ " + app.text(.moreBelow) + " "
      frame.put(
        words,
        at: Position(column: max(1, columns - 3 - CharacterWidth.columns(of: words)), row: rule),
        style: Style(.accent))
    }
  }

  private var mode: Phrase {
    switch report.plan.mode {
    case .review: .theDrill
    case .cram: .cram
    case .interview: .interview
    }
  }

  private var width: Int { max(4, min(90, app.size.columns - 4)) }

  /// The lines of the chosen miss.
  var chosenLines: Range<Int>? { layout.chosen }

  /// The page.
  var plate: Plate { layout.plate }

  private var layout: (plate: Plate, chosen: Range<Int>?) {
    var plate = Plate()
    for line in head { plate.append(line) }
    let topics = report.topics
    if topics.count > 1 {
      plate.space()
      let words = topics.map { TopicText.name($0.name, in: app.language) }
      let names = words.map(CharacterWidth.columns(of:)).max() ?? 0
      for topic in topics { plate.append(line(of: topic, names: min(names, width / 2))) }
    }
    var chosen: Range<Int>?
    let misses = report.misses
    if !misses.isEmpty {
      plate.space()
      plate.append(StyledLine(app.text(.lookAgain), Style(.heading, .bold)))
      for (index, miss) in misses.enumerated() {
        let start = plate.lines.count
        for line in lines(of: miss, isHere: index == drill.choice) { plate.append(line) }
        if index == drill.choice { chosen = start..<plate.lines.count }
      }
    }
    return (plate, chosen)
  }

  private var head: [StyledLine] {
    let total = report.entries.count
    var lines = [
      StyledLine([
        .init("\(report.right)", Style(.number, .bold)),
        .init(" " + Wording.text(.rightOf, in: app.language, "\(total)")),
        .init("   " + TimeText.duration(report.seconds, in: app.language), Style(.dim)),
      ])
    ]
    if report.unreached > 0 {
      let words = Wording.text(.unreached, in: app.language, "\(report.unreached)")
      lines.append(StyledLine(words, Style(.dim)))
    }
    if report.plan.mode != .review {
      lines.append(StyledLine(app.text(.notScheduled), Style(.dim)))
    } else if let next = report.nextDue {
      let words = Wording.text(
        .nextDue, in: app.language, TimeText.interval(next, in: app.language))
      lines.append(StyledLine(words, Style(.dim)))
    }
    return lines
  }

  private func line(of topic: DrillReport.Topic, names: Int) -> StyledLine {
    let columns = max(4, min(24, width - names - 10))
    return StyledLine(TopicText.name(topic.name, in: app.language)).cut(to: names).padded(
      to: names + 2)
      + ProgressBar(done: topic.right, total: topic.total).line(columns: columns)
      + StyledLine("  \(topic.right)/\(topic.total)", Style(.number))
  }

  private func lines(of miss: DrillReport.Entry, isHere: Bool) -> [StyledLine] {
    let lead = StyledLine(isHere ? "▸ " : "  ", Style(.accent, .bold))
    var ask = Layout.lines(
      of: miss.ask, width: width - 2, style: Style(.text, isHere ? .bold : []))
    if ask.count > 2 { ask = Array(ask.prefix(2)) + [StyledLine("…")] }
    var lines = ask.enumerated().map { $0 == 0 ? lead + $1 : $1.indented(by: 2) }
    let answers = [(Phrase.yours, miss.review.answer), (.theAnswer, miss.answer)]
    for (phrase, text) in answers where !text.isEmpty {
      let first = text.split(separator: "\n").first.map(String.init) ?? ""
      let label = app.text(phrase) + (app.language == .english ? ": " : "：")
      let line = StyledLine([.init(label, Style(.dim)), .init(PlainText.harmless(first))])
      lines.append(line.indented(by: 4).cut(to: width))
    }
    if let place = miss.card.teaching {
      let words = "→ " + place.title + (place.stepTitle.isEmpty ? "" : " › " + place.stepTitle)
      lines.append(StyledLine(words, Style(.accent)).indented(by: 4).cut(to: width))
    }
    return lines
  }
}
