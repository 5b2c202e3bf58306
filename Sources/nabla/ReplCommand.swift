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

  @Flag(help: "Say nothing of what was probably meant.")
  var noNotes = false

  func run() throws {
    ProcessEdge.prepare()
    let session = Session()
    session.givesNotes = !noNotes
    do {
      let runner = try ReplScreen.runner(
        session: session, language: .english, usesColour: ProcessEdge.wantsColour, isASCII: ascii)
      runner.run().end()
    } catch {
      ProcessEdge.complain("nabla: \(error)")
      throw ExitCode(2)
    }
  }
}
