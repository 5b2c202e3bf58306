import Lessons

/// The course as a list of lines.
public enum PlainCourse {
  /// Each lesson with its name, how far the learner has come in it, and what it teaches.
  public static func text(_ list: CourseList, in language: CourseLanguage) -> String {
    var text = list.title.isEmpty ? "" : list.title + "\n"
    if let problem = list.problem { text += "! " + problem + "\n" }
    for part in list.parts {
      text += "\n" + part.title + "\n"
      for lesson in part.lessons { text += entry(lesson, in: language) }
    }
    let name = list.parts.flatMap(\.lessons).first { $0.isLast || $0.seen < $0.steps }?.id
    let open = Sentence(
      "Open one with: nabla learn --plain \(name ?? "NAME")",
      "打开一课：nabla learn --plain \(name ?? "名称")")
    return PlainText.harmless(text + "\n" + open[language] + "\n")
  }

  private static func entry(_ lesson: CourseList.Entry, in language: CourseLanguage) -> String {
    let seen = Sentence(
      "\(lesson.seen) of \(lesson.steps) steps seen", "已看 \(lesson.seen)/\(lesson.steps) 步")
    var lines = [StyledLine("  \(lesson.id): \(lesson.title) (\(seen[language]))")]
    lines += Layout.lines(of: lesson.problem ?? lesson.summary, width: 72).map {
      $0.indented(by: 6)
    }
    return PlainText.text(lines)
  }
}
