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
    ProcessEdge.prepare()
    guard let desk = Desk(content: content, lesson: lesson) else {
      ProcessEdge.complain(
        "nabla: There is no course here. Name its folder with --content PATH or NABLA_CONTENT.")
      throw ExitCode(2)
    }
    let language = language ?? Desk.language(ofPath: lesson) ?? desk.language
    if plain || PlainSitting.isNeeded {
      return try PlainSitting.run(lesson, desk: desk, language: language, isASCII: ascii)
    }
    let names = desk.course.lessons.map(\.name)
    if let lesson, !Desk.isPath(lesson), !names.contains(lesson) {
      ProcessEdge.complain(
        "nabla: There is no lesson `\(lesson)`. There are: \(names.joined(separator: ", ")).")
      throw ExitCode(64)
    }
    do {
      let sitting = Sitting(desk: desk, language: language, lesson: lesson)
      try sitting.runner(usesColour: ProcessEdge.wantsColour, isASCII: ascii).run().end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }
}

extension CourseLanguage: ExpressibleByArgument {}
