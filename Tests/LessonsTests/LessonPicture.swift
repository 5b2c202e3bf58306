import Lessons

/// Writes lessons as short texts, so that a test shows what was read.
enum LessonPicture {
  static func text(_ lesson: Lesson) -> String {
    lesson.steps.map { step in
      (["# \(step.title)"] + step.blocks.flatMap { lines($0) } + step.notes.map { "notes: \($0)" })
        .joined(separator: "\n")
    }.joined(separator: "\n---\n")
  }

  static func lines(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let inlines): return ["p " + text(inlines)]
    case .heading(let level, let inlines): return ["h\(level) " + text(inlines)]
    case .list(let start, let items):
      return items.enumerated().flatMap { index, blocks in
        let mark = start.map { "\($0 + index)." } ?? "-"
        return blocks.flatMap { lines($0) }.map { "\(mark) \($0)" }
      }
    case .quote(let blocks): return blocks.flatMap { lines($0) }.map { "> \($0)" }
    case .table(let header, let alignments, let rows):
      let marks = alignments.map { $0 == .leading ? "l" : $0 == .centre ? "c" : "r" }.joined()
      return ["table \(marks)"]
        + ([header] + rows).map { $0.map { text($0) }.joined(separator: " | ") }
    case .formula(let latex): return ["f \(latex)"]
    case .code(let language, let source): return ["code \(language): \(escaped(source))"]
    case .program(let program):
      let words = program.presentations.map(\.rawValue) + program.edits.map { "edit=\($0)" }
      return ["run@\(program.line) [\(words.joined(separator: " "))] \(escaped(program.source))"]
    case .quiz(let quiz): return ["quiz \(quiz.id) \(quiz.kind)@\(quiz.line): \(text(quiz.ask))"]
    case .problem(let finding): return ["problem \(finding.rule.rawValue)@\(finding.line)"]
    }
  }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let inner): "*\(text(inner))*"
      case .strong(let inner): "**\(text(inner))**"
      case .code(let code): "`\(code)`"
      case .formula(let latex): "$\(latex)$"
      case .computed(let expression, let format, let line): "{\(expression)|\(format)@\(line)}"
      case .number(let number): "<\(number)>"
      case .link(let inner, let destination): "[\(text(inner))](\(destination))"
      case .space: "·"
      case .lineBreak: "⏎"
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "\n" ? "⏎" : String($0) })
  }

  /// The findings of a text, one to a line: place, rule, message.
  static func findings(_ findings: [Finding]) -> String {
    findings.map { "\($0.line):\($0.column) \($0.rule.rawValue): \($0.message)" }
      .joined(separator: "\n")
  }
}

/// A lesson's file with a body of one's own.
func lessonText(_ body: String, id: String = "demo") -> String {
  "---\nid: \(id)\ntitle: Demo\nsummary: A demo.\nminutes: 3\n---\n\n\(body)\n"
}

/// Reads a body; it begins on line 8 of its file.
func read(_ body: String) -> LessonScript {
  LessonScript(lessonText(body), file: "en/demo.md", language: .english)
}
