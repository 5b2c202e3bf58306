/// The methods of strings: letters, widths, and what it is made of.
extension TextMethods {
  static let shape: [Builtin] = [
    Builtin("upper", "self, /", "In capitals.") { .string(try $0.string("self").uppercased()) },
    Builtin("lower", "self, /", "In small letters.") {
      .string(try $0.string("self").lowercased())
    },
    Builtin("casefold", "self, /", "In small letters.") {
      .string(try $0.string("self").lowercased())
    },
    Builtin("capitalize", "self, /", "With one capital at its start.") { call in
      let text = try call.string("self")
      return .string(text.prefix(1).uppercased() + text.dropFirst().lowercased())
    },
    Builtin("title", "self, /", "With a capital at the start of every word.") { call in
      .string(title(try call.string("self")))
    },
    Builtin("swapcase", "self, /", "With capitals and small letters swapped.") { call in
      .string(
        try call.string("self").map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined())
    },
    Builtin("strip", "self, chars=None, /", "Without spaces at both ends.") {
      try stripped($0, true, true)
    },
    Builtin("lstrip", "self, chars=None, /", "Without spaces at its start.") {
      try stripped($0, true, false)
    },
    Builtin("rstrip", "self, chars=None, /", "Without spaces at its end.") {
      try stripped($0, false, true)
    },
    Builtin("center", "self, width, fillchar=' ', /", "In the middle of a width.") {
      try padded($0, "^")
    },
    Builtin("ljust", "self, width, fillchar=' ', /", "At the left of a width.") {
      try padded($0, "<")
    },
    Builtin("rjust", "self, width, fillchar=' ', /", "At the right of a width.") {
      try padded($0, ">")
    },
    Builtin("zfill", "self, width, /", "Filled with zeros on the left.") { call in
      let text = try call.string("self")
      let missing = max(0, try call.int("width")) - text.unicodeScalars.count
      guard missing > 0 else { return .string(text) }
      try call.interpreter.charge(bytes: missing)
      let sign = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.prefix(1)) : ""
      return .string(sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count))
    },
    Builtin("expandtabs", "self, tabsize=8", "With spaces for tabs.") { call in
      let size = max(0, try call.int("tabsize"))
      try call.interpreter.charge(bytes: size)
      var text = ""
      var column = 0
      for scalar in try call.string("self").unicodeScalars {
        if scalar == "\t" {
          let spaces = size > 0 ? size - column % size : 0
          text += String(repeating: " ", count: spaces)
          column += spaces
        } else {
          text.unicodeScalars.append(scalar)
          column = scalar == "\n" ? 0 : column + 1
        }
      }
      return .string(text)
    },
  ]

  private static func title(_ text: String) -> String {
    var result = ""
    var isInWord = false
    for character in text {
      result += isInWord ? character.lowercased() : character.uppercased()
      isInWord = character.isLetter
    }
    return result
  }

  private static func stripped(_ call: Call, _ atStart: Bool, _ atEnd: Bool) throws -> Value {
    let text = try call.string("self")
    guard !call["chars"].isNone else { return .string(strip(text, atStart: atStart, atEnd: atEnd)) }
    let odd = Set(try call.string("chars").unicodeScalars)
    return .string(trim(text, atStart, atEnd) { odd.contains($0) })
  }

  /// A text without spaces at its ends.
  static func strip(_ text: String, atStart: Bool = true, atEnd: Bool = true) -> String {
    trim(text, atStart, atEnd) { $0.properties.isWhitespace }
  }

  private static func trim(
    _ text: String, _ atStart: Bool, _ atEnd: Bool, _ isOdd: (Unicode.Scalar) -> Bool
  ) -> String {
    var rest = Substring(text).unicodeScalars
    while atStart, let first = rest.first, isOdd(first) { rest.removeFirst() }
    while atEnd, let last = rest.last, isOdd(last) { rest.removeLast() }
    return String(rest)
  }

  private static func padded(_ call: Call, _ side: Character) throws -> Value {
    let width = max(0, try call.int("width"))
    try call.interpreter.charge(bytes: width)
    var spec = try FormatSpec("", for: "str")
    let text = try call.string("self")
    spec.width = width
    spec.alignment = side
    spec.fill = try call.string("fillchar").first ?? " "
    // Python puts the odd space of `center` on the left where the width is odd.
    let missing = width - text.unicodeScalars.count
    if side == "^", missing > 0, missing % 2 == 1, width % 2 == 1 {
      return .string(
        String(spec.fill) + padding(spec.fill, missing / 2) + text + padding(spec.fill, missing / 2)
      )
    }
    return .string(spec.pad(text, standard: side))
  }

  private static func padding(_ fill: Character, _ count: Int) -> String {
    String(repeating: fill, count: count)
  }

  static let tests: [Builtin] = [
    test("isdigit", "Whether all are digits.") { $0.isWholeNumber },
    test("isnumeric", "Whether all are numbers.") { $0.isNumber },
    test("isdecimal", "Whether all are decimal digits.") { $0.isWholeNumber },
    test("isalpha", "Whether all are letters.") { $0.isLetter },
    test("isalnum", "Whether all are letters or digits.") { $0.isLetter || $0.isNumber },
    test("isspace", "Whether all are spaces.") { $0.isWhitespace },
    cased("isupper", "Whether all letters are capitals.") { $0.isUppercase },
    cased("islower", "Whether all letters are small.") { $0.isLowercase },
    Builtin("isidentifier", "self, /", "Whether it could be a name.") { call in
      let text = try call.string("self")
      let isNamed = text.first.map { $0.isLetter || $0 == "_" } ?? false
      return .bool(isNamed && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
    },
  ]

  private static func test(
    _ name: String, _ summary: String, _ holds: @escaping @Sendable (Character) -> Bool
  ) -> Builtin {
    Builtin(name, "self, /", summary) { call in
      let text = try call.string("self")
      return .bool(!text.isEmpty && text.allSatisfy(holds))
    }
  }

  private static func cased(
    _ name: String, _ summary: String, _ holds: @escaping @Sendable (Character) -> Bool
  ) -> Builtin {
    Builtin(name, "self, /", summary) { call in
      let letters = try call.string("self").filter(\.isCased)
      return .bool(!letters.isEmpty && letters.allSatisfy(holds))
    }
  }

  /// A string as it would be typed.
  static func quoted(_ text: String) -> String {
    let mark: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(mark)
    for scalar in text.unicodeScalars {
      switch scalar {
      case mark, "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result += isPrintable(scalar) ? String(scalar) : escaped(scalar)
      }
    }
    return result + String(mark)
  }

  /// A text with escapes for everything beyond ASCII.
  static func ascii(_ text: String) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : escaped($0) }.joined()
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 32 && scalar.value != 127 }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    let (mark, width) = scalar.value < 256 ? ("x", 2) : scalar.value < 65536 ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: max(0, width - hex.count)) + hex
  }
}
