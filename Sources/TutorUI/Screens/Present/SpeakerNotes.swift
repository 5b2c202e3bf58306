import Lessons

/// What the second terminal shows the one who speaks: notes, the next step's title, and a clock.
public struct SpeakerNotes: Sendable, Hashable {
  var size: Size
  var language: CourseLanguage
  /// Where the room is; nil where nobody presents.
  var page: SpeakerPage?
  /// What time it is, in seconds since 1970.
  var now = 0.0
  /// The seconds by which the speaker's clock is ahead of Greenwich's.
  var offset = 0.0
  /// The first line of the notes that is seen.
  var scroll = 0

  /// What happens to it.
  public enum Message: Sendable, Hashable {
    case key(Key)
    case resized(Size)
    /// It is time to look where the room is.
    case woken
    case looked(SpeakerPage?, now: Double, offset: Double)
  }

  /// What it asks of the world.
  public enum Effect: Sendable, Hashable {
    case quit, look, wake
  }

  /// Opens the notes.
  public init(size: Size, language: CourseLanguage) {
    self.size = size
    self.language = language
  }

  /// Changes the state as a message asks.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .resized(let size): self.size = size
    case .woken: return [.look]
    case .looked(let page, let now, let offset):
      if page?.step != self.page?.step || page?.lesson != self.page?.lesson { scroll = 0 }
      self.page = page
      self.now = now
      self.offset = offset
      if let page { language = page.language }
      return [.wake]
    case .key(let key): return press(key)
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .character("q"), .escape, .control("c"): return [.quit]
    case .down, .character("j"), .wheelDown: scroll += 1
    case .up, .character("k"), .wheelUp: scroll = max(0, scroll - 1)
    case .pageDown, .character(" "): scroll += max(1, size.rows - 8)
    case .pageUp: scroll = max(0, scroll - max(1, size.rows - 8))
    default: break
    }
    scroll = min(scroll, max(0, lines.count - noteRows))
    return []
  }

  // MARK: The screen

  private var noteRows: Int { max(1, size.rows - 7) }

  /// The screen as it follows from the state.
  public func render() -> Frame {
    var frame = Frame(size: size)
    guard let page else {
      let words = Wording.text(.speakerWaiting, in: language)
      for (row, line) in Layout.lines(of: words, width: max(1, size.columns - 4)).enumerated() {
        frame.put(line, at: Position(column: 2, row: 1 + row))
      }
      put(clock, on: &frame, row: max(0, size.rows - 2))
      return frame
    }
    let head = StyledLine([
      .init(page.lesson + "  ", Style(.dim)),
      .init("\(page.step + 1)/\(page.steps)  ", Style(.number, .bold)),
      .init(page.title, Style(.heading, .bold)),
    ])
    put(head, on: &frame, row: 0)
    put(state(of: page), on: &frame, row: 1)
    let all = lines
    for (row, line) in all.dropFirst(scroll).prefix(noteRows).enumerated() {
      frame.put(line, at: Position(column: 2, row: 3 + row))
    }
    frame.horizontalLine(
      at: Position(column: 1, row: size.rows - 4), columns: max(0, size.columns - 2))
    let next = page.next.map { Wording.text(.nextIs, in: language, $0.isEmpty ? "…" : $0) }
    put(
      StyledLine(next ?? Wording.text(.lastStep, in: language), Style(.accent)), on: &frame,
      row: size.rows - 3)
    put(times(of: page), on: &frame, row: size.rows - 2)
    return frame
  }

  private func put(_ line: StyledLine, on frame: inout Frame, row: Int) {
    frame.put(line.cut(to: max(1, size.columns - 3)), at: Position(column: 2, row: row))
  }

  private func state(of page: SpeakerPage) -> StyledLine {
    if page.isBlank {
      return StyledLine(Wording.text(.screenIsBlank, in: language), Style(.warning, .bold))
    }
    let words = Wording.text(.piecesShown, in: language, "\(page.pieces)", "\(page.total)")
    return StyledLine(words, Style(.dim)) + StyledLine("  ")
      + ProgressBar(done: page.pieces, total: page.total).line(
        columns: min(30, max(4, page.total * 2)))
  }

  private var lines: [StyledLine] {
    let width = max(4, size.columns - 4)
    guard let page else { return [] }
    if page.notes.isEmpty {
      return [StyledLine(Wording.text(.noNotes, in: language), Style(.dim))]
    }
    return page.notes.enumerated().flatMap { index, note in
      (index > 0 ? [StyledLine()] : [])
        + note.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
          Layout.lines(of: String($0), width: width)
        }
    }
  }

  private func times(of page: SpeakerPage) -> StyledLine {
    let lesson = TimeText.clock((now - page.started).rounded(.down))
    let step = TimeText.clock((now - page.stepStarted).rounded(.down))
    let words = Wording.text(.timesSince, in: language, lesson, step)
    return clock + StyledLine("   ") + StyledLine(words, Style(.dim))
  }

  /// The time of day.
  private var clock: StyledLine {
    let seconds = Int(exactly: (now + offset).rounded(.down)) ?? 0
    let minutes = seconds / 60 % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return StyledLine("\(two(minutes / 60)):\(two(minutes % 60))", Style(.number, .bold))
  }
}
