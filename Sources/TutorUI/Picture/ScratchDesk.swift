import Lessons

/// A desk at which a course is read as at another, and progress is forgotten.
struct ScratchDesk: CourseDesk {
  private var desk: any CourseDesk
  private var events: [HistoryEvent] = []
  private(set) var desiredRetention: Double

  init(_ desk: any CourseDesk) {
    self.desk = desk
    desiredRetention = desk.desiredRetention
  }

  var course: Course { desk.course }
  mutating func readHeads(in language: CourseLanguage) { desk.readHeads(in: language) }
  var glossary: Glossary { desk.glossary }
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
  mutating func record(_ event: HistoryEvent) { events.append(event) }
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}
  mutating func keep(retention: Double) { desiredRetention = retention }
}
