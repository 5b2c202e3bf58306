/// Reads a question from the YAML of its fence.
struct QuizScript {
  private var reader: YAMLReader
  private var entries: [String: YAMLValue] = [:]
  private let line: Int

  static let common = ["id", "kind", "ask", "given", "hints", "because"]

  /// The keys of each kind beside the common ones.
  static func keys(_ kind: Quiz.Kind) -> [String] {
    switch kind {
    case .choice, .choices: common + ["choices", "shuffle"]
    case .number: common + ["answer", "tolerance", "mistakes"]
    case .table:
      common + ["answer", "tolerance", "mistakes", "rows", "columns", "blanks", "format"]
    case .code: common + ["answer", "tolerance", "mistakes", "starter", "cases", "check"]
    }
  }

  /// Reads the lines below a fence; nil where it can not be asked.
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

  private mutating func readCommon(_ quiz: inout Quiz) {
    if let given = entries["given"] {
      quiz.given = reader.text(given, "given") ?? ""
      place(&quiz, "given", given)
    }
    if let because = entries["because"] {
      quiz.because = inlines(because, "because")
      place(&quiz, "because", because)
    } else {
      _ = missing("because")
    }
    for (index, hint) in reader.list(entries["hints"], "hints").enumerated() {
      quiz.hints.append(inlines(hint, "hints"))
      place(&quiz, "hints.\(index)", hint)
    }
    if quiz.hints.isEmpty {
      reader.note(
        reader.source.finding(
          .hint, line: entries["hints"]?.line ?? line, "The question `\(quiz.id)` has no hint.",
          "Write `hints:` and at least one text after `- `."))
    }
  }

  private mutating func readChoices(_ quiz: inout Quiz) -> Bool {
    quiz.shuffles = reader.flag(entries["shuffle"], "shuffle", otherwise: true)
    guard let value = entries["choices"] ?? missing("choices") else { return false }
    for (index, item) in reader.list(value, "choices").enumerated() {
      let fields = reader.entries(item, keys: ["text", "correct", "say"], of: "A choice")
      let correct = reader.flag(fields["correct"], "correct", otherwise: false)
      guard let text = fields["text"] else {
        reader.note(.missingKey, item, "This choice has no `text`.", "Write `text: …`.")
        continue
      }
      if !correct, fields["say"] == nil {
        reader.note(
          .missingKey, item, "This wrong choice has no `say`.",
          "Write what the learner who takes it should be told.")
      }
      let say = fields["say"].map { inlines($0, "say") } ?? []
      quiz.choices.append(
        Quiz.Choice(text: inlines(text, "text"), correct: correct, say: say))
      place(&quiz, "choices.\(index)", text)
    }
    return checkChoices(quiz, value)
  }

  private mutating func checkChoices(_ quiz: Quiz, _ value: YAMLValue) -> Bool {
    let correct = quiz.choices.count(where: \.correct)
    if quiz.choices.count < 2 {
      reader.note(.choice, value, "There are fewer than two things to choose from.")
    } else if correct == 0 {
      reader.note(
        .choice, value, "No choice is correct.", "Write `correct: true` in the right one.")
    } else if quiz.kind == .choice, correct > 1 {
      reader.note(
        .choice, value, "\(correct) choices are correct.",
        "Leave one `correct: true`, or make the question `kind: choices`.")
    } else {
      return true
    }
    return false
  }

  private mutating func readAnswer(_ quiz: inout Quiz) -> Bool {
    guard let answer = required("answer") else { return false }
    quiz.answer = answer.droppingLastNewline
    if let value = entries["answer"] { place(&quiz, "answer", value) }
    if let value = entries["tolerance"] {
      place(&quiz, "tolerance", value)
      if let tolerance = tolerance(value) { quiz.tolerance = tolerance }
    }
    for (index, item) in reader.list(entries["mistakes"], "mistakes").enumerated() {
      let fields = reader.entries(item, keys: ["value", "say"], of: "A mistake")
      for key in ["value", "say"] where fields[key] == nil {
        reader.note(.missingKey, item, "This mistake has no `\(key)`.", "Write `\(key): …`.")
      }
      guard let value = fields["value"], let text = reader.text(value, "value"),
        let say = fields["say"]
      else { continue }
      quiz.mistakes.append(
        Quiz.Mistake(value: text.droppingLastNewline, say: inlines(say, "say")))
      place(&quiz, "mistakes.\(index)", value)
    }
    return true
  }

  private mutating func readTable(_ quiz: inout Quiz) -> Bool {
    quiz.rows = reader.texts(entries["rows"], "rows")
    quiz.columns = reader.texts(entries["columns"], "columns")
    quiz.format = reader.text(entries["format"], "format") ?? ".4f"
    guard let blanks = entries["blanks"] ?? missing("blanks") else { return false }
    place(&quiz, "blanks", blanks)
    if case .scalar("all") = blanks.content { return true }
    for pair in reader.list(blanks, "blanks") {
      let numbers = reader.list(pair, "blanks").compactMap { reader.integer($0, "blanks") }
      guard numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else {
        reader.note(
          .value, pair, "A blank is a row and a column, counted from 0.", "Write `[1, 0]`.")
        continue
      }
      quiz.blanks.append(numbers)
    }
    if quiz.blanks.isEmpty {
      reader.note(
        .quiz, blanks, "No cell of this table is blank.",
        "Write pairs of row and column, as in `[[1, 0], [2, 1]]`, or `all`.")
    }
    return !quiz.blanks.isEmpty
  }

  private mutating func readCode(_ quiz: inout Quiz) -> Bool {
    quiz.starter = entries["starter"].flatMap { reader.text($0, "starter") } ?? ""
    if let starter = entries["starter"] { place(&quiz, "starter", starter) }
    for (index, item) in reader.list(entries["cases"], "cases").enumerated() {
      quiz.cases.append(reader.text(item, "cases") ?? "")
      place(&quiz, "cases.\(index)", item)
    }
    guard let check = required("check") else { return false }
    quiz.check = check.trimmed
    if let value = entries["check"] { place(&quiz, "check", value) }
    return true
  }

  // MARK: Values

  private mutating func tolerance(_ value: YAMLValue) -> Quiz.Tolerance? {
    if case .map(let fields) = value.content, fields.count == 1, let field = fields.first,
      case .scalar(let text) = field.value.content
    {
      return toleranceField(field, text)
    }
    if case .scalar(let text) = value.content {
      if text.hasSuffix("%"), let number = Double(text.dropLast().trimmed), number > 0 {
        return .relative(number / 100)
      }
      if let number = Double(text), number >= 0, number.isFinite { return .absolute(number) }
    }
    reader.note(
      .tolerance, value, "This is no tolerance.",
      "Write `0.005`, `2%`, `{relative: 0.02}` or `{digits: 3}`.")
    return nil
  }

  private mutating func toleranceField(
    _ field: YAMLValue.Entry, _ text: String
  ) -> Quiz.Tolerance? {
    let number = Double(text)
    switch field.key {
    case "absolute": if let number, number >= 0, number.isFinite { return .absolute(number) }
    case "relative": if let number, number > 0, number < 1 { return .relative(number) }
    case "digits": if let digits = Int(text), (1...15).contains(digits) { return .digits(digits) }
    default:
      reader.note(
        reader.source.finding(
          .unknownKey, line: field.line, column: field.column, length: field.key.count,
          "A tolerance has no key `\(field.key)`.",
          NearestName.advice(field.key, among: ["absolute", "relative", "digits"])))
      return nil
    }
    reader.note(
      .tolerance, field.value, "`\(text)` is no \(field.key) tolerance.",
      "`absolute` is 0 or more, `relative` is between 0 and 1, `digits` is from 1 to 15.")
    return nil
  }

  private mutating func required(_ key: String) -> String? {
    guard let value = entries[key] else {
      _ = missing(key)
      return nil
    }
    return reader.text(value, key)
  }

  private mutating func missing(_ key: String) -> YAMLValue? {
    let rule: Finding.Rule = key == "answer" ? .answer : .missingKey
    reader.note(
      reader.source.finding(
        rule, line: line, "This question has no `\(key)`.", "Write `\(key): …`."))
    return nil
  }

  private func place(_ quiz: inout Quiz, _ key: String, _ value: YAMLValue) {
    quiz.places[key] = value.line
  }

  /// A text as Markdown; several paragraphs stand one below the other.
  private mutating func inlines(_ value: YAMLValue, _ name: String) -> [Inline] {
    guard let text = reader.text(value, name) else { return [] }
    let read = QuizText.read(text, source: reader.source, line: value.line)
    for finding in read.findings { reader.note(finding) }
    return read.inlines
  }
}

/// A text within a question: Markdown without blocks.
enum QuizText {
  static func read(
    _ text: String, source: SourceText, line: Int
  ) -> (inlines: [Inline], findings: [Finding]) {
    let lines = text.droppingLastNewline.split(separator: "\n", omittingEmptySubsequences: false)
    var reader = MarkdownReader(
      lines: lines[...], source: SourceText(text, file: source.file))
    var inlines: [Inline] = []
    reader.read { reader, node in
      if !inlines.isEmpty { inlines += [.lineBreak, .lineBreak] }
      if node.kind == "paragraph" {
        inlines += reader.inlines(node.children)
      } else {
        reader.note(
          .markdown, node, "A question's text has paragraphs only.",
          "Put \(node.kind.replacingUnderscores)s into the step above the question; "
            + "a text that begins with a sign such as `#`, `-` or `1.` needs a `\\` before it.")
      }
    }
    // Its lines are counted within the text; the file's are further down.
    let findings = reader.findings.map { finding in
      var moved = source.finding(
        finding.rule, line: line - 1 + finding.line, at: finding.source.trimmed, finding.message,
        finding.advice)
      if moved.column > 0, finding.column > 0 {
        let indent = finding.source.prefix(while: \.isWhitespace).count
        moved.column += finding.column - 1 - indent
        moved.endColumn = moved.column + finding.endColumn - finding.column
      }
      return moved
    }
    return (inlines.map { $0.moved(by: line - 1) }, findings)
  }
}

extension Inline {
  /// The run with the lines of its computed numbers counted from further down, and a displayed
  /// formula as one in the line.
  func moved(by lines: Int) -> Inline {
    switch self {
    case .computed(let expression, let format, let line):
      .computed(expression: expression, format: format, line: line + lines)
    case .formula(let latex) where latex.hasPrefix(MarkdownReader.displayed):
      .formula(String(latex.dropFirst()))
    case .emphasis(let inlines): .emphasis(inlines.map { $0.moved(by: lines) })
    case .strong(let inlines): .strong(inlines.map { $0.moved(by: lines) })
    case .link(let inlines, let destination):
      .link(inlines.map { $0.moved(by: lines) }, destination: destination)
    default: self
    }
  }
}
