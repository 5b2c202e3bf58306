extension FormulaParser {
  /// A command, from its backslash to the end of its arguments.
  mutating func command() throws(FormulaError) -> FormulaNode? {
    let start = index
    guard let name = peekCommand() else {
      throw FormulaError(at: start, "the formula ends after a backslash")
    }
    index += 1 + name.unicodeScalars.count
    if let kind = simple(name) { return FormulaNode(kind, at: start) }
    if let kind = try text(name) { return FormulaNode(kind, at: start) }
    if let kind = try alphabetic(name) { return FormulaNode(kind, at: start) }
    if let kind = try structure(name, from: start) { return FormulaNode(kind, at: start) }
    if let other = Self.switches[name] {
      alphabet = other
      return nil
    }
    if Self.ignored.contains(name) { return nil }
    if try skipsArgument(name) { return nil }
    throw unknown(name, at: start)
  }

  /// A command that stands for a character, an operator or a space.
  private func simple(_ name: String) -> FormulaNode.Kind? {
    if let (text, atomClass) = FormulaSymbols.symbol(name) {
      return .symbol(text, atomClass, alphabet == .bold ? .bold : [])
    }
    if let (text, limits) = FormulaWords.operation(name) { return .operation(text, limits: limits) }
    switch name {
    case "ell": return .symbol("l", .ordinary, .italic)
    case ",", ":", ";", ">", " ", "\n", "thinspace", "medspace", "thickspace", "enspace", "space",
      "nobreakspace":
      return .space(1)
    case "quad": return .space(3)
    case "qquad": return .space(6)
    default: return nil
    }
  }

  private static let ignored: Set<String> = [
    "!", "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "nonumber", "notag",
    "negthinspace", "negmedspace", "negthickspace", "allowbreak", "nobreak", "null", "strut", "/",
    "normalsize", "small", "large", "Large", "mathstrut", "relax", "noindent", "centering", "-",
  ]

  /// Commands that say something about the page, with what they say; nothing is set for them.
  private mutating func skipsArgument(_ name: String) throws(FormulaError) -> Bool {
    switch name {
    case "label", "hspace", "vspace", "mspace", "color", "vphantom", "kern", "mkern":
      if name == "hspace" || name == "mspace", next == "*" { index += 1 }
      if name == "kern" || name == "mkern" {
        while let scalar = next, scalar != " ", scalar != "\\" { index += 1 }
      } else {
        _ = try rawArgument(of: name)
      }
      return true
    default: return false
    }
  }

  // MARK: Text

  /// `\text` and its kin: their argument is text, spaces and all.
  private mutating func text(_ name: String) throws(FormulaError) -> FormulaNode.Kind? {
    switch name {
    case "text", "textrm", "textnormal", "mbox", "textsf", "texttt", "hbox", "textup":
      return .word(try rawArgument(of: name), [])
    case "textbf": return .word(try rawArgument(of: name), .bold)
    case "textit", "emph": return .word(try rawArgument(of: name), .italic)
    case "mathrm", "mathsf", "mathtt", "mathup": return try roman(name)
    case "operatorname", "operatornamewithlimits":
      let isStarred = next == "*"
      if isStarred { index += 1 }
      let hasLimits = isStarred || name == "operatornamewithlimits"
      return .operation(try rawArgument(of: name), limits: hasLimits)
    case "tag":
      if next == "*" { index += 1 }
      return .word("   (\(try rawArgument(of: name)))", [])
    default: return nil
    }
  }

  /// Upright letters: one word if they are nothing but letters, else a formula within.
  private mutating func roman(_ name: String) throws(FormulaError) -> FormulaNode.Kind {
    let start = index
    let text = try rawArgument(of: name)
    let isWord = text.unicodeScalars.allSatisfy {
      Self.isLetter($0) || $0 == "-" || $0 == " " || ("0"..."9").contains($0) || $0 == "_"
    }
    guard !isWord else { return .word(text.split(separator: " ").joined(separator: " "), []) }
    index = start
    return .classed(.ordinary, try argument(of: name))
  }

  /// The characters between braces as they stand, escapes resolved.
  mutating func rawArgument(of command: String) throws(FormulaError) -> String {
    skipSpace()
    let start = index
    guard let first = next else {
      throw FormulaError(at: index, "\\\(command) needs an argument in braces: \\\(command){…}")
    }
    var text = String.UnicodeScalarView()
    guard first == "{" else {
      index += 1
      text.append(first)
      return String(text)
    }
    index += 1
    var open = 1
    while let scalar = next {
      switch scalar {
      case "{": open += 1
      case "}": open -= 1
      case "\\": textEscape(into: &text)
      case "~", "\n", "\t": text.append(" ")
      case "$": break
      default: text.append(scalar.value < 0x20 ? "�" : scalar)
      }
      index += 1
      if open == 0 { return String(text) }
    }
    throw FormulaError(at: start, "this { is never closed: a } is missing")
  }

  /// A backslash within text; the index ends on its last character.
  private mutating func textEscape(into text: inout String.UnicodeScalarView) {
    guard let name = peekCommand() else { return }
    index += name.unicodeScalars.count
    if let symbol = FormulaSymbols.symbol(name) {
      text.append(contentsOf: symbol.text.unicodeScalars)
    } else if [",", " ", ";", ":", "quad", "qquad"].contains(name) {
      text.append(" ")
    }
  }

  /// `\mathbf` and its kin: their argument is set in another alphabet.
  private mutating func alphabetic(_ name: String) throws(FormulaError) -> FormulaNode.Kind? {
    guard let other = Self.alphabets[name] else { return nil }
    let outer = alphabet
    alphabet = other
    defer { alphabet = outer }
    let node = try argument(of: name)
    if case .symbol = node.kind { return node.kind }
    if case .row(let nodes) = node.kind, nodes.count == 1 { return nodes[0].kind }
    if name == "mathcal", case .row(let nodes) = node.kind { return .row(nodes) }
    return .classed(.ordinary, node)
  }

  private static let alphabets: [String: Alphabet] = [
    "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "bold": .bold, "pmb": .bold,
    "mathit": .italic, "mathbb": .blackboard, "Bbb": .blackboard, "mathcal": .calligraphic,
    "mathscr": .calligraphic, "mathfrak": .calligraphic, "mathnormal": .plain,
  ]

  /// Commands that change the alphabet up to the end of their group.
  private static let switches: [String: Alphabet] = [
    "rm": .roman, "bf": .bold, "it": .italic, "cal": .calligraphic, "sf": .roman, "tt": .roman,
  ]

  // MARK: Errors

  private func unknown(_ name: String, at start: Int) -> FormulaError {
    let known = FormulaSymbols.commands + FormulaWords.commands + Self.structures
    let nearest = FormulaSpelling.nearest(to: name, among: known)
    let hint =
      nearest.map { ": did you mean \\\($0)?" } ?? "; write \\operatorname{\(name)} for a name"
    return FormulaError(at: start, "\\\(name) is not known\(hint)")
  }
}
