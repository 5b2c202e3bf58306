/// A session of the drill: which card comes next, and what its answers come to.
///
/// It is a value: time is a parameter, and what happened comes back as events to be kept.
public struct DrillSession: Sendable {
  /// A card on the table.
  public struct Deal: Sendable, Hashable {
    /// The card.
    public var card: CardID
    /// The seed of its numbers.
    public var seed: UInt64
    /// Its number in the session, counted from 1.
    public var number: Int
    /// When it was put on the table.
    public var time: Double
  }

  /// A card that was answered.
  public struct Result: Sendable, Hashable {
    /// When.
    public var time: Double
    /// The review.
    public var review: Review
  }

  /// What was wished for.
  public let plan: DrillPlan
  /// When it began.
  public let start: Double
  /// The seed everything is drawn from.
  public let seed: UInt64
  /// How well each card is remembered, this session's reviews included.
  public private(set) var history: CardHistory
  /// The card on the table.
  public private(set) var deal: Deal?
  /// The cards answered, in order.
  public private(set) var results: [Result] = []
  /// The cards not yet shown.
  public private(set) var queue: [CardID]
  /// Cards that come back within the session, and when.
  private var returning: [(card: CardID, due: Double)] = []
  private var dealt = 0
  private var past: [DrillSession] = []

  /// A card that is to come back sooner than this is asked again within the session.
  public static let ahead = 20.0 * 60

  /// Begins a session.
  public init(
    _ plan: DrillPlan, cards: [CardID], history: CardHistory, at time: Double, seed: UInt64
  ) {
    self.plan = plan
    self.history = history
    self.seed = seed
    start = time
    queue = cards
  }

  /// How many cards are still to come, the one on the table among them.
  public var left: Int { queue.count + returning.count + (deal == nil ? 0 : 1) }

  /// How many cards were never answered, however often one is still to come back.
  public var unreached: Int {
    let coming = queue + returning.map(\.card) + (deal.map { [$0.card] } ?? [])
    return Set(coming).subtracting(results.map(\.review.card)).count
  }

  /// The seconds that are left; nil where the session is not timed.
  public func secondsLeft(at time: Double) -> Double? {
    let minutes = plan.minutes ?? (plan.mode == .interview ? DrillPlan.interviewMinutes : nil)
    return minutes.map { max(0, $0 * 60 - (time - start)) }
  }

  /// Puts the next card on the table; nil where the session is over.
  public mutating func next(at time: Double) -> Deal? {
    deal = nil
    guard secondsLeft(at: time) != 0, let card = takeCard(at: time) else { return nil }
    dealt += 1
    let next = Deal(
      card: card, seed: DrawSeed.of(card.description, from: seed, number: dealt), number: dealt,
      time: time)
    deal = next
    return next
  }

  private mutating func takeCard(at time: Double) -> CardID? {
    if let index = returning.indices.min(by: { returning[$0].due < returning[$1].due }),
      returning[index].due <= time || queue.isEmpty
    {
      return returning.remove(at: index).card
    }
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  /// Draws the card on the table with other numbers.
  public mutating func redraw() -> Deal? {
    guard var deal else { return nil }
    deal.seed = (deal.seed &+ 1) % 1_000_000
    self.deal = deal
    return deal
  }

  // MARK: Answers

  /// Takes the card on the table as answered, and tells what is to be kept.
  public mutating func take(_ review: Review, at time: Double) -> HistoryEvent? {
    guard deal != nil else { return nil }
    remember()
    let event = HistoryEvent(time: time, review)
    history.apply(event)
    results.append(Result(time: time, review: review))
    deal = nil
    if let due = comesBack(review, at: time) { returning.append((review.card, due)) }
    return event
  }

  private func comesBack(_ review: Review, at time: Double) -> Double? {
    switch plan.mode {
    case .interview: return nil
    case .cram: return review.outcome == .right ? nil : time + Self.ahead
    case .review:
      guard let memory = history.memories[review.card], memory.interval < Self.ahead else {
        return nil
      }
      return memory.due
    }
  }

  /// Puts the card on the table back, unanswered, behind the others.
  public mutating func postpone() {
    guard let deal else { return }
    remember()
    queue.append(deal.card)
    self.deal = nil
  }

  /// Takes the card on the table away: it cannot be asked.
  public mutating func discard() { deal = nil }

  /// Whether there is an answer or a suspension to take back.
  public var canUndo: Bool { !past.isEmpty }

  /// Takes the card on the table out of the drill until it is resumed.
  public mutating func suspend(at time: Double) -> HistoryEvent? {
    guard let deal else { return nil }
    remember()
    let event = HistoryEvent(
      time: time, lesson: deal.card.lesson, step: 0, kind: .suspended(quiz: deal.card.quiz))
    history.apply(event)
    queue.removeAll { $0 == deal.card }
    returning.removeAll { $0.card == deal.card }
    self.deal = nil
    return event
  }

  /// Takes the last answer or suspension back; nil where there is none.
  ///
  /// - Returns: What is to be kept; it may be nothing.
  public mutating func undo(at time: Double) -> [HistoryEvent]? {
    guard var before = past.popLast(), let card = before.deal?.card else { return nil }
    before.past = past
    var events: [HistoryEvent] = []
    if results.count > before.results.count, let last = results.last {
      events.append(
        HistoryEvent(
          time: time, lesson: card.lesson, step: 0,
          kind: .withdrawn(quiz: card.quiz, time: last.time)))
    } else if history.suspended.contains(card), !before.history.suspended.contains(card) {
      events.append(
        HistoryEvent(time: time, lesson: card.lesson, step: 0, kind: .resumed(quiz: card.quiz)))
    }
    before.deal?.time = time
    self = before
    return events
  }

  private mutating func remember() {
    var before = self
    before.past = []
    past.append(before)
  }
}
