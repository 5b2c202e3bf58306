/// Looks over a file of the interview bank: one question a step, tagged, each with the step that
/// teaches it.
struct BankCheck {
  let bank: Lesson
  let source: SourceText

  /// What does not hold.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    for step in bank.steps {
      let quizzes = step.quizzes
      if quizzes.count != 1 {
        findings.append(
          source.finding(
            .step, line: step.line,
            "This step has \(quizzes.count) questions; a step of the bank has one.",
            "End each question's step with `---`."))
      }
      for quiz in quizzes { findings += tags(of: quiz) }
    }
    return findings
  }

  private func tags(of quiz: Quiz) -> [Finding] {
    var missing: [String] = []
    if quiz.difficulty == nil { missing.append("difficulty") }
    if quiz.topics.isEmpty { missing.append("topics") }
    if quiz.see.isEmpty { missing.append("see") }
    return missing.map { key in
      source.finding(
        .missingKey, line: quiz.line, "The question `\(quiz.id)` has no `\(key)`.",
        "A question of the bank says how hard it is, what it is about, and which step teaches it.")
    }
  }
}

/// Finds what `see` names.
struct SeeCheck {
  /// The ids of the questions of each lesson.
  let lessons: [String: [String]]

  /// The questions of a lesson or a bank whose `see` leads nowhere.
  func findings(_ lesson: Lesson, _ source: SourceText) -> [Finding] {
    lesson.steps.flatMap(\.quizzes).compactMap { quiz in
      let parts = quiz.see.split(separator: "/").map(String.init)
      guard let name = parts.first else { return nil }
      let line = quiz.places["see"] ?? quiz.line
      guard let quizzes = lessons[name] else {
        return source.finding(
          .needs, line: line, at: quiz.see,
          "`see` names the lesson `\(name)`, which does not exist.",
          NearestName.advice(name, among: lessons.keys.sorted()))
      }
      guard parts.count > 1, !quizzes.contains(parts[1]) else { return nil }
      return source.finding(
        .needs, line: line, at: quiz.see,
        "The lesson `\(name)` has no question `\(parts[1])`.",
        quizzes.isEmpty ? "" : NearestName.advice(parts[1], among: quizzes))
    }
  }
}
