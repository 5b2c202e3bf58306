import Language

/// What the second terminal shows to the one who speaks: notes, what comes next, and since when.
public struct SpeakerPage: Sendable, Hashable {
  /// The lesson's title.
  public var lesson: String
  /// The language of the lesson.
  public var language: CourseLanguage
  /// The step's number, counted from 0.
  public var step: Int
  /// How many steps there are.
  public var steps: Int
  /// The step's title.
  public var title: String
  /// The title of the next step; nil on the last one.
  public var next: String?
  /// The notes on the step.
  public var notes: [String]
  /// How many pieces of the step are shown.
  public var pieces: Int
  /// How many pieces the step has.
  public var total: Int
  /// Whether the screen is blank.
  public var isBlank: Bool
  /// When the lesson began, in seconds since 1970.
  public var started = 0.0
  /// When the step began.
  public var stepStarted = 0.0

  /// Makes a page; when it began is the desk's to say.
  public init(
    lesson: String, language: CourseLanguage, step: Int, steps: Int, title: String, next: String?,
    notes: [String], pieces: Int, total: Int, isBlank: Bool
  ) {
    self.lesson = lesson
    self.language = language
    self.step = step
    self.steps = steps
    self.title = title
    self.next = next
    self.notes = notes
    self.pieces = pieces
    self.total = total
    self.isBlank = isBlank
  }

  /// The page as a JSON object.
  public var json: JSON {
    .object([
      .init("lesson", .string(lesson)), .init("language", .string(language.rawValue)),
      .init("step", .int(step)), .init("steps", .int(steps)), .init("title", .string(title)),
      .init("next", next.map { .string($0) } ?? .null),
      .init("notes", .array(notes.map { .string($0) })), .init("pieces", .int(pieces)),
      .init("total", .int(total)), .init("blank", .bool(isBlank)),
      .init("started", .float(started)), .init("step_started", .float(stepStarted)),
    ])
  }

  /// Reads a page; nil where it is none.
  public init?(json: JSON) {
    guard let lesson = json["lesson"]?.text, let title = json["title"]?.text,
      let language = json["language"]?.text.flatMap(CourseLanguage.init(rawValue:)),
      let step = json.whole("step"), let steps = json.whole("steps"),
      let pieces = json.whole("pieces"), let total = json.whole("total"),
      let started = json["started"]?.number, let stepStarted = json["step_started"]?.number,
      case .array(let notes)? = json["notes"]
    else { return nil }
    self.init(
      lesson: lesson, language: language, step: step, steps: steps, title: title,
      next: json["next"]?.text, notes: notes.compactMap(\.text), pieces: pieces, total: total,
      isBlank: json["blank"] == .bool(true))
    self.started = started
    self.stepStarted = stepStarted
  }
}

extension JSON {
  fileprivate func whole(_ name: String) -> Int? {
    self[name]?.number.flatMap(Int.init(exactly:))
  }
}
