import Lessons

extension NotesScreen {
  /// The screen as it follows from the state.
  public func render() -> Frame {
    var frame = Frame(size: size)
    guard let report else {
      drawWaiting(on: &frame)
      return frame
    }
    drawHeader(report, on: &frame)
    drawStep(report, on: &frame)
    for (row, line) in zip(noteRows, noteLines.dropFirst(scroll)) {
      frame.put(line, at: Position(column: 2, row: row))
    }
    drawFacts(report, on: &frame)
    drawFoot(on: &frame)
    return frame
  }

  private func drawWaiting(on frame: inout Frame) {
    let words = Wording.text(hasEnded ? .notesEnded : .notesWaiting, in: language)
    let lines = Layout.lines(of: words, width: max(1, size.columns - 8), style: Style(.dim))
    for (offset, line) in lines.enumerated() {
      let place = Position(
        column: max(0, (size.columns - line.columns) / 2), row: size.rows / 2 - 1 + offset)
      frame.put(line, at: place)
    }
    drawFoot(on: &frame)
  }

  private func drawFoot(on frame: inout Frame) {
    frame.horizontalLine(
      at: Position(column: 1, row: size.rows - 2), columns: max(0, size.columns - 2))
    if scroll + noteRows.count < noteLines.count {
      frame.put(" ▼ ", at: Position(column: size.columns - 6, row: size.rows - 2))
    }
    frame.put(footer.line, at: Position(column: 0, row: size.rows - 1), columns: size.columns)
    let time = Self.time(now + offset)
    frame.put(
      time, at: Position(column: size.columns - time.count - 1, row: size.rows - 1),
      style: Style(.dim))
  }

  private func drawHeader(_ report: TalkReport, on frame: inout Frame) {
    let count = "\(report.step + 1)/\(report.count)"
    let bar = ProgressBar(done: report.step + 1, total: report.count)
      .line(columns: size.columns >= 60 ? min(24, max(6, report.count)) : 0)
    let end = StyledLine([.init(count + " ", Style(.dim))]) + bar
    let name = StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(report.lesson, Style(.title)),
    ]).cut(to: max(1, size.columns - end.columns - 5))
    frame.horizontalLine(at: Position(column: 1, row: 0), columns: max(0, size.columns - 2))
    frame.put(name + StyledLine(" "), at: Position(column: 1, row: 0))
    frame.put(
      StyledLine(" ") + end, at: Position(column: size.columns - end.columns - 2, row: 0))
  }

  /// The step's title and how far it is shown, and beside them the clock.
  private func drawStep(_ report: TalkReport, on frame: inout Frame) {
    let clock = ClockFace(text: TimeText.clock((now - start).rounded(.down)))
    let hasFace = size.columns >= 60 && size.rows >= 16
    let room = size.columns - 4 - (hasFace ? clock.columns + 3 : 0)
    let title = StyledLine(report.title, Style(.heading, .bold)).cut(to: max(1, room))
    frame.put(title, at: Position(column: 2, row: 2))
    let words = Wording.text(.pieces, in: language, "\(report.shown)", "\(report.pieces)")
    let bar = ProgressBar(done: report.shown, total: report.pieces)
      .line(columns: min(20, max(4, report.pieces)))
    frame.put(
      (bar + StyledLine("  " + words, Style(.dim))).cut(to: max(1, room)),
      at: Position(column: 2, row: 3))
    if report.isBlank {
      let blank = StyledLine(Wording.text(.screenIsBlank, in: language), Style(.warning, .bold))
      frame.put(blank.cut(to: max(1, room)), at: Position(column: 2, row: 4))
    }
    guard hasFace else {
      let text = StyledLine(clock.text, Style(.accent, .bold))
      frame.put(text, at: Position(column: size.columns - text.columns - 2, row: 3))
      return
    }
    for (row, line) in clock.lines.enumerated() {
      let place = Position(column: size.columns - clock.columns - 2, row: 1 + row)
      frame.put(line, at: place, style: Style(.accent, .bold))
    }
    let label = Wording.text(.sinceStart, in: language)
    let column = size.columns - CharacterWidth.columns(of: label) - 2
    frame.put(label, at: Position(column: column, row: 4), style: Style(.dim))
  }

  // MARK: The notes

  /// The rows of the screen that the notes have.
  var noteRows: Range<Int> { 6..<max(6, size.rows - 3 - facts.count) }

  /// The notes within the width of the screen.
  var noteLines: [StyledLine] {
    guard let report else { return [] }
    let width = max(1, min(100, size.columns - 4))
    guard !report.notes.isEmpty else {
      return Layout.lines(
        of: Wording.text(.notesNone, in: language), width: width, style: Style(.dim))
    }
    var lines: [StyledLine] = []
    for note in report.notes {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += Layout.lines(of: note, width: width)
    }
    return lines
  }

  // MARK: What else there is to know

  /// The answer, the hands, and what comes next: a name and what it is.
  private var facts: [(name: Phrase, words: StyledLine)] {
    guard let report else { return [] }
    var facts: [(name: Phrase, words: StyledLine)] = []
    if !report.answer.isEmpty {
      let answer = report.answer.split(separator: "\n").joined(separator: "  ")
      facts.append((.theAnswer, StyledLine(answer, Style(.number, .bold))))
    }
    if !report.tally.isEmpty {
      var words = StyledLine()
      for hands in report.tally {
        words.runs.append(.init(hands.letter + " ", Style(.key)))
        words.runs.append(.init((hands.count.map { "\($0)" } ?? "·") + "   ", Style(.number)))
      }
      let state = Wording.text(report.isTallyShown ? .shown : .hidden, in: language)
      words.runs.append(.init(state, Style(.dim)))
      facts.append((.hands, words))
    }
    let next =
      report.next.map { StyledLine($0) }
      ?? StyledLine(Wording.text(.lastStep, in: language), Style(.dim))
    facts.append((.comesNext, next))
    return facts
  }

  private func drawFacts(_ report: TalkReport, on frame: inout Frame) {
    let facts = facts
    let names = facts.map { Wording.text($0.name, in: language) }
    let widest = names.map(CharacterWidth.columns(of:)).max() ?? 0
    for (offset, fact) in facts.enumerated() {
      let row = size.rows - 2 - facts.count + offset
      guard row >= 5 else { continue }
      let name = StyledLine(names[offset], Style(.accent)).padded(to: widest + 2)
      frame.put((name + fact.words).cut(to: size.columns - 4), at: Position(column: 2, row: row))
    }
  }

  /// The time of day: `14:05`.
  private static func time(_ seconds: Double) -> String {
    guard let minutes = Int(exactly: (seconds / 60).rounded(.down)) else { return "" }
    let (hour, minute) = ((minutes / 60) % 24, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

/// A time in figures three lines high, which are read from a step away.
struct ClockFace {
  /// The time as it is written in one line.
  var text: String

  /// The three lines.
  var lines: [String] {
    (0..<3).map { row in
      text.map { (Self.figures[$0] ?? ["   ", "   ", "   "])[row] }.joined(separator: " ")
    }
  }

  /// The columns of a line.
  var columns: Int { lines[0].count }

  private static let figures: [Character: [String]] = [
    "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "],
    "3": [" _ ", " _|", " _|"], "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"],
    "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"], "8": [" _ ", "|_|", "|_|"],
    "9": [" _ ", "|_|", " _|"], ":": [" ", ".", "."],
  ]
}
