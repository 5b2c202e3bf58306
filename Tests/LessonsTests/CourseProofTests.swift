import Foundation
import Lessons
import Testing

/// Proofs that look at several files: the bank, the glossary, what `see` names.
@Suite struct CourseProofTests {
  private static let bank = """
    ---
    id: interview-sums
    title: Sums
    topics: [sums]
    ---

    ```quiz
    id: shape
    kind: shape
    ask: Which shape?
    answer: (2, 3)
    hints: [h]
    because: b
    difficulty: easy
    topics: [sums]
    see: second/double
    ```

    ---

    ```quiz
    id: line
    kind: line
    ask: Which line?
    program: |
      x = 1
      y = x
    wrong: 2
    mend: y = x + 1
    check: y
    hints: [h]
    because: b
    difficulty: hard
    topics: [sums]
    see: second
    ```
    """

  private func course() throws -> SmallCourse {
    let course = try SmallCourse()
    for language in ["en", "zh"] {
      try course.folder.text("\(language)/interview/sums.md", Self.bank)
    }
    return course
  }

  @Test func `a sound bank has no findings`() throws {
    let report = try course().check()
    #expect(report.text == "6 lesson files, 12 steps, 14 questions: all proofs hold.")
  }

  @Test(arguments: [
    ("difficulty: easy\n", "", "7:0 missing-key: The question `shape` has no `difficulty`."),
    ("see: second\n", "", "21:0 missing-key: The question `line` has no `see`."),
    (
      "difficulty: easy", "difficulty: esay",
      "14:13 value: There is no difficulty `esay`."
    ),
    (
      "see: second/double", "see: second/duoble",
      "16:6 needs: The lesson `second` has no question `duoble`."
    ),
    (
      "see: second\n", "see: secnd\n",
      "35:6 needs: `see` names the lesson `secnd`, which does not exist."
    ),
    (
      "```\n\n---\n\n```quiz", "```\n\n```quiz",
      "6:0 step: This step has 2 questions; a step of the bank has one."
    ),
    (
      "id: interview-sums", "id: sums",
      "2:5 front-matter: The `id` is `sums`; that of this file is `interview-sums`."
    ),
    ("title: Sums", "titel: Sums", "3:1 unknown-key: Front matter has no key `titel`."),
    (
      "mend: y = x + 1", "mend: y = x + 0",
      "29:0 answer: Mending the line changes nothing: `y` is 1 with both."
    ),
    (
      "mend: y = x + 1", "mend: y = q",
      "29:0 answer: The mended program fails: NameError: name 'q' is not defined"
    ),
    ("wrong: 2", "wrong: 3", "28:8 value: The program has no line 3: its lines are 1 to 2."),
    ("answer: (2, 3)", "answer: 2.5", "11:0 answer: The answer is no shape."),
  ])
  func `a fault of the bank is found at its place`(
    old: String, new: String, says: String
  ) throws {
    let course = try course()
    try course.plant("en/interview/sums.md", old, new)
    let findings = course.findings()
    if !findings.contains("en/interview/sums.md:" + says) {
      Issue.record("not said: \(says)\nbut: \(findings.joined(separator: "\n     "))")
    }
  }

  @Test func `a bank's file in one language only is found`() throws {
    let course = try course()
    try course.folder.text("en/interview/more.md", Self.bank)
    #expect(
      course.findings().contains(
        "zh/interview/more.md:0:0 translation: The bank's file `more` is there in en, and not here."
      ))
  }

  @Test func `a term that the translation never uses is found`() throws {
    let course = try SmallCourse()
    try course.plant("en/first.md", "More text.", "Text, a text, two texts, and more text.")
    try course.plant(
      "glossary.yaml", "- en: sum", "- en: text\n  zh: 文本\n  definition: {en: a, zh: b}\n- en: sum")
    let says = "speaks of `text` 5 times, and the glossary's `文本` is never used here."
    #expect(course.findings().contains { $0.hasPrefix("zh/first.md:0:0") && $0.hasSuffix(says) })
    try course.plant("zh/first.md", "More text.", "文本。")
    #expect(!course.findings().contains { $0.contains("glossary's") })
  }

  @Test func `lessons run in any order come to the same report`() throws {
    let course = try course()
    try course.plant("en/second.md", "total = sum(z)", "total = sum(y)")
    try course.plant("en/interview/sums.md", "mend: y = x + 1", "mend: y = x")
    let check = CourseCheck(draws: 3)
    let plan = check.plan(course.folder.path)
    #expect(plan.jobs.count == 6)
    var report = plan.report
    for job in plan.jobs.reversed() { report.add(check.run(job)) }
    #expect(report.ordered == check.check(course.folder.path))
    #expect(report.ordered.findings.count > 2)
  }
}
