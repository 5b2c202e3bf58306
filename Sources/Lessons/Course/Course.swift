/// The course: its lessons in order, each by its head; bodies are read when a lesson is opened.
public struct Course: Sendable {
  /// A lesson in the list.
  public struct Entry: Sendable, Hashable {
    /// Its file's name without the ending, which is its id.
    public var name: String
    /// Its heads by language, as far as they were read.
    public var heads: [CourseLanguage: LessonHead]
    /// Why it cannot be opened in a language.
    public var problems: [CourseLanguage: Finding]

    /// The head in a language, or in the other where there is none.
    public func head(_ language: CourseLanguage) -> LessonHead? {
      heads[language] ?? heads[language.other]
    }
  }

  /// A chapter of the course.
  public struct Part: Sendable, Hashable {
    /// Its title by language.
    public var title: [CourseLanguage: String]
    /// Its lessons in order.
    public var lessons: [Entry]
  }

  /// The course's title by language.
  public var title: [CourseLanguage: String]
  /// Its chapters in order.
  public var parts: [Part]
  /// What is wrong with the course's own file.
  public var findings: [Finding]

  /// All lessons in order.
  public var lessons: [Entry] { parts.flatMap(\.lessons) }
}
