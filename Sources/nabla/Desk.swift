import Glibc
import Lessons
import TutorUI

/// The course's folder, the learner's progress file and the clock.
struct Desk: CourseDesk {
  let course: Course
  private let folder: ContentFolder
  private var store: ProgressStore

  /// Opens the course; nil where there is none.
  init?(content: String?) {
    let named = content.map(ContentFolder.init)
    guard let folder = named ?? Self.find() else { return nil }
    self.folder = folder
    course = Course.load(folder)
    store = ProgressStore(folder: DataFolder.path())
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
    let head = LessonFile.lesson(folder.file(of: name, in: language), language: language)
    return head.lesson
  }

  mutating func record(_ event: LessonEvent) -> Sentence? {
    store.record(
      HistoryEvent(
        time: WallClock.now(), lesson: event.lesson, step: event.step, kind: event.kind))
    return store.takeNotice()
  }

  mutating func keep(_ language: CourseLanguage) {
    store.set("language", to: language.rawValue)
  }
}
