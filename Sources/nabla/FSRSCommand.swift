import ArgumentParser
import Glibc
import Language
import Lessons

/// `nabla fsrs`: schedules histories of reviews, to hold the scheduler against py-fsrs.
struct FSRSCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fsrs", abstract: "Schedule histories of reviews by FSRS-6.",
    discussion: """
      Each line of the file is an object with 'reviews', a list of {"after_s", "rating"}, and where \
      wished 'desired_retention', 'parameters', 'learning_steps', 'relearning_steps' and \
      'maximum_interval'. It is printed with what each review makes of the card.
      """)

  @Option(help: "The file with the histories, one JSON object a line; '-' reads standard input.")
  var cases: String

  func run() throws {
    let text: String
    do {
      text = try Input.text(of: cases)
    } catch {
      throw refused("nabla cannot read \(cases): \(error.reason).")
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      do throws(SchedulerCase.Fault) {
        let scheduled = try SchedulerCase(String(line)).scheduled
        Output.write(scheduled.line + "\n", to: STDOUT_FILENO)
      } catch {
        throw refused("\(cases), line \(number + 1): \(error.message).")
      }
    }
  }

  private func refused(_ sentence: String) -> ExitCode {
    Output.write(sentence + "\n", to: STDERR_FILENO)
    return ExitCode(64)
  }
}
