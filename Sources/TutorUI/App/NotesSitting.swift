import Lessons

/// A presenter at the notes: the screen, and the loop that looks where the presentation stands.
public enum NotesSitting {
  /// How long the screen rests between two looks, in milliseconds.
  private static let rest = 250

  /// A runner; `look` tells what there is, what time it is, and how far ahead the clock here is.
  public static func runner(
    language: CourseLanguage, usesColour: Bool, isASCII: Bool,
    look: @escaping () -> (TalkFile.Sighting, now: Double, offset: Double)
  ) throws(TerminalError) -> Runner<NotesScreen, NotesScreen.Message, NotesScreen.Effect> {
    let program = Runner<NotesScreen, NotesScreen.Message, NotesScreen.Effect>.Program(
      update: { $0.update($1) },
      render: { screen, _ in screen.render() },
      message: message,
      perform: { effect, _ in
        switch effect {
        case .look:
          let seen = look()
          return .messages([.looked(seen.0, now: seen.now, offset: seen.offset)])
        case .rest: return .request(.wake(milliseconds: rest))
        case .quit: return .request(.quit(status: 0))
        case .suspend: return .request(.suspend)
        case .repaint: return .request(.repaint)
        }
      })
    return try Runner(
      program, state: NotesScreen(language: language), opening: [.look], usesColour: usesColour,
      isASCII: isASCII)
  }

  private static func message(_ event: Event) -> NotesScreen.Message? {
    switch event {
    case .key(let key): .key(key)
    case .resized(let size): .resized(size)
    case .interrupted: .key(.control("c"))
    case .woken, .resumed: .woken
    case .computing, .ending: nil
    }
  }
}
