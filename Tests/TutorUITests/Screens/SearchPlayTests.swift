@testable import Lessons
import Testing

@testable import TutorUI

/// A course of two lessons and two terms.
private struct SearchDesk: DeskWithoutCards {
  var progress: CourseProgress { CourseProgress() }

  var course: Course {
    let entries = ["scores", "soft"].map { Course.Entry(name: $0, heads: [:], problems: [:]) }
    let part = Course.Part(title: [.english: "P", .chinese: "部"], lessons: entries)
    return Course(title: [.english: "T", .chinese: "课"], parts: [part], findings: [])
  }

  var glossary: Glossary {
    Glossary(
      Array(
        """
        - en: logit
          zh: 对数几率
          definition: {en: A score before softmax., zh: softmax 之前的得分。}
        """.utf8), file: "glossary.yaml")
  }

  func lesson(_ name: String, in language: CourseLanguage) -> Lesson {
    let isEnglish = language == .english
    let body =
      name == "scores"
      ? (isEnglish
        ? "## First\n\nScores.\n\n---\n\n## Named\n\nA **logit** is a score.\n"
        : "## 开头\n\n得分。\n\n---\n\n## 命名\n\n**对数几率**就是得分。\n")
      : (isEnglish
        ? "## Shares\n\nSoftmax.\n\n---\n\n## Heat\n\nA temperature.\n"
        : "## 份额\n\nSoftmax。\n\n---\n\n## 冷热\n\n温度。\n")
    let title = name == "scores" ? (isEnglish ? "Scores" : "得分") : (isEnglish ? "Softmax" : "归一")
    return LessonScript(
      "---\nid: \(name)\ntitle: \(title)\nsummary: S.\nminutes: 1\n---\n\n" + body,
      file: "\(name).md", language: language
    ).lesson
  }

  mutating func record(_ event: LessonEvent) {}
  mutating func takeNotice() -> Sentence? { nil }
  mutating func keep(_ language: CourseLanguage) {}
}

/// Search in the lesson, the course and the glossary.
@Suite struct SearchPlayTests {
  private func screen(
    _ keys: String, lesson: String? = nil, language: CourseLanguage = .english
  ) -> [String] {
    var rehearsal = Rehearsal(
      desk: SearchDesk(), language: language, size: Size(columns: 80, rows: 24), lesson: lesson)
    for key in Play.parse(keys) { rehearsal.press(key) }
    return rehearsal.frame.picture
  }

  @Test func `from home a term is found in both languages, with its definition and its step`() {
    let found = screen("/ \"logi\"")
    #expect(found.contains { $0.contains("◆ logit · 对数几率  A score before softmax.") })
    #expect(found.contains { $0.contains("→ Scores › 2  Named") })
    let opened = screen("/ \"logi\" enter")
    #expect(opened[0].contains("Scores"))
    #expect(opened[0].contains("2/2"))
    #expect(opened.contains { $0.contains("A logit is a score.") })
  }

  @Test func `a step of another lesson is found by its text, and opened`() {
    let found = screen("/ \"temperature\"", lesson: "scores")
    #expect(found.contains { $0.contains("Softmax › 2  Heat  A temperature.") })
    let opened = screen("/ \"temperature\" enter", lesson: "scores")
    #expect(opened[0].contains("Softmax"))
    #expect(opened[0].contains("2/2"))
  }

  @Test func `in the open lesson one goes to the step at once`() {
    let opened = screen("/ \"named\" enter", lesson: "scores")
    #expect(opened[0].contains("Scores"))
    #expect(opened[0].contains("2/2"))
  }

  @Test func `the arrow keys choose, and the cursor's hit is told in full`() {
    let found = screen("/ \"score\" down", lesson: "soft")
    let rows = found.filter { $0.contains("›") || $0.contains("◆") }
    #expect(rows.count >= 3)
    #expect(found.contains { $0.contains("→ Scores › 2  Named") })
  }

  @Test func `a hit that is clicked is opened, and a click beside the box closes it`() throws {
    var rehearsal = Rehearsal(
      desk: SearchDesk(), language: .english, size: Size(columns: 80, rows: 24), lesson: "soft")
    for key in Play.parse("/ \"score\"") { rehearsal.press(key) }
    let row = try #require(
      rehearsal.frame.picture.firstIndex { $0.contains("Scores › 2  Named") })
    rehearsal.press(.click(Position(column: 10, row: 3)))
    #expect(rehearsal.frame.picture[row].contains("Scores › 2  Named"))
    rehearsal.press(.click(Position(column: 10, row: row)))
    #expect(rehearsal.frame.picture[0].contains("Scores"))
    #expect(rehearsal.frame.picture[0].contains("2/2"))
    rehearsal.press(.character("/"))
    #expect(rehearsal.frame.picture.contains { $0.contains("┌─ Search") })
    rehearsal.press(.click(Position(column: 0, row: 5)))
    #expect(!rehearsal.frame.picture.contains { $0.contains("┌─ Search") })
  }

  @Test func `in Chinese the same is found in Chinese, also after the language was changed`() {
    #expect(
      screen("/ \"几率\"", language: .chinese).contains {
        $0.contains("◆ 对数几率 · logit  softmax 之前的得分。")
      })
    // The field keeps what was typed.
    var rehearsal = Rehearsal(
      desk: SearchDesk(), language: .english, size: Size(columns: 80, rows: 24))
    for key in Play.parse("/ \"温度\"") { rehearsal.press(key) }
    #expect(!rehearsal.frame.picture.contains { $0.contains("冷热") })
    rehearsal.press(.function(2))
    #expect(rehearsal.frame.picture.contains { $0.contains("归一 › 2  冷热") })
  }

  @Test func `the box stands before the course is read, and is then filled`() {
    var app = App(
      size: Size(columns: 80, rows: 24), language: .english,
      course: CourseList(title: "T", parts: []))
    #expect(app.update(.key(.character("/"))) == [.wake(milliseconds: 0)])
    #expect(app.update(.rested).contains(.indexCourse(.english)))
    _ = app.update(.courseIndexed(SearchIndex([], in: .english)))
    #expect(!app.update(.rested).contains(.indexCourse(.english)))
  }
}
