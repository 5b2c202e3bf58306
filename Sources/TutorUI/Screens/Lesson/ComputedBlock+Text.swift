import Lessons

extension ComputedBlock {
  /// The block as text that can be set, if it is text.
  var text: Block? {
    switch self {
    case .paragraph(let inlines): .paragraph(inlines)
    case .heading(let level, let inlines): .heading(level: level, inlines)
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.compactMap(\.text) })
    case .quote(let blocks): .quote(blocks.compactMap(\.text))
    case .table(let header, let alignments, let rows):
      .table(header: header, alignments: alignments, rows: rows)
    case .formula(let latex): .formula(latex)
    case .code(let language, let source): .code(language: language, source)
    case .program, .quiz, .problem: nil
    }
  }

  /// Whether a longer line than that of text serves it.
  var isWide: Bool {
    switch self {
    case .program, .code, .formula, .table: true
    default: false
    }
  }

  /// Whether it stands at the right where there is room: what programs gave, and tables with
  /// computed numbers.
  var isLive: Bool {
    switch self {
    case .program(let program):
      !program.program.presentations.contains(.hide) || !program.inputs.isEmpty
    case .table(let header, _, let rows):
      ([header] + rows).contains { $0.contains { $0.contains(where: \.isComputed) } }
    default: false
    }
  }
}

extension Inline {
  /// Whether a computed number is in it.
  fileprivate var isComputed: Bool {
    switch self {
    case .number, .computed: true
    case .emphasis(let inner), .strong(let inner), .link(let inner, _):
      inner.contains(where: \.isComputed)
    case .text, .code, .formula, .space, .lineBreak: false
    }
  }
}
