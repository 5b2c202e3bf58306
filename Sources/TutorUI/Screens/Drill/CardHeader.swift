import Lessons

/// The line over a card: what the session is for, where the card is from, how many are left, and the
/// time where it counts.
struct CardHeader {
  var drill: DrillState
  var lesson: LessonState
  var app: App

  /// Draws the line.
  func draw(on frame: inout Frame) {
    guard let card = drill.card else { return }
    let columns = app.size.columns
    let tail = tail(of: card)
    let lead = lead(of: card).cut(to: max(1, columns - tail.columns - 5))
    frame.put(lead, at: Position(column: 1, row: 0))
    let start = lead.columns + 2
    frame.horizontalLine(
      at: Position(column: start, row: 0), columns: max(0, columns - tail.columns - start - 2))
    frame.put(tail, at: Position(column: columns - tail.columns - 1, row: 0))
  }

  private func lead(of card: CardDealing) -> StyledLine {
    let mode: Phrase =
      switch card.mode {
      case .review: .theDrill
      case .cram: .cram
      case .interview: .interview
      }
    let dim = Style(.dim)
    var line = StyledLine([
      .init("nabla  ", Style(.title, .bold)), .init(app.text(mode), dim), .init(" › ", dim),
    ])
    // In an interview nobody says what a question is about.
    if card.mode == .interview {
      let words = Wording.text(.questionNumber, in: app.language, "\(card.done + 1)")
      line.runs.append(.init(words, Style(.title)))
    } else {
      line.runs.append(.init(card.card.lessonTitle, Style(.title)))
    }
    return line
  }

  private func tail(of card: CardDealing) -> StyledLine {
    let isWide = app.size.columns >= 60
    let total = card.done + card.left
    var line = StyledLine()
    if let seconds = drill.secondsLeft {
      let style = seconds < 60 ? Style(.warning, .bold) : Style(.text)
      line.runs.append(.init(TimeText.clock(seconds) + "  ", style))
    }
    let count =
      isWide
      ? Wording.text(.cardsLeft, in: app.language, "\(card.left)") : "\(card.done)/\(total)"
    line.runs.append(.init(count, Style(.dim)))
    guard isWide else { return line }
    let bar = ProgressBar(done: card.done, total: total).line(columns: min(20, max(6, total)))
    return line + StyledLine("  ") + bar
  }
}

/// The line under a card that was answered: the four ratings with what each brings, and why the one
/// that is marked is.
struct RatingBand {
  var grade: CardGrade
  var language: CourseLanguage
  var columns: Int
  var isScheduled = true

  /// Draws the line in a row.
  func draw(on frame: inout Frame, row: Int) {
    let room = max(1, columns - 4)
    let reason = StyledLine(" " + reasonText + " ", Style(.dim))
    let candidates =
      isScheduled
      ? [ratings(.words) + reason, ratings(.letters) + reason, ratings(.letters), ratings(nil)]
      : [reason]
    let line = candidates.first { $0.columns <= room } ?? candidates[candidates.count - 1]
    frame.put(line.cut(to: room), at: Position(column: 2, row: row))
  }

  /// How the time to the next review is written.
  private enum Interval { case words, letters }

  private func ratings(_ interval: Interval?) -> StyledLine {
    var line = StyledLine(" ")
    for (index, rating) in Rating.allCases.enumerated() {
      let isTaken = rating == grade.rating
      let style = Style(isTaken ? .accent : .dim, isTaken ? .bold : [])
      line.runs.append(.init(isTaken ? "▸" : " ", style))
      line.runs.append(.init("\(rating.rawValue) ", Style(.key)))
      line.runs.append(.init(Wording.text(Self.phrases[index], in: language) + " ", style))
      guard let interval, grade.intervals.indices.contains(index) else { continue }
      let seconds = grade.intervals[index]
      let time =
        interval == .words
        ? TimeText.interval(seconds, in: language) : TimeText.short(seconds, in: language)
      line.runs.append(.init(time + " ", Style(.dim)))
    }
    return line
  }

  static let phrases: [Phrase] = [.again, .hard, .good, .easy]

  /// Why the card was rated so: tries, hints, time.
  private var reasonText: String {
    let evidence = grade.evidence
    var parts: [String] = []
    if evidence.outcome == .revealed {
      parts.append(Wording.text(.wasRevealed, in: language))
    } else if evidence.tries > 0 {
      parts.append(Wording.text(.tryNumber, in: language, "\(evidence.tries)"))
    }
    if evidence.hints > 0 {
      parts.append(Wording.text(.hintsUsed, in: language, "\(evidence.hints)"))
    }
    parts.append(TimeText.duration(evidence.seconds, in: language))
    return parts.joined(separator: language == .english ? ", " : "，")
  }
}
