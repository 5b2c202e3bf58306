/// A question, as its YAML has it: expressions and texts with `{{ }}`, nothing computed.
public struct Quiz: Sendable, Hashable {
  /// How it is answered.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case choice, choices, number, table, code
  }

  /// A wrong answer that is foreseen, and what to say to it.
  public struct Mistake: Sendable, Hashable {
    /// The expression that gives it.
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
  /// The expression that gives the answer (`number`, `table`), or a model program (`code`).
  public var answer: String
  /// What can be chosen (`choice`, `choices`).
  public var choices: [Choice]
  /// Whether the choices are put in an order drawn from the seed.
  public var shuffles: Bool
  /// How near a number must come.
  public var tolerance: Tolerance
  /// The cells of a `table` that are left blank, as row and column; empty for all of them.
  public var blanks: [[Int]]
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
  /// What to compare after a `code` answer has run: an expression.
  public var check: String
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
    answer = ""
    choices = []
    shuffles = true
    tolerance = .absolute(0.005)
    blanks = []
    rows = []
    columns = []
    format = ".4f"
    starter = ""
    cases = []
    check = ""
    mistakes = []
    hints = []
    because = []
    self.line = line
    places = [:]
  }
}
