import Lessons

@testable import TutorUI

/// A desk for tests in which nothing is drilled.
protocol DeskWithoutCards: CourseDesk {}

extension DeskWithoutCards {
  func drillLessons(in language: CourseLanguage) -> DrillLessons { DrillLessons() }
  func history() -> [HistoryEvent] { [] }
  func cardEvents() -> [HistoryEvent] { [] }
  var now: Double { 0 }
  var days: DayCount { DayCount() }
  var freshSeed: UInt64 { 0 }
  mutating func record(_ event: HistoryEvent) {}
  var desiredRetention: Double { 0.9 }
  mutating func keep(retention: Double) {}
}
