/// One word of a program: what it is, and where it stands in the program's UTF-8.
public struct ProgramToken: Sendable, Hashable {
  /// What a word is.
  public enum Kind: Sendable, Hashable {
    /// A variable, a function, an attribute.
    case name
    /// A word that is no name: `if`, `None`.
    case keyword
    /// A number, without a sign.
    case number
    /// A text, its quotes and the letters before them included.
    case string
    /// A bracket, an operator, a comma.
    case sign
  }

  /// What it is.
  public let kind: Kind
  /// Its bytes.
  public let range: Range<Int>

  init?(_ token: Token) {
    switch token.kind {
    case .name: kind = .name
    case .keyword: kind = .keyword
    case .number: kind = .number
    case .string: kind = .string
    case .symbol: kind = .sign
    case .newline, .indent, .dedent, .end: return nil
    }
    range = token.range.bytes
  }
}

extension Session {
  /// The words of a program, in order; nil where it cannot be cut into words.
  public static func tokens(of program: String) -> [ProgramToken]? {
    try? Lexer.tokens(of: Source(program)).compactMap(ProgramToken.init)
  }

  /// Where the lines stand that give a name its value, in order, to the end of their statements and
  /// as bytes; none where the program cannot be cut into words.
  public static func assignments(to name: String, in program: String) -> [Range<Int>] {
    Source(program).assignments(to: name)
  }
}

extension Source {
  /// Where the lines stand that begin with `name =` or `name: type =`, to the end of their statements.
  func assignments(to name: String) -> [Range<Int>] {
    guard let tokens = try? Lexer.tokens(of: self) else { return [] }
    let lines = tokens.split { [.newline, .indent, .dedent, .end].contains($0.kind) }
    return lines.compactMap { line in
      guard let first = line.first, first.kind == .name, text(first.range) == name,
        line.count > 2, tokens.indices.contains(line.endIndex)
      else { return nil }
      let sign = line[line.startIndex + 1].kind
      let isAnnotated = sign == .symbol(.colon) && line.contains { $0.kind == .symbol(.assign) }
      guard sign == .symbol(.assign) || isAnnotated else { return nil }
      return Int(first.range.start)..<Int(tokens[line.endIndex].range.start)
    }
  }
}

extension SourceRange {
  /// The range as the bytes of the source.
  var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}

extension [Token] {
  /// The places of those outside all brackets, and for every opening bracket there its closing one.
  var outline: (outside: [Int], brackets: [Int: Int]) {
    var outside: [Int] = []
    var brackets: [Int: Int] = [:]
    var open: [Int] = []
    for (place, token) in enumerated() {
      switch token.kind {
      case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace):
        open.append(place)
      case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace):
        if let start = open.popLast() { brackets[start] = place }
      default: if open.isEmpty { outside.append(place) }
      }
    }
    return (outside, brackets)
  }
}
