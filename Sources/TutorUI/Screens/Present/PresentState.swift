import Lessons

/// A lesson before a room.
struct PresentState: Sendable, Hashable {
  /// Whether the screen is blank.
  var isBlank = false
  /// The hands counted, by question.
  var tallies: [String: Tally] = [:]
  /// The question and the choice whose hands are being typed.
  var typing: Typing?
  /// Whether the screen's own keys are shown at its foot.
  var showsKeys = false

  /// Where a count is typed.
  struct Typing: Sendable, Hashable {
    var quiz: String
    var choice: Int
  }
}
