import Lessons

/// Statistics written out as lines, for the screen and for plain mode.
struct StatisticsPage {
  var statistics: Statistics
  var language: CourseLanguage

  /// All lines within a width.
  func lines(columns: Int) -> [StyledLine] {
    all(columns: columns).map { $0.cut(to: columns) }
  }

  private func all(columns: Int) -> [StyledLine] {
    var lines = head(columns)
    if statistics.days.isEmpty { return lines }
    let left = section(.dueByDay, due(columns: min(columns, 44)))
    let right = section(.calendar, calendar(columns: columns))
    if columns >= 108 {
      var plate = Plate(lines: left)
      plate = plate.beside(Plate(lines: right), at: 50)
      lines += [StyledLine()] + plate.lines
    } else {
      lines += [StyledLine()] + left + [StyledLine()] + right
    }
    if statistics.weeks.contains(where: { $0.total > 0 }) {
      lines += [StyledLine()] + section(.byWeek, weeks)
    }
    if !statistics.topics.isEmpty {
      lines += [StyledLine()] + section(.byTopic, topics(columns))
    }
    return lines + [StyledLine()] + section(.byLesson, lessons(columns))
  }

  private func section(_ phrase: Phrase, _ lines: [StyledLine]) -> [StyledLine] {
    [StyledLine(text(phrase), Style(.heading, .bold))] + lines
  }

  private func text(_ phrase: Phrase, _ arguments: String...) -> String {
    Wording.fill(.phrase(phrase, arguments), in: language)
  }

  // MARK: The head

  private func head(_ columns: Int) -> [StyledLine] {
    var lines = [labelled(.cards, cards)]
    guard !statistics.days.isEmpty else {
      return lines + [StyledLine()]
        + Layout.lines(of: text(.nothingDone), width: columns, style: Style(.dim))
    }
    lines.append(labelled(.retention, StyledLine(retention)))
    let days = text(.daysInARow, "\(statistics.streak)", "\(statistics.days.count)")
    lines.append(labelled(.daysDone, StyledLine(days)))
    let answers = text(
      .answersGiven, "\(statistics.answered)", "\(statistics.reviews)", "\(statistics.practice)")
    lines.append(labelled(.answers, StyledLine(answers)))
    return lines.map { $0.cut(to: columns) }
  }

  private func labelled(_ phrase: Phrase, _ line: StyledLine) -> StyledLine {
    StyledLine(text(phrase), Style(.dim)).padded(to: 12) + line
  }

  private var cards: StyledLine {
    let kinds: [(String, Phrase)] = [
      ("new", .phaseNew), ("learning", .phaseLearning), ("relearning", .phaseRelearning),
      ("review", .phaseReview), ("suspended", .phaseSuspended),
    ]
    var line = StyledLine()
    for (name, phrase) in kinds {
      guard let count = statistics.phases[name], count > 0 else { continue }
      if !line.runs.isEmpty { line.runs.append(.init("   ")) }
      line.runs.append(.init("\(count)", Style(.number, .bold)))
      line.runs.append(.init(" " + text(phrase)))
    }
    return line
  }

  private var retention: String {
    let wanted = Self.percent(statistics.desiredRetention)
    guard let value = statistics.retention.value else { return text(.noRetention, wanted) }
    return text(
      .retentionOf, Self.percent(value), "\(statistics.retention.total)", wanted)
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  // MARK: Days

  private func due(columns: Int) -> [StyledLine] {
    let most = max(1, statistics.due.max() ?? 1)
    return statistics.due.enumerated().map { offset, count in
      let day = statistics.today + offset
      let name =
        switch offset {
        case 0: text(.today)
        case 1: text(.tomorrow)
        default: weekday(day) + " " + String(DayCount.text(of: day).suffix(5))
        }
      let width = max(4, columns - 20)
      let bar = BarChart.rightward(Double(count) / Double(most), columns: width)
      return StyledLine([.init("  " + name)]).padded(to: 14)
        + StyledLine("\(count)", Style(count > 0 ? .number : .dim)).padded(to: 4, .trailing)
        + StyledLine([.init("  "), .init(bar, Style(.bar))])
    }
  }

  private func weekday(_ day: Int) -> String {
    let names =
      language == .english
      ? ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      : ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    return names[DayCount.weekday(of: day)]
  }

  /// A row for each day of the week, a column for each week; the sign says how much was done.
  private func calendar(columns: Int) -> [StyledLine] {
    let weeks = max(1, min(Statistics.span, (columns - 7) / 3))
    let monday = statistics.today - DayCount.weekday(of: statistics.today)
    let first = monday - 7 * (weeks - 1)
    var months = StyledLine("       ", Style(.dim))
    var last = 0
    for week in 0..<weeks {
      let month = DayCount.date(of: first + 7 * week).month
      // A month is named over its first week, if the name before leaves room.
      let name = month == last ? "" : "\(month)" + (language == .chinese ? "月" : "")
      months = months + StyledLine(name, Style(.dim)).padded(to: 3).cut(to: max(3, name.count))
      last = month
    }
    return [months.cut(to: 46)]
      + (0..<7).map { row in
        var line = StyledLine("  " + weekday(first + row), Style(.dim)).padded(to: 7)
        for week in 0..<weeks {
          let day = first + 7 * week + row
          let sign = day > statistics.today ? " " : Self.sign(statistics.days[day] ?? 0)
          let isToday = day == statistics.today
          line.runs.append(
            .init(sign, Style(isToday ? .accent : sign == "·" ? .dim : .bar, isToday ? .bold : [])))
          line.runs.append(.init("  "))
        }
        return line
      } + [StyledLine("       " + text(.calendarKey), Style(.dim))]
  }

  private static func sign(_ count: Int) -> String {
    switch count {
    case 0: "·"
    case 1...9: "▒"
    case 10...24: "▓"
    default: "█"
    }
  }

  private var weeks: [StyledLine] {
    let monday = statistics.today - DayCount.weekday(of: statistics.today)
    return statistics.weeks.enumerated().compactMap { index, share in
      guard let value = share.value else { return nil }
      let day = monday - 7 * (Statistics.span - 1 - index)
      return StyledLine("  " + DayCount.text(of: day).suffix(5)).padded(to: 14)
        + StyledLine(Self.percent(value), Style(.number)).padded(to: 5, .trailing)
        + StyledLine([.init("  ")])
        + ProgressBar(done: share.right, total: share.total).line(columns: 20)
        + StyledLine("  \(share.right)/\(share.total)", Style(.dim))
    }
  }

  // MARK: Topics and lessons

  private func topics(_ columns: Int) -> [StyledLine] {
    let widest = statistics.topics.map { CharacterWidth.columns(of: name($0)) }.max() ?? 0
    let names = min(max(12, widest), max(8, columns / 2))
    return statistics.topics.map { topic in
      let share = topic.answers
      var line =
        StyledLine("  ") + StyledLine(name(topic)).cut(to: names).padded(to: names + 2)
        + StyledLine(Self.percent(share.value ?? 0), Style(.number)).padded(to: 5, .trailing)
        + StyledLine("  \(share.right)/\(share.total)", Style(.dim)).padded(to: 10)
      if let recall = topic.recall {
        line =
          line + StyledLine(text(.recallNow, "\(topic.known)", Self.percent(recall)), Style(.dim))
      }
      return line.cut(to: columns)
    }
  }

  private func name(_ topic: Statistics.Topic) -> String {
    TopicText.name(topic.name, in: language)
  }

  private func lessons(_ columns: Int) -> [StyledLine] {
    let widest = statistics.lessons.map { CharacterWidth.columns(of: $0.title) }.max() ?? 0
    let names = min(widest, max(8, columns - 44))
    return statistics.lessons.map { lesson in
      let steps = ProgressBar(done: lesson.seen, total: max(1, lesson.steps)).line(columns: 12)
      return
        (StyledLine("  ") + StyledLine(lesson.title).cut(to: names).padded(to: names + 2) + steps
        + StyledLine("  \(lesson.seen)/\(lesson.steps)", Style(.number)).padded(to: 8)
        + StyledLine(text(.cardsKnown, "\(lesson.known)", "\(lesson.cards)"), Style(.dim)))
        .cut(to: columns)
    }
  }
}

/// The course's statistics as lines of text.
public enum PlainStatistics {
  /// The lines, without colours.
  public static func text(
    _ statistics: Statistics, in language: CourseLanguage, columns: Int = 80
  ) -> String {
    PlainText.harmless(
      PlainText.text(
        StatisticsPage(statistics: statistics, language: language).lines(columns: columns)))
  }
}
