import Language
import Lessons

/// Carries out what the REPL asks for, in a session.
public struct ReplDesk {
  private let session: Session
  private let history: HistoryFile?

  /// Makes a desk for a session; a lesson gives a fork of its own, which cannot harm it.
  public init(session: Session, history: HistoryFile? = HistoryFile(data: DataFolder.path())) {
    self.session = session
    self.history = history
  }

  /// What running a text comes to; `name?` asks for help on a name.
  private func outcome(of text: String) -> Outcome {
    let line = text.filter { !$0.isWhitespace }
    guard line.last == "?" else { return session.runInteractively(text) }
    let name = String(line.drop { $0 == "?" }.prefix { $0 != "?" })
    if let help = session.help(on: name) { return Outcome(printed: help) }
    return Outcome(
      diagnostic: Diagnostic(type: "NameError", message: "name '\(name)' is not defined"))
  }

  /// The variables there are now.
  public var variables: [Repl.Variable] {
    session.variables.filter { $0.name != "_" }.map {
      Repl.Variable(name: $0.name, value: $0.value)
    }
  }

  /// Carries out an effect.
  ///
  /// `leave` ends the program; where the REPL was opened from a lesson, the lesson takes that one
  /// before.
  public func perform(
    _ effect: ReplEffect, isInterrupted: @escaping () -> Bool
  ) -> Performed<ReplMessage> {
    switch effect {
    case .loadHistory: return .messages([.historyLoaded(history?.load() ?? [])])
    case .remember(let text):
      history?.append(text)
      return .messages([])
    case .run(let text):
      session.shouldStop = isInterrupted
      let outcome = outcome(of: text)
      session.shouldStop = nil
      return .messages([.evaluated(outcome, variables: variables)])
    case .complete(let text, let place):
      return .messages([.completed(session.completions(of: text, at: place))])
    case .leave: return .request(.quit(status: 0))
    case .terminal(let request): return .request(request)
    }
  }
}
