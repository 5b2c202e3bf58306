import Language

/// Cards as a text that Anki imports: File, Import.
///
/// The first column is an id that stays, so that a later import brings the cards up to date instead
/// of doubling them. Formulas are MathJax.
public enum AnkiText {
  /// The text.
  public static func text(_ cards: [CardExport]) -> String {
    let head = [
      "#separator:tab", "#html:true", "#notetype:Basic", "#deck:nabla", "#guid column:1",
      "#tags column:4",
    ]
    let rows = cards.map { card in
      [
        "nabla/" + card.card.id.description, front(card), back(card.quiz),
        card.tags.joined(separator: " "),
      ].map(field).joined(separator: "\t")
    }
    return (head + rows).map { $0 + "\n" }.joined()
  }

  /// The front of a card: what it needs of its step, and the question.
  static func front(_ card: CardExport) -> String {
    let quiz = card.quiz
    var parts = card.context.map(html)
    parts.append("<p>" + html(quiz.ask) + "</p>")
    let options: [[Inline]] =
      switch quiz.kind {
      case .choice, .choices: quiz.choices.map(\.text)
      case .order: quiz.arrangement.map { quiz.items[$0] }
      default: []
      }
    if !options.isEmpty {
      parts.append(
        "<ol type=\"A\">" + options.map { "<li>" + html($0) + "</li>" }.joined() + "</ol>")
    }
    if let table = quiz.table { parts.append(html(table, isSolved: false)) }
    if let program = quiz.program { parts.append(code(program.lines.joined(separator: "\n"))) }
    if !quiz.starter.isEmpty { parts.append(code(quiz.starter)) }
    return parts.joined()
  }

  /// The back of a card: the answer, and why.
  static func back(_ quiz: ComputedQuiz) -> String {
    var parts: [String] = []
    switch quiz.kind {
    case .table: parts += quiz.table.map { [html($0, isSolved: true)] } ?? []
    case .code: parts.append(code(quiz.answerText))
    case .choice, .choices:
      parts += quiz.choices.filter(\.correct).map { "<p><b>" + html($0.text) + "</b></p>" }
    case .order:
      parts.append("<ol>" + quiz.items.map { "<li>" + html($0) + "</li>" }.joined() + "</ol>")
    case .recall:
      parts.append("<ul>" + quiz.points.map { "<li>" + html($0) + "</li>" }.joined() + "</ul>")
      if !quiz.model.isEmpty { parts.append("<p>" + html(quiz.model) + "</p>") }
    case .line: parts.append(code(quiz.answerLines.joined(separator: "\n")))
    case .number, .shape, .text:
      parts += quiz.answerLines.map { "<p><b>" + escaped($0) + "</b></p>" }
    }
    if !quiz.because.isEmpty { parts.append("<p>" + html(quiz.because) + "</p>") }
    return parts.joined()
  }

  // MARK: HTML

  private static func html(_ inlines: [Inline]) -> String { inlines.map(html).joined() }

  private static func html(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): escaped(text)
    case .emphasis(let inner): "<i>" + html(inner) + "</i>"
    case .strong(let inner): "<b>" + html(inner) + "</b>"
    case .code(let text): "<code>" + escaped(text) + "</code>"
    case .formula(let latex): "\\(" + escaped(latex) + "\\)"
    case .number(let text): escaped(text)
    case .link(let inner, _): html(inner)
    case .computed, .space: " "
    case .lineBreak: "<br>"
    }
  }

  private static func html(_ block: ComputedBlock) -> String {
    switch block {
    case .paragraph(let inlines): return "<p>" + html(inlines) + "</p>"
    case .heading(_, let inlines): return "<p><b>" + html(inlines) + "</b></p>"
    case .list(let start, let items):
      let tag = start == nil ? "ul" : "ol"
      let lines = items.map { "<li>" + $0.map(html).joined() + "</li>" }.joined()
      return "<\(tag)>" + lines + "</\(tag)>"
    case .quote(let blocks): return "<blockquote>" + blocks.map(html).joined() + "</blockquote>"
    case .table(let header, _, let rows):
      return table([header] + rows)
    case .formula(let latex): return "<p>\\[" + escaped(latex) + "\\]</p>"
    case .code(_, let source): return code(source)
    case .program(let program): return html(program)
    case .quiz, .problem: return ""
    }
  }

  private static func html(_ program: ComputedProgram) -> String {
    let outcome = program.outcome
    let result = outcome.printed + (outcome.text ?? "")
    return code(program.program.source) + (result.isEmpty ? "" : code(result))
  }

  private static func html(_ table: ComputedQuiz.Table, isSolved: Bool) -> String {
    var cells = table.cells
    for blank in table.blanks {
      let text = cells[blank.row][blank.column]
      cells[blank.row][blank.column] = isSolved ? text : "?"
    }
    let blanks = Set(table.blanks)
    var rows = cells.enumerated().map { row, line in
      line.enumerated().map { column, text -> [Inline] in
        let isBlank = blanks.contains(.init(row: row, column: column))
        return isBlank ? [.strong([.text(text)])] : [.text(text)]
      }
    }
    if !table.rows.isEmpty {
      for row in rows.indices { rows[row].insert([.text(table.rows[row])], at: 0) }
    }
    let corner: [[Inline]] = table.rows.isEmpty ? [] : [[]]
    let header = table.columns.isEmpty ? [] : [corner + table.columns.map { [.text($0)] }]
    return self.table(header + rows)
  }

  private static func table(_ rows: [[[Inline]]]) -> String {
    "<table>"
      + rows.map { row in
        "<tr>" + row.map { "<td>" + html($0) + "</td>" }.joined() + "</tr>"
      }.joined() + "</table>"
  }

  private static func code(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    return "<pre style=\"text-align:left\">"
      + lines.map { escaped(String($0)) }.joined(separator: "<br>") + "</pre>"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A field of a line: tabs and line ends would end it.
  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0 == "\n" || $0 == "\r\n" || $0 == "\r" ? " " : $0 })
  }
}
