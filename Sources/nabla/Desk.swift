import Glibc
import Lessons
import TutorUI

/// The course's folder, the learner's progress file and the clock.
struct Desk: CourseDesk {
  private(set) var course: Course
  private let folder: ContentFolder
  private var store: ProgressStore

  /// Opens the course; nil where there is none and no lesson is named by its path.
  init?(content: String?, lesson: String? = nil) {
    let path = lesson.flatMap { LessonFile.isPath($0) ? $0 : nil }
    let known = content.map(ContentFolder.init) ?? path.flatMap(ContentFolder.around) ?? Self.find()
    // A lesson's file opens without a course around it.
    guard let folder = known ?? path.map(ContentFolder.above) else { return nil }
    self.folder = folder
    course = Course.outline(folder)
    store = ProgressStore(folder: DataFolder.path())
  }

  mutating func readHeads(in language: CourseLanguage) {
    course.readHeads(folder, in: language)
  }

  private static func find() -> ContentFolder? {
    ContentFolder.find(
      environment: getenv("NABLA_CONTENT").map { String(cString: $0) },
      executable: ContentFolder.executable())
  }

  var progress: CourseProgress { store.progress }

  var language: CourseLanguage { store.language }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    let path =
      LessonFile.isPath(name)
      ? LessonFile.path(name, in: language) : folder.file(of: name, in: language)
    return LessonFile.lesson(path, language: language).lesson
  }

  var glossary: Glossary { Glossary.load(folder) }

  mutating func record(_ event: LessonEvent) {
    store.record(
      HistoryEvent(
        time: WallClock.now(), lesson: event.lesson, step: event.step, kind: event.kind,
        mark: event.mark))
  }

  mutating func record(_ event: HistoryEvent) { store.record(event) }

  mutating func history() -> [HistoryEvent] { store.history() }

  mutating func cardEvents() -> [HistoryEvent] { store.cardEvents() }

  func drillLessons(in language: CourseLanguage) -> DrillLessons {
    DrillLessons.read(course, folder, own: .standard, in: language)
  }

  /// The topics cards are about, in the order of the course.
  func topics(in language: CourseLanguage) -> [String] {
    let lessons = drillLessons(in: language)
    return lessons.deck.topics
  }

  var now: Double { WallClock.now() }

  var days: DayCount { DayCount(offset: WallClock.offset()) }

  var freshSeed: UInt64 { WallClock.seed() }

  mutating func takeNotice() -> Sentence? { store.takeNotice() }

  /// Says on standard error what the learner should know of the keeping.
  mutating func complain(in language: CourseLanguage) {
    if let notice = takeNotice() { ProcessEdge.complain("nabla: " + notice[language]) }
  }

  var desiredRetention: Double {
    store.settings["retention"].flatMap(Double.init) ?? Scheduler.standard.desiredRetention
  }

  mutating func keep(retention: Double) {
    store.set("retention", to: "\(Scheduler.wanting(retention).desiredRetention)")
  }

  /// Whether what was learned can be read, and what is done is kept.
  var isKeeping: Bool { store.isSaving }

  mutating func keep(_ language: CourseLanguage) {
    store.set("language", to: language.rawValue)
  }
}

extension ProgressStore {
  /// The language the learner last chose, or the one of the surroundings.
  var language: CourseLanguage {
    if let kept = settings["language"].flatMap(CourseLanguage.init(rawValue:)) { return kept }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }
}
