import Language

/// Proves a question: its answer is right by its own judge, and nothing else that it foresees is.
struct QuizCheck {
  let base: QuizBase
  private let draws: Int
  var quiz: Quiz { base.quiz }

  init(base: QuizBase, draws: Int) {
    self.base = base
    self.draws = base.quiz.given.isEmpty ? 1 : draws
  }

  /// What does not hold; the same fault is told once, with the first seed it shows on.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    var asked: Set<ComputedQuiz> = []
    var tooWide: [Finding] = []
    for seed in 0..<UInt64(draws) {
      // What is said after an answer follows from the same numbers; a few draws show whether it can.
      let drawn = base.draw(seed: seed, isBare: seed >= Self.wholeDraws)
      var found = drawn.findings
      if drawn.quiz.problem == nil {
        found += quiz.kind == .code ? code(seed) : proofs(drawn.quiz)
        if let answer = drawn.quiz.answer.number { tooWide += tolerance(answer, drawn.quiz) }
      }
      for finding in found where !findings.contains(where: { $0.isSameFault(as: finding) }) {
        findings.append(finding)
      }
      var plain = drawn.quiz
      plain.seed = 0
      plain.choices = []
      plain.arrangement = []
      (plain.hints, plain.because) = ([], [])
      plain.mistakes = plain.mistakes.map { ComputedQuiz.Mistake(value: $0.value, say: []) }
      asked.insert(plain)
      if found.count >= 5 { break }
    }
    findings += foreseen()
    // One draw in fifty may come near zero, where any tolerance is wide.
    if let first = tooWide.first, tooWide.count * 2 > draws { findings.append(first) }
    if draws > 1, findings.isEmpty, asked.count == 1 {
      findings.append(
        finding(
          .quiz, "given", "`given` gives the same question on every draw.",
          "Draw with `torch.rand`, `torch.randn` or `torch.randint`, and use what is drawn."))
    }
    return findings
  }

  /// A question for a number foresees at least three of the ways to another one.
  private func foreseen() -> [Finding] {
    guard quiz.kind == .number, quiz.mistakes.count < Self.leastMistakes else { return [] }
    return [
      finding(
        .mistake, "mistakes.0",
        "The question foresees \(quiz.mistakes.count) mistakes; at least \(Self.leastMistakes) are wanted.",
        "Add `mistakes` with the values that other slips give: a sign, a base, a mean for a sum.")
    ]
  }

  /// How many draws are made with everything that is said after an answer.
  private static let wholeDraws: UInt64 = 10

  /// How many mistakes a question for a number foresees at least.
  static let leastMistakes = 3

  private func proofs(_ drawn: ComputedQuiz) -> [Finding] {
    switch drawn.kind {
    case .choice, .choices: choices(drawn)
    case .number: number(drawn)
    case .table: table(drawn)
    case .code: []
    case .shape: shape(drawn)
    case .order: order(drawn)
    case .text: words(drawn)
    case .line: line(drawn)
    case .recall: recall(drawn)
    }
  }

  // MARK: Numbers

  private func number(_ drawn: ComputedQuiz) -> [Finding] {
    guard let answer = drawn.answer.number else { return [] }
    var findings: [Finding] = []
    for text in ["\(answer)", drawn.answerText] {
      let verdict = Judge.judge(.number(text), to: drawn)
      if verdict.judgement != .right {
        findings.append(
          finding(
            .answer, "answer",
            "The answer, typed as `\(text)`, is judged \(verdict.judgement)\(on(drawn)).",
            "Widen the `tolerance`."))
      }
    }
    for (index, mistake) in drawn.mistakes.enumerated() {
      guard let value = mistake.value.number else {
        findings.append(
          finding(.mistake, "mistakes.\(index)", "This mistake is not one number\(on(drawn)).", ""))
        continue
      }
      if quiz.tolerance.accepts(value, for: answer) {
        findings.append(
          finding(
            .mistake, "mistakes.\(index)",
            "This mistake gives \(value), which is the answer \(answer) within the tolerance\(on(drawn)).",
            "Change the question's inputs so that the two differ, or take the mistake out."))
      }
    }
    return findings
  }

  /// A tolerance that would let anything through, or nothing.
  private func tolerance(_ answer: Double, _ drawn: ComputedQuiz) -> [Finding] {
    guard answer.isFinite else { return [] }
    let size = answer.magnitude
    switch quiz.tolerance {
    case .absolute(let most) where most > 0 && size > 0 && most >= size:
      return [
        finding(
          .tolerance, "tolerance",
          "The tolerance \(most) is as large as the answer \(answer)\(on(drawn)).",
          "Write a smaller one, or a relative one such as `2%`.")
      ]
    case .relative where size < 1e-9, .digits where size < 1e-9:
      return [
        finding(
          .tolerance, "tolerance",
          "The answer is \(answer)\(on(drawn)), and a share of nothing is nothing.",
          "Write an absolute tolerance, such as `0.005`.")
      ]
    default: return []
    }
  }

  // MARK: Tables

  private func table(_ drawn: ComputedQuiz) -> [Finding] {
    guard let table = drawn.table else { return [] }
    var findings = carries(table, drawn)
    let exact = table.blanks.map { "\(table.values[$0.row][$0.column])" }
    let shown = table.blanks.map { table.cells[$0.row][$0.column] }
    for answers in [exact, shown] {
      let verdict = Judge.judge(.table(answers), to: drawn)
      if verdict.judgement != .right {
        findings.append(
          finding(
            .answer, "answer",
            "The answer, typed as `\(answers.joined(separator: " "))`, is judged \(verdict.judgement)\(on(drawn)).",
            "Widen the `tolerance`, or show more digits with `format`."))
      }
    }
    for (index, mistake) in drawn.mistakes.enumerated() {
      let key = "mistakes.\(index)"
      guard let values = mistake.value.matrix, values.count == table.values.count,
        zip(values, table.values).allSatisfy({ $0.count == $1.count })
      else {
        findings.append(
          finding(.mistake, key, "This mistake has another shape than the answer\(on(drawn)).", ""))
        continue
      }
      let same = table.blanks.allSatisfy {
        quiz.tolerance.accepts(values[$0.row][$0.column], for: table.values[$0.row][$0.column])
      }
      if same {
        findings.append(
          finding(
            .mistake, key, "This mistake gives the answer in every blank cell\(on(drawn)).",
            "Change the inputs so that the two differ, or take the mistake out."))
      }
    }
    return findings
  }

  // MARK: Choices

  private func choices(_ drawn: ComputedQuiz) -> [Finding] {
    var findings: [Finding] = []
    let right = drawn.choices.indices.filter { drawn.choices[$0].correct }
    let answer: Answer =
      drawn.kind == .choice ? .choice(right.first ?? 0) : .choices(Set(right))
    if Judge.judge(answer, to: drawn).judgement != .right {
      findings.append(finding(.answer, "choices.0", "The right choice is judged wrong.", ""))
    }
    findings += near(drawn)
    var texts: Set<String> = []
    for choice in drawn.choices where !texts.insert(Inline.plainText(choice.text)).inserted {
      let text = Inline.plainText(choice.text)
      findings.append(
        finding(
          .choice, "choices.0", "Two choices say `\(text)`\(on(drawn)).",
          "Change the inputs so that they differ, or take one out."))
    }
    return findings
  }

  // MARK: Programs

  private func code(_ seed: UInt64) -> [Finding] {
    let judge = CodeJudge(quiz: quiz, scope: base.drawnScope(seed: seed))
    for (index, setup) in judge.cases.enumerated() {
      if case .failed(let diagnostic) = judge.result(of: quiz.answer, after: setup) {
        return [
          finding(
            .answer, "answer",
            "The model answer fails on case \(index + 1): \(diagnostic.type): \(diagnostic.message)",
            "Mend the answer, the case or `check`.")
        ]
      }
    }
    var findings: [Finding] = []
    let verdict = judge.judge(quiz.answer)
    if verdict.judgement != .right {
      let remarks = verdict.remarks.map(\.english).joined(separator: " ")
      findings.append(
        finding(
          .answer, "answer", "The model answer is judged \(verdict.judgement): \(remarks)",
          "A program must give the same each time it runs."))
    }
    for (index, mistake) in quiz.mistakes.enumerated()
    where judge.judge(mistake.value).judgement == .right {
      findings.append(
        finding(
          .mistake, "mistakes.\(index)", "This mistake gives the answer on every case.",
          "Add a case that tells them apart, or take the mistake out."))
    }
    if !quiz.starter.isEmpty, judge.judge(quiz.starter).judgement == .right {
      findings.append(
        finding(
          .quiz, "starter", "The starter is already right.",
          "Take out of it what the learner should write."))
    }
    return findings
  }

  // MARK: Findings

  func on(_ drawn: ComputedQuiz) -> String {
    drawn.isDrawn ? " when drawn from seed \(drawn.seed)" : ""
  }

  func finding(
    _ rule: Finding.Rule, _ key: String, _ message: String, _ advice: String
  ) -> Finding {
    Finding(
      rule: rule, file: base.file, line: quiz.places[key] ?? quiz.line, message: message,
      advice: advice)
  }
}

extension Finding {
  /// Whether two findings are one fault that showed twice.
  fileprivate func isSameFault(as other: Finding) -> Bool {
    rule == other.rule && line == other.line && advice == other.advice
  }
}
