extension QuizScript {
  /// Reads what every question may have.
  mutating func readCommon(_ quiz: inout Quiz) {
    if let given = entries["given"] {
      quiz.given = reader.text(given, "given") ?? ""
      place(&quiz, "given", given)
    }
    readRequire(&quiz)
    if let because = entries["because"] {
      quiz.because = inlines(because, "because")
      place(&quiz, "because", because)
    } else if quiz.kind != .recall {
      _ = missing("because")
    }
    for (index, hint) in reader.list(entries["hints"], "hints").enumerated() {
      quiz.hints.append(inlines(hint, "hints"))
      place(&quiz, "hints.\(index)", hint)
    }
    // The points of a recall are looked at in any case; a hint would be one of them.
    if quiz.hints.isEmpty, quiz.kind != .recall {
      reader.note(
        reader.source.finding(
          .hint, line: entries["hints"]?.line ?? line, "The question `\(quiz.id)` has no hint.",
          "Write `hints:` and at least one text after `- `."))
    }
    readTags(&quiz)
  }

  private mutating func readRequire(_ quiz: inout Quiz) {
    guard let value = entries["require"] else { return }
    place(&quiz, "require", value)
    if case .scalar = value.content {
      quiz.requires = reader.text(value, "require").map { [$0.trimmed] } ?? []
    } else {
      quiz.requires = reader.texts(value, "require").map(\.trimmed)
    }
    if quiz.given.isEmpty {
      reader.note(
        .quiz, value, "`require` stands without `given`, so there is nothing to draw again.",
        "Write `given:` with a program that draws, or take `require` out.")
    }
  }

  private mutating func readTags(_ quiz: inout Quiz) {
    if let value = entries["difficulty"], let text = reader.text(value, "difficulty") {
      quiz.difficulty = Quiz.Difficulty(rawValue: text)
      if quiz.difficulty == nil {
        let known = Quiz.Difficulty.allCases.map(\.rawValue)
        reader.note(
          .value, value, "There is no difficulty `\(text)`.",
          NearestName.advice(text, among: known))
      }
    }
    if let value = entries["topics"] {
      place(&quiz, "topics", value)
      quiz.topics = reader.texts(value, "topics")
      for topic in quiz.topics where !FrontMatter.isName(topic) {
        reader.note(
          .value, value,
          "A topic is made of small letters, digits and hyphens, and is `\(topic)`.")
      }
    }
    if let value = entries["see"], let text = reader.text(value, "see") {
      place(&quiz, "see", value)
      quiz.see = text.trimmed
      let parts = quiz.see.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count > 2 || !parts.allSatisfy({ FrontMatter.isName(String($0)) }) {
        reader.note(
          .value, value, "`see` names no step: `\(quiz.see)`.",
          "Write a lesson, `softmax`, or a question in the step that teaches it, `softmax/shift`.")
      }
    }
  }
}
