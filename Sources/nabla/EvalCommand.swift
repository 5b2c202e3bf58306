import ArgumentParser
import Glibc
import Language
import Math
import TutorUI

/// `nabla eval`: runs a program and writes what comes of it.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Run a program in nabla's Python.",
    discussion: """
      What the program prints goes to standard output, then the value of its final expression. \
      Errors go to standard error, and the exit status is then 1.
      """)

  @Argument(help: "The file with the program; '-' reads it from standard input.")
  var file = "-"

  @Flag(help: "Add the steps by which the value came about.")
  var steps = false

  @Flag(help: "Write one JSON object instead of text.")
  var json = false

  @Flag(help: "Say nothing of what was probably meant.")
  var noNotes = false

  @OptionGroup(title: "Bounds")
  var limits: LimitOptions

  @Option(help: "Run the cases of a file, one JSON object a line, each in a fresh scope.")
  var cases: String?

  func validate() throws {
    if cases != nil && (steps || json || file != "-") {
      throw ValidationError("'--cases' stands alone: leave out the file, '--steps' and '--json'.")
    }
  }

  func run() throws {
    ArrayMemory.keep()
    if let cases { return try run(cases: cases) }
    let source = try text(of: file)
    let session = Session(limits: limits.limits)
    session.givesNotes = !noNotes
    session.shouldStop = ProcessEdge.isInterrupted
    ProcessEdge.beginOutput()
    if !json {
      let isWatched = isatty(STDOUT_FILENO) != 0
      session.listen = { ProcessEdge.print(isWatched ? PlainText.harmless($0) : $0) }
    }
    let (outcome, derivation) = steps ? session.explain(source) : (session.run(source), nil)
    ProcessEdge.endOutput()
    if json {
      Output.write(outcome.json(steps: derivation).line + "\n", to: STDOUT_FILENO)
    } else {
      write(outcome)
      if let derivation {
        Output.tell("\n" + derivation.text + "\n", to: STDOUT_FILENO)
      } else if steps, outcome.diagnostic == nil {
        Output.write("There are no steps: no tensor was computed.\n", to: STDERR_FILENO)
      }
    }
    if outcome.diagnostic?.type == "KeyboardInterrupt", ProcessEdge.isInterrupted() {
      ProcessEdge.dieOfInterruption()
    }
    if outcome.diagnostic != nil { throw ExitCode(1) }
  }

  /// Writes what came of a program, whose output has been printed already.
  private func write(_ outcome: Outcome) {
    for warning in outcome.warnings { Output.tell("Warning: \(warning)\n", to: STDERR_FILENO) }
    if let text = outcome.text { Output.write(text + "\n", to: STDOUT_FILENO) }
    for note in outcome.notes { Output.tell(note.rendered + "\n", to: STDERR_FILENO) }
    if let diagnostic = outcome.diagnostic {
      Output.tell(diagnostic.rendered + "\n", to: STDERR_FILENO)
    }
  }

  private func run(cases path: String) throws {
    let lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let json: JSON
      do {
        json = try JSON(reading: String(line))
      } catch {
        throw refused("\(path), line \(number + 1): \(error.message).")
      }
      guard let id = json["id"]?.text, let code = json["code"]?.text else {
        throw refused("\(path), line \(number + 1): expected an object with 'id' and 'code'.")
      }
      let session = Session(limits: limits.limits)
      (session.givesNotes, session.triesFixes) = (false, false)
      Output.write(session.run(code).json(id: id).line + "\n", to: STDOUT_FILENO)
    }
  }

  private func text(of path: String) throws -> String {
    do {
      return try Input.text(of: path)
    } catch {
      throw refused("nabla cannot read \(path): \(error.reason).")
    }
  }

  private func refused(_ sentence: String) -> ExitCode {
    Output.write(sentence + "\n", to: STDERR_FILENO)
    return ExitCode(64)
  }
}
