import Language
import Math

/// Draws a question from a seed: runs `given`, then computes its answer, mistakes and texts.
struct QuizDrawing {
  let quiz: Quiz
  let scope: Session
  private let file: String
  private let draw: QuizBase.Draw
  private let isBare: Bool
  /// A copy of the scope for expressions that change nothing; made when first needed.
  private var values: Session?
  var findings: [Finding] = []

  /// Makes a drawing in the scope that `given` made.
  init(base: QuizBase, draw: QuizBase.Draw, isBare: Bool = false) {
    quiz = base.quiz
    self.isBare = isBare
    file = base.file
    self.draw = draw
    if case .drawn(let session) = draw { scope = session } else { scope = base.scope }
  }

  /// The question drawn, and what could not be computed.
  func draw(seed: UInt64) -> (quiz: ComputedQuiz, findings: [Finding]) {
    var drawing = self
    let computed = drawing.computed(seed: seed)
    return (computed, drawing.findings)
  }

  private mutating func computed(seed: UInt64) -> ComputedQuiz {
    reportDraw(seed)
    guard findings.isEmpty else {
      // Everything else would fail for the want of what was not drawn.
      var failed = ComputedQuiz(id: quiz.id, kind: quiz.kind, seed: seed, ask: quiz.ask)
      failed.problem = findings.first
      return failed
    }
    var computed = ComputedQuiz(
      id: quiz.id, kind: quiz.kind, seed: seed, isDrawn: !quiz.given.isEmpty, ask: text(quiz.ask),
      tolerance: quiz.tolerance)
    computed.choices = choices(seed: seed)
    computed.starter = quiz.starter
    computed.hints = quiz.hints.map { told($0) }
    computed.because = told(quiz.because)
    answer(&computed)
    computed.mistakes = mistakes()
    computed.problem = findings.first
    return computed
  }

  private mutating func reportDraw(_ seed: UInt64) {
    switch draw {
    case .drawn: break
    case .failed(let diagnostic, let key): report(diagnostic, at: key, .quiz)
    case .refused:
      report(
        "No draw from seed \(seed) meets `require` in \(QuizBase.mostDraws) tries.", "require",
        .quiz, advice: "Draw so that it is met more often, or ask for less.")
    }
  }

  private mutating func answer(_ computed: inout ComputedQuiz) {
    switch quiz.kind {
    case .choice, .choices: break
    case .number: number(&computed)
    case .table: table(&computed)
    case .code:
      computed.answer = .string(quiz.answer)
      computed.answerText = quiz.answer
    case .shape: shape(&computed)
    case .order: order(&computed)
    case .text:
      computed.accepted = quiz.accepted
      computed.answerText = quiz.accepted.first ?? ""
    case .line: line(&computed)
    case .recall:
      computed.points = quiz.points.map { text($0) }
      computed.model = text(quiz.model)
    }
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
      computed.answerText = TextComputation.typeset(text)
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
    case .success(let text): return TextComputation.typeset(text)
    case .failure(let diagnostic):
      report(diagnostic, at: "answer", .quiz)
      return "\(number)"
    }
  }

  private mutating func mistakes() -> [ComputedQuiz.Mistake] {
    quiz.mistakes.enumerated().compactMap { index, mistake in
      let say = told(mistake.say)
      switch quiz.kind {
      case .code, .text: return ComputedQuiz.Mistake(value: .string(mistake.value), say: say)
      case .line:
        return ComputedQuiz.Mistake(value: .int(Int(mistake.value.trimmed) ?? 0), say: say)
      default: break
      }
      guard let value = value(of: mistake.value, at: "mistakes.\(index)", .mistake) else {
        return nil
      }
      guard quiz.kind == .shape else { return ComputedQuiz.Mistake(value: value, say: say) }
      guard let shape = value.asShape else {
        report(
          "This mistake is no shape.", "mistakes.\(index)", .mistake,
          advice: "Write a size, a tuple of whole numbers, or a tensor.")
        return nil
      }
      return ComputedQuiz.Mistake(value: .size(shape), say: say)
    }
  }

  mutating func value(
    of expression: String, at key: String, _ rule: Finding.Rule
  ) -> Snapshot? {
    let outcome = place(for: expression).run(expression)
    if let diagnostic = outcome.diagnostic {
      report(diagnostic, at: key, rule)
      return nil
    }
    return outcome.value
  }

  /// Where an expression is computed: a copy of its own, if it might change what others see.
  private mutating func place(for expression: String) -> Session {
    let mayChange = ["_(", ":=", "rand", "seed", "backward"].contains { mark in
      expression.firstIndex(of: mark) != nil
    }
    if mayChange { return scope.fork() }
    let shared = values ?? scope.fork()
    values = shared
    return shared
  }

  // MARK: Texts

  /// A text that is said after an answer; a bare drawing leaves it as it is written.
  private mutating func told(_ inlines: [Inline]) -> [Inline] { isBare ? inlines : text(inlines) }

  mutating func text(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: \.isComputed) else { return inlines }
    let (text, found) = TextComputation.text(inlines, in: scope, file: file)
    findings += found
    return text
  }

  private mutating func choices(seed: UInt64) -> [Quiz.Choice] {
    var choices = quiz.choices.map {
      Quiz.Choice(text: text($0.text), correct: $0.correct, say: told($0.say))
    }
    if quiz.shuffles {
      var generator = SplitMix64(seed: seed)
      choices.shuffle(using: &generator)
    }
    return choices
  }

  // MARK: Faults

  mutating func report(_ diagnostic: Diagnostic, at key: String, _ rule: Finding.Rule) {
    findings.append(
      diagnostic.finding(rule, file: file, firstLine: quiz.places[key] ?? quiz.line))
  }

  mutating func report(
    _ message: String, _ key: String, _ rule: Finding.Rule, advice: String
  ) {
    findings.append(
      Finding(
        rule: rule, file: file, line: quiz.places[key] ?? quiz.line, message: message,
        advice: advice))
  }
}
