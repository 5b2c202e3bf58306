import ArgumentParser
import Glibc
import Math
import TutorUI

struct Nabla: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A tutor for the mathematics of a classifier.", version: "nabla 1.0",
    subcommands: [
      CardsCommand.self,
      CheckCommand.self,
      DrillCommand.self,
      EvalCommand.self,
      FormulasCommand.self,
      HelpCommand.self,
      FSRSCommand.self,
      KeysCommand.self,
      LearnCommand.self,
      NewCommand.self,
      PlayCommand.self,
      PresentCommand.self,
      PreviewCommand.self,
      ProgressCommand.self,
      ReplCommand.self,
      StatsCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)
}

@main
enum Entry {
  /// Runs what was asked for.
  ///
  /// What is asked for most, and without options, opens without the parser of arguments, which takes
  /// as long as all the rest of the way to the first frame.
  static func main() {
    let questions = Interruption(
      isWanted: ProcessEdge.isInterrupted, memoryInUse: ProcessMemory.inUse)
    Interruption.$current.withValue(questions) { run() }
  }

  private static func run() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch words.first {
      case nil: try Opening().run()
      case "learn" where words.count == 2 && !words[1].hasPrefix("-"):
        try Opening(lesson: words[1]).run()
      case "repl" where words.count == 1: try ReplCommand.run(Opening(), givesNotes: true)
      default:
        var command = try Nabla.parseAsRoot()
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends as `Nabla.exit(withError:)` does, which would echo an argument with the controls in it.
  private static func end(with error: any Error) -> Never {
    let status = Nabla.exitCode(for: error)
    let message = Nabla.fullMessage(for: error)
    if !message.isEmpty {
      Output.write(message + "\n", to: status.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
    }
    exit(status.rawValue)
  }
}
