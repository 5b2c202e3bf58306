import Language

extension QuizCheck {
  /// The answer typed in the ways a learner types it, and the mistakes, which are other shapes.
  func shape(_ drawn: ComputedQuiz) -> [Finding] {
    guard case .size(let shape) = drawn.answer else { return [] }
    var findings: [Finding] = []
    let plain = shape.map(String.init).joined(separator: ", ")
    for text in [drawn.answerText, "torch.Size([\(plain)])"] {
      let verdict = Judge.judge(.shape(text), to: drawn)
      if verdict.judgement != .right {
        findings.append(
          finding(
            .answer, "answer",
            "The answer, typed as `\(text)`, is judged \(verdict.judgement)\(on(drawn)).", ""))
      }
    }
    for (index, mistake) in drawn.mistakes.enumerated() where mistake.value == drawn.answer {
      findings.append(
        finding(
          .mistake, "mistakes.\(index)",
          "This mistake gives \(drawn.answerText), which is the answer\(on(drawn)).",
          "Change the shapes so that the two differ, or take the mistake out."))
    }
    return findings
  }

  /// The right order is right, the one shown first is not, and no two things say the same.
  func order(_ drawn: ComputedQuiz) -> [Finding] {
    var findings: [Finding] = []
    let right = Array(drawn.items.indices)
    if Judge.judge(.order(right), to: drawn).judgement != .right
      || Judge.judge(.order(drawn.arrangement), to: drawn).judgement != .wrong
    {
      findings.append(finding(.answer, "items.0", "This order cannot be judged\(on(drawn)).", ""))
    }
    return findings + twins(drawn.items, "items", drawn)
  }

  /// Every accepted text is right, and no mistake is.
  func words(_ drawn: ComputedQuiz) -> [Finding] {
    var findings: [Finding] = []
    for text in drawn.accepted where Judge.judge(.text(text), to: drawn).judgement != .right {
      findings.append(
        finding(.answer, "answer", "The accepted text `\(text)` is not judged right.", ""))
    }
    for (index, mistake) in drawn.mistakes.enumerated() {
      guard case .string(let text) = mistake.value else { continue }
      if Judge.judge(.text(text), to: drawn).judgement == .right {
        findings.append(
          finding(
            .mistake, "mistakes.\(index)", "The mistake `\(text)` is among the accepted texts.",
            "Take it out of one of the two."))
      }
    }
    return findings
  }

  /// The wrong line is judged so, and mending it changes what is looked at.
  func line(_ drawn: ComputedQuiz) -> [Finding] {
    guard let program = drawn.program else { return [] }
    var findings: [Finding] = []
    if Judge.judge(.line(program.wrong), to: drawn).judgement != .right {
      findings.append(finding(.answer, "wrong", "The wrong line is not judged right.", ""))
    }
    if program.before == program.after {
      findings.append(
        finding(
          .answer, "mend",
          "Mending the line changes nothing: `\(program.check)` is \(program.after) with both\(on(drawn)).",
          "Mend what is wrong, or look at another value with `check`."))
    }
    for index in program.lines.indices where index != program.wrong {
      if Judge.judge(.line(index), to: drawn).judgement == .right {
        findings.append(finding(.answer, "wrong", "Line \(index + 1) is judged right too.", ""))
      }
    }
    return findings
  }

  /// All points made is right, and no two say the same.
  func recall(_ drawn: ComputedQuiz) -> [Finding] {
    var findings = twins(drawn.points, "points", drawn)
    if Judge.judge(.recall(Set(drawn.points.indices)), to: drawn).judgement != .right {
      findings.append(finding(.answer, "points.0", "All points made is not judged right.", ""))
    }
    return findings
  }

  /// The rows that are said to follow do follow, where everything else is right.
  func carries(_ table: ComputedQuiz.Table, _ drawn: ComputedQuiz) -> [Finding] {
    guard !quiz.carries.isEmpty else { return [] }
    let scope = base.drawnScope(seed: drawn.seed)
    return quiz.carries.keys.sorted().compactMap { row in
      guard table.values.indices.contains(row) else {
        return finding(.answer, "carry", "`carry` names row \(row), which is not there.", "")
      }
      let carried = base.carried(to: row, of: table.values, in: scope)
      let agrees =
        carried?.count == table.values[row].count
        && zip(carried ?? [], table.values[row]).allSatisfy { value, right in
          value.map { quiz.tolerance.accepts($0, for: right) } ?? false
        }
      guard !agrees else { return nil }
      return finding(
        .answer, "carry", "Row \(row) does not follow as `carry` says\(on(drawn)).",
        "Write an expression in the table `t` that gives the whole row, as in `t[0].exp()`.")
    }
  }

  /// Wrong choices whose number rounds to the right one's: a distractor within the tolerance.
  func near(_ drawn: ComputedQuiz) -> [Finding] {
    let right = drawn.choices.filter(\.correct).map { NumberedText($0.text) }
    return drawn.choices.filter { !$0.correct }.compactMap { choice in
      let wrong = NumberedText(choice.text)
      guard let twin = right.first(where: { $0.isNear(wrong) }) else { return nil }
      return finding(
        .choice, "choices.0",
        "The wrong choice `\(wrong.text)` is the right one, `\(twin.text)`, within its rounding\(on(drawn)).",
        "Change the inputs so that the two are further apart, or take the choice out.")
    }
  }

  private func twins(_ texts: [[Inline]], _ key: String, _ drawn: ComputedQuiz) -> [Finding] {
    var seen: Set<String> = []
    return texts.enumerated().compactMap { index, inlines in
      let text = Inline.plainText(inlines)
      guard !seen.insert(text).inserted else { return nil }
      return finding(
        .quiz, "\(key).\(index)", "`\(text)` stands here a second time\(on(drawn)).",
        "Change one of them, or take it out.")
    }
  }
}
