import Lessons

extension LessonState {
  /// The step on the screen in pieces.
  var slide: Slide { Slide(step) }

  /// Begins a step that a class has come to.
  mutating func arriveInTalk() {
    guard let talk else { return }
    let pieces = slide.pieces.count
    self.talk?.shown = talk.arrivesWhole ? max(1, pieces) : 1
    self.talk?.arrivesWhole = false
    self.talk?.counting = nil
    standing.scroll = 0
  }

  /// Keeps what is shown within the step, which may have fewer pieces in another language.
  mutating func clampTalk() {
    guard let talk else { return }
    let pieces = slide.pieces.count
    self.talk?.shown = max(1, min(talk.shown, pieces))
  }

  /// The questions that are seen, with how much of each.
  private var shownQuizzes: [(quiz: ComputedQuiz, extent: Slide.Extent)] {
    let extents = slide.extents(shown: talk?.shown ?? 1)
    return step.blocks.enumerated().compactMap { index, block in
      guard case .quiz(let quiz) = block, let extent = extents[index] else { return nil }
      return quiz.problem == nil ? (quiz, extent) : nil
    }
  }

  /// The question that a hint can be given on.
  var hintedQuiz: ComputedQuiz? {
    shownQuizzes.last { $0.extent != .whole && hasMoreHints($0.quiz) }?.quiz
  }

  /// The question that can be drawn again.
  var drawnQuiz: ComputedQuiz? { shownQuizzes.last { $0.quiz.isDrawn }?.quiz }

  /// The question whose hands can be counted.
  var countedQuiz: ComputedQuiz? {
    shownQuizzes.last { !$0.quiz.choices.isEmpty && $0.extent != .asked }?.quiz
  }

  /// Takes back the answer and the hands of a question that was drawn again.
  mutating func askAnew(_ quiz: ComputedQuiz) {
    guard let talk, let block = step.blocks.firstIndex(of: .quiz(quiz)),
      let answer = slide.pieces.lastIndex(where: { $0.block == block })
    else { return }
    self.talk?.shown = max(1, min(talk.shown, answer))
    self.talk?.tallies[quiz.id] = nil
    self.talk?.counting = nil
  }

  /// What the notes are told.
  var talkReport: TalkReport? {
    guard let talk else { return nil }
    let titles = lesson.steps.map(\.title)
    var report = TalkReport(
      lesson: lesson.title, language: lesson.language, step: index,
      count: max(index + 1, titles.count),
      title: step.title, next: titles.indices.contains(index + 1) ? titles[index + 1] : nil,
      notes: step.notes, shown: min(talk.shown, slide.pieces.count), pieces: slide.pieces.count)
    report.isBlank = talk.isBlank
    guard let (quiz, extent) = shownQuizzes.last else { return report }
    report.answer = quiz.answerInWords
    if let tally = talk.tallies[quiz.id] {
      report.tally = quiz.choices.indices.map {
        .init(letter: String(ChoiceList.key(of: $0)).uppercased(), count: tally.hands($0))
      }
      report.isTallyShown = extent == .whole
    }
    return report
  }
}

extension ComputedQuiz {
  /// The answer as a teacher reads it out: letters of choices, or a text.
  fileprivate var answerInWords: String {
    guard choices.isEmpty else {
      return choices.indices.filter { choices[$0].correct }
        .map { String(ChoiceList.key(of: $0)).uppercased() }.joined(separator: ", ")
    }
    return answerText
  }
}

extension Page {
  /// The first number that can be changed in place.
  var inputTarget: Target? {
    targets.filter { if case .input = $0.spot { true } else { false } }
      .min { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
