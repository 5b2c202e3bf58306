import ArgumentParser
import Lessons
import TutorUI

/// `nabla drill`: brings back what is about to be forgotten, with fresh numbers each time.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "Drill what you are about to forget, or be interviewed.",
    discussion: """
      Without options it opens the drill's menu. Cards are the questions of the lessons you have \
      seen and an interview bank; when each comes back follows from how you answered it (FSRS-6).
      """)

  @Option(help: "Only cards about this topic; may be given several times.")
  var topic: [String] = []

  @Option(help: "Only cards that are easy, medium or hard; may be given several times.")
  var difficulty: [Quiz.Difficulty] = []

  @Option(help: "At most so many cards.")
  var count: Int?

  @Option(help: "At most so many minutes.")
  var minutes: Double?

  @Flag(help: "Ask cards whether they are due or not, and leave the schedule alone.")
  var cram = false

  @Flag(help: "Mixed questions against the clock: one try, no hints, a report at the end.")
  var interview = false

  @Option(help: "How likely a card is to be known when it comes back, 0.70 to 0.97; it is kept.")
  var retention: Double?

  @Option(help: "Draw the same cards and numbers as another session with this seed.")
  var seed: UInt64?

  @OptionGroup var opening: OpeningOptions

  func validate() throws {
    if cram && interview { throw ValidationError("'--cram' and '--interview' do not go together.") }
    if let count, count < 1 { throw ValidationError("'--count' is at least 1.") }
    if let retention, !Scheduler.retentions.contains(retention) {
      throw ValidationError("'--retention' lies between 0.70 and 0.97, as in '--retention 0.9'.")
    }
    if let minutes, !(minutes > 0) || minutes > 1440 {
      throw ValidationError("'--minutes' is more than 0, and at most 1440.")
    }
  }

  func run() throws {
    let plan = DrillPlan(
      mode: interview ? .interview : cram ? .cram : .review, topics: Set(topic),
      difficulties: Set(difficulty), count: count, minutes: minutes)
    let isAsked = plan != DrillPlan() || seed != nil
    try opening.opening().drill(
      isAsked ? plan : nil, seed: seed, retention: retention)
  }
}

extension Quiz.Difficulty: ExpressibleByArgument {}
