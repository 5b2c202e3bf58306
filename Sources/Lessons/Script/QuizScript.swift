/// Reads a question from the YAML of its fence.
struct QuizScript {
  var reader: YAMLReader
  var entries: [String: YAMLValue] = [:]
  let line: Int

  static let common = [
    "id", "kind", "ask", "given", "require", "hints", "because", "difficulty", "topics", "see",
  ]

  static let choiceKeys = ["text", "correct", "say"]
  static let mistakeKeys = ["value", "line", "say"]
  static let toleranceKeys = ["absolute", "relative", "digits"]

  /// The keys of each kind beside the common ones.
  static func keys(_ kind: Quiz.Kind) -> [String] {
    switch kind {
    case .choice, .choices: common + ["choices", "shuffle"]
    case .number: common + ["answer", "tolerance", "mistakes"]
    case .table:
      common + ["answer", "tolerance", "mistakes", "rows", "columns", "blanks", "format", "carry"]
    case .code: common + ["answer", "tolerance", "mistakes", "starter", "cases", "check"]
    case .shape: common + ["answer", "mistakes"]
    case .order: common + ["items"]
    case .text: common + ["accept", "mistakes"]
    case .line: common + ["program", "wrong", "mend", "check", "mistakes"]
    case .recall: common + ["points", "answer"]
    }
  }

  /// Reads the lines below a fence; nil where it cannot be asked.
  static func read(
    _ lines: ArraySlice<Substring>, source: SourceText, line: Int
  ) -> (quiz: Quiz?, findings: [Finding]) {
    var script = QuizScript(reader: YAMLReader(source: source), line: line)
    do throws(Finding) {
      guard let value = try YAMLValue.read(lines, source: source, firstLine: line + 1) else {
        throw source.finding(
          .quiz, line: line, "This question is empty.", "Write `id:`, `kind:` and `ask:`.")
      }
      let quiz = script.quiz(value)
      return (quiz, script.reader.findings)
    } catch {
      return (nil, script.reader.findings + [error])
    }
  }

  private init(reader: YAMLReader, line: Int) {
    self.reader = reader
    self.line = line
  }

  private mutating func quiz(_ value: YAMLValue) -> Quiz? {
    guard let kind = kind(of: value) else { return nil }
    entries = reader.entries(value, keys: Self.keys(kind), of: "A `\(kind.rawValue)` question")
    guard let id = required("id"), let ask = entries["ask"] ?? missing("ask") else { return nil }
    if !FrontMatter.isName(id), let place = entries["id"] {
      reader.note(
        .value, place, "`id` is made of small letters, digits and hyphens, and is `\(id)`.")
    }
    var quiz = Quiz(id: id, kind: kind, ask: inlines(ask, "ask"), line: line)
    place(&quiz, "ask", ask)
    readCommon(&quiz)
    switch kind {
    case .choice, .choices: return readChoices(&quiz) ? quiz : nil
    case .number: return readAnswer(&quiz) ? quiz : nil
    case .table: return readAnswer(&quiz) && readTable(&quiz) ? quiz : nil
    case .code: return readAnswer(&quiz) && readCode(&quiz) ? quiz : nil
    case .shape: return readAnswer(&quiz) ? quiz : nil
    case .order: return readOrder(&quiz) ? quiz : nil
    case .text: return readText(&quiz) ? quiz : nil
    case .line: return readLine(&quiz) ? quiz : nil
    case .recall: return readRecall(&quiz) ? quiz : nil
    }
  }

  /// The kind decides which other keys are known, so it is looked for first.
  private mutating func kind(of value: YAMLValue) -> Quiz.Kind? {
    guard case .map(let entries) = value.content else {
      reader.note(.quiz, value, "A question is written as keys and values.", "Write `id: …`.")
      return nil
    }
    let known = Quiz.Kind.allCases.map(\.rawValue)
    guard let entry = entries.first(where: { $0.key == "kind" }) else {
      let near = entries.first { NearestName.of($0.key, among: ["kind"]) != nil }
      reader.note(
        reader.source.finding(
          .missingKey, line: near?.line ?? line, "This question has no `kind`.",
          "Write `kind:` and one of " + known.map { "`\($0)`" }.joined(separator: ", ") + "."))
      return nil
    }
    guard let text = reader.text(entry.value, "kind") else { return nil }
    if let kind = Quiz.Kind(rawValue: text) { return kind }
    reader.note(
      .value, entry.value, "There is no question of the kind `\(text)`.",
      NearestName.advice(text, among: known))
    return nil
  }

  // MARK: Values

  mutating func required(_ key: String) -> String? {
    guard let value = entries[key] else {
      _ = missing(key)
      return nil
    }
    return reader.text(value, key)
  }

  mutating func missing(_ key: String) -> YAMLValue? {
    let rule: Finding.Rule = key == "answer" ? .answer : .missingKey
    reader.note(
      reader.source.finding(
        rule, line: line, "This question has no `\(key)`.", "Write `\(key): …`."))
    return nil
  }

  func place(_ quiz: inout Quiz, _ key: String, _ value: YAMLValue) {
    quiz.places[key] = value.line
  }

  /// A text as Markdown; several paragraphs stand one below the other.
  mutating func inlines(_ value: YAMLValue, _ name: String) -> [Inline] {
    guard let text = reader.text(value, name) else { return [] }
    let read = QuizText.read(text, source: reader.source, line: value.line)
    for finding in read.findings { reader.note(finding) }
    return read.inlines
  }
}
