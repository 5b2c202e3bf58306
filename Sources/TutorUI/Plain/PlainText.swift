import Lessons

/// Text for pipes and screen readers: lines without colours, and never an escape byte.
public enum PlainText {
  /// Styled lines as text, without white space at their ends.
  static func text(_ lines: [StyledLine]) -> String {
    lines.map { line in trimmed(line.runs.map(\.text).joined()) + "\n" }.joined()
  }

  private static func trimmed(_ line: String) -> Substring {
    var rest = line[...]
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }

  /// A text in which nothing is left that could command a terminal.
  ///
  /// Control characters stand as `^[`, other invisible ones as `<202E>`.
  public static func harmless(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHarmless(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20 {
        result += "^"
        result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x40)))
      } else if scalar.value == 0x7F {
        result += "^?"
      } else {
        result += "<\(String(scalar.value, radix: 16, uppercase: true))>"
      }
    }
    return result
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
    case 0xE000...0xF8FF, 0xE0000...0x10FFFF: false
    default: true
    }
  }

  /// A text in ASCII: words for what is said in mathematics, and for each other character that is
  /// not there one as wide.
  public static func ascii(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for character in ASCIIText.text(text) {
      guard let scalar = character.unicodeScalars.first else { continue }
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        let columns = CharacterWidth.columns(of: String(character))
        bytes += ASCII.replacement(for: scalar.value, columns: columns)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
