import Lessons

/// The whole application as a value: what is on the screen follows from it and nothing else.
public struct App: Sendable, Hashable {
  /// The size of the screen.
  public internal(set) var size: Size
  /// The language of the screens and the lessons.
  public internal(set) var language: CourseLanguage
  /// The list of lessons.
  var course: CourseList
  /// The lesson the home screen's cursor is on.
  var choice: Int
  /// Whether a lesson was just left, so that the cursor goes to what comes next.
  var isGoingOn = false
  /// The open lesson, if one is open.
  var lesson: LessonState?
  /// Whether nothing moves by itself: a film shows its last frame at once.
  var isStill = false
  /// Whether lessons are shown to a class.
  var isPresenting = false
  /// The drill, while it is open.
  var drill: DrillState?
  /// The statistics screen, while it is open.
  var statistics: StatisticsState?
  /// How many cards are due today, once they are counted.
  var due: Int?
  /// The REPL, while it is open.
  var repl: Repl?
  /// What lies over the screen, the topmost last.
  var overlays: [Overlay] = []
  /// Whether the file of the open lesson is being written, and is looked at again and again.
  var isPreview = false
  /// The course's texts, once they were searched.
  var searchIndex: SearchIndex?
  /// A line that tells something until the next key.
  var notice: Notice?
  /// Whether something is computed that takes long.
  var isComputing = false

  /// The smallest screen that can be used.
  public static let smallest = Size(columns: 40, rows: 12)

  /// Makes the application on its home screen.
  public init(size: Size, language: CourseLanguage, course: CourseList) {
    self.size = size
    self.language = language
    self.course = course
    choice = course.next
  }

  /// Whether there is room to work.
  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// A phrase in the language of the screen.
  func text(_ phrase: Phrase) -> String { Wording.text(phrase, in: language) }

  /// The rows between the header and the footer.
  var bodyRows: Int { max(1, size.rows - (lesson?.talk == nil ? 4 : 2)) }
}

/// Something that lies over the screen and takes the keys.
enum Overlay: Sendable, Hashable {
  case help(scroll: Int)
  case contents(ContentsList)
  case cell(CellCard)
  case search(SearchBox)
  case seed(SeedBox)

  /// What the keys mean while it is topmost.
  var context: KeyContext {
    switch self {
    case .help: .help
    case .contents: .contents
    case .cell: .cell
    case .search: .search
    case .seed: .seed
    }
  }
}
