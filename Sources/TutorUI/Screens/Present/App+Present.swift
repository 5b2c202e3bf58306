import Lessons

extension App {
  /// Does what a command asks of a presentation.
  mutating func performPresent(_ command: Command) -> [AppEffect] {
    switch command {
    case .next: return presentNext()
    case .back: return presentBack()
    case .nextStep: return go(to: (lesson?.index ?? 0) + 1)
    case .previousStep: return go(to: (lesson?.index ?? 0) - 1)
    case .top: return go(to: 0)
    case .bottom: return go(to: (lesson?.lesson.steps.count ?? 1) - 1)
    case .blank:
      present?.isBlank = true
      return publish()
    case .tally: return openTally()
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .edit: return editFirstInput()
    case .reset: return resetAll()
    case .inspect: inspectCell()
    case .digits, .contents, .search: return performLesson(command)
    case .showKeys: present?.showsKeys.toggle()
    case .home:
      present = nil
      return performLesson(.home) + [.present(.end)]
    default: break
    }
    return []
  }

  /// Gives the keys to the first number on the screen.
  private mutating func inspectCell() {
    let cells = lesson?.page.targets.compactMap { target -> CellPlace? in
      if case .cell(let place) = target.spot { place } else { nil }
    }
    if let first = cells?.first { focusCell(first) }
  }

  // MARK: Pieces

  var shownPieces: Int { lesson?.pieces ?? 1 }

  private mutating func presentNext() -> [AppEffect] {
    guard let lesson else { return [] }
    if lesson.hasMoreBelow(rows: bodyRows) {
      scroll(by: max(1, bodyRows - 2))
      return []
    }
    let pieces = Pieces(step: lesson.step)
    if case (.program(let program), .second)? = pieces.last(of: shownPieces),
      let part = StepProgress.nextRow(of: program, lesson.standing)
    {
      self.lesson?.open(part, by: 1)
      return showPieces(shownPieces)
    }
    if shownPieces < pieces.count { return showPieces(shownPieces + 1) }
    return go(to: lesson.index + 1)
  }

  private mutating func presentBack() -> [AppEffect] {
    guard let lesson else { return [] }
    if lesson.standing.scroll > 0 {
      scroll(by: -max(1, bodyRows - 2))
      return []
    }
    guard shownPieces > 1 else {
      guard lesson.index > 0 else { return [] }
      self.lesson?.arrivesAtEnd = true
      return go(to: lesson.index - 1)
    }
    if case (.program(let program), .second)? = Pieces(step: lesson.step).last(of: shownPieces) {
      // A result that is taken back is told from its beginning the next time.
      for part in program.parts.indices {
        let id = StepStanding.PartID(program: program.index, part: part)
        self.lesson?.standing.rows[id] = nil
      }
      self.lesson?.standing.isSeen = false
    }
    return showPieces(shownPieces - 1)
  }

  /// Shows so many pieces of the step, and scrolls to the last of them.
  mutating func showPieces(_ count: Int) -> [AppEffect] {
    guard var lesson else { return [] }
    let pieces = Pieces(step: lesson.step)
    lesson.pieces = max(1, min(pieces.count, count))
    let answered = pieces.answered(lesson.pieces ?? 1)
    for quiz in lesson.step.quizzes {
      lesson.quizzes[quiz.id]?.standing = answered.contains(quiz.id) ? .revealed : .open
    }
    self.lesson = lesson
    layOut()
    // What is new is seen from its first line on.
    let (rows, before) = (bodyRows, lesson.page.rows)
    let after = max(1, self.lesson?.page.rows ?? 1)
    self.lesson?.show(lines: min(before, after - 1)..<after, rows: rows)
    return publish()
  }

  /// Takes a step as it is come to: with its first piece, or whole where one came back to it.
  mutating func presentStep() -> [AppEffect] {
    guard let step = lesson?.step else { return [] }
    let isWhole = lesson?.arrivesAtEnd == true
    lesson?.arrivesAtEnd = false
    present?.typing = nil
    lesson?.standing.rows = [:]
    lesson?.standing.isSeen = isWhole
    lesson?.standing.scroll = 0
    return showPieces(isWhole ? Pieces(step: step).count : 1)
  }

  /// Tells the speaker's terminal where the room is.
  func publish() -> [AppEffect] {
    guard let lesson, let present else { return [] }
    let steps = lesson.lesson.steps
    let next = steps.indices.contains(lesson.index + 1) ? steps[lesson.index + 1].title : nil
    return [
      .present(
        .publish(
          SpeakerPage(
            lesson: lesson.lesson.title, language: language, step: lesson.index,
            steps: steps.count, title: lesson.step.title, next: next, notes: lesson.step.notes,
            pieces: lesson.pieces ?? 1, total: Pieces(step: lesson.step).count,
            isBlank: present.isBlank)))
    ]
  }
}
