/// One review of a card, with the evidence its rating came from.
public struct Review: Sendable, Hashable {
  /// How a question ended.
  public enum Outcome: String, Sendable, Hashable {
    case right, wrong
    /// The answer was asked for.
    case revealed
  }

  /// The card.
  public var card: CardID
  /// The seed its numbers were drawn from.
  public var seed: UInt64
  /// The last answer, as the learner gave it.
  public var answer: String
  /// How it ended.
  public var outcome: Outcome
  /// How many hints were shown.
  public var hints: Int
  /// How many answers were given.
  public var tries: Int
  /// The seconds from the question to its end.
  public var seconds: Double
  /// How well it was remembered; nil where it was practice and is not to touch the schedule.
  public var rating: Rating?

  /// Makes a review.
  public init(
    card: CardID, seed: UInt64, answer: String, outcome: Outcome, hints: Int, tries: Int,
    seconds: Double, rating: Rating?
  ) {
    self.card = card
    self.seed = seed
    self.answer = answer
    self.outcome = outcome
    self.hints = hints
    self.tries = tries
    self.seconds = seconds
    self.rating = rating
  }
}
