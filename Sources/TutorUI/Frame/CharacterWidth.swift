/// The one place that knows how many columns a character takes, and how one without a picture is shown.
public enum CharacterWidth {
  /// The columns a character takes as `Frame` puts it.
  ///
  /// That is 0 for marks, 2 for East Asian wide characters and emoji, the length of its visible
  /// form for a control character, and 1 for all others.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 2 : 1 }
    if value >= 0xA0, Characters.areASCII, let columns = ASCIIText.columns(of: scalar) {
      return columns
    }
    if value < 0x300 { return value == 0x7F ? 2 : value < 0xA0 ? 4 : 1 }
    if contains(wide, value) { return 2 }
    if contains(marks, value) { return 0 }
    return isHidden(scalar) ? visibleForm(of: scalar).utf8.count : 1
  }

  /// The columns a text takes on one line.
  public static func columns(of text: String) -> Int {
    // Most texts are plain ASCII, and a screen asks for hundreds of widths.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return ASCIIText.laidOut(text).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// Whether a character is a control, or changes the direction or the joining of others, unseen.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) }
    return contains(hidden, value)
  }

  /// What is shown for a character without a picture: `^[`, `^A`, `<9b>`, `<202e>`.
  static func visibleForm(of scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x20 || value == 0x7F {
      return "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: value ^ 0x40))))
    }
    return "<" + String(value, radix: 16) + ">"
  }

  /// Whether a sorted table of first and last values has a range with this one in it.
  private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < table[2 * middle] {
        high = middle
      } else if value > table[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
