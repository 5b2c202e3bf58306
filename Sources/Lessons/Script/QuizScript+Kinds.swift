extension QuizScript {
  mutating func readChoices(_ quiz: inout Quiz) -> Bool {
    quiz.shuffles = reader.flag(entries["shuffle"], "shuffle", otherwise: true)
    guard let value = entries["choices"] ?? missing("choices") else { return false }
    for (index, item) in reader.list(value, "choices").enumerated() {
      let fields = reader.entries(item, keys: Self.choiceKeys, of: "A choice")
      let correct = reader.flag(fields["correct"], "correct", otherwise: false)
      guard let text = fields["text"] else {
        reader.note(.missingKey, item, "This choice has no `text`.", "Write `text: …`.")
        continue
      }
      if !correct, fields["say"] == nil {
        reader.note(
          .missingKey, item, "This wrong choice has no `say`.",
          "Write what the learner who takes it should be told.")
      }
      let say = fields["say"].map { inlines($0, "say") } ?? []
      quiz.choices.append(
        Quiz.Choice(text: inlines(text, "text"), correct: correct, say: say))
      place(&quiz, "choices.\(index)", text)
    }
    return checkChoices(quiz, value)
  }

  private mutating func checkChoices(_ quiz: Quiz, _ value: YAMLValue) -> Bool {
    let correct = quiz.choices.count(where: \.correct)
    if quiz.choices.count < 2 {
      reader.note(.choice, value, "There are fewer than two things to choose from.")
    } else if correct == 0 {
      reader.note(
        .choice, value, "No choice is correct.", "Write `correct: true` in the right one.")
    } else if quiz.kind == .choice, correct > 1 {
      reader.note(
        .choice, value, "\(correct) choices are correct.",
        "Leave one `correct: true`, or make the question `kind: choices`.")
    } else {
      return true
    }
    return false
  }

  mutating func readAnswer(_ quiz: inout Quiz) -> Bool {
    guard let answer = required("answer") else { return false }
    quiz.answer = answer.droppingLastNewline
    if let value = entries["answer"] { place(&quiz, "answer", value) }
    if let value = entries["tolerance"] {
      place(&quiz, "tolerance", value)
      if let tolerance = tolerance(value) { quiz.tolerance = tolerance }
    }
    readMistakes(&quiz, key: "value")
    return true
  }

  /// Reads the foreseen mistakes, each with what it is recognised by and what is said to it.
  mutating func readMistakes(_ quiz: inout Quiz, key: String) {
    for (index, item) in reader.list(entries["mistakes"], "mistakes").enumerated() {
      let fields = reader.entries(item, keys: [key, "say"], of: "A mistake")
      for name in [key, "say"] where fields[name] == nil {
        reader.note(.missingKey, item, "This mistake has no `\(name)`.", "Write `\(name): …`.")
      }
      guard let value = fields[key], let text = reader.text(value, key), let say = fields["say"]
      else { continue }
      quiz.mistakes.append(
        Quiz.Mistake(value: text.droppingLastNewline, say: inlines(say, "say")))
      place(&quiz, "mistakes.\(index)", value)
    }
  }

  mutating func readTable(_ quiz: inout Quiz) -> Bool {
    quiz.rows = reader.texts(entries["rows"], "rows")
    quiz.columns = reader.texts(entries["columns"], "columns")
    quiz.format = reader.text(entries["format"], "format") ?? ".4f"
    readCarry(&quiz)
    guard let blanks = entries["blanks"] ?? missing("blanks") else { return false }
    place(&quiz, "blanks", blanks)
    if case .scalar("all") = blanks.content { return true }
    for pair in reader.list(blanks, "blanks") {
      let numbers = reader.list(pair, "blanks").compactMap { reader.integer($0, "blanks") }
      guard numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else {
        reader.note(
          .value, pair, "A blank is a row and a column, counted from 0.", "Write `[1, 0]`.")
        continue
      }
      quiz.blanks.append(numbers)
    }
    if quiz.blanks.isEmpty {
      reader.note(
        .quiz, blanks, "No cell of this table is blank.",
        "Write pairs of row and column, as in `[[1, 0], [2, 1]]`, or `all`.")
    }
    return !quiz.blanks.isEmpty
  }

  /// Reads how rows follow from the learner's own: the row's number, an expression in `t`.
  private mutating func readCarry(_ quiz: inout Quiz) {
    guard let value = entries["carry"] else { return }
    place(&quiz, "carry", value)
    guard case .map(let rows) = value.content else {
      return reader.note(
        .value, value, "`carry` is written as rows and expressions.",
        "Indent `1: t[0].exp()` below `carry:`: row 1 follows from row 0 of the learner's table `t`."
      )
    }
    for row in rows {
      guard let number = Int(row.key), number >= 0 else {
        reader.note(
          .value, row.value, "`\(row.key)` is no row's number.", "Rows are counted from 0.")
        continue
      }
      if let text = reader.text(row.value, "carry") { quiz.carries[number] = text.trimmed }
    }
  }

  mutating func readCode(_ quiz: inout Quiz) -> Bool {
    quiz.starter = entries["starter"].flatMap { reader.text($0, "starter") } ?? ""
    if let starter = entries["starter"] { place(&quiz, "starter", starter) }
    for (index, item) in reader.list(entries["cases"], "cases").enumerated() {
      quiz.cases.append(reader.text(item, "cases") ?? "")
      place(&quiz, "cases.\(index)", item)
    }
    guard let check = required("check") else { return false }
    quiz.check = check.trimmed
    if let value = entries["check"] { place(&quiz, "check", value) }
    return true
  }
}
