import Language

/// Puts computed numbers into texts.
enum TextComputation {
  /// A text with a number for each `{{ }}`, and what could not be computed.
  static func text(
    _ inlines: [Inline], in scope: Session, file: String
  ) -> (text: [Inline], findings: [Finding]) {
    var findings: [Finding] = []
    let text = inlines.map { compute($0, scope, file, &findings) }
    return (text, findings)
  }

  private static func compute(
    _ inline: Inline, _ scope: Session, _ file: String, _ findings: inout [Finding]
  ) -> Inline {
    switch inline {
    case .computed(let expression, let format, let line):
      switch scope.format(expression, spec: format) {
      case .success(let text): return .number(typeset(text))
      case .failure(let diagnostic):
        var finding = diagnostic.finding(.computed, file: file, firstLine: line)
        finding.line = line
        findings.append(finding)
        // Short, since it may stand in a table; the finding has the whole.
        return .number("⟨\(diagnostic.type)⟩")
      }
    case .emphasis(let inner):
      return .emphasis(inner.map { compute($0, scope, file, &findings) })
    case .strong(let inner):
      return .strong(inner.map { compute($0, scope, file, &findings) })
    case .link(let inner, let destination):
      return .link(inner.map { compute($0, scope, file, &findings) }, destination: destination)
    default: return inline
    }
  }
}

extension TextComputation {
  /// A computed text as a book prints it: a sign before a number is a minus, not a hyphen.
  static func typeset(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isSign = scalar == "-" && beginsNumber(scalars[(place + 1)...])
      let isAfter = place == 0 || endsBefore(scalars[..<place])
      result.append(isSign && isAfter ? "\u{2212}" : scalar)
    }
    return String(result)
  }

  private static func beginsNumber(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first else { return false }
    return ("0"..."9").contains(next) || next == "." || rest.starts(with: "inf".unicodeScalars)
  }

  /// Whether what stands before a sign is not a word: a bracket, a blank, or a number's `e`.
  private static func endsBefore(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return true }
    if last == "e", let digit = before.dropLast().last { return ("0"..."9").contains(digit) }
    return "[({ ,=+*/".unicodeScalars.contains(last)
  }
}

extension Inline {
  /// Whether there is something to compute in it.
  var isComputed: Bool {
    switch self {
    case .computed: true
    case .emphasis(let inner), .strong(let inner), .link(let inner, _):
      inner.contains(where: \.isComputed)
    default: false
    }
  }
}
