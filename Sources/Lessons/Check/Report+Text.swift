extension CourseCheck.Report {
  /// The report for people: each finding with its place, and a last line.
  public var text: String {
    var lines = findings.map(\.report)
    let looked = "\(lessons) lesson files, \(steps) steps, \(quizzes) questions"
    lines.append(
      findings.isEmpty
        ? "\(looked): all proofs hold."
        : "\(looked): \(findings.count) \(findings.count == 1 ? "finding" : "findings").")
    return lines.joined(separator: "\n")
  }

  /// The report for programs: one JSON object.
  public var json: String {
    let items = findings.map { finding in
      let fields = [
        ("rule", JSONText.string(finding.rule.rawValue)), ("file", JSONText.string(finding.file)),
        ("line", "\(finding.line)"), ("column", "\(finding.column)"),
        ("endColumn", "\(finding.endColumn)"), ("source", JSONText.string(finding.source)),
        ("message", JSONText.string(finding.message)), ("advice", JSONText.string(finding.advice)),
      ]
      return "{" + fields.map { "\(JSONText.string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }
    return "{\"lessons\": \(lessons), \"steps\": \(steps), \"quizzes\": \(quizzes), \"findings\": ["
      + items.joined(separator: ", ") + "]}"
  }
}

/// Writes texts as JSON.
enum JSONText {
  /// A text in quotes, with everything escaped that must be.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\r": json += "\\r"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
