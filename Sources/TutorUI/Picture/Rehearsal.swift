import Lessons

/// The application played without a terminal: keys in, screens out, nothing saved.
public struct Rehearsal {
  private var app: App
  private var classroom: Classroom

  /// Opens a course on its home screen, or one of its lessons.
  public init(
    desk: any CourseDesk, language: CourseLanguage, size: Size, lesson: String? = nil
  ) {
    classroom = Classroom(desk: ScratchDesk(desk))
    app = App(size: size, language: language, course: classroom.list(in: language))
    if let lesson { perform([.openLesson(lesson, language, step: nil)]) }
  }

  /// Presses a key, and does all that comes of it.
  public mutating func press(_ key: Key) { perform(app.update(.key(key))) }

  /// The screen as it stands.
  public var frame: Frame { app.render() }

  private mutating func perform(_ effects: [AppEffect]) {
    var waiting = effects
    while !waiting.isEmpty {
      for answer in answers(to: waiting.removeFirst()) { waiting += app.update(answer) }
    }
  }

  private mutating func answers(to effect: AppEffect) -> [AppMessage] {
    guard case .repl(let effect) = effect else { return classroom.perform(effect) }
    guard let session = classroom.playground else { return [] }
    switch ReplDesk(session: session).perform(effect, isInterrupted: { false }) {
    case .messages(let messages): return messages.map { .repl($0) }
    case .request: return []
    }
  }
}

/// A desk at which a course is read as at another, and progress is forgotten.
private struct ScratchDesk: CourseDesk {
  private let desk: any CourseDesk
  private var events: [HistoryEvent] = []

  init(_ desk: any CourseDesk) { self.desk = desk }

  var course: Course { desk.course }
  var progress: CourseProgress { CourseProgress() }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    desk.lesson(name, in: language)
  }

  func drillLessons(in language: CourseLanguage) -> DrillLessons { desk.drillLessons(in: language) }
  func history() -> [HistoryEvent] { events }
  func cardEvents() -> [HistoryEvent] { events }

  /// Time stands still, so that the same keys give the same pictures.
  var now: Double { 1_800_000_000 }
  var days: DayCount { DayCount() }
  var freshSeed: UInt64 { 1 }

  mutating func record(_ event: LessonEvent) {}
  mutating func publish(_ page: SpeakerPage?) {}
  mutating func record(_ event: HistoryEvent) { events.append(event) }
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}
}
