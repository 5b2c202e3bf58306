/// What was done with cards, in order, and what follows from it: how well each is remembered.
///
/// Nothing else is kept: a schedule is computed from the history, and another scheduler's weights
/// give another schedule from the same history.
public struct CardHistory: Sendable {
  /// A review and when it was.
  public struct Entry: Sendable, Hashable {
    /// When, in seconds since 1970.
    public var time: Double
    /// The review.
    public var review: Review

    /// Makes an entry.
    public init(time: Double, review: Review) {
      self.time = time
      self.review = review
    }
  }

  /// The reviews that stand, oldest first.
  public private(set) var entries: [Entry] = []
  /// How well each card is remembered.
  public private(set) var memories: [CardID: CardMemory] = [:]
  /// The cards that are not to be asked for now.
  public private(set) var suspended: Set<CardID> = []
  /// What schedules the cards.
  public let scheduler: Scheduler

  /// Reads a history; events that are not about cards are passed over.
  public init(_ events: [HistoryEvent] = [], scheduler: Scheduler = .standard) {
    self.scheduler = scheduler
    let withdrawn = Set(events.compactMap(\.withdrawal))
    // Histories of two machines may be merged: the order is that of the clock.
    for event in events.filter(\.kind.isDrill).sorted(by: { $0.time < $1.time }) {
      if case .reviewed(let review) = event.kind {
        let isWithdrawn = withdrawn.contains(Withdrawal(card: review.card, time: event.time))
        if !isWithdrawn { add(Entry(time: event.time, review: review)) }
      } else {
        apply(event)
      }
    }
  }

  /// Takes one more event into account.
  public mutating func apply(_ event: HistoryEvent) {
    switch event.kind {
    case .reviewed(let review): add(Entry(time: event.time, review: review))
    case .withdrawn(let quiz, let time):
      withdraw(Withdrawal(card: CardID(lesson: event.lesson, quiz: quiz), time: time))
    case .suspended(let quiz): suspended.insert(CardID(lesson: event.lesson, quiz: quiz))
    case .resumed(let quiz): suspended.remove(CardID(lesson: event.lesson, quiz: quiz))
    case .seen, .answered, .revealed, .skipped, .left: break
    }
  }

  private mutating func add(_ entry: Entry) {
    entries.append(entry)
    guard let rating = entry.review.rating else { return }
    let card = entry.review.card
    memories[card] = scheduler.review(memories[card], rating, at: entry.time)
  }

  private mutating func withdraw(_ withdrawal: Withdrawal) {
    let card = withdrawal.card
    entries.removeAll { $0.review.card == card && $0.time == withdrawal.time }
    memories[card] = nil
    for entry in entries where entry.review.card == card {
      guard let rating = entry.review.rating else { continue }
      memories[card] = scheduler.review(memories[card], rating, at: entry.time)
    }
  }

  /// Whether a card is due at a time.
  public func isDue(_ card: CardID, at time: Double) -> Bool {
    guard let memory = memories[card], !suspended.contains(card) else { return false }
    return memory.due <= time
  }

  /// The reviews of a card, oldest first.
  public func entries(of card: CardID) -> [Entry] { entries.filter { $0.review.card == card } }
}

/// A review that is not to count.
private struct Withdrawal: Hashable {
  var card: CardID
  var time: Double
}

extension HistoryEvent {
  fileprivate var withdrawal: Withdrawal? {
    guard case .withdrawn(let quiz, let time) = kind else { return nil }
    return Withdrawal(card: CardID(lesson: lesson, quiz: quiz), time: time)
  }
}
