/// A text with its decimal numbers taken out, to find texts that differ in their rounding only.
struct NumberedText {
  /// The text.
  let text: String
  /// What is left of it without the numbers.
  private var rest = ""
  /// The numbers, each with how many decimals it is written with.
  private var numbers: [(value: Double, decimals: Int)] = []

  init(_ inlines: [Inline]) {
    text = Inline.plainText(inlines)
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber || (character == "." && !digits.isEmpty) {
        digits.append(character)
        continue
      }
      take(digits)
      digits = ""
      rest.append(character)
    }
  }

  private mutating func take(_ digits: String) {
    let parts = digits.split(separator: ".")
    guard let value = Double(digits.hasSuffix(".") ? String(digits.dropLast()) : digits) else {
      rest += digits
      return
    }
    rest += digits.hasSuffix(".") ? "#." : "#"
    numbers.append((value, parts.count > 1 ? parts[1].count : 0))
  }

  /// Whether two texts say the same but for numbers, of which each rounds to its twin; whole numbers
  /// are names and not roundings.
  func isNear(_ other: NumberedText) -> Bool {
    guard rest == other.rest, !numbers.isEmpty, numbers.count == other.numbers.count,
      zip(numbers, other.numbers).contains(where: { $0.value != $1.value })
    else { return false }
    return zip(numbers, other.numbers).allSatisfy { mine, theirs in
      let decimals = min(mine.decimals, theirs.decimals)
      if mine.value == theirs.value { return true }
      guard decimals > 0, mine.decimals != theirs.decimals else { return false }
      let half = (Double("1e-\(decimals)") ?? 0) / 2
      return (mine.value - theirs.value).magnitude <= half * (1 + 1e-9)
    }
  }
}
