@testable import Lessons

@testable import TutorUI

/// A lesson written in a test, played with real programs and real judging.
struct WrittenLesson: DeskWithoutCards {
  /// The body of the lesson, below its front matter.
  var body: String
  var course: Course { Course(title: [.english: "T"], parts: [], findings: []) }
  var progress: CourseProgress { CourseProgress() }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    LessonScript(
      "---\nid: \(name)\ntitle: Test\nsummary: None.\nminutes: 1\n---\n\n" + body,
      file: "\(name).md", language: language
    ).lesson
  }

  mutating func record(_ event: LessonEvent) {}
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}

  /// The screen after some keys, its header and footer left out, with no blanks at its end.
  func screen(
    after keys: String, _ columns: Int = 60, _ rows: Int = 24,
    language: CourseLanguage = .english
  ) -> String {
    let lines = frame(after: keys, columns, rows, language: language).picture
    var body = lines.dropFirst(2).dropLast(2)
    while body.last?.isEmpty == true { body = body.dropLast() }
    return body.joined(separator: "\n")
  }

  /// The whole screen after some keys.
  func frame(
    after keys: String, _ columns: Int = 60, _ rows: Int = 24,
    language: CourseLanguage = .english
  ) -> Frame {
    var rehearsal = Rehearsal(
      desk: self, language: language, size: Size(columns: columns, rows: rows), lesson: "t")
    for key in Play.parse(keys) { rehearsal.press(key) }
    return rehearsal.frame
  }
}
