/// Numbers and strings.
extension Parser {
  mutating func number() throws -> Term {
    let range = token.range
    let digits = text.utf8.filter { $0 != 95 }.map { $0 | 32 }
    let value = try number(digits, range)
    advance()
    return .constant(Term.Constant(value, range))
  }

  private func number(_ digits: [UInt8], _ range: SourceRange) throws -> Value {
    let text = String(decoding: digits, as: UTF8.self)
    let bases: [UInt8: (base: Int, name: String)] = [
      UInt8(ascii: "x"): (16, "hexadecimal"), UInt8(ascii: "o"): (8, "octal"),
      UInt8(ascii: "b"): (2, "binary"),
    ]
    if digits.count > 1, digits[0] == 48, let (base, name) = bases[digits[1]] {
      let body = text.dropFirst(2)
      if body.isEmpty || !body.allSatisfy({ $0.hexDigitValue.map { $0 < base } ?? false }) {
        throw syntaxError("invalid \(name) literal", range)
      }
      guard let number = Int(body, radix: base) else { throw tooLarge(range) }
      return .int(number)
    }
    let isFloat = digits.contains(46) || digits.contains(101)
    if isFloat {
      // Swift wants a digit on either side of the point.
      var padded = text.hasPrefix(".") ? "0" + text : text
      if padded.hasSuffix(".") { padded += "0" }
      if let dot = padded.firstIndex(of: "."), padded[padded.index(after: dot)...].hasPrefix("e") {
        padded.insert("0", at: padded.index(after: dot))
      }
      guard let number = Double(padded) else { throw syntaxError("invalid decimal literal", range) }
      return .float(number)
    }
    if digits.count > 1, digits[0] == 48, digits.contains(where: { $0 != 48 }) {
      throw syntaxError(
        "leading zeros in decimal integer literals are not permitted; "
          + "use an 0o prefix for octal integers", range)
    }
    guard let number = Int(text) else { throw tooLarge(range) }
    return .int(number)
  }

  private func tooLarge(_ range: SourceRange) -> PythonError {
    var error = syntaxError("", range)
    error.type = "OverflowError"
    error.message = PythonError.bigInteger.message
    return error
  }

  /// One or more strings standing next to one another, which are one.
  mutating func strings() throws -> Term {
    let start = token.range
    var parts: [Term.Formatted.Part] = []
    var isBytes = false
    var tallest = 1
    while kind == .string {
      var literal = StringLiteral(source, token.range)
      isBytes = isBytes || literal.isBytes
      for part in try literal.parts() {
        switch part {
        case .text(let text): append(.text(text), to: &parts)
        case .field(let range):
          let (fields, height) = try field(range, literal, depth: 0)
          tallest = max(tallest, height)
          for field in fields { append(field, to: &parts) }
        }
      }
      advance()
    }
    let range = start.to(previous.range)
    if isBytes { throw syntaxError("nabla has no bytes: leave out the b before the string", range) }
    try grow(from: tallest)
    switch parts.first {
    case nil: return .constant(Term.Constant(.string(""), range))
    case .text(let text) where parts.count == 1:
      return .constant(Term.Constant(.string(text), range))
    default: return .formatted(Term.Formatted(parts, range))
    }
  }

  private func append(_ part: Term.Formatted.Part, to parts: inout [Term.Formatted.Part]) {
    if case .text(let text) = part, case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(part)
    }
  }

  /// One `{...}` of an f-string, as a field.
  private mutating func field(
    _ range: SourceRange, _ literal: StringLiteral, depth: Int
  ) throws -> (parts: [Term.Formatted.Part], height: Int) {
    let field = try literal.field(range)
    let start = Int(field.term.start)
    let end = Int(field.term.end)
    if source.text(field.term).allSatisfy({ $0 == " " || $0 == "\n" }) {
      throw syntaxError("f-string: empty expression not allowed", range)
    }
    var lexer = Lexer(source, from: start, to: end)
    var inner = Parser(source, try lexer.run())
    swap(&inner.scopes, &scopes)
    inner.function = function
    let term = try inner.deeper { try $0.tupleTerm() }
    if inner.kind != .end { throw inner.syntaxError("f-string: invalid syntax", inner.token.range) }
    swap(&inner.scopes, &scopes)
    var spec: [Term.Formatted.Part] = []
    var height = inner.height
    for part in try field.spec.map({ try literal.parts(of: $0, depth: depth + 1) }) ?? [] {
      switch part {
      case .text(let text): append(.text(text), to: &spec)
      case .field(let range):
        if depth > 0 { throw syntaxError("f-string: expressions nested too deeply", range) }
        let (fields, inner) = try self.field(range, literal, depth: depth + 1)
        spec += fields
        height = max(height, inner)
      }
    }
    let conversion = field.conversion ?? (field.label != nil && field.spec == nil ? 114 : nil)
    var parts: [Term.Formatted.Part] = []
    if let label = field.label { parts.append(.text(label)) }
    parts.append(.field(term, conversion: conversion, spec: spec, label: field.label))
    return (parts, height)
  }
}

extension PythonError {
  /// What nabla says instead of going on with a whole number of any length.
  static let bigInteger = PythonError(
    "OverflowError", "the whole number does not fit in 64 bits, and nabla has no larger ones",
    fix: "Use a float: write 2.0 instead of 2.")
}
