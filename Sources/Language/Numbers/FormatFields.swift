/// One `%...` of a format, read from behind its percent sign.
struct PercentField {
  var name: String?
  var spec: FormatSpec
  var kind: Character
  var takesWidth = false
  var takesPrecision = false

  init(_ rest: inout ArraySlice<Character>) throws {
    spec = try FormatSpec("", for: "str")
    if rest.first == "(" {
      rest.removeFirst()
      let inside = rest.prefix { $0 != ")" }
      rest = rest.dropFirst(inside.count + 1)
      name = String(inside)
    }
    while let flag = rest.first, "-+ #0".contains(flag) {
      switch flag {
      case "-": spec.alignment = "<"
      case "+": spec.sign = "+"
      case " ": if spec.sign != "+" { spec.sign = " " }
      case "0": if spec.alignment == nil { (spec.fill, spec.alignment) = ("0", "=") }
      default: spec.isAlternate = true
      }
      rest.removeFirst()
    }
    if spec.alignment == "<" { spec.fill = " " }
    if rest.first == "*" {
      takesWidth = true
      rest.removeFirst()
    } else {
      spec.width = PercentField.number(&rest)
    }
    if rest.first == "." {
      rest.removeFirst()
      if rest.first == "*" {
        takesPrecision = true
        rest.removeFirst()
      } else {
        spec.precision = PercentField.number(&rest)
      }
    }
    guard let kind = rest.popFirst() else { throw PythonError.value("incomplete format") }
    guard "sradiuxXoceEfFgG%".contains(kind) else {
      throw PythonError.value(
        "unsupported format character '\(kind)' (0x\(String(kind.unicodeScalars.first?.value ?? 0, radix: 16)))"
      )
    }
    self.kind = kind
  }

  private static func number(_ rest: inout ArraySlice<Character>) -> Int {
    var number = 0
    while let digit = rest.first?.wholeNumberValue {
      number = min(number * 10 + digit, 100_000)
      rest.removeFirst()
    }
    return number
  }
}

/// One `{...}` of `str.format`, read from behind its brace.
struct ReplacementField {
  var name = ""
  var conversion: Character?
  var spec = ""

  init(_ rest: inout ArraySlice<Character>) throws {
    var depth = 1
    var inside: [Character] = []
    while let character = rest.popFirst() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0 { break }
      inside.append(character)
    }
    if depth > 0 { throw PythonError.value("expected '}' before end of string") }
    let head = inside.prefix { $0 != ":" && $0 != "!" }
    name = String(head)
    var tail = inside.dropFirst(head.count)
    if tail.first == "!" {
      conversion = tail.dropFirst().first
      tail = tail.dropFirst(2)
    }
    if tail.first == ":" { spec = String(tail.dropFirst()) }
  }
}
