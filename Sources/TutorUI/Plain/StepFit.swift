import Lessons

/// Whether a step can be shown on the smallest screen that everything works on.
public enum StepFit {
  /// The columns a text has at 80 columns, the margins taken off.
  public static let columns = 76

  /// The lines of a step that are seen at once on 24 rows.
  public static let rows = 20

  /// Why a step cannot be shown on 80 columns and 24 rows, as a sentence; nil where it can.
  ///
  /// A line too wide cannot be broken; a step too long scrolls, which its author has to mark.
  public static func problem(_ step: ComputedStep, in lesson: Lesson) -> String? {
    if lesson.steps.indices.contains(step.index), !lesson.steps[step.index].isLong {
      let height = height(of: step, lesson.language)
      if height > rows {
        return "This step takes \(height) lines, and 80×24 shows \(rows) at once: "
          + "cut it in two, or mark it with `<!-- scroll -->`."
      }
    }
    for quiz in step.flat.quizzes {
      if let cut = problem(quiz) { return cut }
    }
    for block in step.blocks {
      let lines = lines(of: block, language: lesson.language)
      guard let wide = lines.first(where: { $0.columns > columns }) else { continue }
      let text = wide.runs.map(\.text).joined()
      return "A line of this step takes \(wide.columns) columns, and there are \(columns): "
        + PlainText.harmless(String(text.prefix(40))) + "…"
    }
    return nil
  }

  /// How many lines a step takes as it is met: its derivations told, its first question open.
  private static func height(of step: ComputedStep, _ language: CourseLanguage) -> Int {
    let flat = step.flat
    let quizzes = Dictionary(
      flat.quizzes.map { ($0.id, QuizState(for: $0)) }, uniquingKeysWith: { first, _ in first })
    let layout = StepLayout(
      step: flat, standing: StepStanding(isSeen: true), quizzes: quizzes, focus: .reading,
      isFull: false, language: language, columns: 80)
    var prose = ProseCache()
    return layout.page(&prose).rows
  }

  private static func lines(
    of block: ComputedBlock, language: CourseLanguage
  ) -> [StyledLine] {
    switch block {
    case .program(let program):
      PlainProgram(program: program, language: language, columns: columns).lines
        + (program.film?.texts ?? []).map { StyledLine($0) }
    case .quiz(let quiz): PlainQuestion(quiz).lines(columns: columns, language)
    default: block.block.map { Layout.lines(of: $0, width: columns) } ?? []
    }
  }
}
