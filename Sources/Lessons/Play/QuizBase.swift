import Language
import Math

/// A question and the variables where it stands in its lesson; nothing changes them.
struct QuizBase {
  let quiz: Quiz
  let scope: Session
  let file: String

  /// How often `given` is run before `require` is given up.
  static let mostDraws = 200

  /// What `given` and `require` came to for a seed.
  enum Draw {
    case drawn(Session)
    /// A program that failed, and the key it stands under.
    case failed(Diagnostic, key: String)
    /// No draw met `require`.
    case refused
  }

  /// The question drawn from a seed, and what could not be computed.
  ///
  /// A bare draw leaves hints, reasons and replies as they are written.
  func draw(seed: UInt64, isBare: Bool = false) -> (quiz: ComputedQuiz, findings: [Finding]) {
    QuizDrawing(base: self, draw: drawScope(seed: seed), isBare: isBare).draw(seed: seed)
  }

  /// Judges a program as an answer to the question drawn from a seed.
  func judge(program: String, seed: UInt64) -> Verdict {
    CodeJudge(quiz: quiz, scope: drawnScope(seed: seed)).judge(program)
  }

  /// Judges a table; a cell that follows from the learner's own wrong ones is recognised.
  func judge(table texts: [String], as computed: ComputedQuiz) -> Verdict {
    guard !quiz.carries.isEmpty else { return Judge.judge(.table(texts), to: computed) }
    return Judge.table(texts, computed) { values in
      let scope = drawnScope(seed: computed.seed)
      return values.indices.map { row in
        carried(to: row, of: values, in: scope) ?? values[row].map { _ in nil }
      }
    }
  }

  /// What a row should be, going by a table of the learner's numbers; nil where it follows from none.
  func carried(to row: Int, of values: [[Double]], in scope: Session) -> [Double?]? {
    guard let expression = quiz.carries[row] else { return nil }
    let copy = scope.fork()
    let shape = [values.count, values.first?.count ?? 0]
    copy.assign("t", Tensor(shape: shape, storage: .float64(values.flatMap { $0 })))
    let outcome = copy.run(expression)
    guard outcome.diagnostic == nil else { return nil }
    return outcome.value.matrix?.first
  }

  /// The variables with what `given` draws from a seed; as they were where it draws nothing.
  func drawnScope(seed: UInt64) -> Session {
    if case .drawn(let session) = drawScope(seed: seed) { session } else { scope.fork() }
  }

  /// Draws from a seed, and again from the seeds that follow from it until `require` is met.
  private func drawScope(seed: UInt64) -> Draw {
    guard !quiz.given.isEmpty else { return .drawn(scope.fork()) }
    for attempt in 0..<UInt64(quiz.requires.isEmpty ? 1 : Self.mostDraws) {
      let copy = scope.fork()
      _ = copy.run("torch.manual_seed(\((seed &+ attempt &* 1_000_003) % (1 << 62)))")
      if let diagnostic = copy.run(quiz.given).diagnostic {
        return .failed(diagnostic, key: "given")
      }
      var isMet = true
      for condition in quiz.requires where isMet {
        // In a copy: a condition may draw, and what is asked must not depend on it.
        let outcome = copy.fork().run("bool((\(condition)))")
        if let diagnostic = outcome.diagnostic { return .failed(diagnostic, key: "require") }
        isMet = outcome.value == .bool(true)
      }
      if isMet { return .drawn(copy) }
    }
    return .refused
  }
}
