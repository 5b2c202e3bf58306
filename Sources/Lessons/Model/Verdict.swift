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
  /// A shape, as typed.
  case shape(String)
  /// The items in the learner's order, as indices into the right one.
  case order([Int])
  /// A word or a few.
  case text(String)
  /// The line taken for the wrong one, counted from 0.
  case line(Int)
  /// The indices of the points the learner made.
  case recall(Set<Int>)
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
  /// Whether each blank of a table, place of an order or point of a recall is right, in reading
  /// order; nil where nothing is said of it.
  public var cells: [Bool?]
  /// The wrong cells of a table that follow rightly from other cells that are wrong.
  public var carried: Set<Int> = []
  /// The reply to the mistake or the choice that was made; may be empty.
  public var say: [Inline]
  /// What else there is to say: how near is near enough, what could not be read, which case failed.
  public var remarks: [Sentence]
  /// What a typed expression came to, where it is not simply a number.
  public var value: String?

  /// How much of what was asked is right, from 0 to 1; a cell that follows from a wrong one counts.
  public var share: Double {
    guard !cells.isEmpty else { return judgement == .right ? 1 : 0 }
    return Double(cells.count { $0 == true } + carried.count) / Double(cells.count)
  }

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
