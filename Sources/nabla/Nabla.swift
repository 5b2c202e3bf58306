import ArgumentParser
import TutorUI

struct Nabla: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A tutor for the mathematics of a classifier.",
    subcommands: [
      CheckCommand.self,
      EvalCommand.self,
      SchedulerCommand.self,
      KeyTest.self,
      LearnCommand.self,
      PlayCommand.self,
      ReplCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)
}

@main
enum Entry {
  /// Runs what was asked for; `nabla` alone opens the course without the parser of arguments, which
  /// takes as long as all the rest of the way to the first frame.
  static func main() {
    guard CommandLine.arguments.count == 1 else { return Nabla.main() }
    do {
      try Opening().run()
    } catch {
      Nabla.exit(withError: error)
    }
  }
}
