import Lessons
import Testing

@Suite struct FrontMatterTests {
  private func findings(_ text: String) -> String {
    LessonPicture.findings(
      LessonScript(text, file: "en/demo.md", language: .english).findings)
  }

  @Test func `front matter fills the lesson`() {
    let text = """
      ---
      id: log-softmax
      title: 'Log: softmax'
      summary: Why.
      minutes: 10
      needs: [softmax, logits]
      topics:
        - stability
      ---
      Hello.
      """
    let script = LessonScript(text, file: "zh/log-softmax.md", language: .chinese)
    #expect(script.findings == [])
    let lesson = script.lesson
    #expect(lesson.id == "log-softmax")
    #expect(lesson.title == "Log: softmax")
    #expect(lesson.minutes == 10)
    #expect(lesson.needs == ["softmax", "logits"])
    #expect(lesson.topics == ["stability"])
    #expect(lesson.language == .chinese)
    #expect(lesson.steps.first?.line == 10)
  }

  @Test(arguments: [
    ("", "1:0 unreadable: This lesson is empty."),
    ("Hello", "1:0 front-matter: A lesson begins with its front matter."),
    ("---\nid: a\n\nHello", "1:0 front-matter: Nothing ends the front matter that begins here."),
    (
      "---\nid: a\ntitel: A\nsummary: s\nminutes: 1\n---\nx",
      "1:0 missing-key: The front matter has no `title`.\n3:1 unknown-key: Front matter has no key `titel`."
    ),
    (
      "---\nid: A b\ntitle: A\nsummary: s\nminutes: ten\n---\nx",
      "2:5 value: `id` is made of small letters, digits and hyphens, and is `A b`.\n5:10 value: `minutes` must be a whole number, and is `ten`."
    ),
    (
      "---\nid: a\ntitle: A: B\nsummary: s\nminutes: 1\n---\nx",
      "3:9 yaml: This is not YAML: mapping values are not allowed in this context."
    ),
    (
      "---\nid: a\nid: b\ntitle: A\nsummary: s\nminutes: 1\n---\nx",
      "2:0 yaml: `id` stands here twice."
    ),
  ])
  func `front matter with a fault`(text: String, expected: String) {
    #expect(findings(text) == expected)
  }

  @Test func `what leaves a lesson nameless is seen in its first step`() throws {
    let text = "---\nid: a\ntitle: [b\nsummary: s\nminutes: 1\n---\nHello."
    let script = LessonScript(text, file: "en/a.md", language: .english)
    let finding = try #require(script.findings.first)
    #expect(finding.rule == .yaml)
    #expect(
      script.lesson.steps.first?.blocks == [.problem(finding), .paragraph([.text("Hello.")])])
  }

  @Test func `a report quotes the line, underlines the place and says what to do`() {
    let text = "---\nid: a\ntitle: A\nsumary: 总\nsummary: s\nminutes: 1\n---\nx"
    let finding = LessonScript(text, file: "en/demo.md", language: .english).findings.first
    #expect(
      finding?.report == """
        en/demo.md:4:1: Front matter has no key `sumary`.
          4 | sumary: 总
            | ^^^^^^
          Did you mean `summary`?
        """)
  }

  @Test func `bytes that must not reach a terminal are found and replaced`() {
    var bytes = Array(lessonText("a\u{1B}[2Jb\nc\u{202E}d\ne\u{0}f\ng\u{9B}h").utf8)
    bytes += [0x69, 0xFF, 0xFE, 0x0A]
    let script = LessonScript(bytes, file: "en/demo.md", language: .english)
    #expect(
      LessonPicture.findings(script.findings) == """
        8:2 character: The character U+001B cannot be shown.
        9:2 character: The character U+202E cannot be shown.
        10:2 character: The character U+0000 cannot be shown.
        11:2 character: The character U+009B cannot be shown.
        12:2 character: These bytes are not UTF-8.
        """)
    #expect(
      LessonPicture.text(script.lesson)
        == "# \np a\u{FFFD}[2Jb·c\u{FFFD}d·e\u{FFFD}f·g\u{FFFD}h·i\u{FFFD}\u{FFFD}")
  }

  @Test func `a byte order mark and other line ends change nothing`() {
    let text = lessonText("## A\n\nb\n\n---\n\nc")
    let plain = LessonScript(text, file: "en/demo.md", language: .english)
    for ending in ["\r\n", "\r"] {
      let other =
        "\u{FEFF}"
        + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
      let script = LessonScript(other, file: "en/demo.md", language: .english)
      #expect(script.findings == [])
      #expect(script.lesson == plain.lesson)
    }
  }
}
