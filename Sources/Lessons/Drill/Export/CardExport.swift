import Language

/// A card written out, with the numbers of one draw: for other programs.
public struct CardExport: Sendable, Hashable {
  /// The card.
  public var card: Card
  /// What stands before the question, where it needs that.
  public var context: [ComputedBlock]
  /// The question.
  public var quiz: ComputedQuiz

  /// Writes out all cards of some lessons that can be asked, with the numbers of a seed.
  public static func cards(of lessons: DrillLessons, seed: UInt64) -> [CardExport] {
    let deck = lessons.deck
    let byName = Dictionary(
      lessons.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var players: [String: LessonPlayer] = [:]
    return deck.cards.compactMap { card in
      guard let lesson = byName[card.id.lesson] else { return nil }
      var player = players[lesson.id] ?? LessonPlayer(lesson, seed: seed)
      defer { players[lesson.id] = player }
      let step = player.step(card.step)
      guard let quiz = step.quizzes.first(where: { $0.id == card.id.quiz }), quiz.problem == nil
      else { return nil }
      let isAlone = card.isDrawn && card.source == .lesson
      let before = step.blocks.prefix { !$0.quizzes.contains { $0.id == quiz.id } }
      return CardExport(card: card, context: isAlone ? [] : Array(before), quiz: quiz)
    }
  }

  /// The tags: the topics, where it comes from, how hard it is.
  public var tags: [String] {
    ["nabla"] + card.topics + [card.source.rawValue] + (card.difficulty.map { [$0.rawValue] } ?? [])
  }

  /// The card as a JSON object of plain texts.
  public var json: JSON {
    var members: [JSON.Member] = [
      .init("id", .string(card.id.description)), .init("lesson", .string(card.lessonTitle)),
      .init("kind", .string(card.kind.rawValue)),
      .init("topics", .array(card.topics.map { .string($0) })),
    ]
    if let difficulty = card.difficulty {
      members.append(.init("difficulty", .string(difficulty.rawValue)))
    }
    members += [
      .init("seed", .int(Int(truncatingIfNeeded: quiz.seed))),
      .init("ask", .string(Inline.plainText(quiz.ask))),
    ]
    if !quiz.choices.isEmpty {
      members.append(
        .init(
          "choices",
          .array(
            quiz.choices.map {
              .object([
                .init("text", .string(Inline.plainText($0.text))),
                .init("correct", .bool($0.correct)),
              ])
            })))
    }
    members += [
      .init("answer", .string(quiz.answerLines.joined(separator: "\n"))),
      .init("because", .string(Inline.plainText(quiz.because))),
      .init("hints", .array(quiz.hints.map { .string(Inline.plainText($0)) })),
    ]
    return .object(members)
  }
}

extension ComputedQuiz {
  /// The right answer, written out.
  var answerLines: [String] {
    switch kind {
    case .choice, .choices: choices.filter(\.correct).map { Inline.plainText($0.text) }
    case .order: items.enumerated().map { "\($0 + 1). " + Inline.plainText($1) }
    case .text: Array(accepted.prefix(1))
    case .line:
      (program.map { ["\($0.wrong + 1): \($0.lines[$0.wrong])", "→ \($0.mend)"] }) ?? []
    case .recall: points.map { "• " + Inline.plainText($0) }
    case .number, .table, .code, .shape:
      answerText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
