import Language

/// Compares a lesson with its translation: steps, programs and questions must agree.
struct TranslationCheck {
  let original: Lesson
  let translation: Lesson

  /// Where they differ; the place is the translation's.
  func findings() -> [Finding] {
    var findings: [Finding] = head()
    if original.steps.count != translation.steps.count {
      findings.append(
        finding(
          translation.steps.last?.line ?? 1,
          "This lesson has \(translation.steps.count) steps, and \(original.file) has \(original.steps.count).",
          "Make them the same steps."))
    }
    for (first, second) in zip(original.steps, translation.steps) {
      findings += programs(first, second) + quizzes(first, second)
    }
    return findings
  }

  private func head() -> [Finding] {
    var findings: [Finding] = []
    func compare<Value: Equatable>(_ key: String, _ first: Value, _ second: Value) {
      guard first != second else { return }
      findings.append(
        finding(1, "`\(key)` is not the same as in \(original.file).", "Make them the same."))
    }
    compare("id", original.id, translation.id)
    compare("minutes", original.minutes, translation.minutes)
    compare("needs", original.needs, translation.needs)
    compare("topics", original.topics, translation.topics)
    return findings
  }

  private func programs(_ first: Lesson.Step, _ second: Lesson.Step) -> [Finding] {
    let (mine, theirs) = (first.programs, second.programs)
    guard mine.count == theirs.count else {
      return [
        finding(
          second.line,
          "This step has \(theirs.count) programs, and line \(first.line) of \(original.file) has \(mine.count).",
          "Make them the same programs.")
      ]
    }
    var findings: [Finding] = []
    for (first, second) in zip(mine, theirs) {
      if let row = Self.difference(first.source, second.source) {
        findings.append(
          finding(
            second.line + row,
            "This program is not the one in line \(first.line + row) of \(original.file).",
            "Make them the same; only comments and texts may differ."))
      } else if first.presentations != second.presentations || first.edits != second.edits {
        findings.append(
          finding(
            second.line - 1,
            "The words after `nabla` are not those in line \(first.line - 1) of \(original.file).",
            "Make them the same."))
      }
    }
    return findings
  }

  private func quizzes(_ first: Lesson.Step, _ second: Lesson.Step) -> [Finding] {
    let (mine, theirs) = (first.quizzes, second.quizzes)
    guard mine.map(\.id) == theirs.map(\.id) else {
      let names = mine.map { "`\($0.id)`" }.joined(separator: ", ")
      return [
        finding(
          theirs.first?.line ?? second.line,
          "The questions of this step are not those of \(original.file): \(names.isEmpty ? "none" : names).",
          "Make them the same, in the same order.")
      ]
    }
    return zip(mine, theirs).flatMap { differences($0, $1) }
  }

  private func differences(_ first: Quiz, _ second: Quiz) -> [Finding] {
    var findings: [Finding] = []
    func compare<Value: Equatable>(
      _ key: String, _ place: String, _ value: (Quiz) -> Value
    ) {
      guard value(first) != value(second) else { return }
      findings.append(
        finding(
          second.places[place] ?? second.line,
          "`\(key)` of the question `\(first.id)` is not the same as in \(original.file), line \(first.places[place] ?? first.line).",
          "Make them the same."))
    }
    compare("kind", "ask") { $0.kind }
    compare("given", "given") { Self.code($0.given) }
    compare("answer", "answer") { Self.code($0.answer) }
    compare("tolerance", "tolerance") { $0.tolerance }
    compare("require", "require") { $0.requires.map { Self.code($0) } }
    compare("mistakes", "mistakes.0") { quiz in
      quiz.kind == .text ? ["\(quiz.mistakes.count)"] : quiz.mistakes.map { Self.code($0.value) }
    }
    compare("difficulty", "ask") { $0.difficulty }
    compare("topics", "topics") { $0.topics }
    compare("see", "see") { $0.see }
    compare("items", "items.0") { $0.items.count }
    compare("points", "points.0") { $0.points.count }
    compare("program", "program") { Self.code($0.program) }
    compare("wrong", "wrong") { $0.wrongLine }
    compare("mend", "mend") { Self.code($0.mend) }
    compare("choices", "choices.0") { $0.choices.map(\.correct) }
    compare("hints", "hints.0") { $0.hints.count }
    compare("blanks", "blanks") { $0.blanks }
    compare("carry", "carry") { $0.carries.mapValues { Self.code($0) } }
    compare("format", "answer") { $0.format }
    compare("starter", "starter") { Self.code($0.starter) }
    compare("cases", "cases.0") { $0.cases.map { Self.code($0) } }
    compare("check", "check") { Self.code($0.check) }
    compare("shuffle", "choices.0") { $0.shuffles }
    return findings
  }

  /// The first line, counted from 0, in which two programs differ.
  static func difference(_ first: String, _ second: String) -> Int? {
    let (mine, theirs) = (code(first), code(second))
    guard mine != theirs else { return nil }
    let rows = zip(
      mine.split(separator: "\n", omittingEmptySubsequences: false),
      theirs.split(separator: "\n", omittingEmptySubsequences: false))
    let lead = plain(first).prefix(while: \.isWhitespace).count { $0 == "\n" }
    return Array(rows).firstIndex { $0 != $1 }.map { $0 + lead } ?? 0
  }

  /// A program without what a translator changes: comments, and what stands in quotes.
  static func code(_ source: String) -> String { plain(source).trimmed }

  private static func plain(_ source: String) -> String {
    guard let tokens = Session.tokens(of: source) else { return source }
    let bytes = Array(source.utf8)
    var code = ""
    var place = 0
    for token in tokens {
      code += withoutComments(bytes[place..<token.range.lowerBound])
      let text = bytes[token.range]
      if token.kind == .string {
        // The lines of a text are kept, so that those after it keep their numbers.
        let letters = text.prefix { !"'\"".utf8.contains($0) }
        let quote = text.suffix(1)
        code += String(decoding: letters + quote + text.filter { $0 == 10 } + quote, as: UTF8.self)
      } else {
        code += String(decoding: text, as: UTF8.self)
      }
      place = token.range.upperBound
    }
    return code + withoutComments(bytes[place...])
  }

  /// What stands between two words: blanks and ends of lines.
  private static func withoutComments(_ gap: ArraySlice<UInt8>) -> String {
    gap.split(separator: 10, omittingEmptySubsequences: false).map { line in
      let blanks = line.prefix { $0 != UInt8(ascii: "#") }
      return blanks.count < line.count ? "" : String(decoding: blanks, as: UTF8.self)
    }.joined(separator: "\n")
  }

  private func finding(_ line: Int, _ message: String, _ advice: String) -> Finding {
    Finding(
      rule: .translation, file: translation.file, line: line, message: message, advice: advice)
  }
}

extension Lesson.Step {
  /// The programs of the step, in order.
  public var programs: [Program] { blocks.flatMap(\.programs) }
}

extension Block {
  /// The programs in it.
  var programs: [Program] {
    switch self {
    case .program(let program): [program]
    case .list(_, let items): items.flatMap { $0.flatMap(\.programs) }
    case .quote(let blocks): blocks.flatMap(\.programs)
    default: []
    }
  }
}
