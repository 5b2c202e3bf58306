/// Something the learner did, as the history keeps it for ever.
public struct HistoryEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: Sendable, Hashable {
    /// A step was shown.
    case seen
    /// A question was answered.
    case answered(Attempt)
    /// A question's answer was asked for.
    case revealed(quiz: String, seed: UInt64)
    /// A question was passed over.
    case skipped(quiz: String, seed: UInt64)
    /// The lesson was left at its step.
    case left
    /// A card was reviewed; the review names its card.
    case reviewed(Review)
    /// A review does not count: the one of a card at a time.
    case withdrawn(quiz: String, time: Double)
    /// A card is not to be asked for now.
    case suspended(quiz: String)
    /// A card that was suspended is asked for again.
    case resumed(quiz: String)

    /// Whether it is about a card, and no way through a lesson.
    public var isDrill: Bool {
      switch self {
      case .reviewed, .withdrawn, .suspended, .resumed: true
      case .seen, .answered, .revealed, .skipped, .left: false
      }
    }
  }

  /// An answer to a question.
  public struct Attempt: Sendable, Hashable {
    /// The question's name within its lesson.
    public var quiz: String
    /// The seed it was drawn from.
    public var seed: UInt64
    /// The answer as typed, or the texts of the choices taken.
    public var answer: String
    /// What was thought of it.
    public var judgement: Verdict.Judgement
    /// How many hints had been shown.
    public var hints: Int
    /// Which try it was, counted from 1.
    public var tries: Int

    /// Makes an attempt.
    public init(
      quiz: String, seed: UInt64, answer: String, judgement: Verdict.Judgement, hints: Int,
      tries: Int
    ) {
      self.quiz = quiz
      self.seed = seed
      self.answer = answer
      self.judgement = judgement
      self.hints = hints
      self.tries = tries
    }
  }

  /// When, in seconds since 1970.
  public var time: Double
  /// The lesson's name.
  public var lesson: String
  /// The step's number, counted from 0.
  public var step: Int
  /// What was done.
  public var kind: Kind
  /// What the step is known by when the lesson was edited; older histories have only its number.
  public var mark: StepMark?

  /// Makes an event.
  public init(time: Double, lesson: String, step: Int, kind: Kind, mark: StepMark? = nil) {
    self.time = time
    self.lesson = lesson
    self.step = step
    self.kind = kind
    self.mark = mark
  }

  /// Makes the event of a card's review.
  public init(time: Double, _ review: Review) {
    self.init(time: time, lesson: review.card.lesson, step: 0, kind: .reviewed(review))
  }
}

/// How far a learner has come in the course.
public struct CourseProgress: Sendable, Hashable {
  /// How far a learner has come in one lesson.
  public struct Place: Sendable, Hashable {
    /// The steps seen, counted from 0, of which only the number is known.
    public var seen: Set<Int> = []
    /// The steps seen that have marks.
    public var marks: Set<StepMark> = []
    /// The numbers those had when they were seen.
    public var markedSteps: Set<Int> = []
    /// The questions answered rightly.
    public var solved: Set<String> = []
    /// The questions whose answer was shown.
    public var revealed: Set<String> = []
    /// The step last looked at.
    public var last = 0
    /// That step's mark, where it has one.
    public var lastMark: StepMark?
    /// When, in seconds since 1970.
    public var time: Double = 0
    /// Which of the places was visited last: a number that grows with each event, whatever the
    /// clock does.
    public var order = 0

    /// Makes a place where nothing is seen yet.
    public init() {}

    /// Takes a step for seen.
    mutating func see(_ step: Int, _ mark: StepMark?) {
      guard let mark else {
        seen.insert(step)
        return
      }
      marks.insert(mark)
      markedSteps.insert(step)
    }
  }

  /// The places by lesson.
  public var lessons: [String: Place] = [:]

  /// Makes the progress of someone who has not begun.
  public init() {}

  /// The lesson last looked at.
  public var current: String? {
    lessons.max { $0.value.order < $1.value.order }?.key
  }

  /// Takes an event into account, as the stored history does.
  public mutating func apply(_ event: HistoryEvent) {
    guard !event.kind.isDrill else { return }
    var place = lessons[event.lesson] ?? Place()
    place.last = event.step
    place.lastMark = event.mark
    place.time = event.time
    place.order = (lessons.values.map(\.order).max() ?? 0) + 1
    switch event.kind {
    case .seen: place.see(event.step, event.mark)
    case .answered(let attempt) where attempt.judgement == .right:
      place.solved.insert(attempt.quiz)
    case .revealed(let quiz, _): place.revealed.insert(quiz)
    default: break
    }
    lessons[event.lesson] = place
  }
}
