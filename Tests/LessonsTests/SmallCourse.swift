import Foundation
import Lessons

/// A course of two short lessons in which every proof holds.
struct SmallCourse {
  let folder = TemporaryFolder()

  init() throws {
    for language in ["en", "zh"] {
      try folder.text("\(language)/first.md", Self.first)
      try folder.text("\(language)/second.md", Self.second)
    }
    try folder.text("course.yaml", Self.course)
    try folder.text("glossary.yaml", Self.glossary)
    try folder.text("SOURCES.md", Self.sources)
  }

  /// Replaces a text in one of the files.
  func plant(_ file: String, _ old: String, _ new: String) throws {
    let text = String(decoding: try folder.bytes(file), as: UTF8.self)
    guard let range = text.range(of: old) else { throw Missing(text: old) }
    try folder.text(file, text.replacingCharacters(in: range, with: new))
  }

  struct Missing: Error { var text: String }

  /// Checks the course, or a file of it.
  func check(_ file: String? = nil) -> CourseCheck.Report {
    let check = CourseCheck(
      draws: 12, formula: { $0.contains("nonesuch") ? "no nonesuch" : nil },
      screen: { step, _ in step.title == "Overflowing" ? "too tall" : nil })
    return check.check(file.map { folder.path + "/" + $0 } ?? folder.path)
  }

  /// The findings as short lines, the files named within the course.
  func findings() -> [String] {
    check().findings.map { finding in
      LessonPicture.findings([finding]).replacingOccurrences(of: folder.path + "/", with: "")
        .withPlace(finding.file.replacingOccurrences(of: folder.path + "/", with: ""))
    }
  }

  static let course = """
    title: {en: Course, zh: 课程}
    parts:
      - title: {en: Part, zh: 部分}
        lessons: [first, second]
    """

  static let sources = """
    | lines | point | taught in |
    | :-- | :-- | :-- |
    | 1 | a \\| b: c | second: Second (notes); the end of every lesson |

    | point | said by |
    | :-- | :-- |
    | all | nobody: Nowhere |
    """

  static let glossary = """
    - en: sum
      zh: 和
      definition: {en: What adding gives., zh: 相加所得。}
    """

  static let first = """
    ---
    id: first
    title: First
    summary: The first.
    minutes: 1
    ---

    ## One

    Text.

    ---

    ## Two

    More text.
    """

  static let second = """
    ---
    id: second
    title: Second
    summary: The second.
    minutes: 2
    needs: [first]
    ---

    ## First

    ```nabla edit=z
    z = [1, 2]

    total = sum(z)
    ```

    Their sum is {{ total:.2f}}, and $z_0$ is one.

    ---

    ## Second
    ```quiz
    id: double
    kind: number
    ask: What is twice the sum?

    answer: sum(z) * 2
    tolerance: 0.005
    mistakes:
      - value: sum(z)
        say: Twice.
      - {value: sum(z) ** 2, say: That is squared.}
      - {value: 'z[1] * 5', say: That is the last.}
    hints:
      - Add them.
    because: Twice {{ total }}.
    ```

    ```quiz
    id: which
    kind: choice
    ask: What is the first?
    choices:
      - text: It is {{ z[0] }}
        correct: true
      - text: It is {{ z[1] }}
        say: That is the second.
    hints: [Look.]
    because: It stands there.
    ```

    ```quiz
    id: several
    kind: choices
    ask: Which are above one half?
    choices: [{text: one, correct: true}, {text: two, correct: true}, {text: none, say: No.}]
    hints: [Count.]
    because: Both.
    ```

    ```quiz
    id: fill
    kind: table
    ask: Fill.
    answer: '[[1, 2], [2, 4]]'
    rows: [r, s]
    columns: [a, b]
    blanks: [[0, 1], [1, 0]]
    mistakes:
      - value: '[[1, 2], [3, 4]]'
        say: Times, not plus.
    hints: [Multiply.]
    because: So.
    ```

    ```quiz
    id: write
    kind: code
    ask: Write `f`.
    starter: |
      def f(x):
          ...
    answer: |
      def f(x):
          return x + 1
    cases: [x = 1, x = 2]
    check: f(x)
    mistakes:
      - value: |
          def f(x):
              return x - 1
        say: Plus.
    hints: [Add.]
    because: So.
    ```
    """
}

extension String {
  /// The line with a file's name before it.
  fileprivate func withPlace(_ file: String) -> String { file + ":" + self }
}
