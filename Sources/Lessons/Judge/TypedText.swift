/// A word or a few as a learner types them: case, blanks and closing punctuation do not count.
enum TypedText {
  /// What two texts that mean the same have in common.
  static func normalised(_ text: String) -> String {
    var characters: [Character] = []
    for character in TypedNumber.widthless(text).lowercased() where !character.isWhitespace {
      characters.append(character)
    }
    let quotes = "`'\"“”‘’"
    while let last = characters.last, ".!?,;:。！？，；：".contains(last) || quotes.contains(last) {
      characters.removeLast()
    }
    while let first = characters.first, quotes.contains(first) { characters.removeFirst() }
    // A hyphen or an underscore between letters is a way to write a blank.
    var result = ""
    for (index, character) in characters.enumerated() {
      let isJoint =
        "-_‐–".contains(character) && index > 0 && index + 1 < characters.count
        && characters[index - 1].isLetter && characters[index + 1].isLetter
      if !isJoint { result.append(character) }
    }
    return result
  }

  /// Whether two texts are the same as far as it counts.
  static func same(_ first: String, _ second: String) -> Bool {
    normalised(first) == normalised(second)
  }
}
