import Language
import Lessons

/// The REPL by itself: `nabla repl`.
public enum ReplScreen {
  /// A runner for it, in a session of its own.
  public static func runner(
    session: Session, language: CourseLanguage, theme: Theme = .ofSurroundings,
    usesColour: Bool = true,
    isASCII: Bool = false
  ) throws(TerminalError) -> Runner<Repl, ReplMessage, ReplEffect> {
    let desk = ReplDesk(session: session)
    let program = Runner<Repl, ReplMessage, ReplEffect>.Program(
      update: { $0.update($1) },
      render: { repl, _ in repl.render() },
      message: message,
      perform: { desk.perform($0, isInterrupted: $1) })
    let repl = Repl(language: language, variables: desk.variables)
    return try Runner(
      program, state: repl, opening: repl.opening, theme: theme, usesColour: usesColour,
      isASCII: isASCII)
  }

  private static func message(_ event: Event) -> ReplMessage? {
    switch event {
    case .key(let key): .key(key)
    case .resized(let size): .resized(size)
    case .interrupted: .interrupted
    case .resumed, .computing, .woken, .ending: nil
    }
  }
}
