import Lessons

extension PlainLesson {
  mutating func ask(_ quiz: ComputedQuiz, _ reply: inout Reply, asks: Bool) {
    let asked = PlainQuestion(quiz)
    if quiz.problem != nil {
      reply.text += PlainWords.failed[language] + "\n"
      return
    }
    write(asked.lines(columns: columns, language), &reply)
    guard asks else { return }
    question = asked
    reply.text += PlainWords.commands[language]
    reply.text += (quiz.isDrawn ? PlainWords.drawAgain[language] : "") + "\n"
    prompt(&reply)
  }

  private func prompt(_ reply: inout Reply) {
    guard let question else { return }
    reply.text += question.prompt(language) + "\n"
  }

  mutating func answer(_ asked: PlainQuestion, _ line: String, _ reply: inout Reply) {
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
      case _ where asked.quiz.isDrawn && Self.asksForNumbers(word):
        return drawAgain(asked.quiz, TypedLine.numbers(word).first, &reply)
      case "" where asked.quiz.kind != .code && !(asked.quiz.kind == .recall && !asked.isOpen):
        return prompt(&reply)
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
    } else if asked.quiz.kind == .recall {
      write(asked.points(columns: columns), &reply)
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
      quiz: asked.quiz.id, seed: asked.quiz.seed, answer: answer.kept(for: asked.quiz),
      judgement: verdict.judgement, hints: asked.hints, tries: asked.tries)
    event(.answered(attempt), &reply)
    let words =
      switch verdict.judgement {
      case .right: PlainWords.right
      case .wrong where asked.quiz.kind == .recall: PlainWords.compared
      case .wrong: PlainWords.wrong
      case .unreadable: PlainWords.unreadable
      }
    reply.text += words[language] + "\n"
    if let value = verdict.value {
      reply.text += (value.hasPrefix("≈") ? "" : "= ") + PlainText.harmless(value) + "\n"
    }
    if !verdict.say.isEmpty { say(verdict.say, &reply) }
    for remark in verdict.remarks {
      reply.text += PlainText.harmless(remark[language]) + "\n"
    }
    let isCompared = asked.quiz.kind == .recall && verdict.judgement == .wrong
    guard verdict.judgement != .right, !isCompared else {
      if !asked.quiz.model.isEmpty { say(asked.quiz.model, &reply) }
      say(asked.quiz.because, &reply)
      return goOn(&reply)
    }
    asked.retry(after: verdict)
    question = asked
    prompt(&reply)
  }

  /// `f`, or `f` and a seed.
  private static func asksForNumbers(_ word: String) -> Bool {
    word == "f" || (word.hasPrefix("f ") && Int(word.dropFirst(2)) != nil)
  }

  /// Asks the question again, with numbers from a seed or from the next one.
  private mutating func drawAgain(
    _ quiz: ComputedQuiz, _ seed: Int?, _ reply: inout Reply
  ) {
    player.draw(quiz.id, seed: seed.map { UInt64($0.magnitude) } ?? quiz.seed &+ 1)
    step = player.step(step.index)
    guard let drawn = step.quizzes.first(where: { $0.id == quiz.id }) else { return }
    ask(drawn, &reply, asks: true)
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
}
