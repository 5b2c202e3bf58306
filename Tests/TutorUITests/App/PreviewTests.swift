@testable import Lessons
import Testing

@testable import TutorUI

@Suite struct PreviewTests {
  /// A file that the test writes.
  private final class Page {
    var text = ""
  }

  private struct PageDesk: DeskWithoutCards {
    let page: Page
    var course: Course { Course(title: [.english: "T"], parts: [], findings: []) }
    var progress: CourseProgress { CourseProgress() }

    func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
      LessonScript(page.text, file: "t.md", language: language).lesson
    }

    mutating func record(_ event: LessonEvent) {}
    mutating func takeNotice() -> Sentence? { nil }
    mutating func keep(_ language: CourseLanguage) {}
  }

  private static func lesson(_ steps: String...) -> String {
    "---\nid: t\ntitle: Test\nsummary: S.\nminutes: 1\n---\n\n"
      + steps.joined(separator: "\n\n---\n\n") + "\n"
  }

  @Test func `a saved lesson is shown at the step that changed, and a broken one says why`() {
    let page = Page()
    page.text = Self.lesson("## One\n\nText.", "## Two\n\nText.", "## Three\n\n{{ 1 + 1 }}")
    var classroom = Classroom(desk: PageDesk(page: page))
    var app = App(
      size: Size(columns: 60, rows: 16), language: .english, course: classroom.list(in: .english))
    app.isPreview = true
    for message in classroom.perform(.openLesson("t", .english, step: 0)) {
      _ = app.update(message)
    }
    func save(_ text: String, _ findings: [Finding] = []) -> String {
      page.text = text
      guard let opening = classroom.reload("t", .english, at: app.lesson?.index ?? 0) else {
        return "nothing"
      }
      _ = app.update(.lessonReloaded(opening, findings))
      return app.render().picture.joined(separator: "\n")
    }
    let third = save(
      Self.lesson("## One\n\nText.", "## Two\n\nText.", "## Three\n\n{{ 1 + 2 }}"))
    #expect(third.contains("Three") && third.contains(" 3/3 "))
    let second = save(
      Self.lesson("## One\n\nText.", "## Two\n\n{{ nonesuch }}", "## Three\n\n{{ 1 + 2 }}"))
    #expect(second.contains("Two") && second.contains("⟨NameError⟩"))
    let broken = save(
      "---\nid: t\n", [Finding(rule: .yaml, file: "t.md", line: 1, message: "No end.")])
    #expect(broken.contains("Nothing ends the front matter") && broken.contains("1: No end."))
    let mended = save(
      Self.lesson("## One\n\nText.", "## Two\n\nAgain.", "## Three\n\n{{ 1 + 2 }}"))
    #expect(mended.contains("Two") && mended.contains("Again."))
    #expect(app.update(.rested).contains(.lookAtFile("t", .english, step: 1)))
  }
}
