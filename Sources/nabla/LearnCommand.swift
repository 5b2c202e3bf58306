import ArgumentParser
import Lessons
import TutorUI

/// Opens the course on the full screen.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Open the course, or one of its lessons.")

  @Argument(help: "The lesson to open, by its name (softmax) or its file's path.")
  var lesson: String?

  @Option(help: "The folder the course is in.")
  var content: String?

  @Option(help: "The language: en or zh.")
  var language: CourseLanguage?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Line by line, without a screen: for pipes and screen readers.")
  var plain = false

  func run() throws {
    try Opening(lesson: lesson, content: content, language: language, ascii: ascii, plain: plain)
      .run()
  }
}

extension CourseLanguage: ExpressibleByArgument {}
