/// One word of a program: what it is and where it stands.
struct Token: Sendable, Hashable {
  /// What a word is.
  enum Kind: Sendable, Hashable {
    case name, number, string
    case newline, indent, dedent, end
    case keyword(Keyword)
    case symbol(Symbol)
  }

  var kind: Kind
  var range: SourceRange
}

/// The words that are no names.
enum Keyword: String, Sendable, CaseIterable {
  case `false` = "False"
  case none = "None"
  case `true` = "True"
  case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`, except
  case finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass
  case raise, `return`, `try`, `while`, with, yield

  static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// Brackets, operators and the other signs.
enum Symbol: String, Sendable, CaseIterable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case dot = "."
  case ellipsis = "..."
  case arrow = "->"
  case walrus = ":="
  case assign = "="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case doubleStar = "**"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case at = "@"
  case ampersand = "&"
  case bar = "|"
  case caret = "^"
  case tilde = "~"
  case leftShift = "<<"
  case rightShift = ">>"
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case plusAssign = "+="
  case minusAssign = "-="
  case starAssign = "*="
  case doubleStarAssign = "**="
  case slashAssign = "/="
  case doubleSlashAssign = "//="
  case percentAssign = "%="
  case atAssign = "@="
  case ampersandAssign = "&="
  case barAssign = "|="
  case caretAssign = "^="
  case leftShiftAssign = "<<="
  case rightShiftAssign = ">>="

  /// The symbols by their first byte, the longest first.
  static let byFirstByte: [UInt8: [(bytes: [UInt8], symbol: Symbol)]] = Dictionary(
    grouping: allCases.map { (bytes: Array($0.rawValue.utf8), symbol: $0) }, by: { $0.bytes[0] }
  ).mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }

  /// The operator that an augmented assignment applies.
  var augments: BinaryOperator? {
    guard rawValue.count > 1, rawValue.hasSuffix("=") else { return nil }
    return BinaryOperator(rawValue: String(rawValue.dropLast()))
  }
}
