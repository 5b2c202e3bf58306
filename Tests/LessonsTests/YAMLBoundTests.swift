import Testing

@testable import Lessons

/// YAML can stand for far more than it has letters; what is read of it is bounded.
@Suite struct YAMLBoundTests {
  private func findings(_ text: String) -> String {
    LessonPicture.findings(LessonScript(text, file: "en/demo.md", language: .english).findings)
  }

  /// Nine levels of nine aliases each stand for 9⁹ values.
  private static let bomb = (1...9).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x]\n") { text, level in
    let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
    return text + "a\(level): &a\(level) [\(aliases)]\n"
  }

  @Test func `YAML that grows without bound is refused at its place, wherever it is read`() {
    let fault = "45 yaml: This YAML has more than 16 aliases."
    #expect(findings("---\n\(Self.bomb)---\nx").hasPrefix("4:\(fault)"))
    #expect(findings("---\n\(Self.bomb)? *a9\n: x\n---\nx").hasPrefix("4:\(fault)"))
    let head = "---\nid: a\ntitle: A\nsummary: s\nminutes: 1\n---\nx\n\n"
    #expect(findings("\(head)```quiz\n\(Self.bomb)```\n") == "12:\(fault)")
    let course = CourseOutline(Array(Self.bomb.utf8), file: "course.yaml").findings
    #expect(LessonPicture.findings(course) == "3:\(fault)")
    let glossary = Glossary(Array(Self.bomb.utf8), file: "glossary.yaml").findings
    #expect(LessonPicture.findings(glossary) == "3:\(fault)")
    let listed = LessonHead(Array("---\n\(Self.bomb)---\nx".utf8), file: "a.md").findings
    #expect(LessonPicture.findings(listed) == "4:\(fault)")
  }

  @Test func `a front matter of too many values is refused where they become too many`() {
    let row = "x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x"
    let values = Array(repeating: row, count: 6000).joined(separator: ",\n")
    #expect(
      findings("---\nid: [\n\(values)]\n---\nx").hasPrefix(
        "5002:0 yaml: This YAML has more than 100000 values."))
  }

  @Test func `a few aliases, and signs that look like them, are read`() {
    let text = """
      ---
      id: &n a
      title: *n
      summary: f(*args) and a &b or *b, a & b, a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b
      minutes: 1
      ---
      x
      """
    #expect(findings(text) == "")
    #expect(LessonScript(text, file: "en/a.md", language: .english).lesson.title == "a")
  }
}
