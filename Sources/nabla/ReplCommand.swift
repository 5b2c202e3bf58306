import ArgumentParser
import Language
import Lessons
import TutorUI

/// Opens the REPL by itself.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Type Python and PyTorch, and see what comes of it.")

  @Option(help: "The language of the screen: en or zh.")
  var language: CourseLanguage?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Say nothing of what was probably meant.")
  var noNotes = false

  func run() throws {
    ProcessEdge.prepare()
    let opening = Opening(asked: language, ascii: ascii)
    let session = Session()
    session.givesNotes = !noNotes
    let instead = "Or run `nabla eval -`, which runs the program on its standard input."
    try opening.endOf(instead: instead) { () throws(TerminalError) in
      try ReplScreen.runner(
        session: session, language: opening.language ?? Desk(content: nil)?.language ?? .english,
        usesColour: ProcessEdge.wantsColour, isASCII: ascii
      ).run()
    }.end()
  }
}
