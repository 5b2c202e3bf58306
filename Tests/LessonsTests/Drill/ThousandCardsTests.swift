import Foundation
import Language
@testable import Lessons
import Testing

/// The cards of the course and the bank as they are.
@Suite struct ThousandCardsTests {
  private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("content").path

  private static let deck: (lessons: [String: Lesson], deck: Deck) = {
    let folder = ContentFolder(content)
    let lessons = DrillLessons.read(Course.load(folder), folder, in: .english)
    let byName = Dictionary(lessons.all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return (byName, Deck(lessons: lessons.lessons, banks: lessons.banks))
  }()

  @Test func `a thousand drawn cards are solved by their own answer and by no distractor`() throws {
    let (lessons, deck) = Self.deck
    let cards = deck.cards
    try #require(!cards.isEmpty)
    let draws = max(1, (1000 + cards.count - 1) / cards.count)
    var drawn = 0
    for (name, cards) in Dictionary(grouping: cards, by: \.id.lesson) {
      guard let lesson = lessons[name] else { continue }
      var player = LessonPlayer(lesson)
      for card in cards {
        guard let base = player.base(of: card.id.quiz, in: card.step) else {
          Issue.record("\(card.id) is no question of its step")
          continue
        }
        for number in 0..<draws {
          drawn += 1
          check(base, seed: UInt64(7919 * number + 11), card.id)
        }
      }
    }
    #expect(drawn >= 1000)
  }

  private func check(_ base: QuizBase, seed: UInt64, _ card: CardID) {
    let quiz = base.draw(seed: seed).quiz
    guard quiz.problem == nil else {
      Issue.record("\(card), seed \(seed): \(quiz.problem?.message ?? "")")
      return
    }
    // A program is run on its hidden cases, which costs the most: its first draw stands for all.
    if quiz.kind == .code {
      guard seed == 11 else { return }
      #expect(base.judge(program: base.quiz.answer, seed: seed).judgement == .right, "\(card)")
      for mistake in base.quiz.mistakes {
        #expect(base.judge(program: mistake.value, seed: seed).judgement == .wrong, "\(card)")
      }
      return
    }
    #expect(Judge.judge(quiz.ownAnswer, to: quiz).judgement == .right, "\(card), seed \(seed)")
    for wrong in quiz.wrongAnswers {
      let verdict = Judge.judge(wrong, to: quiz)
      #expect(verdict.judgement != .right, "\(card), seed \(seed): \(wrong)")
    }
  }
}

extension ComputedQuiz {
  /// The right answer, given as a learner gives it.
  fileprivate var ownAnswer: Answer {
    switch kind {
    case .choice: .choice(choices.firstIndex(where: \.correct) ?? -1)
    case .choices: .choices(Set(choices.indices.filter { choices[$0].correct }))
    case .number: .number(answerText)
    case .table: .table((table?.blanks ?? []).map { table?.cells[$0.row][$0.column] ?? "" })
    case .code: .code(answerText)
    case .shape: .shape(answerText)
    case .order: .order(Array(items.indices))
    case .text: .text(accepted.first ?? "")
    case .line: .line(program?.wrong ?? -1)
    case .recall: .recall(Set(points.indices))
    }
  }

  /// Answers that are foreseen and wrong.
  fileprivate var wrongAnswers: [Answer] {
    switch kind {
    case .choice: choices.indices.filter { !choices[$0].correct }.map { .choice($0) }
    case .choices:
      choices.indices.map { index in
        .choices(Set(choices.indices.filter { choices[$0].correct }).symmetricDifference([index]))
      }
    case .number: mistakes.compactMap { $0.value.number.map { .number("\($0)") } }
    case .shape:
      mistakes.compactMap { mistake in
        guard case .size(let shape) = mistake.value else { return nil }
        return .shape("torch.Size([" + shape.map(String.init).joined(separator: ", ") + "])")
      }
    case .order: [.order(arrangement)]
    case .text: mistakes.compactMap(\.value.word).map { .text($0) }
    case .line:
      (program?.lines.indices.map { $0 } ?? []).filter { $0 != program?.wrong }.map { .line($0) }
    case .recall: [.recall([])]
    case .table, .code: []
    }
  }
}

extension Snapshot {
  /// A text, if it is one.
  fileprivate var word: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
