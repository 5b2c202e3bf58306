/// What a session came to.
public struct DrillReport: Sendable, Hashable {
  /// A card that was answered in the session.
  public struct Entry: Sendable, Hashable {
    /// The card.
    public var card: Card
    /// The review.
    public var review: Review
    /// What was asked, as it was drawn.
    public var ask: [Inline]
    /// The right answer; empty where it is not a short text.
    public var answer: String

    /// Makes an entry.
    public init(card: Card, review: Review, ask: [Inline], answer: String) {
      self.card = card
      self.review = review
      self.ask = ask
      self.answer = answer
    }

    /// Whether it is to be looked at again.
    public var isMiss: Bool {
      review.outcome != .right || review.rating == .again
    }
  }

  /// How a topic went.
  public struct Topic: Sendable, Hashable {
    /// The topic.
    public var name: String
    /// How many of its questions were answered rightly.
    public var right: Int
    /// How many of its questions there were.
    public var total: Int
  }

  /// What was wished for.
  public var plan: DrillPlan
  /// The cards in the order they were answered.
  public var entries: [Entry]
  /// How many cards were not reached.
  public var unreached: Int
  /// How long it took, in seconds.
  public var seconds: Double
  /// The seconds until a card is due again; nil where none is scheduled.
  public var nextDue: Double?

  /// Makes a report.
  public init(
    plan: DrillPlan, entries: [Entry], unreached: Int, seconds: Double, nextDue: Double?
  ) {
    self.plan = plan
    self.entries = entries
    self.unreached = unreached
    self.seconds = seconds
    self.nextDue = nextDue
  }

  /// How many answers were right.
  public var right: Int { entries.count { !$0.isMiss } }

  /// What is to be looked at again, each card once.
  public var misses: [Entry] {
    var known: Set<CardID> = []
    return entries.filter { $0.isMiss && known.insert($0.card.id).inserted }
  }

  /// The topics, the weakest first.
  public var topics: [Topic] {
    var topics: [Topic] = []
    for entry in entries {
      let place = topics.firstIndex { $0.name == entry.card.topic } ?? topics.count
      if place == topics.count {
        topics.append(Topic(name: entry.card.topic, right: 0, total: 0))
      }
      topics[place].total += 1
      if !entry.isMiss { topics[place].right += 1 }
    }
    return topics.enumerated()
      .sorted {
        let left = ($0.element.right * $1.element.total, $0.offset)
        return left < ($1.element.right * $0.element.total, $1.offset)
      }
      .map(\.element)
  }
}

/// What there is to drill at a time.
public struct DrillOverview: Sendable, Hashable {
  /// The cards of a topic.
  public struct Topic: Sendable, Hashable {
    /// The topic.
    public var name: String
    /// How many of its cards are due.
    public var due: Int
    /// How many cards it has that the learner has met.
    public var met: Int
    /// How many cards it has.
    public var all: Int
    /// How many cards a session of each kind about it has at most.
    public var ready: [DrillPlan.Mode: Int]
  }

  /// How many cards are due.
  public var due = 0
  /// How many new cards the day still brings.
  public var new = 0
  /// How many cards the learner has met.
  public var met = 0
  /// How many cards there are.
  public var all = 0
  /// How many cards a session of each kind has at most.
  public var ready: [DrillPlan.Mode: Int] = [:]
  /// How many cards are suspended.
  public var suspended = 0
  /// The seconds until the next card is due, where none is due now.
  public var nextDue: Double?
  /// The topics in the order of the course.
  public var topics: [Topic] = []
  /// How surely a card is to be known when it comes back.
  public var retention = Scheduler.standard.desiredRetention

  /// Counts nothing.
  public init() {}

  /// Counts the cards of a deck.
  public init(
    _ deck: Deck, _ progress: CourseProgress, _ history: CardHistory, at now: Double, days: DayCount
  ) {
    retention = history.scheduler.desiredRetention
    let met = deck.met(by: progress)
    let open = met.filter { !history.suspended.contains($0.id) }
    let isDue = { (card: Card) in history.isDue(card.id, at: now) }
    due = open.count(where: isDue)
    let ready = { (topics: Set<String>) in
      let counts = DrillPlan.Mode.allCases.map { mode in
        let plan = DrillPlan(mode: mode, topics: topics, count: Int.max)
        return (
          mode, plan.cards(of: deck, progress, history, at: now, days: days, seed: 0).count
        )
      }
      return Dictionary(uniqueKeysWithValues: counts)
    }
    self.ready = ready([])
    new = (self.ready[.review] ?? 0) - due
    self.met = met.count
    all = deck.cards.count
    suspended = met.count - open.count
    let upcoming = open.compactMap { history.memories[$0.id]?.due }.filter { $0 > now }
    nextDue = upcoming.min().map { $0 - now }
    topics = deck.topics.map { name in
      let ofTopic = open.filter { $0.topics.contains(name) }
      return Topic(
        name: name, due: ofTopic.count(where: isDue), met: ofTopic.count,
        all: deck.cards.count { $0.topics.contains(name) }, ready: ready([name]))
    }
  }
}

extension CardHistory {
  /// How many cards are due before the day ends.
  public func dueToday(at now: Double, days: DayCount) -> Int {
    let end = days.start(of: days.day(of: now) + 1)
    var count = 0
    for card in memories.keys where isDue(card, at: end) { count += 1 }
    return count
  }
}
