import ArgumentParser
import Lessons
import TutorUI

/// Opens the course on the full screen.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Open the course, or one of its lessons.")

  @Argument(help: "The lesson to open, by its name (softmax) or its file's path.")
  var lesson: String?

  @OptionGroup var opening: OpeningOptions

  func run() throws {
    try opening.opening(lesson).run()
  }
}
