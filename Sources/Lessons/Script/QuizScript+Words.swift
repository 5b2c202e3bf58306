extension QuizScript {
  mutating func readOrder(_ quiz: inout Quiz) -> Bool {
    guard let value = entries["items"] ?? missing("items") else { return false }
    for (index, item) in reader.list(value, "items").enumerated() {
      quiz.items.append(inlines(item, "items"))
      place(&quiz, "items.\(index)", item)
    }
    guard quiz.items.count >= 3 else {
      reader.note(
        .quiz, value, "There are fewer than three things to put in order.",
        "Write each on a line of its own after `- `, in the right order.")
      return false
    }
    return true
  }

  mutating func readText(_ quiz: inout Quiz) -> Bool {
    guard let value = entries["accept"] ?? missing("accept") else { return false }
    place(&quiz, "answer", value)
    if case .scalar = value.content {
      quiz.accepted = reader.text(value, "accept").map { [$0] } ?? []
    } else {
      quiz.accepted = reader.texts(value, "accept")
    }
    readMistakes(&quiz, key: "value")
    if quiz.accepted.isEmpty {
      reader.note(.answer, value, "No text is accepted.", "Write `accept: [softmax]`.")
    }
    return !quiz.accepted.isEmpty
  }

  mutating func readRecall(_ quiz: inout Quiz) -> Bool {
    guard let value = entries["points"] ?? missing("points") else { return false }
    for (index, item) in reader.list(value, "points").enumerated() {
      quiz.points.append(inlines(item, "points"))
      place(&quiz, "points.\(index)", item)
    }
    if let answer = entries["answer"] {
      quiz.model = inlines(answer, "answer")
      place(&quiz, "answer", answer)
    }
    guard quiz.points.count >= 2 else {
      reader.note(
        .quiz, value, "There are fewer than two points.",
        "Write each point a good answer makes on a line of its own after `- `.")
      return false
    }
    return true
  }

  mutating func readLine(_ quiz: inout Quiz) -> Bool {
    guard let program = required("program") else { return false }
    quiz.program = program.droppingLastNewline
    if let value = entries["program"] { place(&quiz, "program", value) }
    readMistakes(&quiz, key: "line")
    guard let wrong = entries["wrong"] ?? missing("wrong"), let mend = required("mend"),
      let check = required("check"), let number = reader.integer(wrong, "wrong")
    else { return false }
    place(&quiz, "wrong", wrong)
    if let value = entries["mend"] { place(&quiz, "mend", value) }
    if let value = entries["check"] { place(&quiz, "check", value) }
    quiz.check = check.trimmed
    quiz.wrongLine = number
    return checkLines(&quiz, mend, wrong)
  }

  /// The lines named are lines of the program, and the mended one stands as deep as the wrong one.
  private mutating func checkLines(
    _ quiz: inout Quiz, _ mend: String, _ wrong: YAMLValue
  ) -> Bool {
    let lines = quiz.program.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, mistake) in quiz.mistakes.enumerated() {
      let number = Int(mistake.value.trimmed)
      if let number, lines.indices.contains(number - 1), number != quiz.wrongLine { continue }
      let message =
        number == quiz.wrongLine
        ? "Line \(quiz.wrongLine) is the wrong one, and here it is a mistake to take it."
        : "The program has no line `\(mistake.value)`: its lines are 1 to \(lines.count)."
      reader.note(
        reader.source.finding(
          .mistake, line: quiz.places["mistakes.\(index)"] ?? quiz.line, message,
          "Write the number of another line, counted from 1."))
    }
    guard lines.indices.contains(quiz.wrongLine - 1) else {
      reader.note(
        .value, wrong,
        "The program has no line \(quiz.wrongLine): its lines are 1 to \(lines.count).",
        "Count the lines from 1.")
      return false
    }
    let indent = lines[quiz.wrongLine - 1].prefix { $0 == " " }
    let line = mend.droppingLastNewline
    quiz.mend = line.first == " " ? line : indent + line
    return true
  }
}
