import Lessons

/// The drill as it stands: its menu, a card on the table, or what a session came to.
struct DrillState: Sendable, Hashable {
  /// What is on the screen.
  enum Phase: Sendable, Hashable {
    case menu
    /// A card lies on the table; its question is the open lesson's.
    case card
    case report
  }

  /// What is on the screen.
  var phase = Phase.menu
  /// What there is to drill.
  var overview: DrillOverview
  /// What is wished for.
  var menu = DrillMenu()
  /// The card on the table.
  var card: CardDealing?
  /// What the answer to it came to; nil while it is open.
  var grade: CardGrade?
  /// Whether the answer is being looked at.
  var isGrading = false
  /// What the last session came to.
  var report: DrillReport?
  /// The miss the report's cursor is on.
  var choice = 0
  /// The first line of the report that is seen.
  var scroll = 0
  /// Whether a lesson was opened from here, to which the drill is the way back.
  var isAway = false
  /// The seconds left, as the clock last said; nil where the session is not timed.
  var secondsLeft: Double?

  /// Opens the menu.
  init(overview: DrillOverview) { self.overview = overview }

  /// Whether the open lesson is a card on the table.
  var isOnCard: Bool { phase == .card && !isAway }
}

/// What is wished for, as the menu has it.
struct DrillMenu: Sendable, Hashable {
  /// The lines of the menu.
  enum Row: Int, Sendable, Hashable, CaseIterable {
    case review, interview, cram, topic, count, minutes, retention

    /// What the line begins; nil where it is a choice.
    var mode: DrillPlan.Mode? {
      switch self {
      case .review: .review
      case .interview: .interview
      case .cram: .cram
      case .topic, .count, .minutes, .retention: nil
      }
    }
  }

  /// The line the cursor is on.
  var row = Row.review
  /// The topic chosen; nil for all.
  var topic: String?
  /// The number of cards; nil for what is usual.
  var count: Int?
  /// The minutes; nil for no limit, or for what is usual in an interview.
  var minutes: Int?

  static let counts: [Int?] = [nil, 5, 10, 20, 40, 80]
  static let times: [Int?] = [nil, 5, 10, 20, 30, 45]

  /// Changes the choice the cursor is on.
  mutating func change(by step: Int, topics: [String]) {
    switch row {
    case .topic: topic = Self.next(topic, in: [nil] + topics, step)
    case .count: count = Self.next(count, in: Self.counts, step)
    case .minutes: minutes = Self.next(minutes, in: Self.times, step)
    case .review, .interview, .cram, .retention: break
    }
  }

  private static let retentions = [0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95, 0.97]

  /// The next higher or lower retention that is offered; the last one stays.
  static func retention(after retention: Double, by step: Int) -> Double {
    let next =
      step > 0
      ? retentions.first { $0 > retention + 0.001 } : retentions.last { $0 < retention - 0.001 }
    return next ?? retention
  }

  private static func next<T: Equatable>(_ value: T?, in values: [T?], _ step: Int) -> T? {
    let index = values.firstIndex { $0 == value } ?? 0
    return values[(index + step + values.count) % values.count]
  }

  /// The plan of a session.
  func plan(_ mode: DrillPlan.Mode) -> DrillPlan {
    DrillPlan(
      mode: mode, topics: topic.map { [$0] } ?? [], count: count, minutes: minutes.map(Double.init))
  }
}

/// A card as it is put on the table.
public struct CardDealing: Sendable, Hashable {
  /// The card.
  public var card: Card
  /// Its lesson in the language of the screen.
  public var lesson: Lesson
  /// The step it stands in, computed, its question drawn.
  public var step: ComputedStep
  /// What the session is for.
  public var mode: DrillPlan.Mode
  /// How many cards were answered.
  public var done: Int
  /// How many are left, this one among them.
  public var left: Int
  /// Whether there is an answer to take back.
  public var canUndo: Bool
  /// The seconds left; nil where the session is not timed.
  public var secondsLeft: Double?

  /// Makes a dealing.
  public init(
    card: Card, lesson: Lesson, step: ComputedStep, mode: DrillPlan.Mode, done: Int, left: Int,
    canUndo: Bool, secondsLeft: Double?
  ) {
    self.card = card
    self.lesson = lesson
    self.step = step
    self.mode = mode
    self.done = done
    self.left = left
    self.canUndo = canUndo
    self.secondsLeft = secondsLeft
  }
}

/// What the answer to a card came to.
public struct CardGrade: Sendable, Hashable {
  /// What was seen of it.
  public var evidence: Evidence
  /// The answer, as the history keeps it.
  public var answer: String
  /// The rating that will be kept.
  public var rating: Rating
  /// The seconds to the next review for each rating, from again to easy.
  public var intervals: [Double]

  /// Makes a grade with the rating that follows from the evidence.
  public init(evidence: Evidence, answer: String, intervals: [Double]) {
    self.evidence = evidence
    self.answer = answer
    self.intervals = intervals
    rating = evidence.rating
  }
}
