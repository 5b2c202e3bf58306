import Lessons

/// A question being asked in plain mode: what was typed so far, and how it is written out.
struct PlainQuestion {
  /// The question as drawn.
  let quiz: ComputedQuiz
  /// How many hints were given.
  var hints = 0
  /// How many answers were judged.
  var tries = 0
  /// What was typed into the blanks of a table; nil where nothing was yet.
  private(set) var cells: [String?]
  /// The lines of a program typed so far.
  private(set) var program: [String] = []
  /// Whether the points of a recall are shown.
  private(set) var isOpen = false

  init(_ quiz: ComputedQuiz) {
    self.quiz = quiz
    cells = Array(repeating: nil, count: quiz.table?.blanks.count ?? 0)
  }

  /// Whether lines are being collected, so that none of them is a command.
  var isCollecting: Bool { quiz.kind == .code && !program.isEmpty }

  // MARK: What is asked

  /// The question itself.
  func lines(columns: Int, _ language: CourseLanguage) -> [StyledLine] {
    let head = quiz.isDrawn ? PlainWords.question(from: quiz.seed) : PlainWords.question
    var lines = [StyledLine(head[language])]
    lines += Layout.lines(of: quiz.ask, width: columns)
    for (index, choice) in quiz.choices.enumerated() {
      let text = Layout.lines(of: choice.text, width: columns - 5)
      lines += text.enumerated().map { row, line in
        row == 0 ? StyledLine("  \(index + 1). ") + line : line.indented(by: 5)
      }
    }
    if quiz.kind == .order { lines += numbered(quiz.arrangement.map { quiz.items[$0] }, columns) }
    if let program = quiz.program { lines += source(program.lines, columns) }
    lines += table(isRevealed: false, columns)
    if quiz.kind == .code, !quiz.starter.isEmpty {
      lines += Layout.lines(of: .code(language: "python", quiz.starter), width: columns)
    }
    return lines
  }

  /// Texts one below the other, counted from 1.
  private func numbered(_ texts: [[Inline]], _ columns: Int) -> [StyledLine] {
    texts.enumerated().flatMap { index, text in
      Layout.lines(of: text, width: columns - 5).enumerated().map { row, line in
        row == 0 ? StyledLine("  \(index + 1). ") + line : line.indented(by: 5)
      }
    }
  }

  /// The lines of a program with their numbers.
  private func source(_ lines: [String], _ columns: Int) -> [StyledLine] {
    lines.enumerated().map { StyledLine("  \($0 + 1)  \($1)").cut(to: columns) }
  }

  /// The points of a recall.
  func points(columns: Int) -> [StyledLine] { numbered(quiz.points, columns) }

  /// The table, its blanks numbered or filled with the answer.
  func table(isRevealed: Bool, _ columns: Int) -> [StyledLine] {
    guard let table = quiz.table else { return [] }
    var cells = table.cells
    if !isRevealed {
      for (number, blank) in table.blanks.enumerated() {
        cells[blank.row][blank.column] = "[\(number + 1)]"
      }
    }
    let hasHeads = !table.rows.isEmpty
    let header = (hasHeads ? [""] : []) + table.columns
    let rows = cells.enumerated().map { index, row in
      ((hasHeads ? [table.rows[index]] : []) + row).map { [Inline.text($0)] }
    }
    let width = rows.first?.count ?? 0
    let head = header.count == width ? header : Array(repeating: "", count: width)
    return Layout.lines(
      of: .table(
        header: head.map { [.text($0)] },
        alignments: head.indices.map { hasHeads && $0 == 0 ? .leading : .trailing }, rows: rows),
      width: columns)
  }

  /// What to type next.
  func prompt(_ language: CourseLanguage) -> String {
    if quiz.kind == .table, let next = cells.firstIndex(of: nil) { return "[\(next + 1)] = ?" }
    if quiz.kind == .recall, isOpen { return PlainWords.pointsMade[language] }
    return PlainWords.how(quiz.kind)[language]
  }

  // MARK: What is typed

  /// Takes a line; the answer once it is whole.
  mutating func take(_ line: String) -> Answer? {
    switch quiz.kind {
    case .choice: return .choice((Int(TypedLine.normalised(line)) ?? 0) - 1)
    case .choices:
      let numbers = TypedLine.numbers(line)
      return .choices(Set(numbers.map { $0 - 1 }))
    case .number: return .number(line)
    case .shape: return .shape(line)
    case .text: return .text(line)
    case .line: return .line((Int(TypedLine.normalised(line)) ?? 0) - 1)
    case .order:
      let places = TypedLine.numbers(line).map { $0 - 1 }
      return .order(
        places.map { quiz.arrangement.indices.contains($0) ? quiz.arrangement[$0] : -1 })
    case .recall:
      defer { isOpen = true }
      return isOpen ? .recall(Set(TypedLine.numbers(line).filter { $0 > 0 }.map { $0 - 1 })) : nil
    case .table:
      if let next = cells.firstIndex(of: nil) { cells[next] = line }
      return cells.contains(nil) ? nil : .table(cells.map { $0 ?? "" })
    case .code:
      if line == "." || line == "。" {
        defer { program = [] }
        return .code(program.joined(separator: "\n"))
      }
      program.append(line)
      return nil
    }
  }

  /// Keeps the cells that were right, and asks the others again.
  mutating func retry(after verdict: Verdict) {
    for index in cells.indices {
      let isRight = verdict.cells.indices.contains(index) && verdict.cells[index] == true
      if !isRight { cells[index] = nil }
    }
  }

  // MARK: What is revealed

  /// The answer, written out.
  func answer(columns: Int) -> [StyledLine] {
    switch quiz.kind {
    case .choice, .choices:
      quiz.choices.enumerated().filter(\.element.correct).flatMap { index, choice in
        Layout.lines(of: [.text("\(index + 1). ")] + choice.text, width: columns)
      }
    case .number, .shape, .text: [StyledLine(quiz.answerText)]
    case .order: numbered(quiz.items, columns)
    case .line: [StyledLine(quiz.answerText)]
    case .recall:
      points(columns: columns)
        + (quiz.model.isEmpty ? [] : Layout.lines(of: quiz.model, width: columns))
    case .table: table(isRevealed: true, columns)
    case .code: Layout.lines(of: .code(language: "python", quiz.answerText), width: columns)
    }
  }
}

/// Reads small things out of a line.
enum TypedLine {
  /// The line without white space at its ends, full-width digits as ASCII.
  static func normalised(_ line: String) -> String {
    var text = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{FF10}"..."\u{FF19}":
        text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case "\u{3000}", "\t", "\r": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    var rest = text[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// The whole numbers in a line, whatever stands between them.
  static func numbers(_ line: String) -> [Int] {
    normalised(line).split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
  }
}
