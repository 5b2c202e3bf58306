import Language
import Math

/// A step with everything in it computed: what a screen shows.
public struct ComputedStep: Sendable, Hashable {
  /// The step's number in its lesson, counted from 0.
  public var index: Int
  /// Its title, or empty.
  public var title: String
  /// Its content in order.
  public var blocks: [ComputedBlock]
  /// What only the teacher sees.
  public var notes: [String]
  /// What could not be computed; each also stands at its place among the blocks.
  public var findings: [Finding]

  /// Makes a computed step.
  public init(
    index: Int, title: String, blocks: [ComputedBlock], notes: [String] = [],
    findings: [Finding] = []
  ) {
    self.index = index
    self.title = title
    self.blocks = blocks
    self.notes = notes
    self.findings = findings
  }

  /// The questions of the step, in order.
  public var quizzes: [ComputedQuiz] { blocks.flatMap(\.quizzes) }
}

/// A piece of a computed step; its texts hold `Inline.number` where the lesson has `{{ }}`.
public indirect enum ComputedBlock: Sendable, Hashable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  /// Items of a list; `start` is nil for bullets.
  case list(start: Int?, items: [[ComputedBlock]])
  case quote([ComputedBlock])
  case table(header: [[Inline]], alignments: [Block.Alignment], rows: [[[Inline]]])
  /// A displayed formula, as LaTeX.
  case formula(String)
  case code(language: String, String)
  case program(ComputedProgram)
  case quiz(ComputedQuiz)
  /// A piece that could not be read or computed.
  case problem(Finding)

  /// The block as a layout of texts takes it; programs and questions stand in it as in the lesson,
  /// so a screen draws those at the top of a step itself.
  public var block: Block? {
    switch self {
    case .paragraph(let inlines): .paragraph(inlines)
    case .heading(let level, let inlines): .heading(level: level, inlines)
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.compactMap(\.block) })
    case .quote(let blocks): .quote(blocks.compactMap(\.block))
    case .table(let header, let alignments, let rows):
      .table(header: header, alignments: alignments, rows: rows)
    case .formula(let latex): .formula(latex)
    case .code(let language, let source): .code(language: language, source)
    case .program(let program): .program(program.program)
    case .quiz: nil
    case .problem(let finding): .problem(finding)
    }
  }

  /// The block with another draw of a question in its place.
  func replacing(_ quiz: ComputedQuiz) -> ComputedBlock {
    switch self {
    case .quiz(let old) where old.id == quiz.id: .quiz(quiz)
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map { $0.replacing(quiz) } })
    case .quote(let blocks): .quote(blocks.map { $0.replacing(quiz) })
    default: self
    }
  }

  /// The questions in it.
  var quizzes: [ComputedQuiz] {
    switch self {
    case .quiz(let quiz): [quiz]
    case .list(_, let items): items.flatMap { $0.flatMap(\.quizzes) }
    case .quote(let blocks): blocks.flatMap(\.quizzes)
    default: []
    }
  }
}

/// A program that has run.
public struct ComputedProgram: Sendable, Hashable {
  /// Its number among the lesson's programs, counted from 0.
  public var index: Int
  /// The program; its source has the learner's numbers where inputs were edited.
  public var program: Program
  /// The inputs that can be changed in place, in the order of `edit=`.
  public var inputs: [Input]
  /// What came of it: one part, or the parts of a `compare`.
  public var parts: [Part]

  /// What came of the whole: the last part's outcome.
  public var outcome: Outcome { parts.last?.outcome ?? Outcome() }
  /// How its value came about, where `steps` asked for it.
  public var derivation: Derivation? { parts.last?.derivation }

  /// Two ways side by side, where `compare steps` asked for them.
  public var comparison: Derivation.Comparison? {
    guard parts.count == 2, let left = parts[0].derivation, let right = parts[1].derivation else {
      return nil
    }
    return Derivation.Comparison(left, right)
  }

  /// Makes a program that has run.
  public init(index: Int, program: Program, inputs: [Input], parts: [Part]) {
    self.index = index
    self.program = program
    self.inputs = inputs
    self.parts = parts
  }

  /// A stretch of a program with a value of its own.
  public struct Part: Sendable, Hashable {
    /// The source of its last line, as a head over it.
    public var title: String
    /// What came of it.
    public var outcome: Outcome
    /// How its value came about, where `steps` asked for it.
    public var derivation: Derivation?
    /// Its source as it was run.
    public var source: String
    /// What its value was computed from, where `graph` asked for it.
    public var graph: ComputationGraph?
    /// Its value as frames to be shown one after the other, where `frames` asked for them.
    public var film: Film?

    /// Makes a part.
    public init(
      title: String, outcome: Outcome, derivation: Derivation? = nil, source: String? = nil
    ) {
      self.title = title
      self.source = source ?? title
      self.outcome = outcome
      self.derivation = derivation
    }
  }

  /// Something the learner can change in place.
  public struct Input: Sendable, Hashable {
    /// What it is called for ever within its lesson.
    public var id: InputID
    /// Its value now.
    public var value: Tensor
    /// Its value as the lesson has it.
    public var original: Tensor

    /// Makes an input.
    public init(id: InputID, value: Tensor, original: Tensor) {
      self.id = id
      self.value = value
      self.original = original
    }

    /// Whether the learner has changed it.
    public var isEdited: Bool { value != original }
  }
}

/// An input of a lesson: a variable where one of its programs sets it.
public struct InputID: Sendable, Hashable {
  /// The program's number in the lesson, counted from 0.
  public var program: Int
  /// The variable's name.
  public var name: String

  /// Makes a name for an input.
  public init(program: Int, name: String) {
    self.program = program
    self.name = name
  }
}
