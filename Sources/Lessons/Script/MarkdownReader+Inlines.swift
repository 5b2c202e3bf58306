extension MarkdownReader {
  /// The runs some inline nodes stand for.
  mutating func inlines(_ nodes: [MarkdownNode], depth: Int = 0) -> [Inline] {
    var runs: [Inline] = []
    for node in nodes { runs += inlines(node, depth: depth) }
    return Self.merged(runs)
  }

  private mutating func inlines(_ node: MarkdownNode, depth: Int) -> [Inline] {
    guard depth < Self.deepest else { return [.text(plainText(node))] }
    switch node.kind {
    case "text": return pieces(node.literal)
    case "softbreak": return [.space]
    case "linebreak": return [.lineBreak]
    case "code": return [.code(body.restored(node.literal))]
    case "emph": return [.emphasis(inlines(node.children, depth: depth + 1))]
    case "strong": return [.strong(inlines(node.children, depth: depth + 1))]
    case "link":
      let text = inlines(node.children, depth: depth + 1)
      return [.link(text, destination: body.restored(node.destination))]
    case "html_inline":
      if !takeNote(body.restored(node.literal)) { refuseHTML(node) }
      return []
    case "image":
      note(
        .markdown, node, "A picture cannot be shown in a terminal.",
        "Draw it with a program (`nabla bars`, `nabla plot`), or describe it.")
      return inlines(node.children, depth: depth + 1)
    default:
      note(.markdown, node, "nabla shows no \(node.kind.replacingUnderscores).")
      return []
    }
  }

  /// Everything below a node as one text, without recursion.
  private func plainText(_ node: MarkdownNode) -> String {
    var text = ""
    var waiting = [node]
    while let next = waiting.popLast() {
      text += body.restored(next.literal)
      waiting += next.children.reversed()
    }
    return text
  }

  /// A text with its formulas and computed numbers.
  private func pieces(_ text: String) -> [Inline] {
    body.split(text).map { part in
      switch part {
      case .text(let text): return .text(text)
      case .mark(let number):
        let entry = body.entries[number]
        switch entry.piece {
        case .formula(let latex, let displayed):
          return .formula(displayed ? Self.displayed + latex : latex)
        case .computed(let expression, let format):
          return .computed(expression: expression, format: format, line: entry.line)
        }
      }
    }
  }

  /// Joins texts that stand next to each other: cmark cuts them at every sign it looked at.
  private static func merged(_ runs: [Inline]) -> [Inline] {
    var merged: [Inline] = []
    for run in runs {
      if case .text(let more) = run, case .text(let text)? = merged.last {
        merged[merged.count - 1] = .text(text + more)
      } else {
        merged.append(run)
      }
    }
    return merged
  }
}
