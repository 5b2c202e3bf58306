import ArgumentParser
import TutorUI

/// Shows the screen's size and what each key comes to, for finding out what a terminal sends.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Show what each key comes to.")

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws {
    ProcessEdge.prepare()
    do {
      try KeyDisplay.runner(isASCII: ascii).run().end()
    } catch {
      ProcessEdge.complain("nabla: " + error.sentences(instead: ""))
      throw ExitCode(2)
    }
  }
}
