import Foundation
import Testing

@testable import Lessons

@Suite struct NewLessonTests {
  @Test func `a new lesson is in the course, and every proof holds in it`() throws {
    let course = try SmallCourse()
    let folder = ContentFolder(course.folder.path)
    let files = try NewLesson.write("third-one", in: folder).get()
    #expect(
      files.map { $0.split(separator: "/").suffix(2).joined(separator: "/") }.prefix(2)
        == ["en/third-one.md", "zh/third-one.md"])
    #expect(Course.load(folder).lessons.map(\.name) == ["first", "second", "third-one"])
    #expect(course.findings() == [])
    #expect(course.check().lessons == 6)
  }

  @Test func `nothing that is there is written over`() throws {
    let course = try SmallCourse()
    let folder = ContentFolder(course.folder.path)
    let before = try course.folder.bytes("zh/first.md")
    guard case .failure(let finding) = NewLesson.write("first", in: folder) else {
      return #expect(Bool(false), "a lesson was written over")
    }
    #expect(finding.message == "This lesson is there already.")
    #expect(try course.folder.bytes("zh/first.md") == before)
    for name in ["", "A b", "../x", "é"] {
      #expect(throws: Finding.self) { try NewLesson.write(name, in: folder).get() }
    }
    try course.folder.text("course.yaml", "title: {en: A, zh: B}\nparts: []\n")
    #expect(throws: Finding.self) { try NewLesson.write("new", in: folder).get() }
  }

  @Test(arguments: [
    ("parts:\n  - lessons: [a]\n", "parts:\n  - lessons: [a]\n"),
    ("    lessons: [a, b]\n    lessons: []\n", "    lessons: [a, b]\n    lessons: [n]\n"),
    ("    lessons: [a, b]", "    lessons: [a, b, n]"),
  ])
  func `the name goes to the end of the last part`(course: String, wanted: String) {
    let added = NewLesson.adding("n", to: course)
    #expect((added ?? course) == wanted)
  }

  @Test(
    arguments: [
      ("cross-entropy", 1), ("Cross-Entropy", 1), ("cross", 1), ("交叉熵", 1), ("softmax", 0),
      ("s", 0), ("nll", nil), ("", nil),
    ] as [(String, Int?)])
  func `a topic of the formula sheet is found by its heading`(topic: String, place: Int?) {
    func sheet(_ titles: [String]) -> Lesson {
      let steps = titles.map { "## \($0)\n\n$$ x $$\n" }.joined(separator: "\n---\n\n")
      return LessonScript(
        Array("---\nid: formulas\ntitle: F\n---\n\n\(steps)".utf8), file: "formulas.md",
        language: .english, isSheet: true
      ).lesson
    }
    let sheets = [sheet(["Softmax", "Cross-entropy"]), sheet(["softmax", "交叉熵"])]
    #expect(FormulaSheet.place(of: topic, in: sheets) == place)
  }

  @Test func `a sheet is proved like a lesson, and is none`() throws {
    let course = try SmallCourse()
    let sheet = "---\nid: formulas\ntitle: F\n---\n\n## Sum\n\n$$ a + b $$\n"
    try course.folder.text("en/formulas.md", sheet)
    #expect(course.findings().count == 1)
    try course.folder.text("zh/formulas.md", sheet)
    #expect(course.findings() == [])
    try course.plant("en/formulas.md", "a + b", "\\nonesuch")
    #expect(course.findings() == ["en/formulas.md:8:4 formula: no nonesuch"])
  }

  @Test func `the step that changed is found, wherever it stands in the file`() {
    func lesson(_ body: String) -> Lesson { read(body).lesson }
    let old = "## A\n\nOne {{ 1 }}.\n\n---\n\n## B\n\n```nabla\nx = 1\n```\n"
    #expect(lesson(old).firstChange(since: lesson(old)) == nil)
    let longer = old.replacingOccurrences(of: "One", with: "One\nand one")
    #expect(lesson(longer).firstChange(since: lesson(old)) == 0)
    let later = old.replacingOccurrences(of: "x = 1", with: "x = 2")
    #expect(lesson(later).firstChange(since: lesson(old)) == 1)
    #expect(lesson(old + "\n---\n\n## C\n").firstChange(since: lesson(old)) == 2)
    let moved = old.replacingOccurrences(of: "## A", with: "<!-- a comment -->\n\n## A")
    #expect(lesson(moved).firstChange(since: lesson(old)) == nil)
    #expect(lesson("## A\n\nOne {{ 1 }}.\n").firstChange(since: lesson(old)) == 0)
  }
}
