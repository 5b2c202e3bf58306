import Language

/// Proves a course or a lesson: everything in it is run, and what does not hold is a finding.
public struct CourseCheck: Sendable {
  /// Why a formula cannot be set, as a sentence; nil where it can.
  public typealias FormulaProof = @Sendable (_ latex: String) -> String?
  /// Why a step cannot be shown on the smallest screen, as a sentence; nil where it can.
  public typealias ScreenProof = @Sendable (_ step: ComputedStep, _ lesson: Lesson) -> String?

  private let formula: FormulaProof
  private let screen: ScreenProof
  private let draws: Int

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - draws: how often a question with `given` is drawn.
  ///   - formula: the typesetter's word on a formula.
  ///   - screen: the screen's word on a step.
  public init(
    draws: Int = 50, formula: @escaping FormulaProof = { _ in nil },
    screen: @escaping ScreenProof = { _, _ in nil }
  ) {
    self.draws = draws
    self.formula = formula
    self.screen = screen
  }

  /// What a check found, and how much it looked at.
  public struct Report: Sendable, Hashable {
    /// What does not hold, by file and line.
    public var findings: [Finding] = []
    /// How many lessons were read, each language counted.
    public var lessons = 0
    /// How many steps were computed.
    public var steps = 0
    /// How many questions were drawn.
    public var quizzes = 0

    /// Makes a report of nothing.
    public init() {}

    /// The same findings in the order of the files, each once.
    public var ordered: Report {
      var report = self
      var seen: Set<Finding> = []
      report.findings = findings.filter { seen.insert($0).inserted }.sorted {
        ($0.file, $0.line, $0.column, $0.rule.rawValue, $0.message)
          < ($1.file, $1.line, $1.column, $1.rule.rawValue, $1.message)
      }
      return report
    }

    /// Takes in another report.
    public mutating func add(_ other: Report) {
      findings += other.findings
      lessons += other.lessons
      steps += other.steps
      quizzes += other.quizzes
    }
  }

  /// One lesson whose programs are to be run, and everything computed in it proved.
  public struct Job: Sendable {
    let script: LessonScript
    /// What it is called while it is worked on: its file.
    public var name: String { script.lesson.file }
    /// How much there is to do, roughly: its steps, and its questions as often as they are drawn.
    public let weight: Int
  }

  /// What a check finds without running anything, and what is still to be run.
  public struct Plan: Sendable {
    /// What was found by reading alone.
    public var report = Report()
    /// The lessons to run; they do not depend on each other.
    public var jobs: [Job] = []

    /// Makes a plan of nothing.
    public init() {}

    /// Takes in another plan.
    public mutating func add(_ other: Plan) {
      report.add(other.report)
      jobs += other.jobs
    }
  }

  /// Checks a folder with a course in it, or one lesson's file.
  public func check(_ path: String) -> Report {
    let plan = plan(path)
    var report = plan.report
    for job in plan.jobs { report.add(run(job)) }
    return report.ordered
  }

  /// Reads a folder with a course in it, or one lesson's file, and says what is to be run.
  public func plan(_ path: String) -> Plan {
    var plan = Plan()
    if LessonFile.isFolder(path) {
      read(ContentFolder(path), &plan)
    } else {
      readAlone(path, &plan)
    }
    return plan
  }

  /// One file, beside its translation where there is one.
  private func readAlone(_ path: String, _ plan: inout Plan) {
    let script = LessonFile.lesson(path)
    read(script, &plan)
    let folder = ContentFolder.around(path)
    let glossary = folder.map { Glossary.load($0) } ?? Glossary()
    plan.report.findings += TermCheck(glossary: glossary).findings(script)
    guard let other = LessonFile.translation(of: path),
      case .success(let twin) = LessonFile.script(other)
    else { return }
    compare(script, twin, &plan)
  }

  /// Everything about one lesson that is found by reading it.
  func read(_ script: LessonScript, _ plan: inout Plan) {
    let source = script.source
    plan.report.lessons += 1
    plan.report.findings += script.findings
    let lesson = script.lesson
    var name = source.file.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    if lesson.isBank {
      name = "interview-" + name
      plan.report.findings += BankCheck(bank: lesson, source: source).findings()
    }
    if !lesson.id.isEmpty, lesson.id != name {
      plan.report.findings.append(
        source.finding(
          .frontMatter, line: Self.line(of: "id:", in: source), at: lesson.id,
          lesson.isBank
            ? "The `id` is `\(lesson.id)`; that of this file is `\(name)`."
            : "The `id` is `\(lesson.id)`, and the file is called `\(name).md`.",
          "Make them the same."))
    }
    let text = TextCheck(lesson: lesson, source: source, formula: formula)
    plan.report.findings += text.findings()
    plan.report.findings += LinkCheck(lesson: lesson, source: source).findings()
    plan.report.findings += Self.twins(lesson, source)
    let drawn = lesson.steps.flatMap(\.quizzes).count { !$0.given.isEmpty }
    plan.jobs.append(Job(script: script, weight: lesson.steps.count + drawn * draws))
  }

  /// Runs a lesson and proves what is computed in it.
  public func run(_ job: Job) -> Report {
    var report = Report()
    let lesson = job.script.lesson
    let source = job.script.source
    var player = LessonPlayer(lesson)
    for index in lesson.steps.indices {
      let step = player.step(index)
      report.steps += 1
      report.findings += step.findings.map { $0.located(in: source) }
      if let problem = screen(step, lesson) {
        report.findings.append(
          source.finding(
            .overflow, line: lesson.steps[index].line, problem,
            "Shorten it, or break it where a line may end."))
      }
      for quiz in lesson.steps[index].quizzes {
        report.quizzes += 1
        guard let base = player.base(of: quiz.id, in: index) else { continue }
        let findings = QuizCheck(base: base, draws: draws).findings()
        report.findings += findings.map { $0.located(in: source) }
      }
    }
    return report
  }

  /// Questions of one lesson with the same id.
  private static func twins(_ lesson: Lesson, _ source: SourceText) -> [Finding] {
    var lines: [String: Int] = [:]
    var findings: [Finding] = []
    for quiz in lesson.steps.flatMap(\.quizzes) {
      if let first = lines[quiz.id] {
        let line = (quiz.line...quiz.line + 12).first { source.line($0).hasPrefix("id:") }
        findings.append(
          source.finding(
            .duplicate, line: line ?? quiz.line, at: quiz.id,
            "The question in line \(first) has the `id` `\(quiz.id)` too.",
            "Give each question a name of its own."))
      } else {
        lines[quiz.id] = quiz.line
      }
    }
    return findings
  }

  // MARK: Places

  /// Compares a lesson with its translation; the findings are the translation's.
  func compare(_ original: LessonScript, _ translation: LessonScript, _ plan: inout Plan) {
    let pair = TranslationCheck(original: original.lesson, translation: translation.lesson)
    plan.report.findings += pair.findings().map { $0.located(in: translation.source) }
  }

  /// The line that begins with a key.
  static func line(of key: String, in source: SourceText) -> Int {
    (source.lines.firstIndex { $0.hasPrefix(key) } ?? 0) + 1
  }
}

extension Finding {
  /// The finding with the file's own line quoted, and its column counted in that line.
  func located(in text: SourceText) -> Finding {
    guard line > 0, file == text.file else { return self }
    var located = self
    located.source = text.line(line)
    guard column > 0, source != located.source else { return located }
    let part = source.trimmed
    if !part.isEmpty, let start = located.source.firstIndex(of: part) {
      let indent = source.prefix(while: \.isWhitespace).count
      let shift = located.source.distance(from: located.source.startIndex, to: start) - indent
      located.column += shift
      located.endColumn += shift
    } else {
      located.column = 0
      located.endColumn = 0
    }
    return located
  }
}
