/// A card of the drill: a question of a lesson or of the interview bank, with fresh numbers each time.
public struct Card: Sendable, Hashable {
  /// What it is called for ever.
  public var id: CardID
  /// The title of its lesson, or of its file of the bank.
  public var lessonTitle: String
  /// The step it stands in, counted from 0.
  public var step: Int
  /// How it is answered.
  public var kind: Quiz.Kind
  /// What it is about; the first topic is the one it is counted under.
  public var topics: [String]
  /// How hard its author thinks it is.
  public var difficulty: Quiz.Difficulty?
  /// Where it comes from.
  public var source: Source
  /// The step that teaches it; nil where none is known.
  public var teaching: Teaching?
  /// Whether it draws its own numbers, so that it needs nothing of its step.
  public var isDrawn: Bool

  /// Where a card comes from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    case lesson, bank
    /// It is the learner's own.
    case own
  }

  /// A step of a lesson.
  public struct Teaching: Sendable, Hashable {
    /// The lesson's name.
    public var lesson: String
    /// The lesson's title.
    public var title: String
    /// The step's number, counted from 0.
    public var step: Int
    /// The step's title.
    public var stepTitle: String
  }

  /// The topic it is counted under.
  public var topic: String { topics.first ?? id.lesson }
}
