import Lessons

/// The statistics screen as it stands.
struct StatisticsState: Sendable, Hashable {
  /// What is shown.
  var statistics: Statistics
  /// The first line that is seen.
  var scroll = 0
}

extension App {
  /// The lines of the statistics screen.
  private var statisticsLines: [StyledLine] {
    guard let statistics else { return [] }
    return StatisticsPage(statistics: statistics.statistics, language: language)
      .lines(columns: max(4, size.columns - 4))
  }

  /// Does what a command asks of the statistics screen.
  mutating func performStatistics(_ command: Command) -> [AppEffect] {
    let page = max(1, bodyRows - 2)
    switch command {
    case .up: scrollStatistics(by: -1)
    case .down: scrollStatistics(by: 1)
    case .pageUp: scrollStatistics(by: -page)
    case .pageDown: scrollStatistics(by: page)
    case .top: scrollStatistics(by: -100_000)
    case .bottom: scrollStatistics(by: 100_000)
    case .close: statistics = nil
    default: break
    }
    return []
  }

  private mutating func scrollStatistics(by lines: Int) {
    let last = max(0, statisticsLines.count - bodyRows)
    let scroll = statistics?.scroll ?? 0
    statistics?.scroll = max(0, min(last, scroll + lines))
  }

  /// Draws the statistics screen, without its footer.
  func drawStatistics(on frame: inout Frame) {
    let title = StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(text(.statistics), Style(.title)),
    ])
    frame.put(title, at: Position(column: 1, row: 0))
    frame.horizontalLine(
      at: Position(column: title.columns + 2, row: 0),
      columns: max(0, size.columns - title.columns - 3))
    let lines = statisticsLines
    let scroll = max(0, min(statistics?.scroll ?? 0, lines.count - bodyRows))
    for (row, line) in lines.dropFirst(scroll).prefix(bodyRows).enumerated() {
      frame.put(line, at: Position(column: 2, row: LessonView.top + row))
    }
    let rule = size.rows - 2
    frame.horizontalLine(at: Position(column: 1, row: rule), columns: max(0, size.columns - 2))
    if notice != nil {
      drawNotice(on: &frame)
    } else if scroll + bodyRows < lines.count {
      let words = " ▼ " + text(.moreBelow) + " "
      let column = max(1, size.columns - 3 - CharacterWidth.columns(of: words))
      frame.put(words, at: Position(column: column, row: rule), style: Style(.accent))
    }
  }
}
