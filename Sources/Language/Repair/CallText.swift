/// A call or an operation as it is written, in pieces that can be changed.
struct CallText {
  /// What is called: `F.cross_entropy`; for an operation, nothing.
  private(set) var callee = ""
  /// The arguments, or the two operands.
  private(set) var parts: [String] = []
  /// The operator between two operands, with its blanks.
  private var sign: String?

  /// The pieces of `f(a, b)` or `a + b`; nil for anything else.
  init?(_ code: String) {
    guard let words = Words(code) else { return nil }
    if let (open, commas) = words.lastCall, open > 0, words.operatorPlace(before: open) == nil {
      callee = words.text(0..<open)
      let bounds = [open] + commas + [words.tokens.count - 1]
      parts = zip(bounds, bounds.dropFirst()).map { words.text(($0 + 1)..<$1) }
        .filter { !$0.isEmpty }
      return
    }
    guard let place = words.operatorPlace() else { return nil }
    sign = " \(words.text(place..<place + 1)) "
    parts = [words.text(0..<place), words.text(place + 1..<words.tokens.count)]
  }

  /// The object that a method is called on: `loss` of `loss.backward()`.
  var receiver: String? {
    guard let dot = callee.lastIndex(of: ".") else { return nil }
    return String(callee[..<dot])
  }

  /// The method or function's own name.
  var name: String { String(callee.split(separator: ".").last ?? "") }

  /// The text with other parts.
  func with(parts: [String]) -> String {
    if let sign { return parts.joined(separator: sign) }
    return callee + "(" + parts.joined(separator: ", ") + ")"
  }

  /// The text with something behind one part: `.long()`.
  func with(_ suffix: String, behind place: Int) -> String? {
    guard parts.indices.contains(place) else { return nil }
    var parts = parts
    let (keyword, value) = Self.keyword(parts[place])
    parts[place] = keyword + Self.grouped(value) + suffix
    return with(parts: parts)
  }

  /// The text with something behind the object that the method is called on.
  func with(behindReceiver suffix: String) -> String? {
    receiver.map { $0 + suffix + "." + name + "(" + parts.joined(separator: ", ") + ")" }
  }

  /// The text with another function called.
  func with(callee: String) -> String { callee + "(" + parts.joined(separator: ", ") + ")" }

  /// `dim=1` in two: `dim=` and `1`.
  static func keyword(_ part: String) -> (String, String) {
    let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = part.dropFirst(name.count)
    guard !name.isEmpty, rest.first == "=", rest.dropFirst().first != "=" else { return ("", part) }
    return (name + "=", String(rest.dropFirst()))
  }

  /// In brackets, where something behind it would only meet its last piece.
  static func grouped(_ part: String) -> String {
    let isPlain = Words(part)?.operatorPlace() == nil && !part.hasPrefix("-")
    return isPlain && !part.contains(" ") || part.hasSuffix(")") && isPlain ? part : "(\(part))"
  }
}

extension CallText {
  /// A piece of a program, cut into words.
  private struct Words {
    let source: Source
    let tokens: [Token]
    private let outside: [Int]
    private let brackets: [Int: Int]

    init?(_ code: String) {
      source = Source(code)
      var lexer = Lexer(source, from: 0, to: source.bytes.count)
      guard let read = try? lexer.run() else { return nil }
      tokens = read.dropLast()
      (outside, brackets) = tokens.outline
    }

    /// The text of some words, without the blanks around it.
    func text(_ places: Range<Int>) -> String {
      guard let first = places.first, let last = places.last else { return "" }
      return source.text(tokens[first].range.to(tokens[last].range))
    }

    /// Where the bracket opens that the last word closes, and the commas directly in it.
    var lastCall: (open: Int, commas: [Int])? {
      guard tokens.last?.kind == .symbol(.closeParenthesis),
        let open = brackets.first(where: { $0.value == tokens.count - 1 })?.key
      else { return nil }
      let inner = Array(tokens[(open + 1)..<(tokens.count - 1)])
      let commas = inner.outline.outside.filter { inner[$0].kind == .symbol(.comma) }
      return (open, commas.map { $0 + open + 1 })
    }

    /// The operator that is applied last: the rightmost of the weakest.
    func operatorPlace(before end: Int? = nil) -> Int? {
      let between = outside.filter { $0 < end ?? tokens.count && $0 > 0 && endsOperand($0 - 1) }
      let weak: [Symbol] = [.plus, .minus]
      let strong: [Symbol] = [.star, .slash, .doubleSlash, .at, .percent]
      return between.last { place in weak.contains { tokens[place].kind == .symbol($0) } }
        ?? between.last { place in strong.contains { tokens[place].kind == .symbol($0) } }
    }

    /// Whether a word may end an operand, so that a minus behind it is no sign.
    private func endsOperand(_ place: Int) -> Bool {
      switch tokens[place].kind {
      case .name, .number, .string: true
      case .keyword(let word): [.none, .true, .false].contains(word)
      case .symbol(let symbol): [.closeParenthesis, .closeBracket, .closeBrace].contains(symbol)
      default: false
      }
    }
  }
}
