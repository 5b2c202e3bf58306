import Language
import Lessons

/// The REPL's screen as a value: what was typed and what came of it, and the line being typed.
///
/// Running programs, reading the history and completing names are effects: the `Session` is where
/// they are carried out, and this never sees it.
public struct Repl: Sendable, Hashable {
  /// The size of the screen.
  public internal(set) var size: Size
  /// The language of the screen's own words.
  public var language: CourseLanguage
  /// Where it was opened from: a lesson's title, or nothing.
  public var place: String

  var entries: [Entry] = []
  var editor = LineEditor()
  var candidates: Candidates?
  var variables: [Variable] = []
  /// How many lines the transcript is moved back.
  var scroll = 0
  /// Whether values are shown as tables.
  var isTabular = false
  /// The first line of the list of keys that is seen, while it lies open.
  var help: Int?
  /// The program that runs, until its outcome comes.
  var running: String?

  /// The most entries kept.
  static let longestTranscript = 500
  /// From this width on the variables stand beside the transcript.
  static let panelFrom = 100
  static let panelColumns = 34

  /// Makes an empty screen.
  public init(
    size: Size = Size(columns: 80, rows: 24), language: CourseLanguage = .english,
    place: String = "", variables: [Variable] = []
  ) {
    self.size = size
    self.language = language
    self.place = place
    self.variables = variables
  }

  /// What has to be done when it opens.
  public var opening: [ReplEffect] { [.loadHistory] }

  /// One input and what came of it.
  struct Entry: Sendable, Hashable {
    var lines: [StyledLine]
    /// The same with its value as a table, where it is one.
    var tabular: [StyledLine]?
  }

  /// The lines of an entry as they are shown now.
  func lines(of entry: Entry) -> [StyledLine] {
    isTabular ? entry.tabular ?? entry.lines : entry.lines
  }

  /// What could stand at the cursor, and which of it stands there now.
  struct Candidates: Sendable, Hashable {
    var all: [Completion]
    var chosen: Int?
  }

  /// A variable and what it holds.
  public struct Variable: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its kind or dtype, and its shape or value.
    public var detail: String
  }
}

/// What the REPL is told.
public enum ReplMessage: Sendable, Hashable {
  case key(Key)
  case resized(Size)
  /// Somebody asked from outside to interrupt.
  case interrupted
  /// What was typed in earlier sittings, the newest last.
  case historyLoaded([String])
  /// A program ended.
  case evaluated(Outcome, variables: [Repl.Variable])
  /// What could stand at the cursor.
  case completed([Completion])
}

/// What the REPL asks for.
public enum ReplEffect: Sendable, Hashable {
  case loadHistory
  /// Keep an input for later sittings.
  case remember(String)
  /// Run a program; `evaluated` tells what came of it.
  case run(String)
  /// Find what could stand at a place, counted in bytes.
  case complete(String, at: Int)
  /// Go back to where the REPL was opened from.
  case leave
  case terminal(Request)
}
