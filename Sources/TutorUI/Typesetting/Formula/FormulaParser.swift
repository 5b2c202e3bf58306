/// Reads LaTeX into a tree, one scalar after the other; nothing it is given can make it crash.
struct FormulaParser {
  let source: [Unicode.Scalar]
  var index = 0
  var depth = 0
  /// The alphabet letters are taken from just now: `\mathbf`, `\mathbb` and the like.
  var alphabet = Alphabet.plain

  /// Which letters are meant.
  enum Alphabet: Sendable { case plain, bold, italic, roman, blackboard, calligraphic }

  /// How deep groups may stand within each other.
  static let depthLimit = 40
  /// How long a formula may be.
  static let lengthLimit = 8000

  init(_ latex: String) {
    source = Array(latex.unicodeScalars)
  }

  /// Reads the whole formula.
  static func parse(_ latex: String) throws(FormulaError) -> FormulaNode {
    var parser = FormulaParser(latex)
    guard parser.source.count <= lengthLimit else {
      throw FormulaError(at: lengthLimit, "the formula is longer than \(lengthLimit) characters")
    }
    return try parser.whole()
  }

  /// The formula as a whole: rows parted by `\\` and `&` are set as `aligned` is.
  private mutating func whole() throws(FormulaError) -> FormulaNode {
    var rows: [[FormulaNode]] = [[]]
    while true {
      rows[rows.count - 1].append(try row())
      switch stop() {
      case .end:
        if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
        return FormulaNode(.grid(Self.aligned(rows)), at: 0)
      case .ampersand: index += 1
      case .newline:
        try endLine()
        rows.append([])
      case let found: throw unexpected(found ?? .end)
      }
    }
  }

  /// What ends a row.
  enum Stop: Sendable, Hashable {
    case end, closingBrace, ampersand, newline, right, middle, endEnvironment, bracket, hline
  }

  func unexpected(_ stop: Stop) -> FormulaError {
    switch stop {
    case .end: FormulaError(at: index, "the formula ends too soon")
    case .closingBrace:
      FormulaError(at: index, "this } closes nothing: remove it, or write \\} for a brace")
    case .ampersand:
      FormulaError(at: index, "an & stands outside of a table: write \\& for the character")
    case .newline: FormulaError(at: index, "a line cannot end here: \\\\ belongs in an environment")
    case .right: FormulaError(at: index, "this \\right has no \\left before it")
    case .middle: FormulaError(at: index, "this \\middle stands between no \\left and \\right")
    case .endEnvironment: FormulaError(at: index, "this \\end has no \\begin before it")
    case .bracket: FormulaError(at: index, "this ] closes nothing")
    case .hline: FormulaError(at: index, "an \\hline stands at the beginning of a table's row")
    }
  }

  // MARK: Reading

  var next: Unicode.Scalar? { index < source.count ? source[index] : nil }

  /// Skips spaces and comments.
  mutating func skipSpace() {
    while let scalar = next {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{3000}": index += 1
      case "%": while let other = next, other != "\n" { index += 1 }
      default: return
      }
    }
  }

  /// The command at the current place, its name without the backslash, if there is one.
  func peekCommand() -> String? {
    guard next == "\\", index + 1 < source.count else { return nil }
    var end = index + 1
    while end < source.count, Self.isLetter(source[end]) { end += 1 }
    if end == index + 1 { end += 1 }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: source[(index + 1)..<end])
    return String(name)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// What ends the row here, or nil if it goes on.
  func stop(inBrackets: Bool = false) -> Stop? {
    guard let scalar = next else { return .end }
    switch scalar {
    case "}": return .closingBrace
    case "&": return .ampersand
    case "]": return inBrackets ? .bracket : nil
    case "\\":
      switch peekCommand() {
      case "\\", "cr", "newline": return .newline
      case "right": return .right
      case "middle": return .middle
      case "end": return .endEnvironment
      case "hline": return .hline
      default: return nil
      }
    default: return nil
    }
  }

  /// Reads atoms until something ends the row, and leaves that where it is.
  mutating func row(inBrackets: Bool = false) throws(FormulaError) -> FormulaNode {
    skipSpace()
    let start = index
    var nodes: [FormulaNode] = []
    let outer = alphabet
    while stop(inBrackets: inBrackets) == nil {
      if let node = try atomWithScripts() { nodes.append(node) }
      skipSpace()
    }
    alphabet = outer
    let paired = try FormulaPairing.pair(nodes)
    return FormulaNode(.row(paired), at: start)
  }

  /// Goes one group deeper, or says that there are too many.
  mutating func nested<Result>(
    _ body: (inout FormulaParser) throws(FormulaError) -> Result
  ) throws(FormulaError) -> Result {
    guard depth < Self.depthLimit else {
      throw FormulaError(
        at: index, "groups stand more than \(Self.depthLimit) deep within each other")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// `{ … }`, which must begin here.
  mutating func group() throws(FormulaError) -> FormulaNode {
    let start = index
    return try nested { parser throws(FormulaError) in
      parser.index += 1
      let outer = parser.alphabet
      let node = try parser.row()
      parser.alphabet = outer
      switch parser.stop() {
      case .closingBrace:
        parser.index += 1
        return node
      case .end: throw FormulaError(at: start, "this { is never closed: a } is missing")
      case .some(let other): throw parser.unexpected(other)
      case nil: throw FormulaError(at: start, "this { is never closed: a } is missing")
      }
    }
  }

  /// The argument of a command: a group, or one atom without scripts.
  mutating func argument(of command: String) throws(FormulaError) -> FormulaNode {
    skipSpace()
    guard let scalar = next, stop() == nil else {
      throw FormulaError(at: index, "\\\(command) needs an argument in braces: \\\(command){…}")
    }
    if scalar == "{" { return try group() }
    if scalar == "_" || scalar == "^" {
      throw FormulaError(at: index, "\\\(command) needs an argument in braces: \\\(command){…}")
    }
    return try nested { parser throws(FormulaError) in
      try parser.atom() ?? FormulaNode(.row([]), at: parser.index)
    }
  }
}
