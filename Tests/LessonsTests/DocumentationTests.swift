import Foundation
import Testing

@testable import Lessons

/// The examples of `docs/lessons.md` are lessons, and hold.
@Suite struct DocumentationTests {
  private static func guide() throws -> [Substring] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/lessons.md"), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The contents of the fences with some word after them.
  private static func fences(_ word: String) throws -> [String] {
    var found: [String] = []
    var open: (mark: Substring, isWanted: Bool, lines: [Substring])?
    for line in try guide() {
      let mark = line.prefix { $0 == "`" }
      if let fence = open {
        if line == fence.mark {
          if fence.isWanted { found.append(fence.lines.joined(separator: "\n")) }
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if mark.count >= 3 {
        open = (mark, line.dropFirst(mark.count) == word, [])
      }
    }
    return found
  }

  @Test func `every question of the guide passes its proofs`() throws {
    let quizzes = try Self.fences("quiz")
    #expect(quizzes.count == 9)
    let folder = TemporaryFolder()
    for (number, quiz) in quizzes.enumerated() {
      let body = """
        ```nabla hide
        z = torch.tensor([2.0, 1.0, 0.1])
        ```

        ```quiz
        \(quiz)
        ```
        """
      let name = "quiz-\(number)"
      try folder.text("\(name).md", lessonText(body, id: name))
      let report = CourseCheck().check(folder.path + "/\(name).md")
      #expect(report.findings.map(\.report) == [])
      #expect(report.quizzes == 1)
    }
  }

  @Test func `the guide's outline and glossary are read`() throws {
    let yaml = try Self.fences("yaml")
    #expect(yaml.count == 2)
    let folder = TemporaryFolder()
    try folder.text("course.yaml", yaml[0])
    let course = Course.load(ContentFolder(folder.path))
    #expect(course.findings == [])
    #expect(course.lessons.map(\.name) == ["logits", "softmax", "log-softmax", "nll"])
    let glossary = Glossary(Array(yaml[1].utf8), file: "glossary.yaml")
    #expect(glossary.findings == [])
    #expect(glossary.terms.first?.names == [.english: "logit", .chinese: "对数几率"])
  }

  @Test func `every key a question has is in the guide`() throws {
    let text = try Self.guide().joined(separator: "\n")
    let keys =
      Quiz.Kind.allCases.flatMap(QuizScript.keys) + QuizScript.choiceKeys
      + QuizScript.mistakeKeys + QuizScript.toleranceKeys + FrontMatter.keys
    for key in Set(keys) {
      let isTold = ["`\(key)`", "`\(key):", "`{\(key):"].contains { text.contains($0) }
      #expect(isTold, "\(key)")
    }
    for kind in Quiz.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`"), "\(kind)") }
    for presentation in Program.Presentation.allCases {
      #expect(text.contains("`\(presentation.rawValue)`"), "\(presentation)")
    }
  }
}
