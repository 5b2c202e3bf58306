import Glibc

/// Starts a lesson: a file in each language, and its place in the course.
public enum NewLesson {
  /// Writes the files and names the lesson in `course.yaml`, at the end of the last part.
  ///
  /// Nothing that is there is written over, and nothing is written where something is in the way.
  ///
  /// - Parameters:
  ///   - name: the lesson's name for ever.
  ///   - folder: the course's folder.
  /// - Returns: The files written, or why none was.
  public static func write(
    _ name: String, in folder: ContentFolder
  ) -> Result<[String], Finding> {
    let outline = folder.file("course.yaml")
    guard FrontMatter.isName(name) else {
      return refuse(
        outline, "A lesson's name is made of small letters, digits and hyphens, and is `\(name)`.",
        "Write it as in `log-softmax`.")
    }
    let files = CourseLanguage.allCases.map { folder.file(of: name, in: $0) }
    if let there = files.first(where: { access($0, F_OK) == 0 }) {
      return refuse(there, "This lesson is there already.", "Give the new one another name.")
    }
    let course: String
    switch LessonFile.bytes(outline) {
    case .failure(let finding): return .failure(finding)
    case .success(let bytes):
      guard let added = adding(name, to: String(decoding: bytes, as: UTF8.self)) else {
        return refuse(
          outline, "This course has no line `lessons: […]` to put `\(name)` into.",
          "Write one, or name the lesson there yourself.")
      }
      course = added
    }
    for (language, file) in zip(CourseLanguage.allCases, files) {
      if let reason = save(text(name, language), file, isNew: true) {
        return refuse(
          file, "This file cannot be written: \(reason).", "Check the folder's rights.")
      }
    }
    if let reason = save(course, outline, isNew: false) {
      return refuse(outline, "This file cannot be written: \(reason).", "Check its rights.")
    }
    return .success(files + [outline])
  }

  private static func refuse(
    _ file: String, _ message: String, _ advice: String
  ) -> Result<[String], Finding> {
    .failure(Finding(rule: .course, file: file, line: 0, message: message, advice: advice))
  }

  /// The course with a lesson at the end of its last part.
  static func adding(_ name: String, to course: String) -> String? {
    var lines = course.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.lastIndex { $0.trimmed.hasPrefix("lessons: [") && $0.trimmed.hasSuffix("]") }
    guard let place, let bracket = lines[place].lastIndex(of: "]") else { return nil }
    let isEmpty = lines[place].trimmed == "lessons: []"
    lines[place].replaceSubrange(bracket..., with: (isEmpty ? "" : ", ") + name + "]")
    return lines.joined(separator: "\n")
  }

  /// Writes a file for everybody to read; the reason where that fails.
  private static func save(_ text: String, _ path: String, isNew: Bool) -> String? {
    WholeFile.write(Array(text.utf8), to: path, mode: 0o644, isNew: isNew)
      .map { String(cString: strerror($0)) }
  }

  /// A lesson in which every proof holds, to be written over.
  static func text(_ name: String, _ language: CourseLanguage) -> String {
    language == .english ? english(name) : chinese(name)
  }

  private static func english(_ name: String) -> String {
    """
    ---
    id: \(name)
    title: A new lesson
    summary: One sentence on what it teaches.
    minutes: 10
    ---

    ## The first step

    Say what is given, and let the learner change it.

    ```nabla edit=z
    z = torch.tensor([2.0, 1.0, 0.1])
    ```

    The largest logit is {{ z.max():.1f}}.

    <!-- notes: What a teacher says here. -->

    ---

    ## Your turn

    ```quiz
    id: largest
    kind: number
    ask: What is the softmax probability of the largest of the logits {{ [round(x, 1) for x in z.tolist()] }}?
    answer: softmax(z).max()
    tolerance: 0.005
    mistakes:
    \(mistakes(
      "That is the smallest probability.", "That is the logarithm of the probability.",
      "That is the exponential alone. Divide it by the sum of all."))
    hints:
      - Take the exponential of each logit, and divide by their sum.
    because: The exponentials add up to {{ z.exp().sum():.4f}}, and the largest is {{ z.exp().max():.4f}}.
    ```

    """
  }

  private static func chinese(_ name: String) -> String {
    """
    ---
    id: \(name)
    title: 新的一课
    summary: 用一句话说明这一课讲什么。
    minutes: 10
    ---

    ## 第一步

    说明已知什么，让学习者动手改一改。

    ```nabla edit=z
    z = torch.tensor([2.0, 1.0, 0.1])
    ```

    最大的logit是{{ z.max():.1f}}。

    <!-- notes: 老师在这里讲的话。 -->

    ---

    ## 轮到你了

    ```quiz
    id: largest
    kind: number
    ask: logit为{{ [round(x, 1) for x in z.tolist()] }}，其中最大者的softmax概率是多少？
    answer: softmax(z).max()
    tolerance: 0.005
    mistakes:
    \(mistakes("这是最小的概率。", "这是概率的对数。", "这只是指数，还要除以总和。"))
    hints:
      - 对每个logit取指数，再除以它们的和。
    because: 各指数之和为{{ z.exp().sum():.4f}}，最大的是{{ z.exp().max():.4f}}。
    ```

    """
  }

  private static func mistakes(_ least: String, _ logarithm: String, _ power: String) -> String {
    """
      - value: softmax(z).min()
        say: \(least)
      - value: log_softmax(z).max()
        say: \(logarithm)
      - value: z.exp().max()
        say: \(power)
    """
  }
}
