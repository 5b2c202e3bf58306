/// What cards are drawn from, in one language.
public struct DrillLessons: Sendable, Hashable {
  /// The course's lessons in order.
  public var lessons: [Lesson]
  /// The files of the interview bank.
  public var banks: [Lesson]
  /// The files of the learner's own cards.
  public var own: [Lesson]

  /// Makes a collection.
  public init(lessons: [Lesson] = [], banks: [Lesson] = [], own: [Lesson] = []) {
    self.lessons = lessons
    self.banks = banks
    self.own = own
  }

  /// All of them.
  public var all: [Lesson] { lessons + banks + own }
}
