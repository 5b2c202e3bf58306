import Language

extension Judge {
  // MARK: Shapes

  static func shape(_ text: String, _ quiz: ComputedQuiz) -> Verdict {
    guard case .size(let answer) = quiz.answer else { return unanswerable }
    switch TypedShape.read(text) {
    case .failure(let refusal): return Verdict(.unreadable, remarks: [refusal.sentence])
    case .success(let shape):
      if shape == answer { return Verdict(.right) }
      let said = quiz.mistakes.first { $0.value == .size(shape) && $0.value != quiz.answer }
      return Verdict(
        .wrong, say: said?.say ?? [], remarks: said == nil ? remarks(shape, answer) : [])
    }
  }

  /// What can be said of a wrong shape that nobody foresaw, without telling the right one.
  private static func remarks(_ shape: [Int], _ answer: [Int]) -> [Sentence] {
    if shape.sorted() == answer.sorted() {
      return [Sentence("These are the right sizes, in another order.", "各维大小都对，但顺序不对。")]
    }
    if shape.count != answer.count {
      return [
        Sentence(
          "Your shape has \(shape.count) dimension\(shape.count == 1 ? "" : "s"); "
            + "the answer has another number of them.",
          "你写的形状有 \(shape.count) 维，维数不对。")
      ]
    }
    let right = zip(shape, answer).count { $0 == $1 }
    return [
      Sentence(
        "\(right) of \(answer.count) sizes are right.", "\(answer.count) 个维度中对了 \(right) 个。")
    ]
  }

  // MARK: Orders

  static func order(_ arrangement: [Int], _ quiz: ComputedQuiz) -> Verdict {
    guard arrangement.sorted() == Array(quiz.items.indices), !arrangement.isEmpty else {
      return Verdict(
        .unreadable,
        remarks: [
          Sentence(
            "Name each of the \(quiz.items.count) things once.",
            "\(quiz.items.count) 项每项恰好写一次。")
        ])
    }
    guard
      let place = arrangement.indices.dropLast().first(where: {
        arrangement[$0] > arrangement[$0 + 1]
      })
    else { return Verdict(.right) }
    var cells: [Bool?] = arrangement.map { _ in nil }
    cells[place] = false
    cells[place + 1] = false
    let first = quoted(quiz.items[arrangement[place]])
    let second = quoted(quiz.items[arrangement[place + 1]])
    return Verdict(
      .wrong, cells: cells,
      remarks: [
        Sentence("“\(second)” comes before “\(first)”.", "“\(second)”应在“\(first)”之前。")
      ])
  }

  /// A text as it stands within a sentence, without a full stop of its own.
  private static func quoted(_ inlines: [Inline]) -> String {
    let text = Inline.plainText(inlines)
    return text.hasSuffix(".") || text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  // MARK: Words

  static func text(_ text: String, _ quiz: ComputedQuiz) -> Verdict {
    guard text.unicodeScalars.count <= TypedNumber.longest else {
      return Verdict(.unreadable, remarks: [Sentence("This is too long.", "太长了。")])
    }
    guard !TypedText.normalised(text).isEmpty else {
      return Verdict(.unreadable, remarks: [Sentence("Type a word or a few.", "请输入一个词或短语。")])
    }
    if quiz.accepted.contains(where: { TypedText.same($0, text) }) { return Verdict(.right) }
    let said = quiz.mistakes.first { mistake in
      if case .string(let value) = mistake.value { TypedText.same(value, text) } else { false }
    }
    return Verdict(.wrong, say: said?.say ?? [])
  }

  // MARK: Lines

  static func line(_ index: Int, _ quiz: ComputedQuiz) -> Verdict {
    guard let program = quiz.program else { return unanswerable }
    guard program.lines.indices.contains(index) else {
      return Verdict(
        .unreadable,
        remarks: [
          Sentence(
            "Take one of the lines 1 to \(program.lines.count).",
            "请选择第 1 至 \(program.lines.count) 行之一。")
        ])
    }
    guard index != program.wrong else {
      return Verdict(.right, remarks: difference(program))
    }
    let said = quiz.mistakes.first { $0.value == .int(index + 1) }
    return Verdict(.wrong, say: said?.say ?? [])
  }

  /// What mending the line changes, computed.
  static func difference(_ program: ComputedQuiz.FaultyProgram) -> [Sentence] {
    let (check, before, after) = (program.check, program.before, program.after)
    return [
      Sentence(
        "\(check) is \(after) with the line mended; it was \(before).",
        "改正这一行后 \(check) 为 \(after)；原来是 \(before)。")
    ]
  }

  // MARK: Points

  static func recall(_ made: Set<Int>, _ quiz: ComputedQuiz) -> Verdict {
    guard made.allSatisfy(quiz.points.indices.contains) else {
      return Verdict(
        .unreadable,
        remarks: [
          Sentence(
            "Name points 1 to \(quiz.points.count).", "请写要点的编号，1 至 \(quiz.points.count)。")
        ])
    }
    let cells = quiz.points.indices.map { Optional(made.contains($0)) }
    guard made.count < quiz.points.count else { return Verdict(.right, cells: cells) }
    return Verdict(
      .wrong, cells: cells,
      remarks: [
        Sentence(
          "You made \(made.count) of \(quiz.points.count) points.",
          "\(quiz.points.count) 个要点中说到了 \(made.count) 个。")
      ])
  }
}
