/// Slips of the pen.
extension Repair {
  private static let wide: [Character: String] = [
    "（": "(", "）": ")", "，": ",", "：": ":", "；": ";", "“": "\"", "”": "\"", "‘": "'", "’": "'",
    "［": "[", "］": "]", "＝": "=", "－": "-", "−": "-", "×": "*", "÷": "/", "　": " ",
  ]

  mutating func addSyntax() {
    let own = line(line)
    let text = String(decoding: source.bytes[own], as: UTF8.self)
    if says("expected ':'") { add(Edit(range: codeEnd(own), text: ":")) }
    if says("was never closed") { addBracket(own) }
    if says("unterminated string"), range.lowerBound < source.bytes.count {
      let quote = source.bytes[range.lowerBound] == UInt8(ascii: "\"") ? "\"" : "'"
      add(Edit(range: own.upperBound..<own.upperBound, text: quote))
      if text.hasSuffix(")") {
        add(Edit(range: (own.upperBound - 1)..<own.upperBound, text: quote + ")"))
      }
    }
    if says("Missing parentheses in call to") {
      let blanks = text.prefix { $0 == " " || $0 == "\t" }
      let rest = text.dropFirst(blanks.count)
      let name = rest.prefix { $0.isLetter || $0 == "_" }
      let value = TextMethods.strip(String(rest.dropFirst(name.count)))
      add(Edit(range: own, text: "\(blanks)\(name)(\(value))"))
    }
    if says("expected an indented block") {
      add(Edit(range: own.lowerBound..<own.lowerBound, text: "    "))
    }
    if says("unexpected indent") {
      add(Edit(range: own, text: TextMethods.strip(text)))
    }
    if says("invalid character", "invalid non-printable") {
      let plain = text.map { Repair.wide[$0] ?? String($0) }.joined()
      add(Edit(range: own, text: plain))
    }
    addSigns(own, text)
  }

  /// Signs of other languages, and `=` for `==`.
  private mutating func addSigns(_ own: Range<Int>, _ text: String) {
    let signs = [
      ("&&", " and "), ("||", " or "), ("else if", "elif"), ("++", " += 1"), ("--", " -= 1"),
      ("!", "not "),
    ]
    for (wrong, right) in signs {
      guard let place = text.range(ofLast: wrong) else { continue }
      add(Edit(range: own, text: text.replacingCharacters(in: place, with: right)))
    }
    let word = TextMethods.strip(text).split(separator: " ").first ?? ""
    if ["if", "elif", "while"].contains(word), let place = text.range(ofLast: "=") {
      add(Edit(range: own, text: text.replacingCharacters(in: place, with: "==")))
    }
    if says("Perhaps you forgot a comma") {
      for place in range where source.bytes[place] == UInt8(ascii: " ") {
        add(Edit(range: place..<place, text: ","))
      }
    }
  }

  /// Closes what was never closed: at the end of the line, or of the program.
  private mutating func addBracket(_ own: Range<Int>) {
    guard let open = source.bytes[range.lowerBound...].first else { return }
    let close = ["(": ")", "[": "]", "{": "}"][String(decoding: [open], as: UTF8.self)] ?? ")"
    let end = codeEnd(own)
    if end.lowerBound > own.lowerBound, source.bytes[end.lowerBound - 1] == UInt8(ascii: ":") {
      let before = end.lowerBound - 1
      add(Edit(range: before..<before, text: close))
    }
    add(Edit(range: end, text: close))
    let last = source.bytes.lastIndex { $0 != 10 && $0 != 32 }.map { $0 + 1 } ?? 0
    add(Edit(range: last..<last, text: close))
  }

  /// The end of what a line says, before the blanks at its end.
  private func codeEnd(_ line: Range<Int>) -> Range<Int> {
    let end = source.bytes[line].lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 }
    return (end ?? line.upperBound)..<(end ?? line.upperBound)
  }
}

extension String {
  /// The text with other letters in a place.
  func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
