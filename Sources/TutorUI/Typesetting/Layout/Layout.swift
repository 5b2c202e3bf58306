import Lessons

/// Sets the blocks of a lesson as styled lines of a given width.
public enum Layout {
  /// What the blocks that are not text come to: programs and quizzes are drawn by their screens.
  public typealias Special = (_ block: Block, _ width: Int) -> [StyledLine]

  /// The columns by which a displayed formula stands in from the text.
  public static let formulaMargin = 3

  /// Sets blocks one under the other with an empty line between them.
  ///
  /// No line is wider than `width`, save a formula that cannot be broken: the caller may scroll it.
  public static func lines(
    of blocks: [Block], width: Int, style: Style = Style(),
    special: Special = { _, _ in [] }
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      let more = Layout.lines(of: block, width: width, style: style, special: special)
      if more.isEmpty { continue }
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += more
    }
    return lines
  }

  /// Sets one block.
  public static func lines(
    of block: Block, width: Int, style: Style = Style(),
    special: Special = { _, _ in [] }
  ) -> [StyledLine] {
    switch block {
    case .paragraph(let inlines): lines(of: inlines, width: width, style: style)
    case .heading(let level, let inlines):
      lines(of: inlines, width: width, style: headingStyle(level))
    case .list(let start, let items):
      list(items, start: start, width: width, style: style, special: special)
    case .quote(let blocks): quote(blocks, width: width, style: style, special: special)
    case .table(let header, let alignments, let rows):
      table(header: header, alignments: alignments, rows: rows, width: width, style: style)
    case .formula(let latex): formula(latex, width: width)
    case .code(let language, let text): code(text, language: language, width: width)
    case .program, .quiz, .problem: special(block, width)
    }
  }

  /// Sets a paragraph.
  public static func lines(
    of inlines: [Inline], width: Int, style: Style = Style()
  ) -> [StyledLine] {
    Paragraph(inlines, style: style).lines(width: width)
  }

  /// Sets plain text as a paragraph.
  public static func lines(
    of text: String, width: Int, style: Style = Style()
  ) -> [StyledLine] {
    Paragraph([.text(text)], style: style).lines(width: width)
  }

  private static func headingStyle(_ level: Int) -> Style {
    switch level {
    case 1: Style(.title, .bold)
    case 2: Style(.heading, .bold)
    default: Style(.heading)
    }
  }

  /// Sets a displayed formula, indented where there is room; verbatim if it cannot be set.
  static func formula(_ latex: String, width: Int) -> [StyledLine] {
    guard let formula = try? Formula(latex) else {
      return code(latex, language: "latex", width: width)
    }
    let lines = formula.displayed(width: width)
    let widest = lines.reduce(0) { max($0, $1.columns) }
    let margin = max(0, min(formulaMargin, width - widest))
    return lines.map { $0.indented(by: margin) }
  }

  private static func quote(
    _ blocks: [Block], width: Int, style: Style, special: Special
  ) -> [StyledLine] {
    let bar = StyledLine("│ ", Style(.border))
    let inner = lines(
      of: blocks, width: max(2, width - 2), style: style.playing(.dim), special: special)
    return inner.map { $0.runs.isEmpty ? StyledLine("│", Style(.border)) : $0.prefixed(by: bar) }
  }
}
