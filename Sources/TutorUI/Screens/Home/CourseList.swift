/// The course as the home screen lists it, in one language.
public struct CourseList: Sendable, Hashable {
  /// The course's title.
  public var title: String
  /// Its parts, in order.
  public var parts: [Part]
  /// What is wrong with the file that orders the lessons, if something is.
  public var problem: String?

  /// Makes a list.
  public init(title: String, parts: [Part], problem: String? = nil) {
    self.title = title
    self.parts = parts
    self.problem = problem
  }

  /// Lessons that belong together.
  public struct Part: Sendable, Hashable {
    /// What they are about.
    public var title: String
    /// The lessons, in order.
    public var lessons: [Entry]

    /// Makes a part.
    public init(title: String, lessons: [Entry]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// One lesson and how far the learner has come in it.
  public struct Entry: Sendable, Hashable {
    /// The lesson's name for ever.
    public var id: String
    /// Its title.
    public var title: String
    /// One sentence on what it teaches.
    public var summary: String
    /// About how long it takes.
    public var minutes: Int
    /// The titles of the lessons that come before it.
    public var needs: [String]
    /// How many steps it has.
    public var steps: Int
    /// How many of them were seen to their end.
    public var seen: Int
    /// Whether it is the one the learner was last in.
    public var isLast: Bool
    /// Why it cannot be opened, if it cannot.
    public var problem: String?

    /// Makes an entry.
    public init(
      id: String, title: String, summary: String = "", minutes: Int = 0, needs: [String] = [],
      steps: Int, seen: Int = 0, isLast: Bool = false, problem: String? = nil
    ) {
      self.id = id
      self.title = title
      self.summary = summary
      self.minutes = minutes
      self.needs = needs
      self.steps = steps
      self.seen = seen
      self.isLast = isLast
      self.problem = problem
    }

    /// Whether every step was seen.
    public var isFinished: Bool { steps > 0 && seen >= steps }
  }

  /// All lessons in order.
  public var lessons: [Entry] { parts.flatMap(\.lessons) }

  /// The lesson to go on with: the last one if it is not finished, or else the first unfinished one.
  public var next: Int {
    let all = lessons
    if let last = all.firstIndex(where: \.isLast), !all[last].isFinished { return last }
    return all.firstIndex { !$0.isFinished && $0.problem == nil } ?? 0
  }
}
