extension MarkdownReader {
  /// The blocks a node stands for: none for a note, several for a paragraph around a formula.
  mutating func blocks(_ node: MarkdownNode, depth: Int = 0) -> [Block] {
    guard depth < Self.deepest else {
      note(.markdown, node, "Lists and quotes stand in each other too deeply here.")
      return []
    }
    switch node.kind {
    case "paragraph": return paragraph(inlines(node.children))
    case "heading": return [.heading(level: node.level, heading(node))]
    case "list":
      let items = node.children.map { item in
        item.children.flatMap { blocks($0, depth: depth + 1) }
      }
      return [.list(start: node.listStart, items: items)]
    case "block_quote":
      return [.quote(node.children.flatMap { blocks($0, depth: depth + 1) })]
    case "code_block": return code(node)
    case "table": return [table(node)]
    case "html_block": return comment(node)
    case "thematic_break":
      note(
        .markdown, node, "A line across stands inside another block here.",
        "To end a step, write `---` at the beginning of a line.")
      return []
    default:
      note(.markdown, node, "nabla shows no \(node.kind.replacingUnderscores).")
      return []
    }
  }

  /// A heading's text; one underlined with dashes was meant to end a step.
  private mutating func heading(_ node: MarkdownNode) -> [Inline] {
    let first = line(node)
    let dashes = source.lines.indices.dropFirst(first).prefix { !source.lines[$0].trimmed.isEmpty }
      .first { source.lines[$0].allSatisfy { $0 == "-" || $0 == " " } }
    if let dashes, !source.line(first).trimmed.hasPrefix("#") {
      findings.append(
        source.finding(
          .step, line: dashes + 1, column: 1, length: source.lines[dashes].count,
          "These dashes make a heading of the paragraph above them.",
          "Leave an empty line above `---` to end the step; write headings with `##`."))
    }
    return inlines(node.children)
  }

  /// Cuts a paragraph at its displayed formulas.
  private func paragraph(_ inlines: [Inline]) -> [Block] {
    var blocks: [Block] = []
    var run: [Inline] = []
    for inline in inlines {
      if case .formula(let latex) = inline, latex.hasPrefix(Self.displayed) {
        if !Self.trimmed(run).isEmpty { blocks.append(.paragraph(Self.trimmed(run))) }
        run = []
        blocks.append(.formula(String(latex.dropFirst())))
      } else {
        run.append(inline)
      }
    }
    if !Self.trimmed(run).isEmpty { blocks.append(.paragraph(Self.trimmed(run))) }
    return blocks
  }

  /// Some runs without white space at their ends.
  private static func trimmed(_ run: [Inline]) -> [Inline] {
    var run = run
    while let last = run.last {
      if case .text(let text) = last {
        let kept = text.droppingTrailingSpaces
        if kept.isEmpty { run.removeLast(); continue }
        run[run.count - 1] = .text(kept)
      } else if last == .space || last == .lineBreak {
        run.removeLast()
        continue
      }
      break
    }
    while let first = run.first {
      if case .text(let text) = first {
        let kept = String(text.drop(while: \.isWhitespace))
        if kept.isEmpty { run.removeFirst(); continue }
        run[0] = .text(kept)
      } else if first == .space || first == .lineBreak {
        run.removeFirst()
        continue
      }
      break
    }
    return run
  }

  /// Marks a formula as displayed until its paragraph is cut at it.
  static let displayed = "\u{E002}"

  private mutating func table(_ node: MarkdownNode) -> Block {
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in node.children {
      let cells = row.children.map { inlines($0.children) }
      if row.isHeader { header = cells } else { rows.append(cells) }
    }
    return .table(header: header, alignments: node.alignments, rows: rows)
  }

  /// A comment is a note for the teacher or nothing; other HTML is refused.
  private mutating func comment(_ node: MarkdownNode) -> [Block] {
    let text = body.restored(node.literal).trimmed
    if !takeNote(text) { refuseHTML(node) }
    return []
  }

  /// Takes a comment, and keeps it if it is a note; false if it is no comment.
  mutating func takeNote(_ text: String) -> Bool {
    guard text.hasPrefix("<!--"), text.hasSuffix("-->") else { return false }
    let inside = text.dropFirst(4).dropLast(3).trimmed
    if inside == "scroll" { isLong = true }
    if inside.hasPrefix("notes:") { notes.append(inside.dropFirst(6).trimmed) }
    return true
  }

  /// Says that HTML is not shown.
  mutating func refuseHTML(_ node: MarkdownNode) {
    note(
      .markdown, node, "HTML cannot be shown in a terminal.",
      "Write it in Markdown; to show a `<`, write `\\<`.")
  }

  private mutating func code(_ node: MarkdownNode) -> [Block] {
    let text = body.restored(node.literal)
    let words = node.fence.split(separator: " ").map(String.init)
    let line = line(node)
    switch words.first {
    case "nabla":
      let fence = ProgramFence.read(
        Array(words.dropFirst()), source: text, line: line, in: source)
      findings += fence.findings
      return [.program(fence.program)]
    case "quiz": return [quiz(text, line: line, endLine: body.line(node.endLine))]
    default:
      let languages = ["nabla", "quiz", "python"]
      if let word = words.first, let meant = NearestName.of(word, among: languages),
        meant != word, meant != "python"
      {
        note(.markdown, node, "A block of `\(word)` is only shown.", "Did you mean `\(meant)`?")
      }
      return [.code(language: words.first ?? "", text.droppingLastNewline)]
    }
  }

  /// A question, or the first thing that is wrong with it.
  private mutating func quiz(_ text: String, line: Int, endLine: Int) -> Block {
    // The file's own lines keep the columns right where the fence stands at the margin.
    let first = line
    let last = max(first, min(endLine - 1, source.lines.count))
    let written = source.lines[first..<last]
    let lines =
      written.elementsEqual(
        text.droppingLastNewline.lines)
      ? written : ArraySlice(text.lines)
    let script = QuizScript.read(lines, source: source, line: line)
    findings += script.findings
    if let quiz = script.quiz { return .quiz(quiz) }
    return .problem(
      script.findings.first
        ?? source.finding(.quiz, line: line, "This question could not be read."))
  }
}

extension String {
  /// The text without its last newline.
  var droppingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// The text without white space at its end.
  var droppingTrailingSpaces: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// The text with spaces for underscores.
  var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
