/// What cards are drawn from, in one language.
public struct DrillLessons: Sendable, Hashable {
  /// The course's lessons in order.
  public var lessons: [Lesson]
  /// The files of the interview bank.
  public var banks: [Lesson]
  /// The files of the learner's own cards.
  public var own: [Lesson]
  /// What of the learner's own cards cannot be used, and why.
  public var problems: [Finding]

  /// Makes a collection.
  public init(
    lessons: [Lesson] = [], banks: [Lesson] = [], own: [Lesson] = [], problems: [Finding] = []
  ) {
    self.lessons = lessons
    self.banks = banks
    self.own = own
    self.problems = problems
  }

  /// All of them.
  public var all: [Lesson] { lessons + banks + own }

  /// The cards they come to.
  public var deck: Deck { Deck(lessons: lessons, banks: banks, own: own) }

  /// What the learner is to know before the cards are asked; nil where all of them can be.
  public var notice: Sentence? {
    guard let first = problems.first else { return nil }
    let more = problems.count > 1 ? " (+\(problems.count - 1))" : ""
    return Sentence(
      "Some of your own cards cannot be asked: \(first.file): \(first.message)\(more)",
      "你自己的卡片中有无法提问的：\(first.file)：\(first.message)\(more)")
  }
}
