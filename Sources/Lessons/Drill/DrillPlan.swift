/// What a learner wants of a session.
public struct DrillPlan: Sendable, Hashable {
  /// What a session is for.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// What is due, and some that are new.
    case review
    /// Whatever is asked for, due or not; the schedule is not touched.
    case cram
    /// Mixed questions against the clock, without hints; the schedule is not touched.
    case interview
  }

  /// What the session is for.
  public var mode: Mode
  /// The topics asked for; none means all.
  public var topics: Set<String>
  /// How hard the cards may be, as their authors say; none means any.
  public var difficulties: Set<Quiz.Difficulty>
  /// The most cards.
  public var count: Int?
  /// The most minutes.
  public var minutes: Double?
  /// The cards asked for by name, in this order; none means those that the mode chooses.
  public var only: [CardID]

  /// Makes a plan.
  public init(
    mode: Mode = .review, topics: Set<String> = [], difficulties: Set<Quiz.Difficulty> = [],
    count: Int? = nil, minutes: Double? = nil, only: [CardID] = []
  ) {
    self.mode = mode
    self.topics = topics
    self.difficulties = difficulties
    self.count = count
    self.minutes = minutes
    self.only = only
  }

  /// How many new cards a day brings.
  public static let newPerDay = 10
  /// How many cards a session has where nothing else is asked for.
  public static let usualCount = 20
  /// How many questions an interview has where nothing else is asked for.
  public static let interviewCount = 10
  /// How many minutes an interview takes where nothing else is asked for.
  public static let interviewMinutes = 20.0

  /// The cards of a session, in order.
  public func cards(
    of deck: Deck, _ progress: CourseProgress, _ history: CardHistory, at now: Double,
    days: DayCount, seed: UInt64
  ) -> [CardID] {
    guard only.isEmpty else { return only.filter { deck[$0] != nil } }
    var generator = SplitMix64(seed: seed)
    switch mode {
    case .review:
      let open = wanted(pool(deck, progress), history)
      return Array(
        (due(open, history, now) + new(open, history, now, days)).prefix(count ?? Self.usualCount))
    case .cram:
      let met = pool(deck, progress)
      let open = wanted(met.isEmpty ? deck.cards : met, history).map(\.id)
      return Array(open.shuffled(using: &generator).prefix(count ?? Self.usualCount))
    case .interview:
      let bank = deck.cards.filter { $0.source == .bank }
      let open = wanted(bank.isEmpty ? deck.cards : bank, history)
      let mixed = Self.mixed(open.shuffled(using: &generator))
      return Array(mixed.prefix(count ?? Self.interviewCount))
    }
  }

  /// What can be asked: what the learner has met, or all there is about the topics that are named.
  private func pool(_ deck: Deck, _ progress: CourseProgress) -> [Card] {
    topics.isEmpty ? deck.met(by: progress) : deck.cards
  }

  private func wanted(_ cards: [Card], _ history: CardHistory) -> [Card] {
    cards.filter { card in
      !history.suspended.contains(card.id)
        && (topics.isEmpty || card.topics.contains { topics.contains($0) })
        && (difficulties.isEmpty || card.difficulty.map(difficulties.contains) == true)
    }
  }

  /// What is due, what is most likely forgotten first.
  private func due(_ cards: [Card], _ history: CardHistory, _ now: Double) -> [CardID] {
    cards.map(\.id).filter { history.isDue($0, at: now) }
      .map { ($0, history.scheduler.retrievability(of: history.memories[$0], at: now)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// What was never reviewed, in the order of the course, as many as the day still brings.
  private func new(
    _ cards: [Card], _ history: CardHistory, _ now: Double, _ days: DayCount
  ) -> [CardID] {
    let today = days.day(of: now)
    var first: [CardID: Double] = [:]
    for entry in history.entries where entry.review.rating != nil {
      first[entry.review.card] = min(first[entry.review.card] ?? entry.time, entry.time)
    }
    let met = first.values.count { days.day(of: $0) == today }
    let fresh = cards.map(\.id).filter { history.memories[$0] == nil }
    // Whoever names a topic wants its cards, today's share or not.
    return topics.isEmpty ? Array(fresh.prefix(max(0, Self.newPerDay - met))) : fresh
  }

  /// One card of each topic, then a second of each, and so on.
  private static func mixed(_ cards: [Card]) -> [CardID] {
    var rounds: [String: Int] = [:]
    let numbered = cards.enumerated().map { place, card in
      rounds[card.topic, default: 0] += 1
      return (rounds[card.topic] ?? 0, place, card.id)
    }
    return numbered.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
