import Language
import Math

extension QuizDrawing {
  mutating func shape(_ computed: inout ComputedQuiz) {
    guard let value = value(of: quiz.answer, at: "answer", .answer) else { return }
    guard let shape = value.asShape else {
      return report(
        "The answer is no shape.", "answer", .answer,
        advice:
          "Write a size (`x.shape`), a tuple of whole numbers, or a tensor whose shape is meant."
      )
    }
    computed.answer = .size(shape)
    computed.answerText = TypedShape.text(shape)
  }

  /// The items, and an order to begin with that is not the right one.
  mutating func order(_ computed: inout ComputedQuiz) {
    computed.items = quiz.items.map { text($0) }
    var generator = SplitMix64(seed: computed.seed)
    var arrangement = Array(quiz.items.indices)
    let right = arrangement
    for _ in 0..<8 where arrangement == right { arrangement.shuffle(using: &generator) }
    if arrangement == right { arrangement.reverse() }
    computed.arrangement = arrangement
    computed.answerText = computed.items.enumerated().map { index, item in
      "\(index + 1). " + Inline.plainText(item)
    }.joined(separator: "\n")
  }

  /// The program as it is and mended, with what the expression gives after each.
  mutating func line(_ computed: inout ComputedQuiz) {
    let before = result(after: quiz.program)
    let after = result(after: quiz.mendedProgram)
    if let diagnostic = after.diagnostic {
      report(
        "The mended program fails: \(diagnostic.type): \(diagnostic.message)", "mend", .answer,
        advice: "Mend the line, or `check`.")
    }
    let lines = quiz.program.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    computed.program = ComputedQuiz.FaultyProgram(
      lines: lines, wrong: quiz.wrongLine - 1, mend: quiz.mend, check: quiz.check,
      before: before.shown, after: after.shown)
    computed.answerText = "\(quiz.wrongLine): \(quiz.mend.trimmed)"
  }

  private func result(after program: String) -> Outcome {
    let copy = scope.fork()
    let outcome = copy.run(program)
    return outcome.diagnostic == nil ? copy.run(quiz.check) : outcome
  }
}

extension Outcome {
  /// The value, or the first line of the error that ended the program.
  fileprivate var shown: String {
    if let diagnostic { return "\(diagnostic.type): \(diagnostic.message)" }
    return text ?? "None"
  }
}

extension Snapshot {
  /// The value as a shape: of a tensor its own, of whole numbers in a row what they say.
  var asShape: [Int]? {
    switch self {
    case .size(let shape): return shape
    case .tensor(let tensor): return tensor.shape
    case .list(let items), .tuple(let items):
      let numbers = items.compactMap { item in if case .int(let value) = item { value } else { nil }
      }
      return numbers.count == items.count ? numbers : nil
    default: return nil
    }
  }
}
