import Math

/// What `name?` tells of a name of the course: formula, an example that runs, the common mistake.
struct NameCard: Sendable {
  /// The formula, as it is written on one line.
  let formula: String
  /// A program whose last value shows what the function gives.
  let example: String
  /// What people get wrong about it.
  let mistake: String

  init(_ formula: String, _ example: String, mistake: String) {
    self.formula = formula
    self.example = example
    self.mistake = mistake
  }

  /// The card of a name, however it is reached: `softmax`, `F.softmax`, `torch.softmax`.
  static func card(of name: String) -> NameCard? {
    let path = name.split(separator: ".").map(String.init)
    return path.last.flatMap { all[$0] }
  }

  /// The cards by the last part of the name.
  static let all: [String: NameCard] = functions.merging(losses) { $1 }.merging(training) { $1 }
}
