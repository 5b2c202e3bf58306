import ArgumentParser
import Glibc
import Language
import Lessons
import TutorUI

/// `nabla stats`: what the history comes to.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show retention, what is due by day, a calendar, weak topics and progress.")

  @Flag(help: "Print one JSON object instead.")
  var json = false

  @OptionGroup var opening: OpeningOptions

  func run() throws { try opening.opening().showStatistics(asJSON: json) }
}
