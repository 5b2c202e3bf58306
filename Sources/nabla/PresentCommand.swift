import ArgumentParser
import Lessons

/// `nabla present`: a lesson before a room, and the speaker's notes in a second terminal.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "Present a lesson to a room, or show the speaker's notes.",
    discussion: """
      The pieces of a step come one at a time; a program's result and a question's answer wait for a \
      key. 'nabla present --notes' in a second terminal follows by itself.
      """)

  @Argument(help: "The lesson, by its name (softmax) or its file's path.")
  var lesson: String?

  @Flag(help: "Show the notes on what another terminal presents, the next step and a clock.")
  var notes = false

  @Option(help: "The step to begin with, counted from 1.")
  var step = 1

  @Option(help: "The folder the course is in.")
  var content: String?

  @Option(help: "The language: en or zh.")
  var language: CourseLanguage?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func validate() throws {
    if notes == (lesson != nil) {
      throw ValidationError("Name a lesson to present, or ask for '--notes'.")
    }
    if step < 1 { throw ValidationError("'--step' is counted from 1.") }
  }

  func run() throws {
    let opening = Opening(lesson: lesson, content: content, language: language, ascii: ascii)
    try notes ? opening.showNotes() : opening.present(step: step)
  }
}
