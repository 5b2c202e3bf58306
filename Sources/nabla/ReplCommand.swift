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
    try Self.run(Opening(asked: language, ascii: ascii), givesNotes: !noNotes)
  }

  /// Opens the REPL, and returns when the learner has left.
  static func run(_ opening: Opening, givesNotes: Bool) throws {
    ProcessEdge.prepare()
    let session = Session()
    session.givesNotes = givesNotes
    let instead = "Or run `nabla eval -`, which runs the program on its standard input."
    let learner = ProgressStore(folder: DataFolder.path())
    let ending = try opening.endOf(instead: instead) { () throws(TerminalError) in
      try ReplScreen.runner(
        session: session, language: opening.language ?? learner.language,
        usesColour: ProcessEdge.wantsColour, isASCII: opening.ascii
      ).run()
    }
    // To close the file takes longer than to start, and wakes threads that then go on waking up.
    withExtendedLifetime(learner) {}
    try ending.end()
  }
}
