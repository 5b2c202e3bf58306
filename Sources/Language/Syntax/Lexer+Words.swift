/// Names, numbers and strings.
extension Lexer {
  func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  func isNameStart(_ byte: UInt8) -> Bool {
    (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte == 95 || byte >= 128
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 32 >= 97 && byte | 32 <= 102)
  }

  /// A name or a keyword; `r"..."` and its like are strings.
  mutating func readName() throws {
    let start = offset
    while isNameStart(byte(offset)) || isDigit(byte(offset)) { offset += 1 }
    if offset - start <= 2, byte(offset) == 34 || byte(offset) == 39, isStringPrefix(start) {
      return try readString(from: start, quoteAt: offset)
    }
    let text = source.text(start, offset)
    if let keyword = Keyword.byText[text] { return add(.keyword(keyword), start, offset) }
    if let odd = text.unicodeScalars.enumerated().first(where: { !isNamePart($1, first: $0 == 0) })
    {
      throw invalidCharacter(odd.element, before: text, start)
    }
    add(.name, start, offset)
  }

  private func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    if scalar.isASCII { return true }
    return first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  private func isStringPrefix(_ start: Int) -> Bool {
    let prefix = bytes[start..<offset].map { $0 | 32 }
    return [[114], [102], [117], [98], [114, 102], [102, 114], [114, 98], [98, 114]].contains(
      prefix)
  }

  func invalidCharacter() -> PythonError {
    let text = source.text(offset, min(offset + 4, end))
    guard let scalar = text.unicodeScalars.first, !scalar.isASCII else {
      return error("invalid syntax", offset, offset + 1)
    }
    return invalidCharacter(scalar, before: text, offset)
  }

  private func invalidCharacter(_ scalar: Unicode.Scalar, before text: String, _ start: Int)
    -> PythonError
  {
    var at = start
    for other in text.unicodeScalars {
      if other == scalar { break }
      at += UTF8.width(other)
    }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let width = UTF8.width(scalar)
    guard scalar.properties.generalCategory != .control else {
      return error("invalid non-printable character U+\(code)", at, at + width)
    }
    var error = error("invalid character '\(scalar)' (U+\(code))", at, at + width)
    let twins: [Unicode.Scalar: String] = [
      "（": "(", "）": ")", "，": ",", "：": ":", "“": "\"", "”": "\"", "‘": "'", "’": "'", "−": "-",
      "×": "*", "÷": "/", "；": ";", "【": "[", "】": "]", "＝": "=", "。": ".", "–": "-",
    ]
    if let plain = twins[scalar] { error.fix = "Write \(plain) instead of \(scalar)." }
    return error
  }

  mutating func readNumber() throws {
    let start = offset
    let second = byte(offset + 1) | 32
    if byte(offset) == 48, second == 120 || second == 111 || second == 98 {
      offset += 2
      while isHexDigit(byte(offset)) || byte(offset) == 95 { offset += 1 }
    } else {
      readDigits()
      if byte(offset) == 46 {
        offset += 1
        readDigits()
      }
      readExponent()
    }
    if isNameStart(byte(offset)), byte(offset) < 128, !keywordFollows() {
      throw error("invalid decimal literal", start, offset + 1)
    }
    add(.number, start, offset)
  }

  private mutating func readDigits() {
    while isDigit(byte(offset)) || (byte(offset) == 95 && isDigit(byte(offset + 1))) { offset += 1 }
  }

  private mutating func readExponent() {
    guard byte(offset) | 32 == 101 else { return }
    let sign = byte(offset + 1) == 43 || byte(offset + 1) == 45 ? 1 : 0
    guard isDigit(byte(offset + 1 + sign)) else { return }
    offset += 1 + sign
    readDigits()
  }

  /// Python reads `1if x else 2`.
  private func keywordFollows() -> Bool {
    var stop = offset
    while isNameStart(byte(stop)) { stop += 1 }
    return Keyword.byText[source.text(offset, stop)] != nil
  }

  /// A string from its prefix to its last quote.
  mutating func readString(from start: Int, quoteAt quote: Int) throws {
    let isFormatted = bytes[start..<quote].contains { $0 | 32 == 102 }
    offset = try StringScanner(lexer: self).end(
      ofStringAt: quote, isFormatted: isFormatted, start: start)
    add(.string, start, offset)
  }
}

/// Finds where a string ends; in an f-string, fields may hold strings of their own.
private struct StringScanner {
  let lexer: Lexer

  func end(ofStringAt quote: Int, isFormatted: Bool, start: Int, depth: Int = 0) throws -> Int {
    let mark = lexer.byte(quote)
    let isTriple = lexer.byte(quote + 1) == mark && lexer.byte(quote + 2) == mark
    var offset = quote + (isTriple ? 3 : 1)
    while offset < lexer.end {
      let byte = lexer.bytes[offset]
      if byte == mark && !isTriple { return offset + 1 }
      if byte == mark && lexer.byte(offset + 1) == mark && lexer.byte(offset + 2) == mark {
        return offset + 3
      }
      if byte == 92 {
        offset += 2
      } else if byte == 10 && !isTriple {
        break
      } else if isFormatted && byte == 123 && lexer.byte(offset + 1) == 123 {
        offset += 2
      } else if isFormatted && byte == 123 {
        offset = try endOfField(offset, quote: mark, isTriple: isTriple, depth: depth)
      } else {
        offset += 1
      }
    }
    let what = isFormatted ? "f-string literal" : "string literal"
    throw lexer.error(
      isTriple
        ? "unterminated triple-quoted \(what) (detected at line \(lexer.source.line(at: lexer.end)))"
        : "unterminated \(what) (detected at line \(lexer.source.line(at: quote)))",
      start, quote + (isTriple ? 3 : 1))
  }

  /// The offset after the `}` of a field, or the field's quote if it is not closed.
  private func endOfField(_ open: Int, quote: UInt8, isTriple: Bool, depth: Int) throws -> Int {
    if depth > 8 { throw lexer.error("f-string: expressions nested too deeply", open, open + 1) }
    var offset = open + 1
    var level = 1
    while offset < lexer.end {
      switch lexer.bytes[offset] {
      case 123, 91, 40: level += 1
      case 125, 93, 41: level -= 1
      case 10 where !isTriple: return offset
      case 34, 39:
        if closes(offset, quote, isTriple) && !opensString(offset) { return offset }
        let prefix = lexer.byte(offset - 1) | 32
        offset = try end(
          ofStringAt: offset, isFormatted: prefix == 102, start: offset, depth: depth + 1)
        continue
      default: break
      }
      offset += 1
      if level == 0 { return offset }
    }
    return offset
  }

  private func closes(_ offset: Int, _ quote: UInt8, _ isTriple: Bool) -> Bool {
    lexer.byte(offset) == quote
      && (!isTriple || (lexer.byte(offset + 1) == quote && lexer.byte(offset + 2) == quote))
  }

  /// Whether the same quote inside a field begins a string there (as Python 3.12 allows), rather
  /// than ending the f-string with the field still open.
  private func opensString(_ offset: Int) -> Bool {
    var next = offset + 1
    while next < lexer.end && lexer.bytes[next] != 10 && lexer.bytes[next] != lexer.bytes[offset] {
      next += 1
    }
    guard next < lexer.end, lexer.bytes[next] == lexer.bytes[offset] else { return false }
    return lexer.bytes[next...].prefix { $0 != 10 }.contains(125)
  }
}
