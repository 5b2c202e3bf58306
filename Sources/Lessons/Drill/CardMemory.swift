/// What is known of how well a card is remembered, after at least one review of it.
public struct CardMemory: Sendable, Hashable {
  /// Where a card stands on its way into memory.
  public enum Phase: Sendable, Hashable {
    /// It is met for the first time; the number of its learning step, counted from 0.
    case learning(step: Int)
    /// It comes back after days.
    case review
    /// It was forgotten; the number of its relearning step, counted from 0.
    case relearning(step: Int)

    /// The phase's name as FSRS has it.
    public var name: String {
      switch self {
      case .learning: "learning"
      case .review: "review"
      case .relearning: "relearning"
      }
    }

    /// The number of the step, counted from 0; nil between reviews.
    public var step: Int? {
      switch self {
      case .learning(let step), .relearning(let step): step
      case .review: nil
      }
    }
  }

  /// Where the card stands.
  public var phase: Phase
  /// The days after which the card is still remembered with a probability of 0.9.
  public var stability: Double
  /// How hard the card is, from 1 to 10.
  public var difficulty: Double
  /// When it was last reviewed, in seconds.
  public var reviewed: Double
  /// The seconds from that review to the next.
  public var interval: Double

  /// When it is to be reviewed next, in seconds.
  public var due: Double { reviewed + interval }

  /// Makes a memory.
  public init(
    phase: Phase, stability: Double, difficulty: Double, reviewed: Double, interval: Double
  ) {
    self.phase = phase
    self.stability = stability
    self.difficulty = difficulty
    self.reviewed = reviewed
    self.interval = interval
  }
}
