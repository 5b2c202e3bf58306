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
      case .success(let text): return .number(text)
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
