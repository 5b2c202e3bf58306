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

  var player: LessonPlayer
  let language: CourseLanguage
  let columns: Int
  var step: ComputedStep
  /// The block of the step that comes next.
  private var block = 0
  var question: PlainQuestion?

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

  /// The lesson written out from top to bottom, its steps by their titles alone.
  public mutating func written() -> String {
    (0..<player.count).map { index in
      let step = player.step(index)
      var reply = Reply()
      reply.text = (index > 0 ? "\n" : "") + PlainText.harmless(step.title) + "\n\n"
      for block in step.blocks { write(lines(of: block), &reply) }
      return reply.text
    }.joined()
  }

  // MARK: Steps

  private mutating func enterStep(_ reply: inout Reply) {
    let title = PlainWords.step(
      step.index + 1, of: player.count, title: step.title, in: language)
    reply.text += "\n" + PlainText.harmless(title) + "\n"
    event(.left, &reply)
  }

  mutating func go(to index: Int, _ reply: inout Reply) {
    step = player.step(index)
    block = 0
    question = nil
    enterStep(&reply)
  }

  /// Writes blocks as far as the next question, or to the end of the step.
  mutating func advance(_ reply: inout Reply, asks: Bool = true) {
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
    Self.lines(of: block, columns: columns, language)
  }

  /// A block that is no question, written out.
  static func lines(
    of block: ComputedBlock, columns: Int, _ language: CourseLanguage
  ) -> [StyledLine] {
    switch block {
    case .program(let program):
      return PlainProgram(program: program, language: language, columns: columns).lines
    case .problem(let finding): return ProblemView.lines(finding, columns: columns, language)
    default:
      return block.block.map { block in
        Layout.lines(of: block, width: columns) { block, width in
          if case .problem(let finding) = block {
            return ProblemView.lines(finding, columns: width, language)
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

  mutating func leave(_ reply: inout Reply) {
    event(.left, &reply)
    reply.text += PlainWords.bye[language] + "\n"
    reply.isOver = true
  }

  // MARK: Writing

  func write(_ lines: [StyledLine], _ reply: inout Reply) {
    reply.text += PlainText.harmless(PlainText.text(lines))
  }

  func say(_ inlines: [Inline], _ reply: inout Reply) {
    write(Layout.lines(of: inlines, width: columns), &reply)
  }

  func say(_ inline: Inline, _ reply: inout Reply) { say([inline], &reply) }

  func event(_ kind: HistoryEvent.Kind, _ reply: inout Reply) {
    let event = LessonEvent(lesson: player.lesson.id, step: step.index, kind: kind)
    reply.events.append(event.marked(in: player.lesson))
  }
}
