import Lessons
import Testing

@Suite struct CarriedTests {
  private static let body = """
    ```nabla hide
    z = torch.tensor([2.0, 1.0, 0.0])
    ```

    ```quiz
    id: q
    kind: table
    ask: Fill.
    answer: torch.stack([z, z - z.max(), (z - z.max()).exp()])
    carry: {1: 't[0] - t[0].max()', 2: 't[1].exp()'}
    blanks: [[1, 1], [1, 2], [2, 1], [2, 2]]
    tolerance: 0.005
    hints: [h]
    because: b
    ```
    """

  private func verdict(_ texts: String...) -> Verdict {
    var player = LessonPlayer(read(Self.body).lesson)
    return player.judge(.table(texts), to: "q", in: 0)
  }

  @Test func `a cell that follows from the learner's own wrong one is told and counts`() {
    let verdict = verdict("1", "-2", "e", "exp(-2)")
    #expect(verdict.judgement == .wrong)
    #expect(verdict.cells == [false, true, false, true])
    #expect(verdict.carried == [2])
    #expect(verdict.share == 0.75)
    #expect(
      verdict.remarks.first?.english
        == "2 of 4 cells are right; 1 more follows rightly from your own wrong numbers.")
  }

  @Test func `a cell that follows from nothing is wrong, and one that is right is right`() {
    #expect(verdict("1", "-2", "5", "exp(-2)").carried == [])
    #expect(verdict("-1", "-2", "exp(-1)", "exp(-2)").judgement == .right)
    #expect(verdict("nan", "-2", "nan", "exp(-2)").carried == [2])
    #expect(verdict("inf", "-2", "inf", "exp(-2)").carried == [2])
    let last = verdict("-1", "-2", "exp(-1)", "0")
    #expect(last.cells == [true, true, true, false] && last.carried == [] && last.share == 0.75)
    #expect(last.remarks.first?.english == "3 of 4 cells are right.")
  }

  @Test func `a row that does not follow is found`() throws {
    let folder = TemporaryFolder()
    for (carry, message) in [
      ("t[0] - t[0].max()", "none"),
      ("t[0]", "Row 1 does not follow as `carry` says."),
      ("t[7]", "Row 1 does not follow as `carry` says."),
    ] {
      let body = Self.body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("carry:") ? "carry: {1: '\(carry)'}" : String(line)
      }.joined(separator: "\n")
      try folder.text("c.md", lessonText(body, id: "c"))
      let findings = CourseCheck().check(folder.path + "/c.md").findings
      #expect((findings.first?.message ?? "none") == message)
    }
  }
}
