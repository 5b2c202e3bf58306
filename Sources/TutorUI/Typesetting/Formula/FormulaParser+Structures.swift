extension FormulaParser {
  /// The commands that build something of their arguments, to look for the nearest of a misspelt one.
  static let structures = [
    "frac", "dfrac", "tfrac", "cfrac", "binom", "sqrt", "left", "right", "begin", "end", "hat",
    "widehat", "bar", "tilde", "widetilde", "vec", "dot", "ddot", "overline", "underline",
    "underbrace", "overbrace", "overset", "underset", "stackrel", "substack", "not", "boxed",
    "phantom", "text", "mathrm", "mathbf", "mathbb", "mathcal", "boldsymbol", "operatorname",
    "bigl", "bigr", "quad", "qquad", "xrightarrow",
  ]

  /// A command that builds something of its arguments; nil if the name is none of these.
  mutating func structure(
    _ name: String, from start: Int
  ) throws(FormulaError) -> FormulaNode.Kind? {
    switch name {
    case "frac", "dfrac", "cfrac": return try fraction(name, isSmall: false)
    case "tfrac", "nicefrac", "sfrac": return try fraction(name, isSmall: true)
    case "binom", "dbinom", "tbinom": return try binomial(name)
    case "sqrt": return try root()
    case "left": return try fence(from: start)
    case "begin": return try environment(from: start)
    case "overline": return .line(isOver: true, try argument(of: name))
    case "underline": return .line(isOver: false, try argument(of: name))
    case "overbrace": return .brace(isOver: true, try argument(of: name))
    case "underbrace": return .brace(isOver: false, try argument(of: name))
    case "phantom", "hphantom": return .phantom(try argument(of: name))
    case "boxed", "fbox": return .boxed(try argument(of: name))
    case "not": return try negated()
    case "cancel", "bcancel", "xcancel": return .struck(try argument(of: name))
    case "overset", "stackrel", "underset": return try stacked(name)
    case "substack": return try substack()
    case "xrightarrow", "xleftarrow": return try labelledArrow(name)
    case "pmod": return .word(" (mod \(try rawArgument(of: name)))", [])
    case "bmod", "mod": return .symbol("mod", .binary, [])
    case "textcolor":
      _ = try rawArgument(of: name)
      return .classed(.ordinary, try argument(of: name))
    default: break
    }
    if let accent = Self.accents[name] { return .accent(accent, try argument(of: name)) }
    if let atomClass = Self.classes[name] { return .classed(atomClass, try argument(of: name)) }
    if Self.sizes.contains(name) { return try sized(name) }
    return nil
  }

  private static let accents: [String: FormulaNode.Accent] = [
    "hat": .hat, "widehat": .hat, "bar": .bar, "tilde": .tilde, "widetilde": .tilde,
    "vec": .vector, "overrightarrow": .vector, "dot": .dot, "ddot": .ddot, "check": .check,
    "breve": .breve, "mathring": .dot,
  ]

  private static let classes: [String: AtomClass] = [
    "mathrel": .relation, "mathbin": .binary, "mathord": .ordinary, "mathop": .operation,
    "mathopen": .open, "mathclose": .close, "mathpunct": .punctuation, "mathinner": .inner,
  ]

  private static let sizes: Set<String> = Set(
    ["big", "Big", "bigg", "Bigg"].flatMap { [$0, $0 + "l", $0 + "r", $0 + "m"] })

  private mutating func fraction(
    _ name: String, isSmall: Bool
  ) throws(FormulaError) -> FormulaNode.Kind {
    let top = try argument(of: name)
    return .fraction(top, try argument(of: name), rule: true, isSmall: isSmall)
  }

  private mutating func binomial(_ name: String) throws(FormulaError) -> FormulaNode.Kind {
    let start = index
    let top = try argument(of: name)
    let bottom = try argument(of: name)
    let stack = FormulaNode(.fraction(top, bottom, rule: false, isSmall: false), at: start)
    return .fence(FormulaNode.Fence(open: "(", close: ")", parts: [stack], grows: true))
  }

  private mutating func root() throws(FormulaError) -> FormulaNode.Kind {
    skipSpace()
    var degree: FormulaNode?
    if next == "[" {
      let start = index
      index += 1
      degree = try nested { parser throws(FormulaError) in try parser.row(inBrackets: true) }
      guard next == "]" else {
        throw FormulaError(at: start, "this [ of \\sqrt is never closed: a ] is missing")
      }
      index += 1
    }
    return .root(try argument(of: "sqrt"), index: degree)
  }

  /// `\not` and the relation it strikes out.
  private mutating func negated() throws(FormulaError) -> FormulaNode.Kind {
    let node = try argument(of: "not")
    guard case .symbol(let text, let atomClass, let attributes) = node.kind else {
      return node.kind
    }
    let struck = ["=": "≠", "∈": "∉", "≡": "≢", "∼": "≁", "⊂": "⊄", "⊆": "⊈", "∃": "∄"]
    return .symbol(struck[text] ?? text + "\u{338}", atomClass, attributes)
  }

  private mutating func stacked(_ name: String) throws(FormulaError) -> FormulaNode.Kind {
    let mark = try argument(of: name)
    let base = try argument(of: name)
    var scripts = FormulaNode.Scripts(base: base, limits: true)
    if name == "underset" { scripts.lower = mark } else { scripts.upper = mark }
    return .scripts(scripts)
  }

  private mutating func labelledArrow(_ name: String) throws(FormulaError) -> FormulaNode.Kind {
    let start = index
    let arrow = name == "xrightarrow" ? "⟶" : "⟵"
    let base = FormulaNode(.symbol(arrow, .relation, []), at: start)
    let label = try argument(of: name)
    return .scripts(FormulaNode.Scripts(base: base, upper: label, limits: true))
  }

  // MARK: Delimiters

  /// `\left( … \middle| … \right)`.
  private mutating func fence(from start: Int) throws(FormulaError) -> FormulaNode.Kind {
    let open = try delimiter(after: "left")
    var fence = FormulaNode.Fence(open: open, close: "", parts: [], grows: true)
    try nested { parser throws(FormulaError) in
      while true {
        fence.parts.append(try parser.row())
        switch parser.stop() {
        case .middle:
          parser.index += 7
          fence.middles.append(try parser.delimiter(after: "middle"))
        case .right:
          parser.index += 6
          fence.close = try parser.delimiter(after: "right")
          return
        case .end:
          throw FormulaError(at: start, "this \\left is never closed: a \\right is missing")
        case let found: throw parser.unexpected(found ?? .end)
        }
      }
    }
    return .fence(fence)
  }

  /// `\bigl(` and its kin, which grow with what stands between them.
  private mutating func sized(_ name: String) throws(FormulaError) -> FormulaNode.Kind {
    let text = try delimiter(after: name)
    let side = Self.side(of: text)
    let atomClass: AtomClass
    switch name.last {
    case "l": atomClass = .open
    case "r": atomClass = .close
    case "m": atomClass = .relation
    default: atomClass = side
    }
    return .delimiter(text, atomClass)
  }

  private static func side(of text: String) -> AtomClass {
    switch text {
    case "(", "[", "{", "⟨", "⌊", "⌈": .open
    case ")", "]", "}", "⟩", "⌋", "⌉": .close
    default: .ordinary
    }
  }

  /// The delimiter that must stand here; empty for a dot.
  private mutating func delimiter(after command: String) throws(FormulaError) -> String {
    skipSpace()
    let place = index
    guard let scalar = next else {
      throw FormulaError(at: place, "\\\(command) needs a delimiter such as ( [ \\{ |")
    }
    if scalar == "\\", let name = peekCommand(),
      let (text, _) = FormulaSymbols.symbol(name), Self.delimiters.contains(text)
    {
      index += 1 + name.unicodeScalars.count
      return text
    }
    index += 1
    switch scalar {
    case ".": return ""
    case "<": return "⟨"
    case ">": return "⟩"
    default:
      guard Self.delimiters.contains(String(scalar)) else {
        index = place
        throw FormulaError(at: place, "\\\(command) needs a delimiter such as ( [ \\{ |")
      }
      return String(scalar)
    }
  }

  private static let delimiters: Set<String> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "/", "\\", "↑", "↓",
  ]
}
