import Language
import Math

/// A question drawn from a seed: its texts, its answer and its known mistakes computed.
public struct ComputedQuiz: Sendable, Hashable {
  /// The question's name within its lesson.
  public var id: String
  /// How it is answered.
  public var kind: Quiz.Kind
  /// The seed it was drawn from.
  public var seed: UInt64
  /// Whether another seed gives another question.
  public var isDrawn: Bool
  /// What is asked.
  public var ask: [Inline]
  /// What can be chosen, in the order shown.
  public var choices: [Quiz.Choice]
  /// The table to fill, for a `table`.
  public var table: Table?
  /// What is put in order, in the right order, for an `order`.
  public var items: [[Inline]] = []
  /// The order the items are first shown in, as indices into them.
  public var arrangement: [Int] = []
  /// The texts taken as right, for a `text`.
  public var accepted: [String] = []
  /// The program with a wrong line, for a `line`.
  public var program: FaultyProgram?
  /// The points a good answer makes, for a `recall`.
  public var points: [[Inline]] = []
  /// A model answer in words, for a `recall`; may be empty.
  public var model: [Inline] = []
  /// What a `code` answer begins with.
  public var starter: String
  /// The right answer's value (`number`, `table`; a size for `shape`).
  public var answer: Snapshot
  /// The right answer as a text to show when it is revealed; a program for `code`.
  public var answerText: String
  /// How near a number must come.
  public var tolerance: Quiz.Tolerance
  /// Foreseen wrong answers with their values on this draw.
  public var mistakes: [Mistake]
  /// Help in stages.
  public var hints: [[Inline]]
  /// Why the answer is what it is.
  public var because: [Inline]
  /// Why it could not be computed, if it could not; it can then only be skipped.
  public var problem: Finding?

  /// A foreseen wrong answer and its value.
  public struct Mistake: Sendable, Hashable {
    /// What it would give; for `code`, the program's text.
    public var value: Snapshot
    /// What the learner is told.
    public var say: [Inline]

    /// Makes a mistake.
    public init(value: Snapshot, say: [Inline]) {
      self.value = value
      self.say = say
    }
  }

  /// A program one line of which is wrong.
  public struct FaultyProgram: Sendable, Hashable {
    /// Its lines.
    public var lines: [String]
    /// The wrong one, counted from 0.
    public var wrong: Int
    /// The right line in its place.
    public var mend: String
    /// The expression that shows the difference.
    public var check: String
    /// What the expression gives after the program, or the error that ends it.
    public var before: String
    /// What it gives after the mended program.
    public var after: String

    /// Makes a program with a wrong line.
    public init(
      lines: [String], wrong: Int, mend: String, check: String, before: String, after: String
    ) {
      self.lines = lines
      self.wrong = wrong
      self.mend = mend
      self.check = check
      self.before = before
      self.after = after
    }
  }

  /// A computed table, some of whose cells are left blank.
  public struct Table: Sendable, Hashable {
    /// Heads of the rows; as many as there are rows, or none.
    public var rows: [String]
    /// Heads of the columns; as many as there are columns, or none.
    public var columns: [String]
    /// Every cell as it is written, the blank ones too.
    public var cells: [[String]]
    /// The values behind the cells.
    public var values: [[Double]]
    /// The cells that are asked, in reading order.
    public var blanks: [Place]

    /// Makes a table.
    public init(
      rows: [String], columns: [String], cells: [[String]], values: [[Double]], blanks: [Place]
    ) {
      self.rows = rows
      self.columns = columns
      self.cells = cells
      self.values = values
      self.blanks = blanks
    }

    /// A cell's place, counted from 0.
    public struct Place: Sendable, Hashable {
      /// The row.
      public var row: Int
      /// The column.
      public var column: Int

      /// Makes a place.
      public init(row: Int, column: Int) {
        self.row = row
        self.column = column
      }
    }
  }
}

extension ComputedQuiz {
  /// Makes a question that foresees nothing yet.
  public init(
    id: String, kind: Quiz.Kind, seed: UInt64 = 0, isDrawn: Bool = false, ask: [Inline],
    tolerance: Quiz.Tolerance = .absolute(0.005)
  ) {
    self.init(
      id: id, kind: kind, seed: seed, isDrawn: isDrawn, ask: ask, choices: [], table: nil,
      starter: "", answer: .none, answerText: "", tolerance: tolerance, mistakes: [], hints: [],
      because: [], problem: nil)
  }
}
