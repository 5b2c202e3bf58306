/// How well a card was remembered, by the four grades that FSRS knows.
public enum Rating: Int, Sendable, Hashable, CaseIterable, Comparable {
  case again = 1
  case hard, good, easy

  /// Whether a rating is the lower one.
  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}
