import Testing

@testable import Lessons

@Suite struct QuizTextTests {
  @Test(
    arguments: [
      "Cross entropy", "为什么先取对数", "First line\nand the second", "a - b", "two\nlines\nmore",
      "What is the loss, and why?", "Ends with a colon:", "(not plain)", "1. a list", "- a dash",
      "Then\n1. not a list", "Then\n- a list", "Title\n=====", "Title\n---", "trailing  \nbreak",
      "tab\there", "hard\\\nbreak", "a *b* c", "a | b\n--|--", "x < y", "&amp;", "~~gone~~",
      "e\u{301}",
      "https://pytorch.org", "www.pytorch.org is a site", "me@nabla.org", "Ünï　全角", "\u{A0}blank",
    ])
  func `a plain text reads as Markdown's parser reads it`(text: String) {
    let source = SourceText(text, file: "quiz.md")
    let read = QuizText.read(text, source: source, line: 1)
    let parsed = QuizText.parsed(text.lines, text, source: source, line: 1)
    #expect(read.inlines == parsed.inlines)
    #expect(read.findings.map(\.message) == parsed.findings.map(\.message))
  }

  @Test func `what Markdown gives a meaning is left to its parser`() {
    let signs = [
      "a *b*", "`p`", "$z$", "{{ z }}", "a <!-- b -->", "a\\*", "# a", "a\n\nb", "[a](b)",
    ]
    for text in signs { #expect(QuizText.plain(text.lines) == nil, "\(text)") }
    #expect(
      QuizText.plain("The loss\nof a batch".lines) == [
        .text("The loss"), .space, .text("of a batch"),
      ])
  }
}
