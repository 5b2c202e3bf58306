/// How far a learner has come in one step, and where the page stands.
struct StepStanding: Sendable, Hashable {
  /// How many rows of each derivation are told, by part of a program; none where not yet begun.
  var rows: [PartID: Int] = [:]
  /// Whether all of the step has been shown.
  var isSeen = false
  /// The first line of the page that is seen.
  var scroll = 0

  /// Where each film of the step is, by its program; none where it was not begun.
  var films: [Int: FilmStanding] = [:]

  /// A part of one of the lesson's programs.
  struct PartID: Sendable, Hashable {
    var program: Int
    var part: Int
  }
}
