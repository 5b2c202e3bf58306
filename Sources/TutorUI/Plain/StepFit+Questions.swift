import Lessons

extension StepFit {
  /// The columns of a line that can be chosen: a bar stands before it, then a sign and a number.
  static let lineColumns = columns - 10

  /// What of a question would be cut on 80 columns, as a sentence; nil where nothing is.
  ///
  /// A program's lines are not broken, for a line is what is asked for, and a table's are not either.
  static func problem(_ quiz: ComputedQuiz) -> String? {
    let program = quiz.program.map { $0.lines + [$0.mend] } ?? []
    if let line = program.first(where: { CharacterWidth.columns(of: $0) > lineColumns }) {
      return "A line of this question's program takes \(CharacterWidth.columns(of: line)) columns, "
        + "and there are \(lineColumns): " + PlainText.harmless(String(line.prefix(40))) + "…"
    }
    guard let table = quiz.table else { return nil }
    let drawn = BlankTable(quiz: quiz, state: QuizState(for: quiz), isFocused: false)
      .plate(columns: columns - 2).lines.map { $0.runs.map(\.text).joined() }
    let texts = table.rows + table.columns + table.cells.flatMap { $0 }
    guard let cut = drawn.first(where: { $0.contains("…") }),
      !texts.contains(where: { $0.contains("…") })
    else { return nil }
    return "This question's table is cut on 80 columns: " + PlainText.harmless(cut)
  }
}
