import Lessons

/// A lesson in front of a class: how much of the step on the screen is shown, and what was counted.
struct Talk: Sendable, Hashable {
  /// How many pieces of the step are shown.
  var shown = 1
  /// Whether the next step to come is to be shown whole, as when one goes back to it.
  var arrivesWhole = false
  /// Whether the screen is blank.
  var isBlank = false
  /// Whether the screen has no footer.
  var hasNoFooter = false
  /// Whether a key was pressed: until then the footer says which keys there are.
  var hasBegun = false
  /// The hands counted for each choice of a question, by its name.
  var tallies: [String: Tally] = [:]
  /// The question whose hands are being counted.
  var counting: String?
  /// The rows there are for the page.
  var rows = 20
  /// What the notes were told last.
  var told: TalkReport?
}

/// The hands raised for each choice of a question.
struct Tally: Sendable, Hashable {
  /// What is typed for each choice, digits only.
  var counts: [String]
  /// The choice that is being counted.
  var cursor = 0

  /// Begins to count hands for some choices.
  init(choices: Int) { counts = Array(repeating: "", count: choices) }

  /// The hands raised for a choice; nil where they were not counted.
  func hands(_ index: Int) -> Int? {
    counts.indices.contains(index) ? Int(counts[index]) : nil
  }

  /// All the hands.
  var total: Int { counts.reduce(0) { $0 + (Int($1) ?? 0) } }

  /// Types or deletes a digit, and tells whether the key meant that.
  mutating func press(_ key: Key) -> Bool {
    guard counts.indices.contains(cursor) else { return false }
    switch key {
    case .character(let character) where character.isASCII && character.isNumber:
      // A room holds fewer than a thousand people.
      if counts[cursor].count < 3 { counts[cursor].append(character) }
    case .backspace, .delete: counts[cursor] = String(counts[cursor].dropLast())
    default: return false
    }
    return true
  }
}
