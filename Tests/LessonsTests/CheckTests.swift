import Foundation
import Testing

@testable import Lessons

@Suite struct CheckTests {
  @Test func `a sound course has no findings`() throws {
    let course = try SmallCourse()
    let report = course.check()
    #expect(report.text == "4 lesson files, 8 steps, 10 questions: all proofs hold.")
    #expect(report.json == #"{"lessons": 4, "steps": 8, "quizzes": 10, "findings": []}"#)
  }

  /// A fault: the file it is planted in, what is replaced by what, and what the check says.
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var file = "en/second.md"
    var old: String
    var new: String
    var says: String
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "a program that fails", old: "total = sum(z)", new: "total = sum(y)",
      says: "en/second.md:14:13 program: NameError: name 'y' is not defined"),
    Fault(
      name: "an answer that fails", old: "answer: sum(z) * 2", new: "answer: sum(z) * q",
      says: "en/second.md:27:18 answer: NameError: name 'q' is not defined"),
    Fault(
      name: "an answer that is no number", old: "answer: sum(z) * 2", new: "answer: z",
      says: "en/second.md:27:0 answer: The answer is not one number."),
    Fault(
      name: "a mistake equal to the answer", old: "value: sum(z)\n", new: "value: z[0] * 6\n",
      says:
        "en/second.md:30:0 mistake: This mistake gives 6.0, which is the answer 6.0 within the tolerance."
    ),
    Fault(
      name: "a mistake within the tolerance", old: "value: sum(z)\n", new: "value: 6.004\n",
      says:
        "en/second.md:30:0 mistake: This mistake gives 6.004, which is the answer 6.0 within the tolerance."
    ),
    Fault(
      name: "a tolerance that takes anything", old: "tolerance: 0.005", new: "tolerance: 7",
      says: "en/second.md:28:0 tolerance: The tolerance 7.0 is as large as the answer 6.0."),
    Fault(
      name: "a share of nothing", old: "answer: sum(z) * 2\ntolerance: 0.005",
      new: "answer: sum(z) - 3\ntolerance: 2%",
      says: "en/second.md:28:0 tolerance: The answer is 0.0, and a share of nothing is nothing."),
    Fault(
      name: "two choices that say the same", old: "text: It is {{ z[1] }}",
      new: "text: It is {{ z[0] }}",
      says: "en/second.md:44:0 choice: Two choices say `It is 1`."),
    Fault(
      name: "a table's mistake that is the answer", old: "value: '[[1, 2], [3, 4]]'",
      new: "value: '[[9, 2], [2, 9]]'",
      says: "en/second.md:70:0 mistake: This mistake gives the answer in every blank cell."),
    Fault(
      name: "a table with the wrong heads", old: "columns: [a, b]", new: "columns: [a, b, c]",
      says: "en/second.md:65:0 answer: There are 3 heads in `columns` for 2 columns."),
    Fault(
      name: "a blank outside the table", old: "blanks: [[0, 1], [1, 0]]",
      new: "blanks: [[0, 1], [2, 0]]",
      says:
        "en/second.md:68:0 quiz: The table has no cell [2, 0]: it has 2 rows and 2 columns, counted from 0."
    ),
    Fault(
      name: "a model answer that fails", old: "      return x + 1\ncases",
      new: "      return x + w\ncases",
      says:
        "en/second.md:84:0 answer: The model answer fails on case 1: NameError: name 'w' is not defined"
    ),
    Fault(
      name: "a wrong program that passes", old: "return x - 1", new: "return 1 + x",
      says: "en/second.md:90:0 mistake: This mistake gives the answer on every case."),
    Fault(
      name: "a starter that passes", old: "      ...", new: "      return 1 + x",
      says: "en/second.md:81:0 quiz: The starter is already right."),
    Fault(
      name: "an empty hint", old: "hints:\n  - Add them.", new: "hints:\n  -",
      says: "en/second.md:35:4 missing-key: `hints` is empty."),
    Fault(
      name: "a question without an answer", old: "answer: sum(z) * 2\n", new: "",
      says: "en/second.md:22:0 answer: This question has no `answer`."),
    Fault(
      name: "a computed number that fails", old: "{{ total:.2f}}", new: "{{ totl:.2f}}",
      says: "en/second.md:17:17 computed: NameError: name 'totl' is not defined"),
    Fault(
      name: "a typed number", old: "Their sum is", new: "Their sum 3.14 is",
      says: "en/second.md:17:11 typed-number: The number 3.14 is typed, not computed."),
    Fault(
      name: "a typed number in a question", old: "- Add them.", new: "- It is about 6.01 or so.",
      says: "en/second.md:35:17 typed-number: The number 6.01 is typed, not computed."),
    Fault(
      name: "a formula that cannot be set", old: "$z_0$", new: "$\\nonesuch$",
      says: "en/second.md:17:35 formula: no nonesuch"),
    Fault(
      name: "a step that overflows", old: "## Second", new: "## Overflowing",
      says: "en/second.md:20:0 overflow: too tall"),
    Fault(
      name: "an unknown key", old: "because: Twice", new: "becuase: Twice",
      says: "en/second.md:36:1 unknown-key: A `number` question has no key `becuase`."),
    Fault(
      name: "a duplicate question", old: "id: which", new: "id: double",
      says: "en/second.md:40:5 duplicate: The question in line 22 has the `id` `double` too."),
    Fault(
      name: "a dangling need", old: "needs: [first]", new: "needs: [frist]",
      says: "en/second.md:6:9 needs: The lesson `frist`, which this one needs, does not exist."),
    Fault(
      name: "an id that is not the file's", old: "id: second", new: "id: other",
      says:
        "en/second.md:2:5 front-matter: The `id` is `other`, and the file is called `second.md`."),
    Fault(
      name: "a lesson with the id of another", old: "id: second", new: "id: first",
      says: "en/second.md:2:5 duplicate: The lesson `first` has the same `id`."),
    Fault(
      name: "a lesson needed before it comes", file: "course.yaml", old: "[first, second]",
      new: "[second, first]",
      says:
        "en/second.md:6:9 needs: The lesson `first`, which this one needs, does not come before it."
    ),
    Fault(
      name: "a lesson the course forgets", file: "course.yaml", old: "[first, second]",
      new: "[first]",
      says: "en/second.md:0:0 course: The lesson `second` is not in course.yaml."),
    Fault(
      name: "a lesson that is not there", file: "course.yaml", old: "[first, second]",
      new: "[first, second, third]",
      says:
        "en/third.md:0:0 translation: The course names the lesson `third`, and there is no such file."
    ),
    Fault(
      name: "a lesson twice", file: "course.yaml", old: "[first, second]",
      new: "[first, second, first]",
      says: "course.yaml:4:30 duplicate: The lesson `first` is in the course twice."),
    Fault(
      name: "a changed program in one language", file: "zh/second.md", old: "total = sum(z)",
      new: "total = sum(z) + 0",
      says: "zh/second.md:14:0 translation: This program is not the one in line 14 of en/second.md."
    ),
    Fault(
      name: "a word missing in one language", file: "zh/second.md", old: "```nabla edit=z",
      new: "```nabla edit=z bars",
      says:
        "zh/second.md:11:0 translation: The words after `nabla` are not those in line 11 of en/second.md."
    ),
    Fault(
      name: "a step missing in one language", file: "zh/second.md", old: "\n---\n\n## Second",
      new: "\n## Second",
      says: "zh/second.md:8:0 translation: This lesson has 1 steps, and en/second.md has 2."),
    Fault(
      name: "a question renamed in one language", file: "zh/second.md", old: "id: which",
      new: "id: what",
      says:
        "zh/second.md:22:0 translation: The questions of this step are not those of en/second.md: `double`, `which`, `several`, `fill`, `write`."
    ),
    Fault(
      name: "an answer changed in one language", file: "zh/second.md", old: "answer: sum(z) * 2",
      new: "answer: 2 * sum(z)",
      says:
        "zh/second.md:27:0 translation: `answer` of the question `double` is not the same as in en/second.md, line 27."
    ),
    Fault(
      name: "an answer its own judge refuses", old: "answer: '[[1, 2], [2, 4]]'\n",
      new: "answer: '[[1, 2.4], [2, 4]]'\nformat: .0f\n",
      says: "en/second.md:65:0 answer: The answer, typed as `2 2`, is judged wrong."),
    Fault(
      name: "a distractor within the rounding",
      old: "text: It is {{ z[0] }}\n    correct: true\n  - text: It is {{ z[1] }}",
      new:
        "text: It is {{ z[0] / 3:.2f}}\n    correct: true\n  - text: It is {{ 0.334:.3f}}",
      says:
        "en/second.md:44:0 choice: The wrong choice `It is 0.334` is the right one, `It is 0.33`, within its rounding."
    ),
    Fault(
      name: "fewer than three mistakes", old: "  - {value: 'z[1] * 5', say: That is the last.}\n",
      new: "",
      says:
        "en/second.md:30:0 mistake: The question foresees 2 mistakes; at least 3 are wanted."),
    Fault(
      name: "a link that leads nowhere", old: "and $z_0$ is one.",
      new: "and [that](thrid.md) is [one](first.md).",
      says: "en/second.md:17:41 needs: The link leads to `thrid.md`, which is not there."),
    Fault(
      name: "a computed number in code", old: "and $z_0$ is one.",
      new: "and `{{ z[0] }}` is one.",
      says:
        "en/second.md:17:35 computed: `{{ z[0] }}` is code, and nothing in code is computed."),
    Fault(
      name: "a step that SOURCES.md names and is not there", file: "SOURCES.md",
      old: "second: Second", new: "second: Secnd",
      says: "SOURCES.md:3:19 step: The lesson `second` has no step `Secnd (notes)`."),
    Fault(
      name: "a lesson that SOURCES.md names and is not there", file: "SOURCES.md",
      old: "second: Second", new: "secnd: Second",
      says: "SOURCES.md:3:19 step: There is no lesson `secnd`."),
    Fault(
      name: "a word the glossary avoids", file: "glossary.yaml", old: "  definition:",
      new: "  avoid: {en: [twice]}\n  definition:",
      says:
        "en/second.md:25:14 glossary: The glossary calls `twice` by another name: `sum`."),
    Fault(
      name: "a glossary term without a translation", file: "glossary.yaml", old: "  zh: 和\n",
      new: "",
      says: "glossary.yaml:1:3 glossary: This term has no name in `zh`."),
    Fault(
      name: "a glossary term twice", file: "glossary.yaml", old: "- en: sum",
      new: "- en: logit\n  zh: x\n  definition: {en: a, zh: b}\n- en: logit",
      says: "glossary.yaml:4:7 duplicate: The term `logit` stands here and in line 1."),
  ]

  @Test(arguments: faults)
  func `a planted fault is found at its place`(fault: Fault) throws {
    let course = try SmallCourse()
    try course.plant(fault.file, fault.old, fault.new)
    let findings = course.findings()
    if !findings.contains(fault.says) {
      Issue.record("not said: \(fault.says)\nbut: \(findings.joined(separator: "\n     "))")
    }
  }

  @Test(arguments: [
    ("x = 1  # one\nprint('loss', x)", "x = 1  # 一\nprint('损失', x)", nil),
    (#"print("it's", x)"#, #"print("是", x)"#, nil),
    ("'''Two\nlines.'''\nx = 1", "'''两\n行。'''\nx = 2", 2),
    ("# only this\nx = 1", "\nx = 1", nil), ("x = 1\ny = 2", "x = 1\ny = 3", 1),
    ("x = '", "x = \"", 0), ("# one\nx = 1\ny = 2", "# 一\nx = 1\ny = 3", 2),
  ])
  func `only comments and texts of a program may be translated`(
    original: String, translation: String, row: Int?
  ) {
    #expect(TranslationCheck.difference(original, translation) == row)
  }

  @Test func `one file is checked beside its translation`() throws {
    let course = try SmallCourse()
    #expect(course.check("en/second.md").findings == [])
    try course.plant("zh/second.md", "id: which", "id: what")
    #expect(course.check("en/second.md").findings.map(\.rule) == [.translation])
  }

  @Test func `a question whose draws can go wrong is found with the seed`() throws {
    let course = try SmallCourse()
    for language in ["en", "zh"] {
      try course.plant(
        "\(language)/second.md", "answer: sum(z) * 2",
        "given: z = [torch.randint(0, 4, (1,)).item(), 3]\nanswer: sum(z) * 2")
      try course.plant("\(language)/second.md", "value: sum(z)\n", "value: z[1] * 2\n")
    }
    let findings = course.findings().filter { $0.contains("mistake: This mistake gives 6") }
    #expect(findings.count == 2)
    #expect(findings.first?.contains("when drawn from seed ") == true)
  }

  @Test func `draws that are always the same are found`() throws {
    let course = try SmallCourse()
    try course.plant("en/second.md", "answer: sum(z) * 2", "given: z = [1, 2]\nanswer: sum(z) * 2")
    #expect(
      course.findings().contains(
        "en/second.md:27:0 quiz: `given` gives the same question on every draw."))
  }

  @Test func `what is not a lesson's file is refused in bounded time`() throws {
    let folder = TemporaryFolder()
    try folder.write("big.md", Array(repeating: 0x61, count: 2_100_000))
    try folder.write("empty.md", [])
    try folder.write(
      "noise.md", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 8) })
    #expect(mkfifo(folder.path + "/pipe.md", 0o600) == 0)
    func message(_ path: String) -> String {
      CourseCheck().check(path).findings.first?.message ?? "none"
    }
    #expect(message(folder.path + "/big.md") == "This file is larger than 2 MB.")
    #expect(message(folder.path + "/empty.md") == "This lesson is empty.")
    #expect(message(folder.path + "/pipe.md") == "This is a pipe, not a file.")
    #expect(message("/dev/zero") == "This is a device, not a file.")
    #expect(message("/nonesuch.md") == "This file cannot be read: No such file or directory.")
    #expect(!CourseCheck().check(folder.path + "/noise.md").findings.isEmpty)
    let script = LessonFile.lesson("/dev/zero")
    #expect(LessonPicture.text(script.lesson) == "# \nproblem unreadable@0")
  }

  @Test func `a course without an outline is whatever lessons there are`() throws {
    let course = try SmallCourse()
    try course.folder.text("course.yaml", "title: [")
    let loaded = Course.load(ContentFolder(course.folder.path))
    #expect(loaded.findings.first?.rule == .yaml)
    #expect(loaded.lessons.map(\.name) == ["first", "second"])
  }

  @Test func `a report as JSON escapes what must be`() throws {
    let course = try SmallCourse()
    try course.plant("en/second.md", "total = sum(z)", "total = y[\"\\\\\"]")
    let json = course.check("en/second.md").json
    #expect(json.contains(#""line": 14, "column": 9"#))
    #expect(json.contains(#""source": "total = y[\"\\\\\"]""#))
  }
}
