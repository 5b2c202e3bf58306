import Math

/// The languages the course is written in.
public enum CourseLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The other one.
  public var other: CourseLanguage { self == .english ? .chinese : .english }
}

extension Derivation.Remark {
  /// The sentence in a language.
  public subscript(language: CourseLanguage) -> String {
    language == .english ? english : chinese
  }
}

/// One lesson in one language, as its file has it; nothing in it is computed yet.
public struct Lesson: Sendable, Hashable {
  /// The lesson's name for ever, the same in every language.
  public var id: String
  /// The title shown.
  public var title: String
  /// One sentence on what it teaches.
  public var summary: String
  /// About how long it takes.
  public var minutes: Int
  /// The lessons that come before it.
  public var needs: [String]
  /// What it is about, for the drill.
  public var topics: [String]
  /// The language it is written in.
  public var language: CourseLanguage
  /// Its steps, in order.
  public var steps: [Step]
  /// The file it came from, for errors.
  public var file: String
  /// Whether it is a file of the interview bank: then each step has a scope of its own.
  public var isBank = false

  /// Makes a lesson.
  public init(
    id: String, title: String, summary: String, minutes: Int, needs: [String], topics: [String],
    language: CourseLanguage, steps: [Step], file: String
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.needs = needs
    self.topics = topics
    self.language = language
    self.steps = steps
    self.file = file
  }

  /// What stands between two `---`.
  public struct Step: Sendable, Hashable {
    /// The text of its first heading, or empty.
    public var title: String
    /// Its content in order, the title's heading not among it.
    public var blocks: [Block]
    /// What only the teacher sees.
    public var notes: [String]
    /// The line of the file it begins at, counted from 1.
    public var line: Int
    /// Whether the author marked it as one that is longer than a small screen.
    public var isLong = false

    /// Makes a step.
    public init(title: String, blocks: [Block], notes: [String] = [], line: Int = 1) {
      self.title = title
      self.blocks = blocks
      self.notes = notes
      self.line = line
    }
  }
}
