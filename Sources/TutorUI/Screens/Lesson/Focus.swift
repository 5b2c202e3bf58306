import Lessons

/// What of a step the keys are talking to.
enum Focus: Sendable, Hashable {
  case reading
  /// A question, by its name.
  case quiz(String)
  /// A number of a derivation or a table.
  case cells(CellPlace)
  /// A number of an input, by its place in row-major order.
  case inputs(InputID, element: Int)
  /// The frames of a program, by its number in the lesson.
  case film(Int)

  /// The question it is on.
  var quiz: String? {
    if case .quiz(let id) = self { id } else { nil }
  }
}
