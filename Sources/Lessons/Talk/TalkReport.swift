import Language

/// Where a presentation stands, as the notes in another terminal are told of it.
public struct TalkReport: Sendable, Hashable {
  /// The lesson's title.
  public var lesson: String
  /// The language it is shown in.
  public var language: CourseLanguage
  /// The number of the step on the screen, counted from 0.
  public var step: Int
  /// How many steps there are.
  public var count: Int
  /// The step's title.
  public var title: String
  /// The title of the step after it; nil where it is the last.
  public var next: String?
  /// What only the teacher sees.
  public var notes: [String]
  /// How many of the step's pieces are shown.
  public var shown: Int
  /// How many pieces it has.
  public var pieces: Int
  /// Whether the screen is blank.
  public var isBlank: Bool
  /// The answer of the question on the screen; empty where there is none.
  public var answer: String
  /// The hands counted so far, by choice; empty where none were.
  public var tally: [Hands]
  /// Whether the room sees the tally.
  public var isTallyShown: Bool

  /// The hands raised for one choice.
  public struct Hands: Sendable, Hashable {
    /// The choice's letter.
    public var letter: String
    /// How many there were; nil where they were not counted yet.
    public var count: Int?

    /// Makes a count.
    public init(letter: String, count: Int?) {
      self.letter = letter
      self.count = count
    }
  }

  /// Makes a report on a step none of whose questions is on the screen.
  public init(
    lesson: String, language: CourseLanguage, step: Int, count: Int, title: String, next: String?,
    notes: [String], shown: Int, pieces: Int
  ) {
    self.lesson = lesson
    self.language = language
    self.step = step
    self.count = count
    self.title = title
    self.next = next
    self.notes = notes
    self.shown = shown
    self.pieces = pieces
    isBlank = false
    answer = ""
    tally = []
    isTallyShown = false
  }
}

extension TalkReport {
  /// The report as JSON.
  public var json: JSON {
    .object([
      .init("lesson", .string(lesson)), .init("language", .string(language.rawValue)),
      .init("step", .int(step)), .init("count", .int(count)), .init("title", .string(title)),
      .init("next", next.map { .string($0) } ?? .null),
      .init("notes", .array(notes.map { .string($0) })),
      .init("shown", .int(shown)), .init("pieces", .int(pieces)), .init("blank", .bool(isBlank)),
      .init("answer", .string(answer)),
      .init(
        "tally",
        .array(
          tally.map {
            .object([
              .init("letter", .string($0.letter)),
              .init("count", $0.count.map { .int($0) } ?? .null),
            ])
          })),
      .init("tallyShown", .bool(isTallyShown)),
    ])
  }

  /// Reads a report; nil where something is missing or is not what it should be.
  public init?(_ json: JSON) {
    guard let lesson = json["lesson"]?.text, let title = json["title"]?.text,
      let language = json["language"]?.text.flatMap(CourseLanguage.init(rawValue:)),
      let step = json["step"]?.whole, let count = json["count"]?.whole,
      let shown = json["shown"]?.whole, let pieces = json["pieces"]?.whole,
      step < count, shown <= pieces
    else { return nil }
    self.init(
      lesson: lesson, language: language, step: step, count: count, title: title,
      next: json["next"]?.text, notes: (json["notes"]?.items ?? []).compactMap(\.text),
      shown: shown, pieces: pieces)
    isBlank = json["blank"] == .bool(true)
    answer = json["answer"]?.text ?? ""
    tally = (json["tally"]?.items ?? []).compactMap { hands in
      hands["letter"]?.text.map { Hands(letter: $0, count: hands["count"]?.whole) }
    }
    isTallyShown = json["tallyShown"] == .bool(true)
  }
}

extension JSON {
  /// A whole number that is not negative.
  fileprivate var whole: Int? {
    if case .int(let number) = self, number >= 0 { number } else { nil }
  }

  fileprivate var items: [JSON] { if case .array(let items) = self { items } else { [] } }
}
