import Language
import Lessons

/// An error of a program: its place underlined, then what a learner needs.
struct DiagnosticView {
  /// The error.
  var diagnostic: Diagnostic
  /// Whether it is the lesson itself, and no fault.
  var isMeant = false

  /// The lines within a width.
  func lines(columns: Int) -> [StyledLine] {
    let head = isMeant ? Style(.warning, .bold) : Style(.wrong, .bold)
    var lines: [StyledLine] = []
    if !diagnostic.source.isEmpty { lines += source(columns: columns, head) }
    let title = diagnostic.type.isEmpty ? "" : diagnostic.type + ": "
    lines += Layout.lines(of: title + diagnostic.message, width: columns, style: head)
    for note in diagnostic.notes { lines += Layout.lines(of: note, width: columns) }
    if let fix = diagnostic.fix {
      lines += Layout.lines(of: "→ " + fix, width: columns, style: Style(.accent))
    }
    return lines
  }

  private func source(columns: Int, _ style: Style) -> [StyledLine] {
    let number = diagnostic.line > 0 ? "\(diagnostic.line) " : ""
    var lines = [
      StyledLine([.init(number, Style(.dim)), .init(diagnostic.source, Style(.code))])
        .cut(to: columns)
    ]
    guard diagnostic.column > 0 else { return lines }
    let before = String(diagnostic.source.prefix(diagnostic.column - 1))
    let range = diagnostic.source.dropFirst(diagnostic.column - 1)
      .prefix(max(1, diagnostic.endColumn - diagnostic.column))
    let indent = CharacterWidth.columns(of: number) + CharacterWidth.columns(of: before)
    let width = max(1, CharacterWidth.columns(of: String(range)))
    if indent < columns {
      let carets = String(repeating: "^", count: min(width, columns - indent))
      lines.append(StyledLine(carets, style).indented(by: indent))
    }
    return lines
  }
}

/// Something wrong with the lesson's own text, told in its place.
enum ProblemView {
  /// The lines within a width.
  static func lines(
    _ finding: Finding, columns: Int, _ language: CourseLanguage
  ) -> [StyledLine] {
    let isTranslated = language == .chinese && !finding.chinese.isEmpty
    var lines = Layout.lines(
      of: "! " + (isTranslated ? finding.chinese : finding.message), width: columns,
      style: Style(.wrong, .bold))
    let place = finding.line > 0 ? "\(finding.file):\(finding.line)" : finding.file
    lines += Layout.lines(of: place, width: columns, style: Style(.dim))
    if !finding.source.isEmpty {
      lines.append(StyledLine("  " + finding.source, Style(.code)).cut(to: columns))
    }
    if !finding.advice.isEmpty, !isTranslated {
      lines += Layout.lines(of: finding.advice, width: columns)
    }
    return lines
  }
}
