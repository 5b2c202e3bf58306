import ArgumentParser
import Glibc
import Lessons

/// `nabla new`: starts something an author then writes.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a lesson.", subcommands: [NewLessonCommand.self])
}

/// `nabla new lesson NAME`: a file in each language, and its place in the course.
struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Start a lesson: a file in each language, and its name in course.yaml.")

  @Argument(help: "The lesson's name for ever: small letters, digits and hyphens.")
  var name: String

  @Option(help: "The folder the course is in.")
  var content = "content"

  func run() throws {
    switch NewLesson.write(name, in: ContentFolder(content)) {
    case .success(let files):
      for file in files { Output.write(file + "\n", to: STDOUT_FILENO) }
      Output.write("Look at it with: nabla preview \(files[0])\n", to: STDOUT_FILENO)
    case .failure(let finding):
      Output.write("nabla: \(finding.report)\n", to: STDERR_FILENO)
      throw ExitCode(1)
    }
  }
}
