/// Looks through the texts of a lesson: formulas can be set, and computed numbers are not typed.
struct TextCheck {
  private let lesson: Lesson
  private let source: SourceText
  private let formula: CourseCheck.FormulaProof

  init(lesson: Lesson, source: SourceText, formula: @escaping CourseCheck.FormulaProof) {
    self.lesson = lesson
    self.source = source
    self.formula = formula
  }

  /// What does not hold.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    for (index, step) in lesson.steps.enumerated() {
      let next = index + 1 < lesson.steps.count ? lesson.steps[index + 1].line : Int.max
      let lines = step.line..<max(step.line + 1, min(next, source.lines.count + 1))
      for block in step.blocks { check(block, lines, &findings) }
      check([.text(step.title)], lines, &findings)
    }
    return findings
  }

  private func check(_ block: Block, _ lines: Range<Int>, _ findings: inout [Finding]) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): check(inlines, lines, &findings)
    case .list(_, let items):
      for item in items.joined() { check(item, lines, &findings) }
    case .quote(let blocks): for inner in blocks { check(inner, lines, &findings) }
    case .table(let header, _, let rows):
      for cell in header + rows.joined() { check(cell, lines, &findings) }
    case .formula(let latex): check(latex: latex, lines, &findings)
    case .quiz(let quiz): check(quiz, &findings)
    case .code, .program, .problem: break
    }
  }

  private func check(_ quiz: Quiz, _ findings: inout [Finding]) {
    let end = source.lines[min(quiz.line, source.lines.count)...]
      .firstIndex { $0.trimmed == "```" || $0.trimmed == "~~~" }
    let lines = quiz.line..<max(quiz.line + 1, (end ?? source.lines.count) + 1)
    let texts =
      [quiz.ask, quiz.because] + quiz.hints + quiz.mistakes.map(\.say)
      + quiz.choices.flatMap { [$0.text, $0.say] } + quiz.items + quiz.points + [quiz.model]
    for text in texts { check(text, lines, &findings) }
  }

  private func check(_ inlines: [Inline], _ lines: Range<Int>, _ findings: inout [Finding]) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        for number in Self.decimals(in: text) {
          findings.append(typed(number, lines))
        }
      case .formula(let latex): check(latex: latex, lines, &findings)
      case .emphasis(let inner), .strong(let inner), .link(let inner, _):
        check(inner, lines, &findings)
      case .code(let code): checkBraces(code, lines, &findings)
      case .computed, .number, .space, .lineBreak: break
      }
    }
  }

  /// Code stands as it is written, and so does an expression in braces in it.
  private func checkBraces(_ code: String, _ lines: Range<Int>, _ findings: inout [Finding]) {
    guard let open = code.firstIndex(of: "{{"), code[open...].firstIndex(of: "}}") != nil else {
      return
    }
    let line = lines.first { source.line($0).firstIndex(of: code) != nil }
    findings.append(
      source.finding(
        .computed, line: line ?? lines.lowerBound, at: code,
        "`\(code)` is code, and nothing in code is computed.",
        "Take the backquotes away, so that its number stands here."))
  }

  private func check(latex: String, _ lines: Range<Int>, _ findings: inout [Finding]) {
    guard let problem = formula(latex) else { return }
    let line = lines.first { source.line($0).replacingNewlines.firstIndex(of: latex) != nil }
    findings.append(
      source.finding(
        .formula, line: line ?? lines.lowerBound, at: latex, problem,
        "Write it in other words of LaTeX; what GitHub sets and nabla knows is enough for both."))
  }

  private func typed(_ number: String, _ lines: Range<Int>) -> Finding {
    let line = lines.first { line in
      Self.decimals(in: source.line(line)).contains(number)
    }
    return source.finding(
      .typedNumber, line: line ?? lines.lowerBound, at: number,
      "The number \(number) is typed, not computed.",
      "Write `{{ expression:.2f}}`; a number you give, as in \"change it to 5.0\", stands as `code`."
    )
  }

  /// The decimal numbers in a text: digits, a point, digits.
  static func decimals(in text: String) -> [String] {
    let characters = Array(text)
    var found: [String] = []
    var index = 0
    while index < characters.count {
      guard isDigit(characters[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < characters.count, isDigit(characters[index]) { index += 1 }
      var points = 0
      while index + 1 < characters.count, characters[index] == ".", isDigit(characters[index + 1]) {
        points += 1
        index += 1
        while index < characters.count, isDigit(characters[index]) { index += 1 }
      }
      // Three numbers with two points are a version.
      let isWord = start > 0 && (characters[start - 1].isLetter || characters[start - 1] == "_")
      if points == 1, !isWord { found.append(String(characters[start..<index])) }
    }
    return found
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
