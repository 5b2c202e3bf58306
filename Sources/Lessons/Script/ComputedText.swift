/// Finds where `{{ expression:format }}` ends, and where its format begins.
enum ComputedText {
  /// The index of the `}}` that ends a computed number, brackets and quotes within it respected.
  static func end(_ text: [Character], from start: Int) -> Int? {
    var depth = 0
    var quote: Character?
    var index = start
    while index < text.count {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if character == "}", depth == 0 {
        return index + 1 < text.count && text[index + 1] == "}" ? index : nil
      } else if ")]}".contains(character) {
        depth -= 1
      }
      index += 1
    }
    return nil
  }

  /// Cuts at the last colon outside brackets and quotes.
  static func split(_ text: [Character]) -> (expression: String, format: String) {
    var depth = 0
    var quote: Character?
    var colon: Int?
    for (index, character) in text.enumerated() {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if character == ":", depth == 0 {
        colon = index
      }
    }
    guard let colon else { return (String(text).replacingNewlines.trimmed, "") }
    return (
      String(text[..<colon]).replacingNewlines.trimmed, String(text[(colon + 1)...]).trimmed
    )
  }
}

extension String {
  /// The text on one line.
  var replacingNewlines: String {
    contains("\n") ? String(map { $0 == "\n" ? " " : $0 }) : self
  }
}
