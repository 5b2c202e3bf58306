import Language
import Math

/// Computes the blocks of one step in a scope, from top to bottom.
struct StepComputation {
  private let scope: Session
  private let file: String
  private let edits: [InputID: Tensor]
  /// How many programs of the lesson have run.
  private(set) var program: Int
  /// What could not be computed.
  private(set) var findings: [Finding] = []
  /// The questions met, with the variables as they are where each stands.
  private(set) var quizzes: [String: QuizBase] = [:]
  /// What could not be computed in the text of the block at hand.
  private var failedText: Finding?
  /// A copy of the scope in which texts are computed, made when first needed after a program.
  private var texts: Session?

  init(scope: Session, file: String, edits: [InputID: Tensor], program: Int) {
    self.scope = scope
    self.file = file
    self.edits = edits
    self.program = program
  }

  /// Blocks with everything in them computed.
  mutating func blocks(_ blocks: [Block], seed: (String) -> UInt64) -> [ComputedBlock] {
    var computed: [ComputedBlock] = []
    for block in blocks {
      failedText = nil
      if let one = self.block(block, seed: seed) { computed.append(one) }
      // The text itself has room for no more than the error's name.
      if let finding = failedText { computed.append(.problem(finding)) }
      failedText = nil
    }
    return computed
  }

  private mutating func block(_ block: Block, seed: (String) -> UInt64) -> ComputedBlock? {
    switch block {
    case .paragraph(let inlines): return .paragraph(text(inlines))
    case .heading(let level, let inlines): return .heading(level: level, text(inlines))
    case .list(let start, let items):
      return .list(start: start, items: items.map { blocks($0, seed: seed) })
    case .quote(let inner): return .quote(blocks(inner, seed: seed))
    case .table(let header, let alignments, let rows):
      return .table(
        header: header.map { text($0) }, alignments: alignments,
        rows: rows.map { $0.map { text($0) } })
    case .formula(let latex): return .formula(latex)
    case .code(let language, let source): return .code(language: language, source)
    case .program(let program): return run(program)
    case .quiz(let quiz): return .quiz(draw(quiz, seed: seed(quiz.id)))
    case .problem(let finding): return .problem(finding)
    }
  }

  private mutating func text(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: \.isComputed) else { return inlines }
    let copy = texts ?? scope.fork()
    texts = copy
    let (computed, found) = TextComputation.text(inlines, in: copy, file: file)
    findings += found
    failedText = failedText ?? found.first
    return computed
  }

  private mutating func draw(_ quiz: Quiz, seed: UInt64) -> ComputedQuiz {
    let base = QuizBase(quiz: quiz, scope: scope.fork(), file: file)
    quizzes[quiz.id] = base
    let drawn = base.draw(seed: seed)
    findings += drawn.findings
    return drawn.quiz
  }

  // MARK: Programs

  private mutating func run(_ written: Program) -> ComputedBlock? {
    texts = nil
    let index = program
    program += 1
    let edited = ProgramInputs(written, index: index, edits: edits, scope: scope)
    let parts = parts(edited.program)
    if edited.needsAssignment { edited.assign(in: scope) }
    let inputs = inputs(written, index: index, edited)
    report(parts, of: written)
    let failed = parts.contains { $0.outcome.diagnostic != nil }
    if written.presentations.contains(.hide), !failed, inputs.isEmpty { return nil }
    return .program(
      ComputedProgram(index: index, program: edited.program, inputs: inputs, parts: parts))
  }

  private func parts(_ program: Program) -> [ComputedProgram.Part] {
    let sources =
      program.presentations.contains(.compare)
      ? Self.split(program.source) : [program.source]
    return sources.map { source in
      let title = source.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? ""
      if program.presentations.contains(.graph) {
        let (outcome, graph) = scope.graph(source)
        var part = ComputedProgram.Part(title: String(title), outcome: outcome, source: source)
        part.graph = graph
        return part
      }
      guard program.presentations.contains(.steps) else {
        var part = ComputedProgram.Part(
          title: String(title), outcome: scope.run(source), source: source)
        if program.presentations.contains(.frames) { part.film = try? Film(part.outcome.value) }
        return part
      }
      let (outcome, derivation) = scope.explain(source)
      return ComputedProgram.Part(
        title: String(title), outcome: outcome, derivation: derivation, source: source)
    }
  }

  /// Cuts a `compare` at empty lines that stand in no block.
  ///
  /// Each part keeps the lines before it as empty ones, so that an error's line is the program's.
  static func split(_ source: String) -> [String] {
    var parts: [String] = []
    var current: [Substring] = []
    var begun = false
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let next = number + 1 < lines.count ? lines[number + 1] : ""
      let isGap = line.allSatisfy(\.isWhitespace)
      if isGap, begun, next.first?.isWhitespace != true {
        parts.append(current.joined(separator: "\n"))
        current = current.map { _ in "" }
        begun = false
      }
      current.append(line)
      begun = begun || !isGap
    }
    if begun { parts.append(current.joined(separator: "\n")) }
    return parts
  }

  private mutating func inputs(
    _ written: Program, index: Int, _ edited: ProgramInputs
  ) -> [ComputedProgram.Input] {
    var inputs: [ComputedProgram.Input] = []
    for name in written.edits {
      guard let value = scope.value(of: name)?.input,
        InputAssignment(of: name, in: written.source) != nil
      else {
        findings.append(
          Finding(
            rule: .program, file: file, line: written.line - 1,
            message: "`edit=\(name)`: no line of this program sets `\(name)` to numbers.",
            advice: "Write `\(name) = torch.tensor([…])` at the margin of the program."))
        continue
      }
      let id = InputID(program: index, name: name)
      inputs.append(
        ComputedProgram.Input(id: id, value: value, original: edited.originals[name] ?? value))
    }
    return inputs
  }

  private mutating func report(_ parts: [ComputedProgram.Part], of program: Program) {
    let diagnostics = parts.compactMap(\.outcome.diagnostic)
    if program.presentations.contains(.error) {
      guard diagnostics.isEmpty else { return }
      findings.append(
        Finding(
          rule: .program, file: file, line: program.line - 1,
          message: "This program is meant to fail, and does not.",
          advice: "Take out the word `error`, or mend the program so that it fails."))
    } else if let diagnostic = diagnostics.first {
      findings.append(diagnostic.finding(.program, file: file, firstLine: program.line))
    } else if program.presentations.contains(.frames), let part = parts.last {
      reportFrames(of: part.outcome.value, program)
    }
  }

  private mutating func reportFrames(of value: Snapshot, _ program: Program) {
    do throws(Film.Fault) {
      _ = try Film(value)
    } catch {
      findings.append(
        Finding(
          rule: .program, file: file, line: program.line - 1, message: error.message,
          advice: "End with a list such as `[(\"epoch 1\", losses, plane), …]`; "
            + "docs/lessons.md tells more."))
    }
  }
}

extension Diagnostic {
  /// The diagnostic of a program that begins on a line of a file, as a finding in that file.
  func finding(_ rule: Finding.Rule, file: String, firstLine: Int) -> Finding {
    var advice = notes
    if let fix { advice.append(fix) }
    return Finding(
      rule: rule, file: file, line: firstLine + max(line, 1) - 1, column: column,
      endColumn: max(endColumn, column + 1), source: source, message: "\(type): \(message)",
      advice: advice.joined(separator: " "))
  }
}
