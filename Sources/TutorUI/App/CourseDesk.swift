import Lessons

/// Where lessons come from and where what is done with them goes; files and the clock stand behind it.
public protocol CourseDesk {
  /// The course's lessons in order.
  var course: Course { get }
  /// Reads the lessons' heads in a language, which a list of the course shows.
  mutating func readHeads(in language: CourseLanguage)
  /// How far the learner has come.
  var progress: CourseProgress { get }
  /// Reads a lesson; one that cannot be read has a step that says why.
  func lesson(_ name: String, in language: CourseLanguage) -> Lesson
  /// The course's terms.
  var glossary: Glossary { get }
  /// The lessons, the interview bank and the learner's own cards, in a language.
  func drillLessons(in language: CourseLanguage) -> DrillLessons
  /// Everything that was done, in order.
  ///
  /// Where not all of it can be read, there is a notice.
  mutating func history() -> [HistoryEvent]
  /// What was done with cards, in order.
  mutating func cardEvents() -> [HistoryEvent]
  /// What time it is, in seconds since 1970.
  var now: Double { get }
  /// How the learner's days are counted.
  var days: DayCount { get }
  /// A seed that was not there before.
  var freshSeed: UInt64 { get }
  /// Keeps something the learner did.
  mutating func record(_ event: LessonEvent)
  /// Keeps something that was done with a card.
  mutating func record(_ event: HistoryEvent)
  /// What the learner should know of the keeping, told once.
  mutating func takeNotice() -> Sentence?
  /// Keeps the language the learner wants.
  mutating func keep(_ language: CourseLanguage)
  /// How surely the learner wants to know a card when it comes back.
  var desiredRetention: Double { get }
  /// Keeps how surely the learner wants to know a card when it comes back.
  mutating func keep(retention: Double)
}

extension CourseDesk {
  /// No terms: a desk without a glossary.
  public var glossary: Glossary { Glossary() }

  /// Does nothing: a desk whose course was read whole has the heads.
  public mutating func readHeads(in language: CourseLanguage) {}

  /// What was done with cards, and when each comes back.
  var cardHistory: CardHistory {
    mutating get { CardHistory(cardEvents(), scheduler: .wanting(desiredRetention)) }
  }

  /// What the history comes to.
  public mutating func statistics(in language: CourseLanguage) -> Statistics {
    let lessons = drillLessons(in: language)
    return Statistics(
      lessons.deck, lessons.lessons, history(), progress, at: now, days: days,
      scheduler: .wanting(desiredRetention))
  }
}

/// Something the learner did at a step; when it was is the desk's to say.
public struct LessonEvent: Sendable, Hashable {
  /// The lesson's name.
  public var lesson: String
  /// The step's number, counted from 0.
  public var step: Int
  /// What was done.
  public var kind: HistoryEvent.Kind
  /// What the step is known by when the lesson was edited.
  public var mark: StepMark?

  /// Makes an event.
  public init(lesson: String, step: Int, kind: HistoryEvent.Kind) {
    self.lesson = lesson
    self.step = step
    self.kind = kind
  }

  /// The event with its step's mark, where it is of that lesson.
  public func marked(in text: Lesson?) -> LessonEvent {
    guard let text, text.id == lesson else { return self }
    var event = self
    event.mark = text.mark(ofStep: step)
    return event
  }
}

extension LessonEvent {
  /// Whether it may be saved after the screen stands.
  var canWait: Bool {
    switch kind {
    case .left, .seen: true
    case .answered, .revealed, .skipped, .reviewed, .withdrawn, .suspended, .resumed: false
    }
  }
}

extension CourseList {
  /// Lists a course in a language, with how far the learner has come.
  public init(_ course: Course, _ progress: CourseProgress, in language: CourseLanguage) {
    let titles = Dictionary(
      course.lessons.map { ($0.name, $0.head(language)?.title ?? $0.name) },
      uniquingKeysWith: { first, _ in first })
    let parts = course.parts.map { part in
      Part(
        title: part.title[language] ?? part.title[language.other] ?? "",
        lessons: part.lessons.map { Entry($0, progress, titles, in: language) })
    }
    self.init(
      title: course.title[language] ?? course.title[language.other] ?? "", parts: parts,
      problem: course.findings.first?.line(in: language))
  }
}

extension CourseList.Entry {
  fileprivate init(
    _ entry: Course.Entry, _ progress: CourseProgress, _ titles: [String: String],
    in language: CourseLanguage
  ) {
    let head = entry.head(language)
    let place = progress.lessons[entry.name]
    let steps = head?.steps ?? 0
    let problem = entry.problems[language]
    self.init(
      id: entry.name, title: head.map { $0.title.isEmpty ? entry.name : $0.title } ?? entry.name,
      summary: head?.summary ?? "", minutes: head?.minutes ?? 0,
      needs: (head?.needs ?? []).map { titles[$0] ?? $0 }, steps: steps,
      seen: min(steps, place?.count ?? 0), isLast: progress.current == entry.name,
      problem: problem?.line(in: language))
  }
}
