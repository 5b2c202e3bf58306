import Foundation
import Lessons
import Testing

@testable import TutorUI

/// The course in this repository, with nothing kept.
private struct CourseFolderDesk: DeskWithoutCards {
  let course: Course
  private let folder: ContentFolder
  let progress = CourseProgress()

  init() {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    folder = ContentFolder(root.appendingPathComponent("content").path)
    course = Course.load(folder)
  }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    LessonFile.lesson(folder.file(of: name, in: language), language: language).lesson
  }

  mutating func record(_ event: LessonEvent) {}
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}
}

@Suite struct CourseTourTests {
  static let lessons = CourseFolderDesk().course.lessons.map(\.name)

  @Test(arguments: lessons, CourseLanguage.allCases)
  func `a lesson is walked from its first step to its last by keys alone`(
    _ name: String, _ language: CourseLanguage
  ) {
    var classroom = Classroom(desk: CourseFolderDesk())
    var app = App(
      size: Size(columns: 80, rows: 24), language: language, course: classroom.list(in: language))
    var effects = [AppEffect.openLesson(name, language, step: 0)]
    func press(_ keys: String) {
      for key in Play.parse(keys) {
        while !effects.isEmpty {
          for answer in classroom.perform(effects.removeFirst()) { effects += app.update(answer) }
        }
        effects += app.update(.key(key))
      }
      while !effects.isEmpty {
        for answer in classroom.perform(effects.removeFirst()) { effects += app.update(answer) }
      }
    }
    press("esc")
    let count = app.lesson?.lesson.steps.count ?? 0
    for index in 0..<count {
      #expect(app.lesson?.index == index)
      for _ in 0..<12 where app.lesson?.standing.isSeen == false {
        if app.lesson?.waitingQuiz != nil { press("esc v") } else { press("a") }
      }
      #expect(app.lesson?.standing.isSeen == true, "\(name), step \(index + 1)")
      for size in [(80, 24), (100, 30), (160, 50), (44, 14)] {
        _ = app.update(.resized(Size(columns: size.0, rows: size.1)))
        check(app, "\(name), \(language), step \(index + 1) at \(size.0) columns")
      }
      _ = app.update(.resized(Size(columns: 80, rows: 24)))
      press("esc end right")
    }
    #expect(count > 0 && app.lesson == nil)
  }

  /// No line runs over the edge or into the other column.
  private func check(_ app: App, _ place: String) {
    guard let page = app.lesson?.page else { return }
    let leftEnd = page.right == nil ? app.size.columns : page.rightAt - 3
    for line in page.left.lines {
      #expect(page.leftAt + line.columns <= leftEnd, "\(place): \(line.text)")
    }
    for line in page.right?.lines ?? [] {
      #expect(page.rightAt + line.columns <= app.size.columns, "\(place): \(line.text)")
    }
  }
}
