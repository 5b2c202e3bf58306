import ArgumentParser
import Language
import Lessons
import TutorUI

/// Opens the REPL by itself.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Type Python and PyTorch, and see what comes of it.")

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws {
    ProcessEdge.prepare()
    do {
      let runner = try ReplScreen.runner(
        session: Session(), language: .english, usesColour: ProcessEdge.wantsColour, isASCII: ascii)
      runner.run().end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }
}
