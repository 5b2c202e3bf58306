import ArgumentParser
import TutorUI

@main
struct Nabla: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A tutor for the mathematics of a classifier.",
    subcommands: [
      CheckCommand.self,
      EvalCommand.self,
      KeyTest.self,
      LearnCommand.self,
      PlayCommand.self,
      ReplCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)
}
