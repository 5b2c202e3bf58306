import Language
import Math

/// A question and the variables where it stands in its lesson; nothing changes them.
struct QuizBase {
  let quiz: Quiz
  let scope: Session
  let file: String

  /// The question drawn from a seed, and what could not be computed.
  func draw(seed: UInt64) -> (quiz: ComputedQuiz, findings: [Finding]) {
    QuizDrawing(quiz: quiz, scope: scope.fork(), file: file).draw(seed: seed)
  }

  /// Judges a program as an answer to the question drawn from a seed.
  func judge(program: String, seed: UInt64) -> Verdict {
    CodeJudge(quiz: quiz, scope: drawnScope(seed: seed)).judge(program)
  }

  /// The variables with what `given` draws from a seed.
  func drawnScope(seed: UInt64) -> Session {
    let copy = scope.fork()
    if !quiz.given.isEmpty {
      _ = copy.run("torch.manual_seed(\(seed))")
      _ = copy.run(quiz.given)
    }
    return copy
  }
}

/// Draws a question from a seed: runs `given`, then computes its answer, mistakes and texts.
struct QuizDrawing {
  private let quiz: Quiz
  private let scope: Session
  private let file: String
  private var findings: [Finding] = []

  /// Makes a drawing in a scope of its own, which is left as `given` made it.
  init(quiz: Quiz, scope: Session, file: String) {
    self.quiz = quiz
    self.scope = scope
    self.file = file
  }

  /// The question drawn, and what could not be computed.
  func draw(seed: UInt64) -> (quiz: ComputedQuiz, findings: [Finding]) {
    var drawing = self
    let computed = drawing.computed(seed: seed)
    return (computed, drawing.findings)
  }

  private mutating func computed(seed: UInt64) -> ComputedQuiz {
    if !quiz.given.isEmpty {
      _ = scope.run("torch.manual_seed(\(seed))")
      if let diagnostic = scope.run(quiz.given).diagnostic {
        // Everything else would fail for the want of what was not drawn.
        report(diagnostic, at: "given", .quiz)
        var failed = ComputedQuiz(id: quiz.id, kind: quiz.kind, seed: seed, ask: quiz.ask)
        failed.problem = findings.first
        return failed
      }
    }
    var computed = ComputedQuiz(
      id: quiz.id, kind: quiz.kind, seed: seed, isDrawn: !quiz.given.isEmpty, ask: text(quiz.ask),
      tolerance: quiz.tolerance)
    computed.choices = choices(seed: seed)
    computed.starter = quiz.starter
    computed.hints = quiz.hints.map { text($0) }
    computed.because = text(quiz.because)
    switch quiz.kind {
    case .choice, .choices: break
    case .number: number(&computed)
    case .table: table(&computed)
    case .code:
      computed.answer = .string(quiz.answer)
      computed.answerText = quiz.answer
    }
    computed.mistakes = mistakes()
    computed.problem = findings.first
    return computed
  }

  // MARK: Answers

  private mutating func number(_ computed: inout ComputedQuiz) {
    guard let value = value(of: quiz.answer, at: "answer", .answer) else { return }
    guard let number = value.number else {
      return report(
        "The answer is not one number.", "answer", .answer,
        advice: "Write an expression for a number, as in `loss` or `p[0]`.")
    }
    computed.answer = value
    let whole = number == number.rounded() && quiz.tolerance == .absolute(0)
    let spec = whole && number.isFinite ? ".0f" : quiz.tolerance.spec
    if case .success(let text) = scope.format("float((\(quiz.answer)))", spec: spec) {
      computed.answerText = text
    }
  }

  private mutating func table(_ computed: inout ComputedQuiz) {
    guard let value = value(of: quiz.answer, at: "answer", .answer) else { return }
    guard let values = value.matrix, let width = values.first?.count, width > 0 else {
      return report(
        "The answer is no tensor of one or two dimensions.", "answer", .answer,
        advice: "Write an expression for one, as in `torch.stack([z, exp(z)])`.")
    }
    guard quiz.rows.isEmpty || quiz.rows.count == values.count else {
      return report(
        "There are \(quiz.rows.count) heads in `rows` for \(values.count) rows.", "answer", .answer,
        advice: "Write one for each, or leave `rows` out.")
    }
    guard quiz.columns.isEmpty || quiz.columns.count == width else {
      return report(
        "There are \(quiz.columns.count) heads in `columns` for \(width) columns.", "answer",
        .answer, advice: "Write one for each, or leave `columns` out.")
    }
    var blanks = quiz.blanks.map { ComputedQuiz.Table.Place(row: $0[0], column: $0[1]) }
    if let outside = blanks.first(where: { $0.row >= values.count || $0.column >= width }) {
      return report(
        "The table has no cell [\(outside.row), \(outside.column)]: it has \(values.count) rows "
          + "and \(width) columns, counted from 0.", "blanks", .quiz,
        advice: "Write `[row, column]` of cells that are there.")
    }
    if blanks.isEmpty {
      blanks = values.indices.flatMap { row in
        (0..<width).map { ComputedQuiz.Table.Place(row: row, column: $0) }
      }
    }
    blanks.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    computed.answer = value
    let cells = values.map { $0.map { cell($0, of: value) } }
    computed.table = ComputedQuiz.Table(
      rows: quiz.rows, columns: quiz.columns, cells: cells, values: values, blanks: blanks)
    computed.answerText = cells.map { $0.joined(separator: "  ") }.joined(separator: "\n")
  }

  private mutating func cell(_ number: Double, of value: Snapshot) -> String {
    if case .tensor(let tensor) = value, tensor.dtype == .int64 { return "\(Int(number))" }
    // The number goes through the language, so that it is rounded as Python rounds.
    switch scope.format("float('\(number)')", spec: quiz.format) {
    case .success(let text): return text
    case .failure(let diagnostic):
      report(diagnostic, at: "answer", .quiz)
      return "\(number)"
    }
  }

  private mutating func mistakes() -> [ComputedQuiz.Mistake] {
    quiz.mistakes.enumerated().compactMap { index, mistake in
      let say = text(mistake.say)
      guard quiz.kind != .code else {
        return ComputedQuiz.Mistake(value: .string(mistake.value), say: say)
      }
      guard let value = value(of: mistake.value, at: "mistakes.\(index)", .mistake) else {
        return nil
      }
      return ComputedQuiz.Mistake(value: value, say: say)
    }
  }

  private mutating func value(
    of expression: String, at key: String, _ rule: Finding.Rule
  ) -> Snapshot? {
    let outcome = scope.fork().run(expression)
    if let diagnostic = outcome.diagnostic {
      report(diagnostic, at: key, rule)
      return nil
    }
    return outcome.value
  }

  // MARK: Texts

  private mutating func text(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: \.isComputed) else { return inlines }
    let (text, found) = TextComputation.text(inlines, in: scope, file: file)
    findings += found
    return text
  }

  private mutating func choices(seed: UInt64) -> [Quiz.Choice] {
    var choices = quiz.choices.map {
      Quiz.Choice(text: text($0.text), correct: $0.correct, say: text($0.say))
    }
    if quiz.shuffles {
      var generator = SplitMix64(seed: seed)
      choices.shuffle(using: &generator)
    }
    return choices
  }

  // MARK: Faults

  private mutating func report(_ diagnostic: Diagnostic, at key: String, _ rule: Finding.Rule) {
    findings.append(
      diagnostic.finding(rule, file: file, firstLine: quiz.places[key] ?? quiz.line))
  }

  private mutating func report(
    _ message: String, _ key: String, _ rule: Finding.Rule, advice: String
  ) {
    findings.append(
      Finding(
        rule: rule, file: file, line: quiz.places[key] ?? quiz.line, message: message,
        advice: advice))
  }
}

/// A small generator whose sequence for a seed never changes: it shuffles choices.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
