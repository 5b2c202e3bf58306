import Lessons

/// What is said to an answer: by shape, by word, by colour.
struct VerdictText {
  /// The verdict.
  var verdict: Verdict
  /// The language it is said in.
  var language: CourseLanguage

  /// The lines within a width.
  func lines(columns: Int) -> [StyledLine] {
    var lines = [head.cut(to: columns)]
    if !verdict.say.isEmpty { lines += Layout.lines(of: verdict.say, width: columns) }
    for remark in verdict.remarks {
      for text in remark[language].split(separator: "\n") {
        lines += Layout.lines(of: String(text), width: columns, style: Style(.dim))
      }
    }
    return lines
  }

  private var head: StyledLine {
    let (sign, phrase, style): (String, Phrase, Style) =
      switch verdict.judgement {
      case .right: ("✓ ", .right, Style(.correct, .bold))
      case .wrong: ("✗ ", .wrong, Style(.wrong, .bold))
      case .unreadable: ("? ", .unreadable, Style(.warning, .bold))
      }
    var line = StyledLine(sign + Wording.text(phrase, in: language), style)
    if let value = verdict.value {
      let words = Wording.text(.cameTo, in: language, value)
      line.runs.append(.init("  (" + words + ")", Style(.dim)))
    }
    return line
  }
}
