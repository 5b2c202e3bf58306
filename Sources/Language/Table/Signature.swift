/// Reads a signature as Python writes it: `input, dim=None, *, dtype=None`.
///
/// Defaults are numbers, strings, `None`, `True`, `False` and tuples of them.
struct Signature {
  private(set) var parameters: [Parameter] = []

  init(_ text: String) {
    var keywordOnly = false
    for part in Signature.split(text) {
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
          add(name[...], keywordOnly ? .keywordOnly : .standard, standard)
        }
      }
    }
  }

  private mutating func add(_ name: Substring, _ kind: Parameter.Kind, _ standard: Snapshot?) {
    parameters.append(Parameter(name: String(name), kind: kind, standard: standard))
  }

  private static func nameAndDefault(_ part: String) -> (String, Snapshot?) {
    guard let equals = part.firstIndex(of: "=") else { return (part, nil) }
    let name = trim(part[..<equals])
    return (name, literal(trim(part[part.index(after: equals)...])))
  }

  private static func literal(_ text: String) -> Snapshot {
    switch text {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    default: break
    }
    if let number = Int(text) { return .int(number) }
    if let number = Double(text) { return .float(number) }
    if text.hasPrefix("(") {
      return .tuple(split(String(text.dropFirst().dropLast())).map(literal))
    }
    let isQuoted = text.hasPrefix("'") || text.hasPrefix("\"")
    return isQuoted ? .string(String(text.dropFirst().dropLast())) : .other(text)
  }

  /// Splits at the commas that stand outside brackets and quotes.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
      } else if character == "," && depth == 0 {
        parts.append(trim(part[...]))
        part = ""
        continue
      }
      part.append(character)
    }
    if !trim(part[...]).isEmpty { parts.append(trim(part[...])) }
    return parts
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while text.first == " " || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
