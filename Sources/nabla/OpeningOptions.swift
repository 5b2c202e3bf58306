import ArgumentParser
import Lessons

/// The options of every command that shows the course.
struct CourseOptions: ParsableArguments {
  @Option(help: "The folder the course is in.")
  var content: String?

  @Option(help: "The language: en or zh.")
  var language: CourseLanguage?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  /// What is opened on the full screen.
  func opening(_ lesson: String? = nil) -> Opening {
    Opening(lesson: lesson, content: content, asked: language, ascii: ascii)
  }
}

/// The options of every command that shows the course on the full screen, or line by line.
struct OpeningOptions: ParsableArguments {
  @OptionGroup var course: CourseOptions

  @Flag(help: "Line by line, without a screen: for pipes and screen readers.")
  var plain = false

  /// What is opened.
  func opening(_ lesson: String? = nil) -> Opening {
    var opening = course.opening(lesson)
    opening.plain = plain
    return opening
  }
}

extension CourseLanguage: ExpressibleByArgument {}
