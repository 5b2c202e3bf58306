import ArgumentParser
import Math
import TutorUI

struct Nabla: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A tutor for the mathematics of a classifier.",
    subcommands: [
      CardsCommand.self,
      CheckCommand.self,
      DrillCommand.self,
      EvalCommand.self,
      FormulasCommand.self,
      HelpCommand.self,
      SchedulerCommand.self,
      KeyTest.self,
      LearnCommand.self,
      NewCommand.self,
      PlayCommand.self,
      PresentCommand.self,
      PreviewCommand.self,
      ProgressCommand.self,
      ReplCommand.self,
      StatisticsCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)
}

@main
enum Entry {
  /// Runs what was asked for; `nabla` and `nabla learn NAME` open the course without the parser of
  /// arguments, which takes as long as all the rest of the way to the first frame.
  static func main() {
    let questions = Interruption(
      isWanted: ProcessEdge.isInterrupted, memoryInUse: ProcessMemory.inUse)
    Interruption.$current.withValue(questions) { run() }
  }

  private static func run() {
    let words = CommandLine.arguments.dropFirst()
    guard words.isEmpty || words.count == 2 && words.first == "learn",
      words.last?.hasPrefix("-") != true
    else { return Nabla.main() }
    do {
      try Opening(lesson: words.last).run()
    } catch {
      Nabla.exit(withError: error)
    }
  }
}
