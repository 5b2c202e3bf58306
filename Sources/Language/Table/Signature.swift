/// Reads a signature as Python writes it: `input, dim=None, *, dtype=None`.
///
/// Defaults are numbers, strings, `None`, `True`, `False` and tuples of them.
struct Signature {
  private(set) var parameters: [Parameter] = []

  init(_ text: String) {
    var keywordOnly = false
    for part in Signature.split(text[...]) {
      switch part {
      case "*": keywordOnly = true
      case "/":
        for index in parameters.indices { parameters[index].kind = .positionalOnly }
      default:
        let (name, standard) = Signature.nameAndDefault(part)
        if name.hasPrefix("**") {
          add(name.dropFirst(2), .keywords, nil)
        } else if name.hasPrefix("*") {
          add(name.dropFirst(), .variadic, nil)
          keywordOnly = true
        } else {
          add(name, keywordOnly ? .keywordOnly : .standard, standard)
        }
      }
    }
  }

  private mutating func add(_ name: Substring, _ kind: Parameter.Kind, _ standard: Snapshot?) {
    parameters.append(Parameter(name: String(name), kind: kind, standard: standard))
  }

  private static func nameAndDefault(_ part: Substring) -> (Substring, Snapshot?) {
    guard let equals = part.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (part, nil) }
    return (trim(part[..<equals]), literal(trim(part[part.utf8.index(after: equals)...])))
  }

  private static func literal(_ text: Substring) -> Snapshot {
    switch text {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    default: break
    }
    if let number = Int(text) { return .int(number) }
    if let number = Double(text) { return .float(number) }
    if text.hasPrefix("(") { return .tuple(split(text.dropFirst().dropLast()).map(literal)) }
    let isQuoted = text.hasPrefix("'") || text.hasPrefix("\"")
    return isQuoted ? .string(String(text.dropFirst().dropLast())) : .other(String(text))
  }

  /// Splits at the commas that stand outside brackets and quotes.
  ///
  /// By bytes: a thousand signatures are read when nabla starts, and characters cost ten times as
  /// much.
  private static func split(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var quote: UInt8?
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth == 0 {
        parts.append(trim(text[start..<index]))
        start = text.utf8.index(after: index)
      }
    }
    let last = trim(text[start...])
    return last.isEmpty ? parts : parts + [last]
  }

  private static func trim(_ text: Substring) -> Substring {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return text[text.endIndex...] }
    return text[first...last]
  }
}
