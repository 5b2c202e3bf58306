import Lessons

/// The notes of a presentation that runs in another terminal: it follows by itself.
public struct NotesScreen: Sendable, Hashable {
  var size = Size(columns: 80, rows: 24)
  var language: CourseLanguage
  /// Where the presentation stands; nil where none runs.
  var report: TalkReport?
  /// Whether one ran before.
  var hasEnded = false
  /// When it began, and what time it is, in seconds since 1970.
  var start = 0.0
  var now = 0.0
  /// The seconds by which the clock of the surroundings is ahead of Greenwich's.
  var offset = 0.0
  /// The first line of the notes that is seen.
  var scroll = 0

  /// Makes the screen before anything is known.
  public init(language: CourseLanguage) { self.language = language }

  /// What happens to the screen.
  public enum Message: Sendable, Hashable {
    case key(Key)
    case resized(Size)
    /// It is time to look again.
    case woken
    /// What was seen, and when.
    case looked(TalkFile.Sighting, now: Double, offset: Double)
  }

  /// What the screen asks of the world.
  public enum Effect: Sendable, Hashable {
    /// Look where the presentation stands, and what time it is.
    case look
    /// Wake the screen a little later.
    case rest
    case quit, suspend, repaint
  }

  /// Changes the state, and tells what is to be done.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(.control("z")): return [.suspend]
    case .key(let key):
      let command =
        KeyTable.command(for: key, in: .notes) ?? KeyTable.command(for: key, in: .everywhere)
      return command.map { perform($0) } ?? []
    case .resized(let size): self.size = size
    case .woken: return [.look]
    case .looked(let sighting, let now, let offset):
      take(sighting)
      (self.now, self.offset) = (now, offset)
      return [.rest]
    }
    clampScroll()
    return []
  }

  private mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .repaint: return [.repaint]
    case .up: scroll -= 1
    case .down: scroll += 1
    case .pageUp: scroll -= max(1, noteRows.count - 1)
    case .pageDown: scroll += max(1, noteRows.count - 1)
    default: break
    }
    clampScroll()
    return []
  }

  private mutating func take(_ sighting: TalkFile.Sighting) {
    switch sighting {
    case .nothing:
      hasEnded = hasEnded || report != nil
      report = nil
    case .running(let new, let since):
      if new.step != report?.step || new.lesson != report?.lesson { scroll = 0 }
      report = new
      language = new.language
      start = since
    }
    clampScroll()
  }

  private mutating func clampScroll() {
    scroll = max(0, min(scroll, noteLines.count - noteRows.count))
  }

  var footer: Footer {
    Footer(
      contexts: [.notes], language: language, columns: size.columns,
      isAvailable: { $0.command == .quit || noteLines.count > noteRows.count },
      phrase: { $0.phrase })
  }
}
