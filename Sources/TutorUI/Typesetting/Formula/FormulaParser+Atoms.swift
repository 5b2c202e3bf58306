extension FormulaParser {
  /// An atom and what is raised and lowered at it; nil for a command that only changes how things
  /// are set.
  mutating func atomWithScripts() throws(FormulaError) -> FormulaNode? {
    let start = index
    let isBare = next == "_" || next == "^" || next == "'"
    let first = isBare ? FormulaNode(.row([]), at: start) : try atom()
    guard let base = first else { return nil }
    var scripts = FormulaNode.Scripts(base: base)
    while try script(into: &scripts) {}
    let isPlain =
      scripts.lower == nil && scripts.upper == nil && scripts.primes == 0 && scripts.limits == nil
    return isPlain ? base : FormulaNode(.scripts(scripts), at: start)
  }

  /// Reads one script, if there is one here.
  private mutating func script(
    into scripts: inout FormulaNode.Scripts
  ) throws(FormulaError) -> Bool {
    let space = index
    skipSpace()
    let place = index
    switch next {
    case "_":
      guard scripts.lower == nil else {
        throw FormulaError(at: place, "a second subscript: put both into one, as in x_{i,j}")
      }
      index += 1
      scripts.lower = try scriptArgument("_")
    case "^":
      guard scripts.upper == nil else {
        throw FormulaError(at: place, "a second superscript: put both into one, or use braces")
      }
      index += 1
      scripts.upper = try scriptArgument("^")
    case "'", "’", "′":
      index += 1
      scripts.primes += 1
    case "\\" where peekCommand() == "limits":
      index += 7
      scripts.limits = true
    case "\\" where peekCommand() == "nolimits":
      index += 9
      scripts.limits = false
    default:
      index = space
      return false
    }
    return true
  }

  private mutating func scriptArgument(_ mark: String) throws(FormulaError) -> FormulaNode {
    skipSpace()
    guard let scalar = next, stop() == nil, scalar != "_", scalar != "^" else {
      throw FormulaError(at: index, "something must follow the \(mark), in braces if it is long")
    }
    if scalar == "{" { return try group() }
    return try nested { parser throws(FormulaError) in
      try parser.atom() ?? FormulaNode(.row([]), at: parser.index)
    }
  }

  /// One atom without its scripts.
  mutating func atom() throws(FormulaError) -> FormulaNode? {
    guard let scalar = next else { throw unexpected(.end) }
    let start = index
    switch scalar {
    case "{":
      let group = try group()
      return FormulaNode(.classed(.ordinary, group), at: start)
    case "\\": return try command()
    case "~":
      index += 1
      return FormulaNode(.space(1), at: start)
    case "$":
      throw FormulaError(at: index, "a $ stands within the formula: write \\$ for the character")
    case "#":
      throw FormulaError(at: index, "a # means nothing here: write \\# for the character")
    default:
      index += 1
      return FormulaNode(letter(scalar), at: start)
    }
  }

  /// A character typed as itself, in the alphabet in force.
  func letter(_ scalar: Unicode.Scalar) -> FormulaNode.Kind {
    switch scalar {
    case "-": return .symbol("−", .binary, [])
    case "*": return .symbol("∗", .binary, [])
    case "∑", "∏": return .operation(String(scalar), limits: true)
    case "∫": return .operation("∫", limits: false)
    default: break
    }
    let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    let shown: Unicode.Scalar = isControl ? "�" : scalar
    let atomClass = FormulaSymbols.atomClass(of: shown)
    guard Self.isLetter(scalar) || ("0"..."9").contains(scalar) || scalar.value > 0x370 else {
      return .symbol(String(shown), atomClass, [])
    }
    switch alphabet {
    case .plain, .roman: return .symbol(String(shown), atomClass, [])
    case .bold: return .symbol(String(shown), atomClass, .bold)
    case .italic, .calligraphic: return .symbol(String(shown), atomClass, .italic)
    case .blackboard:
      guard let letter = FormulaWords.blackboard(scalar) else {
        return .symbol(String(shown), atomClass, .bold)
      }
      return .symbol(String(letter), .ordinary, [])
    }
  }
}
