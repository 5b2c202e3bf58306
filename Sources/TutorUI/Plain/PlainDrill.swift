import Lessons

/// A session of the drill, a line of input at a time, without a screen.
///
/// The classroom deals the cards and keeps the answers, as it does for the screen.
public struct PlainDrill {
  /// What is to be written, and whether the session is over.
  public struct Reply: Sendable, Hashable {
    /// Text for standard output.
    public var text = ""
    /// Whether it is over.
    public var isOver = false
  }

  private var classroom: Classroom
  private let language: CourseLanguage
  private let columns: Int
  private var plan = DrillPlan()
  private var dealing: CardDealing?
  private var question: PlainQuestion?
  private var grade: CardGrade?

  /// Opens a drill at a desk.
  public init(desk: any CourseDesk, language: CourseLanguage, columns: Int = 80) {
    classroom = Classroom(desk: desk)
    self.language = language
    self.columns = columns
  }

  /// Begins a session: the first card, or why there is none.
  public mutating func begin(_ plan: DrillPlan, seed: UInt64?) -> Reply {
    var reply = Reply()
    self.plan = plan
    perform(.begin(plan, language, seed: seed), &reply)
    return reply
  }

  /// Reads a line of input.
  public mutating func read(_ line: String) -> Reply {
    var reply = Reply()
    let word = TypedLine.normalised(line).lowercased()
    if let grade {
      rate(grade, word, &reply)
    } else if let question {
      answer(question, line, word, &reply)
    }
    return reply
  }

  /// Ends the session without more input.
  public mutating func finish() -> Reply {
    var reply = Reply()
    perform(.end, &reply)
    reply.isOver = true
    return reply
  }

  // MARK: What the classroom says

  private mutating func perform(_ effect: DrillEffect, _ reply: inout Reply) {
    for message in classroom.perform(effect) {
      switch message {
      case .drill(let message): take(message, &reply)
      case .noticed(let notice): write(Wording.fill(notice, in: language), &reply)
      default: break
      }
    }
  }

  private mutating func take(_ message: DrillMessage, _ reply: inout Reply) {
    switch message {
    case .dealt(let dealing), .replaced(let dealing, _): show(dealing, &reply)
    case .graded(let grade): show(grade, &reply)
    case .ended(let report):
      reply.text += "\n" + PlainReport(report: report, language: language, columns: columns).text
      close(&reply)
    case .empty(let overview):
      reply.text += PlainReport.text(of: overview, for: plan, in: language)
      close(&reply)
    case .opened:
      reply.text += "\n" + PlainWords.noneAnswered[language] + "\n"
      close(&reply)
    case .dueCounted, .counted, .looked: break
    }
  }

  private mutating func close(_ reply: inout Reply) {
    dealing = nil
    question = nil
    grade = nil
    reply.isOver = true
  }

  private mutating func show(_ dealing: CardDealing, _ reply: inout Reply) {
    self.dealing = dealing
    grade = nil
    let step = dealing.step.flat.card(dealing.card)
    guard let quiz = step.quiz(dealing.card.id.quiz) else { return }
    let number = dealing.done + 1
    let isInterview = dealing.mode == .interview
    var head = "\n" + PlainWords.card(number, left: dealing.left)[language]
    if let seconds = dealing.secondsLeft { head += "  " + TimeText.clock(seconds) }
    if !isInterview { head += "  " + dealing.card.lessonTitle }
    write(head, &reply)
    for block in step.blocks.dropLast() {
      write(PlainLesson.lines(of: block, columns: columns, language), &reply)
    }
    let asked = PlainQuestion(quiz)
    question = asked
    write(asked.lines(columns: columns, language), &reply)
    write((isInterview ? PlainWords.interviewKeys : PlainWords.cardKeys)[language], &reply)
    prompt(asked, &reply)
  }

  private mutating func show(_ grade: CardGrade, _ reply: inout Reply) {
    let time = TimeText.duration(grade.evidence.seconds, in: language)
    guard dealing?.mode == .review else {
      write(time, &reply)
      return keep(grade, nil, &reply)
    }
    self.grade = grade
    let ratings = zip(Rating.allCases, RatingBand.phrases).map { rating, phrase in
      let interval = TimeText.interval(grade.intervals[rating.rawValue - 1], in: language)
      return "\(rating.rawValue) \(Wording.text(phrase, in: language)) (\(interval))"
    }
    let name = Wording.text(RatingBand.phrases[grade.rating.rawValue - 1], in: language)
    write(PlainWords.rated(name, time: time)[language], &reply)
    write("  " + ratings.joined(separator: "  "), &reply)
  }

  private mutating func keep(_ grade: CardGrade, _ rating: Rating?, _ reply: inout Reply) {
    self.grade = nil
    perform(.take(grade.evidence, answer: grade.answer, rating), &reply)
  }

  // MARK: What is typed

  private mutating func rate(_ grade: CardGrade, _ word: String, _ reply: inout Reply) {
    switch word {
    case "": keep(grade, grade.rating, &reply)
    case "q", "quit", "exit":
      keep(grade, grade.rating, &reply)
      if !reply.isOver { perform(.end, &reply) }
    case "u", "undo": perform(.redraw, &reply)
    default:
      if let rating = Int(word).flatMap(Rating.init(rawValue:)) {
        keep(grade, rating, &reply)
      } else {
        write(PlainWords.rateAgain[language], &reply)
      }
    }
  }

  private mutating func answer(
    _ asked: PlainQuestion, _ line: String, _ word: String, _ reply: inout Reply
  ) {
    if !asked.isCollecting, command(word, asked, &reply) { return }
    var asked = asked
    let answer = asked.take(asked.quiz.kind == .code ? line : TypedLine.normalised(line))
    question = asked
    if let answer {
      judge(answer, asked, &reply)
    } else if asked.quiz.kind == .table {
      prompt(asked, &reply)
    } else if asked.quiz.kind == .recall {
      write(asked.points(columns: columns), &reply)
      prompt(asked, &reply)
    }
  }

  /// Does what a word commands; false where it is no command.
  private mutating func command(
    _ word: String, _ asked: PlainQuestion, _ reply: inout Reply
  ) -> Bool {
    let isInterview = dealing?.mode == .interview
    switch word {
    case "q", "quit", "exit": perform(.end, &reply)
    case "s", "skip", "r", "reveal":
      if isInterview {
        let evidence = Evidence(kind: asked.quiz.kind, outcome: .revealed, tries: asked.tries)
        perform(.take(evidence, answer: "", nil), &reply)
      } else if word.hasPrefix("s") {
        perform(.postpone, &reply)
      } else {
        write(PlainWords.answer[language], &reply)
        write(asked.answer(columns: columns), &reply)
        end(asked, .revealed, answer: "", &reply)
      }
    case "h", "hint", "?": isInterview ? prompt(asked, &reply) : hint(asked, &reply)
    case "u", "undo": perform(.undo, &reply)
    case "x", "suspend": perform(.suspend, &reply)
    case "" where asked.quiz.kind != .code && !(asked.quiz.kind == .recall && !asked.isOpen):
      prompt(asked, &reply)
    default: return false
    }
    return true
  }

  private mutating func hint(_ asked: PlainQuestion, _ reply: inout Reply) {
    var asked = asked
    let hints = asked.quiz.hints
    if asked.hints < hints.count {
      asked.hints += 1
      let head = PlainWords.hint(asked.hints, of: hints.count)[language]
      write(Layout.lines(of: [.text(head)] + hints[asked.hints - 1], width: columns), &reply)
    } else {
      write(PlainWords.hasNoHint[language], &reply)
    }
    question = asked
    prompt(asked, &reply)
  }

  private mutating func judge(_ answer: Answer, _ asked: PlainQuestion, _ reply: inout Reply) {
    let effect = AppEffect.judge(
      quiz: asked.quiz.id, answer, step: dealing?.step.index ?? 0)
    guard case .judged(_, let verdict)? = classroom.perform(effect).first else { return }
    var asked = asked
    if verdict.judgement != .unreadable { asked.tries += 1 }
    let isCompared = asked.quiz.kind == .recall && verdict.judgement == .wrong
    if dealing?.mode == .interview, verdict.judgement != .unreadable {
      return end(asked, verdict.judgement == .right ? .right : .wrong, answer: answer, &reply)
    }
    write(VerdictText(verdict: verdict, language: language).lines(columns: columns), &reply)
    guard verdict.judgement == .right || isCompared else {
      asked.retry(after: verdict)
      question = asked
      return prompt(asked, &reply)
    }
    end(asked, verdict.judgement == .right ? .right : .wrong, answer: answer, &reply)
  }

  private mutating func end(
    _ asked: PlainQuestion, _ outcome: Review.Outcome, answer: Answer, _ reply: inout Reply
  ) {
    let evidence = Evidence(
      asked.quiz, outcome, tries: asked.tries, hints: asked.hints, answer: answer)
    end(asked, evidence, answer: answer.kept(for: asked.quiz), &reply)
  }

  private mutating func end(
    _ asked: PlainQuestion, _ outcome: Review.Outcome, answer: String, _ reply: inout Reply
  ) {
    let evidence = Evidence(asked.quiz, outcome, tries: asked.tries, hints: asked.hints)
    end(asked, evidence, answer: answer, &reply)
  }

  private mutating func end(
    _ asked: PlainQuestion, _ evidence: Evidence, answer: String, _ reply: inout Reply
  ) {
    question = nil
    if dealing?.mode == .interview {
      return perform(.take(evidence, answer: answer, nil), &reply)
    }
    write(Layout.lines(of: asked.quiz.model, width: columns), &reply)
    write(Layout.lines(of: asked.quiz.because, width: columns), &reply)
    perform(.grade(evidence, answer: answer), &reply)
  }

  // MARK: Writing

  private func prompt(_ asked: PlainQuestion, _ reply: inout Reply) {
    write(asked.prompt(language), &reply)
  }

  private func write(_ text: String, _ reply: inout Reply) {
    reply.text += PlainText.harmless(text) + "\n"
  }

  private func write(_ lines: [StyledLine], _ reply: inout Reply) {
    reply.text += PlainText.harmless(PlainText.text(lines))
  }
}
