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
    let named = content.map(ContentFolder.init)
    let beside = lesson.flatMap { Self.isPath($0) ? ContentFolder($0 + "/../..") : nil }
    guard let folder = named ?? Self.find() ?? beside else { return nil }
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

  /// The language the learner last chose, or the one of the surroundings.
  var language: CourseLanguage {
    if let kept = store.settings["language"].flatMap(CourseLanguage.init(rawValue:)) { return kept }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    guard Self.isPath(name) else {
      return LessonFile.lesson(folder.file(of: name, in: language), language: language).lesson
    }
    return LessonFile.lesson(Self.path(name, in: language), language: language).lesson
  }

  var glossary: Glossary { Glossary.load(folder) }

  /// The path of a lesson's file in a language, where the folders say which one it is in.
  static func path(_ path: String, in language: CourseLanguage) -> String {
    var folders = path.split(separator: "/", omittingEmptySubsequences: false)
    let file = folders.popLast() ?? path[...]
    let depth = LessonFile.isBank(path) ? 2 : 1
    if folders.count >= depth,
      CourseLanguage(rawValue: String(folders[folders.count - depth])) != nil
    {
      // The same lesson in the other language stands in the folder beside.
      folders[folders.count - depth] = language.rawValue[...]
    }
    return (folders + [file]).joined(separator: "/")
  }

  /// The language of a lesson named by its path, where the folder says so.
  static func language(ofPath name: String?) -> CourseLanguage? {
    guard let name, isPath(name) else { return nil }
    return name.split(separator: "/").dropLast().last.map(String.init)
      .flatMap(CourseLanguage.init(rawValue:))
  }

  /// Whether a lesson is named by its file's path.
  static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".md") }

  mutating func record(_ event: LessonEvent) {
    store.record(
      HistoryEvent(
        time: WallClock.now(), lesson: event.lesson, step: event.step, kind: event.kind,
        mark: event.mark))
  }

  mutating func record(_ event: HistoryEvent) { store.record(event) }

  func history() -> [HistoryEvent] { store.history() }

  func cardEvents() -> [HistoryEvent] { store.cardEvents() }

  func drillLessons(in language: CourseLanguage) -> DrillLessons {
    DrillLessons.read(course, folder, own: .standard, in: language)
  }

  /// The topics cards are about, in the order of the course.
  func topics(in language: CourseLanguage) -> [String] {
    let lessons = drillLessons(in: language)
    return Deck(lessons: lessons.lessons, banks: lessons.banks, own: lessons.own).topics
  }

  var now: Double { WallClock.now() }

  var days: DayCount { DayCount(offset: WallClock.offset()) }

  var freshSeed: UInt64 { WallClock.seed() }

  mutating func takeNotice() -> Sentence? { store.takeNotice() }

  /// Whether what was learned can be read, and what is done is kept.
  var isKeeping: Bool { store.isSaving }

  var desiredRetention: Double {
    store.settings["retention"].flatMap(Double.init) ?? Scheduler.standard.desiredRetention
  }

  mutating func keep(retention: Double) {
    store.set("retention", to: "\(Scheduler.wanting(retention).desiredRetention)")
  }

  mutating func keep(_ language: CourseLanguage) {
    store.set("language", to: language.rawValue)
  }
}
