@testable import Lessons
import Testing

@testable import TutorUI

/// A course whose files are not as they should be: told where it is seen, the rest usable.
@Suite struct BrokenCourseTests {
  private static func list(_ course: String, _ language: CourseLanguage) -> CourseList {
    let outline = CourseOutline(Array(course.utf8), file: "content/course.yaml")
    let lesson = Course.Entry(name: "scores", heads: [:], problems: [:])
    let parts = [Course.Part(title: [:], lessons: [lesson])]
    return CourseList(
      Course(title: [:], parts: parts, findings: outline.findings), CourseProgress(), in: language)
  }

  private static func screen(_ list: CourseList, _ columns: Int, _ language: CourseLanguage)
    -> String
  {
    let app = App(size: Size(columns: columns, rows: 24), language: language, course: list)
    return app.render().picture.prefix(8).joined(separator: "\n")
  }

  @Test func `a broken course file is told at home, and the lessons are there`() {
    expect(
      Self.screen(Self.list("title: {en: A\nparts: [", .english), 80, .english),
      """

         ∇ nabla
         ! content/course.yaml:2: This is not YAML: did not find expected ',' or
         '}'. Put a text that contains `: ` or begins with a sign such as `{` in
         single quotes, or in a block after `|`; check the indentation.

         ▸   1  scores                                ░░░░░░░░░░░░░░   0/0    0 min

      """)
    #expect(
      Self.screen(Self.list("", .chinese), 60, .chinese).contains(
        "! content/course.yaml:1：课程文件是空的。请写上"))
  }

  @Test func `a list on paper begins with what is wrong`() {
    let text = PlainCourse.text(Self.list("", .english), in: .english)
    #expect(text.hasPrefix("! content/course.yaml:1: The course is empty. Write"))
  }

  @Test func `a file without front matter is no lesson, and says so in the learner's language`() {
    for language in CourseLanguage.allCases {
      let script = LessonScript("hello\n\n---\n\nroot:x:0", file: "a.md", language: language)
      #expect(script.lesson.steps.count == 1)
      var player = LessonPlayer(script.lesson)
      let layout = PlainLesson.lines(of: player.step(0).blocks[0], columns: 80, language)
      let text = layout.map(\.text).joined(separator: "\n")
      #expect(
        text.hasPrefix(
          language == .english
            ? "! A lesson begins with its front matter.\na.md:1" : "! 课程文件必须以文件头开始"))
      #expect(!text.contains("root"))
    }
  }

  @Test func `a number in a text that cannot be computed says why below the text`() {
    let lesson = WrittenLesson(body: "It is {{ open(\"x\") }} here.\n\nMore.\n")
    let screen = lesson.screen(after: "", 80)
    expect(
      screen,
      """
        It is ⟨PermissionError⟩ here.

        ! PermissionError: a program in nabla touches no files
        t.md:8
          open("x")

        More.
      """)
  }

  @Test func `a long notice takes two lines`() {
    var play = Play()
    play.press("enter")
    let words =
      "Progress cannot be saved: the disk is full, and what was done today is kept until nabla ends only"
    play.send(.noticed(.sentence(Sentence(words, words))))
    expect(
      play.screen.split(separator: "\n").suffix(3).joined(separator: "\n"),
      """
       ─ Progress cannot be saved: the disk is full, and what was done today is ─────
         kept until nabla ends only
       space next   e edit inputs   g steps   r REPL   l 中文   ? keys   q home
      """)
  }
}
