import Language
import Math

/// The statement of a program that gives an input its numbers, and the source around it.
struct InputAssignment: Sendable, Hashable {
  /// The lines before it.
  var before: String
  /// The statement itself.
  var statement: String
  /// The lines after it.
  var after: String

  /// Finds `name = …` at the margin of a program.
  init?(of name: String, in source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { Self.assigns($0, name) }) else { return nil }
    var last = first
    while last + 1 < lines.count,
      !Session.isComplete(lines[first...last].joined(separator: "\n"))
    {
      last += 1
    }
    before = lines[..<first].map { $0 + "\n" }.joined()
    statement = lines[first...last].joined(separator: "\n")
    after = lines[(last + 1)...].joined(separator: "\n")
  }

  private static func assigns(_ line: Substring, _ name: String) -> Bool {
    guard line.hasPrefix(name) else { return false }
    let rest = line.dropFirst(name.count).drop { $0 == " " }
    return rest.first == "=" && rest.dropFirst().first != "="
  }

  /// The statement with other numbers in the places of those written out in it; nil where there
  /// are not as many.
  func replacingNumbers(with value: Tensor) -> String? {
    let numbers = value.doubles
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    let places = Self.literals(in: Array(statement))
    guard places.count == numbers.count else { return nil }
    let characters = Array(statement)
    var text = ""
    var position = 0
    for (place, number) in zip(places, numbers) {
      text += String(characters[position..<place.lowerBound])
      let whole = characters[place].allSatisfy { $0.isNumber || $0 == "-" }
      text +=
        whole && number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
      position = place.upperBound
    }
    return text + String(characters[position...])
  }

  /// Where numbers are written out, a sign before them included.
  static func literals(in text: [Character]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let character = text[index]
      if character == "#" {
        index = text[index...].firstIndex(of: "\n") ?? text.count
      } else if character == "'" || character == "\"" {
        index = (text[(index + 1)...].firstIndex(of: character) ?? text.count - 1) + 1
      } else if character.isLetter || character == "_" {
        while index < text.count, text[index].isLetter || text[index].isNumber || text[index] == "_"
        {
          index += 1
        }
      } else if isDigit(character)
        || (character == "." && index + 1 < text.count && isDigit(text[index + 1]))
      {
        let end = endOfNumber(text, from: index)
        places.append(start(text, of: index)..<end)
        index = end
      } else {
        index += 1
      }
    }
    return places
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func endOfNumber(_ text: [Character], from start: Int) -> Int {
    var index = start
    while index < text.count {
      let character = text[index]
      let signed = (character == "-" || character == "+") && "eE".contains(text[index - 1])
      guard isDigit(character) || ".eE_".contains(character) || (signed && index > start) else {
        break
      }
      index += 1
    }
    return index
  }

  /// Takes in a minus that stands directly before a number and is no subtraction.
  private static func start(_ text: [Character], of index: Int) -> Int {
    guard index > 0, text[index - 1] == "-" else { return index }
    let before = text[..<(index - 1)].last { !$0.isWhitespace }
    return before.map { "([,=".contains($0) } ?? true ? index - 1 : index
  }
}
