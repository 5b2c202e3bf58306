/// The text of a file, decoded and freed of everything that must not reach a terminal.
struct LessonText: Sendable {
  /// The text: valid, with `\n` at each line's end, and no control character but the tab.
  let text: String
  /// What was wrong with the bytes.
  let findings: [Finding]

  /// Decodes the bytes of a file.
  init(_ bytes: [UInt8], file: String) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let valid = String(validating: bytes, as: UTF8.self)
    if let valid, valid.unicodeScalars.allSatisfy({ $0 == "\n" || Self.isHarmless($0) }) {
      (text, findings) = (valid, [])
      return
    }
    let decoded = String(decoding: bytes, as: UTF8.self)
    var cleaned = String.UnicodeScalarView()
    var findings: [Finding] = []
    var line = 1
    var reported = 0
    var skipsNewline = false
    // A sign that was in the file is left alone; one that decoding put there is told of.
    let replacements = valid == nil
    for scalar in decoded.unicodeScalars {
      if scalar == "\n", skipsNewline {
        skipsNewline = false
        continue
      }
      skipsNewline = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        cleaned.append("\n")
        line += 1
        continue
      }
      if Self.isHarmless(scalar), !(replacements && scalar == "\u{FFFD}") {
        cleaned.append(scalar)
        continue
      }
      cleaned.append("\u{FFFD}")
      if reported != line, findings.count < 20 {
        findings.append(Self.finding(scalar, file: file, line: line))
        reported = line
      }
    }
    text = String(cleaned)
    let source = SourceText(text, file: file)
    self.findings = findings.map { finding in
      source.finding(
        .character, line: finding.line, at: "\u{FFFD}", finding.message, finding.advice)
    }
  }

  private static func finding(_ scalar: Unicode.Scalar, file: String, line: Int) -> Finding {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let message =
      scalar == "\u{FFFD}"
      ? "These bytes are not UTF-8." : "The character U+\(padded) cannot be shown."
    let advice =
      scalar == "\u{FFFD}" ? "Save the file in the encoding UTF-8." : "Take it out of the text."
    return Finding(
      rule: .character, file: file, line: line, message: message, advice: advice)
  }

  /// Whether a character can be shown: no control, no direction mark, nothing without a width of
  /// its own, nothing private.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0x20...0x1FFF: scalar.value != 0xAD && scalar.value != 0x61C && scalar.value != 0x180E
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: false
    case 0xE000...0xF8FF, 0xE0000...0x10FFFF: false
    default: true
    }
  }
}
