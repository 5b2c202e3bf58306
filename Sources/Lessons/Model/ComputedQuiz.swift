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
  /// What a `code` answer begins with.
  public var starter: String
  /// The right answer's value (`number`, `table`).
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

/// What a learner answers.
public enum Answer: Sendable, Hashable {
  /// The index of the choice taken, in the order shown.
  case choice(Int)
  /// The indices of the choices taken.
  case choices(Set<Int>)
  /// A number or an expression, as typed.
  case number(String)
  /// What was typed into the blanks, in reading order.
  case table([String])
  /// A program.
  case code(String)
}

/// What is thought of an answer.
public struct Verdict: Sendable, Hashable {
  /// Whether it is right.
  public enum Judgement: String, Sendable, Hashable {
    case right, wrong
    /// It could not be read, and counts as no try.
    case unreadable
  }

  /// Whether it is right.
  public var judgement: Judgement
  /// Whether each blank of a table is right, in reading order; nil for one that could not be read.
  public var cells: [Bool?]
  /// The reply to the mistake or the choice that was made; may be empty.
  public var say: [Inline]
  /// What else there is to say: how near is near enough, what could not be read, which case failed.
  public var remarks: [Sentence]
  /// What a typed expression came to, where it is not simply a number.
  public var value: String?

  /// Makes a verdict.
  public init(
    _ judgement: Judgement, cells: [Bool?] = [], say: [Inline] = [], remarks: [Sentence] = [],
    value: String? = nil
  ) {
    self.judgement = judgement
    self.cells = cells
    self.say = say
    self.remarks = remarks
    self.value = value
  }
}

/// A sentence in both of the course's languages.
public struct Sentence: Sendable, Hashable {
  /// The English sentence.
  public var english: String
  /// The Chinese sentence.
  public var chinese: String

  /// Makes a sentence said twice.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The sentence in a language.
  public subscript(_ language: CourseLanguage) -> String {
    language == .english ? english : chinese
  }
}
