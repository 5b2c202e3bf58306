/// A text within a question: Markdown without blocks.
enum QuizText {
  static func read(
    _ text: String, source: SourceText, line: Int
  ) -> (inlines: [Inline], findings: [Finding]) {
    let lines = text.droppingLastNewline.lines
    if let plain = plain(lines) { return (plain, []) }
    return parsed(lines, text, source: source, line: line)
  }

  /// The same by Markdown's parser.
  static func parsed(
    _ lines: [Substring], _ text: String, source: SourceText, line: Int
  ) -> (inlines: [Inline], findings: [Finding]) {
    var reader = MarkdownReader(
      lines: lines[...], source: SourceText(text, file: source.file))
    var inlines: [Inline] = []
    reader.read { reader, node in
      if !inlines.isEmpty { inlines += [.lineBreak, .lineBreak] }
      if node.kind == "paragraph" {
        inlines += reader.inlines(node.children)
      } else {
        reader.note(
          .markdown, node, "A question's text has paragraphs only.",
          "Put \(node.kind.replacingUnderscores)s into the step above the question; "
            + "a text that begins with a sign such as `#`, `-` or `1.` needs a `\\` before it.")
      }
    }
    // Its lines are counted within the text; the file's are further down.
    let findings = reader.findings.map { finding in
      var moved = source.finding(
        finding.rule, line: line - 1 + finding.line, at: finding.source.trimmed, finding.message,
        finding.advice)
      if moved.column > 0, finding.column > 0 {
        let indent = finding.source.prefix(while: \.isWhitespace).count
        moved.column += finding.column - 1 - indent
        moved.endColumn = moved.column + finding.endColumn - finding.column
      }
      return moved
    }
    return (inlines.map { $0.moved(by: line - 1) }, findings)
  }

  /// A text in which nothing means anything to Markdown, as most are: it need not be parsed.
  static func plain(_ lines: [Substring]) -> [Inline]? {
    var inlines: [Inline] = []
    for line in lines {
      guard let first = line.utf8.first, first >= 0x80 || isLetter(first),
        let last = line.utf8.last, last != UInt8(ascii: " "), !line.utf8.contains(where: isSign)
      else { return nil }
      if !inlines.isEmpty { inlines.append(.space) }
      inlines.append(.text(String(line)))
    }
    return inlines.isEmpty ? nil : inlines
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a byte may begin or end something; a control character is for the parser to judge.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || "\\`*_[]<>&$~{}|#!".utf8.contains(byte)
  }
}

extension Inline {
  /// The run with the lines of its computed numbers counted from further down, and a displayed
  /// formula as one in the line.
  func moved(by lines: Int) -> Inline {
    switch self {
    case .computed(let expression, let format, let line):
      .computed(expression: expression, format: format, line: line + lines)
    case .formula(let latex) where latex.hasPrefix(MarkdownReader.displayed):
      .formula(String(latex.dropFirst()))
    case .emphasis(let inlines): .emphasis(inlines.map { $0.moved(by: lines) })
    case .strong(let inlines): .strong(inlines.map { $0.moved(by: lines) })
    case .link(let inlines, let destination):
      .link(inlines.map { $0.moved(by: lines) }, destination: destination)
    default: self
    }
  }
}
