/// Cuts a program into tokens, with Python's rules for lines, indentation and strings.
struct Lexer {
  let source: Source
  let bytes: [UInt8]
  let end: Int
  var offset: Int
  var tokens: [Token] = []
  private var indents: [(columns: Int, tabColumns: Int)] = [(0, 0)]
  private var brackets: [(symbol: Symbol, offset: Int)] = []
  /// Whether this is a piece of a line: a field of an f-string.
  private let isFragment: Bool

  /// Reads a whole program.
  init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    end = bytes.count
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isFragment = false
  }

  /// Reads a piece of a program, in which lines do not count.
  init(_ source: Source, from start: Int, to end: Int) {
    self.source = source
    bytes = source.bytes
    self.end = end
    offset = start
    isFragment = true
  }

  /// The tokens of a text; the last one is `end`.
  static func tokens(of source: Source) throws -> [Token] {
    var lexer = Lexer(source)
    return try lexer.run()
  }

  mutating func run() throws -> [Token] {
    tokens.reserveCapacity((end - offset) / 3 + 8)
    if !isFragment { try readIndentation() }
    while offset < end { try readToken() }
    if let open = brackets.last {
      throw error("'\(open.symbol.rawValue)' was never closed", open.offset, open.offset + 1)
    }
    if !isFragment {
      if let last = tokens.last, last.kind != .newline, last.kind != .dedent {
        add(.newline, end, end)
      }
      for _ in indents.dropFirst() { add(.dedent, end, end) }
    }
    add(.end, end, end)
    return tokens
  }

  /// The byte at an offset; 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(start, end)))
  }

  func error(_ message: String, _ start: Int, _ end: Int, type: String = "SyntaxError")
    -> PythonError
  {
    var error = PythonError(type, message)
    error.place = SourcePlace(source: source, range: SourceRange(start, end))
    return error
  }

  private mutating func readToken() throws {
    let start = offset
    switch byte(offset) {
    case 32, 9, 12: offset += 1
    case 13 where byte(offset + 1) == 10: offset += 1
    case 10, 13: try endLine()
    case 35: skipComment()
    case 92: try joinLines()
    case 34, 39: try readString(from: start, quoteAt: start)
    case 48...57: try readNumber()
    case 46 where isDigit(byte(offset + 1)): try readNumber()
    case let first where isNameStart(first): try readName()
    case let first: try readSymbol(first)
    }
  }

  private mutating func skipComment() {
    while offset < end && bytes[offset] != 10 { offset += 1 }
  }

  private mutating func joinLines() throws {
    var next = offset + 1
    if byte(next) == 13 { next += 1 }
    guard byte(next) == 10 || next >= end else {
      throw error("unexpected character after line continuation character", offset, offset + 1)
    }
    if next >= end { throw error("unexpected end of file after '\\'", offset, offset + 1) }
    offset = next + 1
  }

  private mutating func endLine() throws {
    offset += 1
    guard brackets.isEmpty && !isFragment else { return }
    if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
      add(.newline, offset - 1, offset)
    }
    try readIndentation()
  }

  /// Measures the next line that has something on it, and opens or closes blocks.
  private mutating func readIndentation() throws {
    var columns = 0
    var tabColumns = 0
    while offset < end {
      switch bytes[offset] {
      case 32:
        columns += 1
        tabColumns += 1
      case 9:
        columns = (columns / 8 + 1) * 8
        tabColumns += 1
      case 12: (columns, tabColumns) = (0, 0)
      case 35:
        skipComment()
        continue
      case 10, 13: (columns, tabColumns) = (0, 0)
      default:
        return try setIndentation(columns, tabColumns)
      }
      offset += 1
    }
  }

  private mutating func setIndentation(_ columns: Int, _ tabColumns: Int) throws {
    let line = offset - 1
    let current = indents[indents.count - 1]
    if (columns == current.columns) != (tabColumns == current.tabColumns)
      || (columns > current.columns) != (tabColumns > current.tabColumns)
    {
      throw error(
        "inconsistent use of tabs and spaces in indentation", max(line, 0), offset, type: "TabError"
      )
    }
    if columns > current.columns {
      if indents.count >= 100 {
        throw error("too many levels of indentation", offset, offset + 1, type: "IndentationError")
      }
      indents.append((columns, tabColumns))
      return add(.indent, offset, offset)
    }
    while columns < indents[indents.count - 1].columns {
      indents.removeLast()
      add(.dedent, offset, offset)
    }
    if columns != indents[indents.count - 1].columns {
      throw error(
        "unindent does not match any outer indentation level", offset, offset + 1,
        type: "IndentationError")
    }
  }

  private mutating func readSymbol(_ first: UInt8) throws {
    for (text, symbol) in Symbol.byFirstByte[first] ?? [] where matches(text) {
      try track(symbol)
      add(.symbol(symbol), offset, offset + text.count)
      offset += text.count
      return
    }
    throw invalidCharacter()
  }

  private func matches(_ text: [UInt8]) -> Bool {
    guard offset + text.count <= end else { return false }
    for (index, byte) in text.enumerated() where bytes[offset + index] != byte { return false }
    return true
  }

  /// Keeps the open brackets, inside which lines do not count.
  private mutating func track(_ symbol: Symbol) throws {
    switch symbol {
    case .openParenthesis, .openBracket, .openBrace:
      if brackets.count >= 200 {
        var error = error("too many nested parentheses", offset, offset + 1)
        error.notes = ["The brackets are nested too deep: 200 is the most."]
        throw error
      }
      brackets.append((symbol, offset))
    case .closeParenthesis, .closeBracket, .closeBrace:
      guard let open = brackets.popLast() else {
        throw error("unmatched '\(symbol.rawValue)'", offset, offset + 1)
      }
      let pairs: [Symbol: Symbol] = [
        .openParenthesis: .closeParenthesis, .openBracket: .closeBracket, .openBrace: .closeBrace,
      ]
      guard pairs[open.symbol] == symbol else {
        throw error(
          "closing parenthesis '\(symbol.rawValue)' does not match opening parenthesis "
            + "'\(open.symbol.rawValue)'", offset, offset + 1)
      }
    default: break
    }
  }
}
