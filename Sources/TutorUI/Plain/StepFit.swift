import Lessons

/// Whether a step can be shown on the smallest screen that everything works on.
public enum StepFit {
  /// The columns a text has at 80 columns, the margins taken off.
  public static let columns = 76

  /// Why a step can not be shown at 80 columns, as a sentence; nil where it can.
  ///
  /// Its height is no fault: a screen scrolls, and says so. A line too wide can not be broken.
  public static func problem(_ step: ComputedStep, in lesson: Lesson) -> String? {
    for block in step.blocks {
      let lines = lines(of: block, language: lesson.language)
      guard let wide = lines.first(where: { $0.columns > columns }) else { continue }
      let text = wide.runs.map(\.text).joined()
      return "A line of this step takes \(wide.columns) columns, and there are \(columns): "
        + PlainText.harmless(String(text.prefix(40))) + "…"
    }
    return nil
  }

  private static func lines(
    of block: ComputedBlock, language: CourseLanguage
  ) -> [StyledLine] {
    switch block {
    case .program(let program):
      PlainProgram(program: program, language: language, columns: columns).lines
    case .quiz(let quiz): PlainQuestion(quiz).lines(columns: columns, language)
    default: block.block.map { Layout.lines(of: $0, width: columns) } ?? []
    }
  }
}
