/// All cards there are, those of the lessons in the order of the course and then the others.
public struct Deck: Sendable, Hashable {
  /// The cards.
  public private(set) var cards: [Card] = []
  private var places: [CardID: Int] = [:]

  /// Makes the cards of some lessons, of the interview bank, and of the learner's own.
  public init(lessons: [Lesson], banks: [Lesson] = [], own: [Lesson] = []) {
    let steps = Self.steps(of: lessons)
    for lesson in lessons { add(lesson, .lesson, steps) }
    for bank in banks { add(bank, .bank, steps) }
    for file in own { add(file, .own, steps) }
  }

  private mutating func add(
    _ lesson: Lesson, _ source: Card.Source, _ steps: [String: Card.Teaching]
  ) {
    for (index, step) in lesson.steps.enumerated() {
      for quiz in step.quizzes {
        let id = CardID(lesson: lesson.id, quiz: quiz.id)
        guard places[id] == nil else { continue }
        places[id] = cards.count
        let see = quiz.see.isEmpty && source == .lesson ? id.description : quiz.see
        cards.append(
          Card(
            id: id, lessonTitle: lesson.title, step: index, kind: quiz.kind,
            topics: quiz.topics.isEmpty ? lesson.topics : quiz.topics,
            difficulty: quiz.difficulty, source: source, teaching: steps[see],
            isDrawn: !quiz.given.isEmpty))
      }
    }
  }

  /// The steps that can be named: `LESSON` is its first step, `LESSON/QUIZ` the step of that question.
  private static func steps(of lessons: [Lesson]) -> [String: Card.Teaching] {
    var steps: [String: Card.Teaching] = [:]
    for lesson in lessons {
      for (index, step) in lesson.steps.enumerated() {
        let place = Card.Teaching(
          lesson: lesson.id, title: lesson.title, step: index, stepTitle: step.title)
        if index == 0 { steps[lesson.id] = place }
        for quiz in step.quizzes { steps[lesson.id + "/" + quiz.id] = place }
      }
    }
    return steps
  }

  /// A card by its name.
  public subscript(_ id: CardID) -> Card? { places[id].map { cards[$0] } }

  /// The topics there are, in the order they first appear.
  public var topics: [String] {
    var known: Set<String> = []
    return cards.flatMap(\.topics).filter { known.insert($0).inserted }
  }

  /// The cards whose subject the learner has met.
  ///
  /// They are the questions of steps seen, those of the bank about a topic of a lesson seen, and the
  /// learner's own.
  public func met(by progress: CourseProgress) -> [Card] {
    var topics: Set<String> = []
    var met: Set<CardID> = []
    for card in cards where card.source == .lesson {
      guard let place = progress.lessons[card.id.lesson] else { continue }
      let isSeen =
        place.seen.contains(card.step) || place.solved.contains(card.id.quiz)
        || place.revealed.contains(card.id.quiz)
      guard isSeen else { continue }
      met.insert(card.id)
      topics.formUnion(card.topics)
    }
    return cards.filter { card in
      switch card.source {
      case .lesson: met.contains(card.id)
      case .bank: card.topics.contains { topics.contains($0) }
      case .own: true
      }
    }
  }
}
