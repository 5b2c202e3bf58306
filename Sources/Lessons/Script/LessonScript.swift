/// A lesson's file once read: the lesson, and everything that is wrong with it.
///
/// A broken piece stands in the lesson as a `problem`, and the rest is usable.
public struct LessonScript: Sendable {
  /// The lesson, as far as it could be read.
  public let lesson: Lesson
  /// What is wrong, in the order of the file.
  public let findings: [Finding]
  /// The file's text.
  let source: SourceText

  /// Reads the bytes of a file; one of the interview bank has steps that do not follow each other.
  public init(
    _ bytes: [UInt8], file: String, language: CourseLanguage, isBank: Bool = false,
    isSheet: Bool = false
  ) {
    let decoded = LessonText(bytes, file: file)
    self.init(decoded, file: file, language: language, isBank: isBank, isSheet: isSheet)
  }

  /// Reads a text.
  public init(_ text: String, file: String, language: CourseLanguage) {
    self.init(Array(text.utf8), file: file, language: language)
  }

  /// Makes a lesson of one step that says why its file cannot be read.
  init(
    unreadable findings: [Finding], file: String, language: CourseLanguage,
    source: SourceText? = nil
  ) {
    let problems = findings.map { Block.problem($0) }
    lesson = Lesson(
      id: "", title: "", summary: "", minutes: 0, needs: [], topics: [], language: language,
      steps: [Lesson.Step(title: "", blocks: problems)], file: file)
    self.findings = findings
    self.source = source ?? SourceText("", file: file)
  }

  private init(
    _ decoded: LessonText, file: String, language: CourseLanguage, isBank: Bool,
    isSheet: Bool
  ) {
    let source = SourceText(decoded.text, file: file)
    if decoded.text.allSatisfy(\.isWhitespace) {
      let finding = source.finding(
        .unreadable, line: 1, "This lesson is empty.",
        "Begin with `---`, `id:`, `title:`, `summary:`, `minutes:` and `---`."
      ).inChinese("这一课是空的。")
      self.init(unreadable: [finding], file: file, language: language, source: source)
      return
    }
    let (matter, matterFindings) = FrontMatter.read(source, isBank: isBank, isSheet: isSheet)
    // Without front matter it may be any file at all: it is not shown as a lesson.
    guard matter.end > 0 else {
      self.init(
        unreadable: decoded.findings + matterFindings, file: file, language: language,
        source: source)
      return
    }
    var steps = StepReader(source: source, from: matter.end)
    steps.read()
    var read = steps.steps
    // What leaves a lesson without its name is seen in its first step, where the learner is.
    if let problem = matterFindings.first, matter.title.isEmpty, !read.isEmpty {
      read[0].blocks.insert(.problem(problem), at: 0)
    }
    var lesson = Lesson(
      id: matter.id, title: matter.title, summary: matter.summary, minutes: matter.minutes,
      needs: matter.needs, topics: matter.topics, language: language, steps: read,
      file: file)
    lesson.isBank = isBank
    let findings = decoded.findings + matterFindings + steps.findings
    self.init(
      lesson: lesson,
      findings: findings.sorted { ($0.line, $0.column) < ($1.line, $1.column) }, source: source)
  }

  private init(lesson: Lesson, findings: [Finding], source: SourceText) {
    self.lesson = lesson
    self.findings = findings
    self.source = source
  }
}

/// Cuts a body into steps.
struct StepReader {
  private let source: SourceText
  private var reader: MarkdownReader
  private(set) var steps: [Lesson.Step] = []
  private var step: Lesson.Step
  private var hasTitle = false

  init(source: SourceText, from start: Int) {
    self.source = source
    let lines = source.lines[min(start, source.lines.count)...]
    reader = MarkdownReader(lines: lines, source: source)
    step = Lesson.Step(title: "", blocks: [], line: start + 1)
  }

  /// What is wrong.
  var findings: [Finding] { reader.findings }

  /// Reads all steps.
  mutating func read() {
    var steps: [Lesson.Step] = []
    var step = step
    var hasTitle = false
    let source = source
    reader.read { reader, node in
      if node.kind == "thematic_break" {
        let line = reader.line(node)
        Self.end(&step, &steps, &reader, line: line)
        step = Lesson.Step(title: "", blocks: [], line: line + 1)
        hasTitle = false
        if !source.line(line).trimmed.allSatisfy({ $0 == "-" }) {
          reader.note(.step, node, "A step ends with `---`.", "Write `---` here.")
        }
        return
      }
      for block in reader.blocks(node) {
        if case .heading(_, let inlines) = block, !hasTitle {
          step.title = Inline.plainText(inlines)
          hasTitle = true
        } else {
          step.blocks.append(block)
        }
      }
    }
    Self.end(&step, &steps, &reader, line: source.lines.count)
    self.steps = steps
  }

  private static func end(
    _ step: inout Lesson.Step, _ steps: inout [Lesson.Step], _ reader: inout MarkdownReader,
    line: Int
  ) {
    step.notes = reader.notes
    step.isLong = reader.isLong
    (reader.notes, reader.isLong) = ([], false)
    if step.blocks.isEmpty, step.title.isEmpty {
      reader.findings.append(
        reader.source.finding(
          .step, line: line, "This step is empty.", "Write something, or take out the `---`."))
    } else {
      steps.append(step)
    }
  }
}

extension Inline {
  /// Some runs as text without styles; formulas as LaTeX.
  public static func plainText(_ inlines: [Inline]) -> String {
    inlines.map(\.plainText).joined()
  }

  private var plainText: String {
    switch self {
    case .text(let text), .code(let text), .formula(let text), .number(let text): text
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _):
      Inline.plainText(inlines)
    case .computed(let expression, let format, _):
      format.isEmpty ? "{{ \(expression) }}" : "{{ \(expression):\(format)}}"
    case .space, .lineBreak: " "
    }
  }
}
