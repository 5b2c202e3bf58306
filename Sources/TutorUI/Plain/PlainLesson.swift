import Lessons

/// A lesson read from top to bottom, a line of input at a time, without a screen.
///
/// It is pure: lines go in, text comes out, and what happened is told as events.
public struct PlainLesson {
  /// What is to be written, and what happened.
  public struct Reply: Sendable, Hashable {
    /// Text for standard output.
    public var text = ""
    /// What is to be kept.
    public var events: [LessonEvent] = []
    /// Whether the lesson is over.
    public var isOver = false

    /// Makes an empty reply.
    public init() {}
  }

  private var player: LessonPlayer
  private let language: CourseLanguage
  private let columns: Int
  private var step: ComputedStep
  /// The block of the step that comes next.
  private var block = 0
  private var question: PlainQuestion?

  /// Opens a lesson at a step.
  ///
  /// - Precondition: the lesson has steps.
  public init(_ player: LessonPlayer, at step: Int = 0, columns: Int = 80) {
    var player = player
    self.step = player.step(min(max(0, step), player.count - 1))
    self.player = player
    language = player.lesson.language
    self.columns = columns
  }

  /// Begins: the title, and the first step as far as its first question.
  public mutating func begin() -> Reply {
    var reply = Reply()
    reply.text = PlainText.harmless(player.lesson.title) + "\n"
    say(.text(player.lesson.summary), &reply)
    enterStep(&reply)
    advance(&reply)
    return reply
  }

  /// Reads a line of input.
  public mutating func read(_ line: String) -> Reply {
    var reply = Reply()
    if let question {
      answer(question, line, &reply)
    } else {
      command(TypedLine.normalised(line), &reply)
    }
    return reply
  }

  /// Goes on to the end of the lesson without input.
  ///
  /// Questions are shown and not answered, and nothing counts as seen: nobody is there.
  public mutating func finish() -> Reply {
    var reply = Reply()
    question = nil
    while true {
      advance(&reply, asks: false)
      guard step.index + 1 < player.count else { break }
      go(to: step.index + 1, &reply)
    }
    reply.events = []
    reply.isOver = true
    return reply
  }

  // MARK: Steps

  private mutating func enterStep(_ reply: inout Reply) {
    let title = PlainWords.step(
      step.index + 1, of: player.count, title: step.title, in: language)
    reply.text += "\n" + PlainText.harmless(title) + "\n"
    event(.left, &reply)
  }

  private mutating func go(to index: Int, _ reply: inout Reply) {
    step = player.step(index)
    block = 0
    question = nil
    enterStep(&reply)
  }

  /// Writes blocks as far as the next question, or to the end of the step.
  private mutating func advance(_ reply: inout Reply, asks: Bool = true) {
    while block < step.blocks.count {
      let next = step.blocks[block]
      block += 1
      reply.text += "\n"
      if case .quiz(let quiz) = next {
        ask(quiz, &reply, asks: asks)
        if question != nil { return }
      } else {
        write(lines(of: next), &reply)
      }
    }
    guard asks else { return }
    event(.seen, &reply)
    let words = step.index + 1 < player.count ? PlainWords.next : PlainWords.last
    reply.text += "\n" + words[language] + "\n"
  }

  private func lines(of block: ComputedBlock) -> [StyledLine] {
    switch block {
    case .program(let program):
      return PlainProgram(program: program, language: language, columns: columns).lines
    case .problem(let finding): return ProblemView.lines(finding, columns: columns)
    default:
      return block.block.map { block in
        Layout.lines(of: block, width: columns) { block, width in
          if case .problem(let finding) = block {
            return ProblemView.lines(finding, columns: width)
          }
          return []
        }
      } ?? []
    }
  }

  private mutating func command(_ line: String, _ reply: inout Reply) {
    switch line.lowercased() {
    case "q", "quit", "exit": leave(&reply)
    case "b", "back":
      go(to: max(0, step.index - 1), &reply)
      advance(&reply)
    case "", "n", "next":
      guard step.index + 1 < player.count else { return leave(&reply) }
      go(to: step.index + 1, &reply)
      advance(&reply)
    default:
      if let number = Int(line), (1...player.count).contains(number) {
        go(to: number - 1, &reply)
        advance(&reply)
      } else {
        let words = Int(line) == nil ? PlainWords.next : PlainWords.hasNoStep
        reply.text += words[language] + "\n"
      }
    }
  }

  private mutating func leave(_ reply: inout Reply) {
    event(.left, &reply)
    reply.text += PlainWords.bye[language] + "\n"
    reply.isOver = true
  }

  // MARK: Questions

  private mutating func ask(_ quiz: ComputedQuiz, _ reply: inout Reply, asks: Bool) {
    let asked = PlainQuestion(quiz)
    if quiz.problem != nil {
      reply.text += PlainWords.failed[language] + "\n"
      return
    }
    write(asked.lines(columns: columns, language), &reply)
    guard asks else { return }
    question = asked
    reply.text += PlainWords.commands[language] + "\n"
    prompt(&reply)
  }

  private func prompt(_ reply: inout Reply) {
    guard let question else { return }
    reply.text += question.prompt(language) + "\n"
  }

  private mutating func answer(_ asked: PlainQuestion, _ line: String, _ reply: inout Reply) {
    let word = TypedLine.normalised(line).lowercased()
    if !asked.isCollecting {
      switch word {
      case "h", "hint", "?": return hint(&reply)
      case "r", "reveal": return reveal(asked, &reply)
      case "s", "skip":
        event(.skipped(quiz: asked.quiz.id, seed: asked.quiz.seed), &reply)
        reply.text += PlainWords.skipped[language] + "\n"
        return goOn(&reply)
      case "b", "back":
        go(to: max(0, step.index - 1), &reply)
        return advance(&reply)
      case "q", "quit", "exit": return leave(&reply)
      case "" where asked.quiz.kind != .code: return prompt(&reply)
      default: break
      }
    }
    var asked = asked
    let answer = asked.take(asked.quiz.kind == .code ? line : TypedLine.normalised(line))
    question = asked
    if let answer {
      judge(answer, asked, &reply)
    } else if asked.quiz.kind == .table {
      prompt(&reply)
    }
  }

  private mutating func judge(
    _ answer: Answer, _ asked: PlainQuestion, _ reply: inout Reply
  ) {
    var asked = asked
    let verdict = player.judge(answer, to: asked.quiz.id, in: step.index)
    if verdict.judgement != .unreadable { asked.tries += 1 }
    let attempt = HistoryEvent.Attempt(
      quiz: asked.quiz.id, seed: asked.quiz.seed, answer: asked.kept(answer),
      judgement: verdict.judgement, hints: asked.hints, tries: asked.tries)
    event(.answered(attempt), &reply)
    let words =
      switch verdict.judgement {
      case .right: PlainWords.right
      case .wrong: PlainWords.wrong
      case .unreadable: PlainWords.unreadable
      }
    reply.text += words[language] + "\n"
    if let value = verdict.value { reply.text += "= " + PlainText.harmless(value) + "\n" }
    if !verdict.say.isEmpty { say(verdict.say, &reply) }
    for remark in verdict.remarks {
      reply.text += PlainText.harmless(remark[language]) + "\n"
    }
    guard verdict.judgement != .right else {
      say(asked.quiz.because, &reply)
      return goOn(&reply)
    }
    asked.retry(after: verdict)
    question = asked
    prompt(&reply)
  }

  private mutating func hint(_ reply: inout Reply) {
    guard var asked = question else { return }
    let hints = asked.quiz.hints
    if asked.hints < hints.count {
      asked.hints += 1
      let head = PlainWords.hint(asked.hints, of: hints.count)[language]
      say([.text(head)] + hints[asked.hints - 1], &reply)
    } else {
      reply.text += PlainWords.hasNoHint[language] + "\n"
    }
    question = asked
    prompt(&reply)
  }

  private mutating func reveal(_ asked: PlainQuestion, _ reply: inout Reply) {
    event(.revealed(quiz: asked.quiz.id, seed: asked.quiz.seed), &reply)
    reply.text += PlainWords.answer[language] + "\n"
    write(asked.answer(columns: columns), &reply)
    say(asked.quiz.because, &reply)
    goOn(&reply)
  }

  private mutating func goOn(_ reply: inout Reply) {
    question = nil
    advance(&reply)
  }

  // MARK: Writing

  private func write(_ lines: [StyledLine], _ reply: inout Reply) {
    reply.text += PlainText.harmless(PlainText.text(lines))
  }

  private func say(_ inlines: [Inline], _ reply: inout Reply) {
    write(Layout.lines(of: inlines, width: columns), &reply)
  }

  private func say(_ inline: Inline, _ reply: inout Reply) { say([inline], &reply) }

  private func event(_ kind: HistoryEvent.Kind, _ reply: inout Reply) {
    reply.events.append(LessonEvent(lesson: player.lesson.id, step: step.index, kind: kind))
  }
}
