import Language
import Math

/// Judges a program by what it gives on cases, beside what the model answer gives.
struct CodeJudge {
  let quiz: Quiz
  /// The lesson's variables; it is copied before anything runs.
  let scope: Session

  /// How long a program may be.
  static let longest = 20_000

  /// What a program came to on a case: a value, or why there is none.
  enum Result: Hashable {
    case value(Snapshot, text: String)
    case failed(Diagnostic)
  }

  /// Runs a program on all cases and tells the first that differs from the model answer.
  func judge(_ program: String) -> Verdict {
    guard program.utf8.count <= Self.longest else {
      return Verdict(
        .unreadable, remarks: [Sentence("This program is too long.", "程序太长了。")])
    }
    guard !program.allSatisfy(\.isWhitespace) else {
      return Verdict(.unreadable, remarks: [Sentence("Write a program.", "请写一段程序。")])
    }
    for (number, setup) in cases.enumerated() {
      let expected = result(of: quiz.answer, after: setup)
      guard case .value(let answer, let answerText) = expected else {
        return Verdict(
          .unreadable,
          remarks: [
            Sentence("The model answer itself fails on this case.", "参考答案在这个用例上也失败。")
          ])
      }
      switch result(of: program, after: setup) {
      case .failed(let diagnostic): return failure(diagnostic, number, setup, answerText)
      case .value(let value, let text):
        guard !value.agrees(with: answer, within: quiz.tolerance) else { continue }
        return difference(program, number, setup, expected: answerText, got: text)
      }
    }
    return Verdict(
      .right,
      remarks: [
        Sentence(
          "Right on all \(cases.count) cases.", "\(cases.count) 个用例全部通过。")
      ])
  }

  /// The programs that set up the cases; one empty one where there are none.
  var cases: [String] { quiz.cases.isEmpty ? [""] : quiz.cases }

  /// What a program gives on a case.
  func result(of program: String, after setup: String) -> Result {
    let copy = scope.fork()
    if let diagnostic = copy.run(setup).diagnostic { return .failed(diagnostic) }
    if let diagnostic = copy.run(program).diagnostic { return .failed(diagnostic) }
    let outcome = copy.run(quiz.check)
    if let diagnostic = outcome.diagnostic { return .failed(diagnostic) }
    return .value(outcome.value, text: outcome.text ?? "None")
  }

  private func failure(
    _ diagnostic: Diagnostic, _ number: Int, _ setup: String, _ expected: String
  ) -> Verdict {
    let place = diagnostic.line > 0 ? " (line \(diagnostic.line))" : ""
    let error = "\(diagnostic.type): \(diagnostic.message)"
    let isSyntax = diagnostic.type == "SyntaxError" || diagnostic.type == "IndentationError"
    var remarks = [
      Sentence("The program fails\(place): \(error)", "程序出错\(place)：\(error)")
    ]
    if !isSyntax {
      remarks.append(caseSentence(number, setup))
      remarks.append(Sentence("Expected: \(expected)", "应得：\(expected)"))
    }
    return Verdict(isSyntax ? .unreadable : .wrong, remarks: remarks)
  }

  private func difference(
    _ program: String, _ number: Int, _ setup: String, expected: String, got: String
  ) -> Verdict {
    Verdict(
      .wrong, say: mistake(like: program)?.say ?? [],
      remarks: [
        caseSentence(number, setup),
        Sentence("Expected: \(expected)", "应得：\(expected)"),
        Sentence("Got: \(got)", "实得：\(got)"),
      ])
  }

  private func caseSentence(_ number: Int, _ setup: String) -> Sentence {
    let program = setup.trimmed
    let shown = program.isEmpty ? "" : "\n\(program)"
    return Sentence(
      "Case \(number + 1) of \(cases.count):\(shown)", "用例 \(number + 1)/\(cases.count)：\(shown)")
  }

  /// The foreseen wrong program that gives the same on every case.
  private func mistake(like program: String) -> Quiz.Mistake? {
    quiz.mistakes.first { mistake in
      cases.allSatisfy { setup in
        guard case .value(let got, _) = result(of: program, after: setup),
          case .value(let foreseen, _) = result(of: mistake.value, after: setup)
        else { return false }
        return got.agrees(with: foreseen, within: quiz.tolerance)
      }
    }
  }
}

extension Snapshot {
  /// Whether two values are the same, their numbers within a tolerance.
  func agrees(with answer: Snapshot, within tolerance: Quiz.Tolerance) -> Bool {
    switch (self, answer) {
    case (.tensor(let mine), .tensor(let right)):
      return mine.shape == right.shape
        && zip(mine.doubles, right.doubles).allSatisfy { tolerance.accepts($0, for: $1) }
    case (.list(let mine), .list(let right)), (.tuple(let mine), .tuple(let right)):
      return mine.count == right.count
        && zip(mine, right).allSatisfy { $0.agrees(with: $1, within: tolerance) }
    case (.bool, .bool), (.string, .string), (.size, .size), (.none, .none), (.other, .other):
      return self == answer
    case (.bool, _), (_, .bool): return false
    default:
      guard let mine = number, let right = answer.number else { return false }
      return tolerance.accepts(mine, for: right)
    }
  }
}
