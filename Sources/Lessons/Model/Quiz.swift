/// A question, as its YAML has it: expressions and texts with `{{ }}`, nothing computed.
public struct Quiz: Sendable, Hashable {
  /// How it is answered.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case choice, choices, number, table, code, shape, order, text, line, recall
  }

  /// How hard it is thought to be.
  public enum Difficulty: String, Sendable, Hashable, CaseIterable {
    case easy, medium, hard
  }

  /// A wrong answer that is foreseen, and what to say to it.
  public struct Mistake: Sendable, Hashable {
    /// The expression that gives it; for `text` the text itself, for `line` the line's number.
    public var value: String
    /// What the learner is told.
    public var say: [Inline]

    /// Makes a mistake.
    public init(value: String, say: [Inline]) {
      self.value = value
      self.say = say
    }
  }

  /// One thing to choose.
  public struct Choice: Sendable, Hashable {
    /// What it says.
    public var text: [Inline]
    /// Whether it is right.
    public var correct: Bool
    /// What the learner who takes it is told.
    public var say: [Inline]

    /// Makes a choice.
    public init(text: [Inline], correct: Bool, say: [Inline]) {
      self.text = text
      self.correct = correct
      self.say = say
    }
  }

  /// How near a number must come.
  public enum Tolerance: Sendable, Hashable {
    case absolute(Double)
    case relative(Double)
    /// Significant digits.
    case digits(Int)
  }

  /// The question's name for ever, within its lesson.
  public var id: String
  /// How it is answered.
  public var kind: Kind
  /// What is asked.
  public var ask: [Inline]
  /// A program that draws fresh inputs, run after the lesson's own; empty where there is none.
  public var given: String
  /// Conditions on what `given` draws: it is drawn again until each is true.
  public var requires: [String]
  /// How hard it is thought to be, where the author says so.
  public var difficulty: Difficulty?
  /// What it is about.
  public var topics: [String]
  /// The step that teaches it: `LESSON`, or `LESSON/QUIZ`; empty where none is named.
  public var see: String
  /// The expression that gives the answer (`number`, `table`, `shape`), or a model program (`code`).
  public var answer: String
  /// What can be chosen (`choice`, `choices`).
  public var choices: [Choice]
  /// Whether the choices are put in an order drawn from the seed.
  public var shuffles: Bool
  /// How near a number must come.
  public var tolerance: Tolerance
  /// The cells of a `table` that are left blank, as row and column; empty for all of them.
  public var blanks: [[Int]]
  /// How rows of a `table` follow from the learner's own: by the row, an expression in the table `t`.
  public var carries: [Int: String]
  /// Row heads of a `table`.
  public var rows: [String]
  /// Column heads of a `table`.
  public var columns: [String]
  /// How the cells of a `table` are written: a Python format spec.
  public var format: String
  /// What a `code` answer begins with.
  public var starter: String
  /// Programs that set up one hidden case each of a `code` question; run before the learner's.
  public var cases: [String]
  /// What to compare after a program has run (`code`, `line`): an expression.
  public var check: String
  /// The things to put in order, in the right order (`order`).
  public var items: [[Inline]]
  /// The texts taken as right (`text`).
  public var accepted: [String]
  /// The program with a mistake in it (`line`).
  public var program: String
  /// The line of `program` that is wrong, counted from 1 (`line`).
  public var wrongLine: Int
  /// The right line, with its indentation (`line`).
  public var mend: String
  /// The points a good answer makes (`recall`).
  public var points: [[Inline]]
  /// A model answer in words (`recall`); empty where there is none.
  public var model: [Inline]
  /// Foreseen wrong answers.
  public var mistakes: [Mistake]
  /// Help in stages.
  public var hints: [[Inline]]
  /// Why the answer is what it is, shown once it is given or revealed.
  public var because: [Inline]
  /// The line of the file its fence stands on.
  public var line: Int
  /// The lines of the file that the values of its keys stand on: `answer`, `mistakes.0`, `hints.1`.
  public var places: [String: Int]

  /// Makes a question that asks nothing yet.
  public init(id: String, kind: Kind, ask: [Inline], line: Int = 0) {
    self.id = id
    self.kind = kind
    self.ask = ask
    given = ""
    requires = []
    topics = []
    see = ""
    answer = ""
    choices = []
    shuffles = true
    tolerance = .absolute(0.005)
    blanks = []
    carries = [:]
    rows = []
    columns = []
    format = ".4f"
    starter = ""
    cases = []
    check = ""
    items = []
    accepted = []
    program = ""
    wrongLine = 0
    mend = ""
    points = []
    model = []
    mistakes = []
    hints = []
    because = []
    self.line = line
    places = [:]
  }

  /// The program of a `line` with its wrong line mended.
  public var mendedProgram: String {
    var lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(wrongLine - 1) else { return program }
    lines[wrongLine - 1] = mend[...]
    return lines.joined(separator: "\n")
  }
}
