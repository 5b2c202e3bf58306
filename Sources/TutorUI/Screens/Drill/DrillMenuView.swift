import Lessons

/// The drill's menu: what there is, and what can be begun with it.
struct DrillMenuView {
  var drill: DrillState
  var app: App

  /// Draws the screen, without its footer.
  func draw(on frame: inout Frame) {
    let margin = app.size.columns >= 60 ? max(3, (app.size.columns - 74) / 2) : 1
    let width = max(1, app.size.columns - margin * 2)
    var row = app.size.rows >= 20 ? 1 : 0
    let title = StyledLine([
      .init("∇ nabla", Style(.title, .bold)), .init("   " + app.text(.theDrill), Style(.dim)),
    ])
    frame.put(title, at: Position(column: margin, row: row))
    row += 2
    for line in summary(width) {
      frame.put(line, at: Position(column: margin, row: row))
      row += 1
    }
    row += 1
    for (index, item) in DrillMenu.Row.allCases.enumerated() {
      // A line of its own between what is begun and what is chosen, where there is room.
      if item == .topic, app.size.rows >= 16 { row += 1 }
      guard row < app.size.rows - 2 else { break }
      frame.put(line(item, width, index), at: Position(column: margin, row: row))
      row += 1
    }
    guard row + 1 < app.size.rows - 2 else { return }
    for line in explanation(width).prefix(app.size.rows - 3 - row) {
      row += 1
      frame.put(line, at: Position(column: margin + 2, row: row))
    }
  }

  private func summary(_ width: Int) -> [StyledLine] {
    let overview = drill.overview
    var lines: [StyledLine] = []
    if let topic {
      lines.append(number(.cardsDue, topic.due, of: nil))
      return lines + [number(.phaseNew, (topic.ready[.review] ?? 0) - topic.due, of: nil)]
    }
    if overview.met == 0 {
      return Layout.lines(of: app.text(.nothingMet), width: width)
    }
    lines.append(number(.cardsDue, overview.due, of: nil))
    lines.append(number(.cardsNew, overview.new, of: nil))
    if overview.due == 0, overview.new == 0, let next = overview.nextDue {
      let words = Wording.text(
        .nextDue, in: app.language, TimeText.interval(next, in: app.language))
      lines.append(StyledLine(words, Style(.dim)))
    } else {
      let words = Wording.text(.cardsMet, in: app.language, "\(overview.met)", "\(overview.all)")
      lines.append(StyledLine(words, Style(.dim)))
    }
    if overview.suspended > 0 {
      let words = Wording.text(.cardsSuspended, in: app.language, "\(overview.suspended)")
      lines.append(StyledLine(words, Style(.dim)))
    }
    return lines
  }

  private func number(_ phrase: Phrase, _ count: Int, of total: Int?) -> StyledLine {
    StyledLine([
      .init("\(count)", Style(count > 0 ? .number : .dim, count > 0 ? .bold : [])),
      .init(" " + app.text(phrase)),
    ])
  }

  private func line(_ row: DrillMenu.Row, _ width: Int, _ index: Int) -> StyledLine {
    let isHere = drill.menu.row == row
    let lead = StyledLine(isHere ? "▸ " : "  ", Style(.accent, .bold))
    let name = StyledLine(app.text(phrase(row)), Style(.text, isHere ? .bold : []))
      .padded(to: 16)
    guard row.mode == nil else { return (lead + name + note(row)).cut(to: width) }
    let arrows = Style(isHere ? .key : .dim)
    return
      (lead + name
      + StyledLine([.init("‹ ", arrows), .init(value(row), Style(.number)), .init(" ›", arrows)]))
      .cut(to: width)
  }

  private func phrase(_ row: DrillMenu.Row) -> Phrase {
    switch row {
    case .review: .review
    case .interview: .interview
    case .cram: .cram
    case .topic: .topic
    case .count: .cards
    case .minutes: .time
    case .retention: .desiredRetention
    }
  }

  private func note(_ row: DrillMenu.Row) -> StyledLine {
    let menu = drill.menu
    let overview = drill.overview
    let ready = (topic?.ready ?? overview.ready)[row.mode ?? .review] ?? 0
    let usual = row == .interview ? DrillPlan.interviewCount : DrillPlan.usualCount
    let count = min(menu.count ?? usual, ready)
    var words = cards(count)
    if row == .interview {
      let minutes = menu.minutes ?? Int(DrillPlan.interviewMinutes)
      let phrase = count == 1 ? Phrase.oneQuestionIn : .questionsIn
      words = Wording.text(phrase, in: app.language, "\(count)", "\(minutes)")
    }
    return StyledLine(words, Style(.dim))
  }

  private func cards(_ count: Int) -> String {
    count == 1
      ? app.text(.oneCard) : Wording.text(.cardCount, in: app.language, "\(count)")
  }

  private var topic: DrillOverview.Topic? {
    drill.overview.topics.first { $0.name == drill.menu.topic }
  }

  private func value(_ row: DrillMenu.Row) -> String {
    let menu = drill.menu
    switch row {
    case .topic:
      guard let topic else { return app.text(.allTopics) }
      return TopicText.name(topic.name, in: app.language) + "  "
        + Wording.text(.topicCards, in: app.language, "\(topic.met)", "\(topic.all)")
    case .retention:
      let usual = drill.overview.retention == Scheduler.standard.desiredRetention
      return StatisticsPage.percent(drill.overview.retention)
        + (usual ? "  " + app.text(.usual) : "")
    case .count: return menu.count.map { "\($0)" } ?? app.text(.usual)
    default:
      guard let minutes = menu.minutes else { return app.text(.noLimit) }
      return Wording.text(.minutes, in: app.language, "\(minutes)")
    }
  }

  private func explanation(_ width: Int) -> [StyledLine] {
    let phrase: Phrase
    switch drill.menu.row {
    case .review: phrase = .aboutReview
    case .interview: phrase = .aboutInterview
    case .cram: phrase = .aboutCram
    case .retention: phrase = .aboutRetention
    case .topic, .count, .minutes: return []
    }
    return [StyledLine()]
      + Layout.lines(of: app.text(phrase), width: min(width - 2, 70), style: Style(.dim))
  }
}
