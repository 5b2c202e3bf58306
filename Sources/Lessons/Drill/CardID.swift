/// What a card is called for ever: a question's name within its lesson or its file of the bank.
public struct CardID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name of the lesson, or of the file of the bank.
  public var lesson: String
  /// The question's name within it.
  public var quiz: String

  /// Makes a name.
  public init(lesson: String, quiz: String) {
    self.lesson = lesson
    self.quiz = quiz
  }

  /// The name as one word: `softmax/fill`.
  public var description: String { lesson + "/" + quiz }

  /// The order of the alphabet.
  public static func < (left: CardID, right: CardID) -> Bool {
    (left.lesson, left.quiz) < (right.lesson, right.quiz)
  }
}
