extension Judge {
  /// A table as the learner filled it, and what was thought of each blank.
  private struct Filled {
    var numbers: [Double?] = []
    var cells: [Bool?] = []
    /// What could not be read, once each.
    var remarks: [Sentence] = []
  }

  /// Judges the cells of a table.
  ///
  /// `carried` tells what the cells should hold, going by the learner's own numbers in the others;
  /// nothing where the question does not say how they follow.
  static func table(
    _ texts: [String], _ quiz: ComputedQuiz, carried: ([[Double]]) -> [[Double?]]? = { _ in nil }
  ) -> Verdict {
    guard let table = quiz.table else { return unanswerable }
    let filled = read(texts, table, quiz.tolerance)
    if filled.cells.contains(nil) {
      let empty = Sentence("Some cells are still empty.", "还有空格没有填。")
      return Verdict(
        .unreadable, cells: filled.cells,
        remarks: filled.remarks.isEmpty ? [empty] : filled.remarks)
    }
    guard filled.cells.contains(false) else {
      return Verdict(.right, cells: filled.cells, remarks: [quiz.tolerance.sentence])
    }
    var verdict = Verdict(
      .wrong, cells: filled.cells, say: mistake(filled, table, quiz)?.say ?? [])
    verdict.carried = following(filled, table, quiz, carried)
    verdict.remarks = [count(verdict), quiz.tolerance.sentence]
    return verdict
  }

  private static func read(
    _ texts: [String], _ table: ComputedQuiz.Table, _ tolerance: Quiz.Tolerance
  ) -> Filled {
    var filled = Filled()
    for (index, blank) in table.blanks.enumerated() {
      let text = index < texts.count ? texts[index] : ""
      switch TypedNumber.read(text) {
      case .success(let typed):
        filled.numbers.append(typed.value)
        let answer = table.values[blank.row][blank.column]
        filled.cells.append(tolerance.accepts(typed.value, for: answer))
      case .failure(let refusal):
        filled.numbers.append(nil)
        filled.cells.append(nil)
        if !text.trimmed.isEmpty, !filled.remarks.contains(refusal.sentence) {
          filled.remarks.append(refusal.sentence)
        }
      }
    }
    return filled
  }

  private static func count(_ verdict: Verdict) -> Sentence {
    let (right, all) = (verdict.cells.count { $0 == true }, verdict.cells.count)
    let carried = verdict.carried.count
    let are = right == 1 ? "is" : "are"
    guard carried > 0 else {
      return Sentence("\(right) of \(all) cells \(are) right.", "\(all) 格中对了 \(right) 格。")
    }
    return Sentence(
      "\(right) of \(all) cells \(are) right; \(carried) more follow\(carried == 1 ? "s" : "") rightly "
        + "from your own wrong numbers.",
      "\(all) 格中对了 \(right) 格；另有 \(carried) 格是由你前面的错数正确推出的。")
  }

  /// The wrong cells that hold what follows from the learner's other cells.
  private static func following(
    _ filled: Filled, _ table: ComputedQuiz.Table, _ quiz: ComputedQuiz,
    _ carried: ([[Double]]) -> [[Double?]]?
  ) -> Set<Int> {
    var values = table.values
    for (blank, number) in zip(table.blanks, filled.numbers) {
      values[blank.row][blank.column] = number ?? values[blank.row][blank.column]
    }
    guard let expected = carried(values) else { return [] }
    return Set(
      table.blanks.indices.filter { index in
        let blank = table.blanks[index]
        guard filled.cells[index] == false, let number = filled.numbers[index],
          expected.indices.contains(blank.row),
          expected[blank.row].indices.contains(blank.column),
          let value = expected[blank.row][blank.column]
        else { return false }
        return quiz.tolerance.accepts(number, for: value)
      })
  }

  /// The foreseen mistake that every wrong cell comes from.
  private static func mistake(
    _ filled: Filled, _ table: ComputedQuiz.Table, _ quiz: ComputedQuiz
  ) -> ComputedQuiz.Mistake? {
    quiz.mistakes.first { mistake in
      guard let values = mistake.value.matrix, values.count == table.values.count,
        zip(values, table.values).allSatisfy({ $0.count == $1.count })
      else { return false }
      return table.blanks.indices.allSatisfy { index in
        guard filled.cells[index] == false, let number = filled.numbers[index] else { return true }
        let blank = table.blanks[index]
        return quiz.tolerance.accepts(number, for: values[blank.row][blank.column])
      }
    }
  }
}
