import Foundation
import Testing

@testable import Lessons

@Suite struct CourseTests {
  @Test(
    arguments: [
      ("content/zh/softmax.md", CourseLanguage.chinese, "content/en/softmax.md", "content"),
      ("zh/softmax.md", .chinese, "en/softmax.md", "."),
      ("/c/en/a.md", .english, "/c/en/a.md", "/c"),
      ("c/zh/interview/a.md", .chinese, "c/en/interview/a.md", "c"),
      ("../zh/a.md", .chinese, "../en/a.md", ".."), ("softmax", nil, "softmax", nil),
      ("softmax.md", nil, "softmax.md", nil), ("interview/a.md", nil, "interview/a.md", nil),
      ("zh/en/drafts/a.md", nil, "zh/en/drafts/a.md", nil),
    ] as [(String, CourseLanguage?, String, String?)])
  func `a lesson's path says its language, and leads to the other and to the course`(
    path: String, language: CourseLanguage?, english: String, course: String?
  ) throws {
    #expect(LessonFile.language(of: path) == language)
    #expect(LessonFile.path(path, in: .english) == english)
    #expect((LessonFile.translation(of: path) == nil) == (language == nil))
    let folder = TemporaryFolder()
    #expect(ContentFolder.around(folder.path + "/" + path) == nil)
    guard let course, !path.hasPrefix("/"), !path.hasPrefix("..") else { return }
    try folder.text(path, "")
    try folder.text(course + "/course.yaml", "")
    let around = try #require(ContentFolder.around(folder.path + "/" + path))
    #expect(around.lessons(in: .chinese) + around.banks(in: .chinese) != [])
  }

  /// Heads as the quick reader and as the whole reader have them.
  private func heads(_ text: String) -> (quick: LessonHead, script: LessonScript) {
    (
      LessonHead(Array(text.utf8), file: "en/a.md"),
      LessonScript(text, file: "en/a.md", language: .english)
    )
  }

  @Test(arguments: [
    "---\nid: a\ntitle: A title\nsummary: What, and why.\nminutes: 3\n---\n\ntext",
    "---\r\nid: a\r\ntitle: A\r\nsummary: s\r\nminutes: 3\r\n---\r\n\r\nb\r\n\r\n---\r\n\r\nc",
    "---\nid: a\ntitle: '题: 目'\nsummary: \"s\"\nminutes: 3\nneeds: [b, c]\ntopics:\n  - x\n---\n## A\n",
    "---\nminutes: 3\nsummary: s # remark\ntitle: A\nid: a\n---\n\n```quiz\nx\n```\n\n---\n\n```\n---\n```\n",
    "---\nid: a\ntitle: 3\nsummary: true\nminutes: 3\nneeds: []\n---\nx\n\n---\n\ny\n\n-----\n\nz\n",
    "---\nid: a\ntitle: A\nsummary: s\nminutes: 3\n---\n\n~~~quiz\na\n```\n---\n~~~\n\n---\n\n````quiz\nb\n```\n````\n",
    "\u{FEFF}---\nid: a\ntitle: A\nsummary: s\nminutes: 3\nneeds: [b]\n---\n\n<!-- notes: n -->\n\ntext\n",
  ])
  func `the quick head says what the whole reader says`(text: String) {
    let (quick, script) = heads(text)
    let lesson = script.lesson
    #expect(quick.id == lesson.id)
    #expect(quick.title == lesson.title)
    #expect(quick.summary == lesson.summary)
    #expect(quick.minutes == lesson.minutes)
    #expect(quick.needs == lesson.needs)
    #expect(quick.topics == lesson.topics)
    #expect(quick.steps == lesson.steps.count)
  }

  @Test(arguments: [
    "---\nid: a\ntitel: A\nsummary: s\nminutes: 3\n---\n", "---\nid: a\n", "text", "",
    "---\nid: A B\ntitle: A\nsummary: s\nminutes: 3\n---\nx",
    "---\nid: a\nid: b\ntitle: A\nsummary: s\nminutes: 3\n---\nx",
    "---\nid: a\ntitle: A\u{1B}[2J\nsummary: s\nminutes: 3\n---\nx",
    "---\nid: a\ntitle: A: B\nsummary: s\nminutes: 3\n---\nx",
    "---\nid: a\ntitle: A\nsummary: s\nminutes: 0\n---\nx",
  ])
  func `a faulty head has findings and nothing harmful`(text: String) {
    let (quick, script) = heads(text)
    #expect(quick.findings.isEmpty == script.findings.filter { $0.line < 7 }.isEmpty)
    #expect((quick.title + quick.summary).unicodeScalars.allSatisfy(LessonText.isHarmless))
  }

  @Test(arguments: [
    "title: {en: One, zh: 一}\nparts:\n  - title: {en: A, zh: 甲}\n    lessons: [a, b-2]\n\n  - title: {zh: 乙, en: B}\n    lessons: [c]\n"
  ])
  func `a plain outline is read as YAML reads it`(text: String) throws {
    let plain = try #require(CourseOutline(plain: Array(text.utf8)))
    // A remark makes the quick reader stand back.
    let whole = CourseOutline(Array(("# remark\n" + text).utf8), file: "course.yaml")
    #expect(CourseOutline(plain: Array(("# remark\n" + text).utf8)) == nil)
    #expect(whole.findings == [])
    #expect(plain.title == whole.title)
    #expect(plain.parts.map(\.title) == whole.parts.map(\.title))
    #expect(plain.parts.map(\.lessons) == whole.parts.map(\.lessons))
  }

  @Test(arguments: [
    "title: {en: One}\nparts:\n  - title: {en: A, zh: 甲}\n    lessons: [a]",
    "title: {en: One, zh: 一}\nparts:\n  - title: {en: A, zh: 甲}\n    lessons: [a, a]",
    "title: {en: 'One', zh: 一}\nparts:\n  - title: {en: A, zh: 甲}\n    lessons: [a]",
    "title: {en: One, zh: 一}\nparts:\n  - title: {en: A, zh: 甲}\n    lesons: [a]",
    "title: {en: One, zh: 一}\nparts:\n  - title: {en: A, zh: 甲}\n    lessons: [a]\n    lessons: [b]",
    "title: {en: One, zh: 一}", "", "parts:\n", "title: [",
  ])
  func `an outline that is not plain or not sound is left to YAML`(text: String) {
    #expect(CourseOutline(plain: Array(text.utf8)) == nil)
  }
}
