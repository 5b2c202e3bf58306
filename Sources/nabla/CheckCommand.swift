import ArgumentParser
import Glibc
import Lessons
import TutorUI

/// `nabla check`: proves a course or a lesson.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove a course: run its programs, judge its answers, compare its languages.",
    discussion: """
      Each finding names its file, line and column, quotes the line and says what to do. The exit \
      status is 0 where all proofs hold, 1 where there are findings, 64 for wrong usage.
      """)

  @Argument(help: "A content folder, or a lesson's file.", completion: .file())
  var paths: [String] = ["content"]

  @Option(help: "How often a question with fresh inputs is drawn.")
  var draws = 50

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws {
    for path in paths where access(path, F_OK) != 0 {
      throw ValidationError("There is no file or folder “\(path)”.")
    }
    guard (1...10_000).contains(draws) else {
      throw ValidationError("'--draws' is a number from 1 to 10000.")
    }
  }

  func run() throws {
    let check = CourseCheck(
      draws: draws,
      formula: { latex in
        Formula.error(in: latex).map { "The formula cannot be set: \($0)" }
      },
      screen: { step, lesson in StepFit.problem(step, in: lesson) })
    var plan = CourseCheck.Plan()
    for path in paths { plan.add(check.plan(path)) }
    let report = CheckRun(check: check, plan: plan).report()
    // A report is for readers wherever it goes, and a lesson may have put anything into it.
    let text = json ? report.json : PlainText.harmless(report.text)
    Output.write(text + "\n", to: STDOUT_FILENO)
    if !report.findings.isEmpty { throw ExitCode(1) }
  }
}
