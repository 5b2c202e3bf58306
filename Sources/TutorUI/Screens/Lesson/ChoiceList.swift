import Lessons

/// What can be chosen, each with its letter, and what became of it.
struct ChoiceList {
  var quiz: ComputedQuiz
  var state: QuizState
  var isFocused: Bool

  /// The most choices that have a letter; those after have a number, so that no command is hidden.
  static let letters = 6

  /// The key that takes a choice.
  static func key(of index: Int) -> Character {
    if index < letters, let scalar = Unicode.Scalar(0x61 + UInt32(index)) {
      return Character(scalar)
    }
    return "\(min(9, index + 1))".last ?? "9"
  }

  /// The choice a key takes: a letter, or a number counted from 1.
  ///
  /// Where things are not called by their letters, `f` draws new numbers however many there are.
  static func index(of key: Key, among count: Int, letters: Int = letters) -> Int? {
    guard case .character(let character) = key else { return nil }
    if let number = character.wholeNumberValue, number >= 1, number <= count { return number - 1 }
    return (0..<min(letters, count)).first { self.key(of: $0) == character }
  }

  /// The list within a width.
  func plate(columns: Int) -> Plate {
    var plate = Plate()
    for index in quiz.choices.indices {
      let style = style(of: index)
      let text = Layout.lines(
        of: quiz.choices[index].text, width: max(2, columns - 8), style: style)
      let row = plate.lines.count
      for (number, line) in text.enumerated() {
        let lead = number == 0 ? head(of: index) : StyledLine(String(repeating: " ", count: 8))
        plate.append(lead + line)
        let spot = Spot.choice(quiz: quiz.id, index: index)
        plate.targets.append(
          Target(spot: spot, row: row + number, column: 0, columns: 8 + line.columns))
      }
    }
    return plate
  }

  private func head(of index: Int) -> StyledLine {
    let isHere = isFocused && state.cursor == index && !state.isResolved
    let letter = String(Self.key(of: index)).uppercased()
    return StyledLine([
      .init(isHere ? "▸ " : "  ", Style(.accent)),
      .init(sign(of: index) + " ", signStyle(of: index)),
      .init(letter, Style(.key)),
    ]).padded(to: 8)
  }

  private func sign(of index: Int) -> String {
    if state.isResolved, state.standing != .skipped {
      return quiz.choices[index].correct ? " ✓" : "  "
    }
    if state.refuted.contains(index) { return " ✗" }
    if quiz.kind == .choices { return state.taken.contains(index) ? " ■" : " □" }
    return isFocused && state.cursor == index ? " ●" : " ○"
  }

  private func signStyle(of index: Int) -> Style {
    if state.isResolved, state.standing != .skipped {
      return Style(quiz.choices[index].correct ? .correct : .text, .bold)
    }
    return state.refuted.contains(index) ? Style(.wrong, .bold) : Style(.accent)
  }

  private func style(of index: Int) -> Style {
    if state.isResolved {
      return quiz.choices[index].correct && state.standing != .skipped
        ? Style(.text, .bold) : Style(.dim)
    }
    if state.refuted.contains(index) { return Style(.dim) }
    return isFocused && state.cursor == index ? Style(.text, .bold) : Style(.text)
  }
}
