/// What a learner's history comes to: how well things are remembered, what comes up, where it is weak.
public struct Statistics: Sendable, Hashable {
  /// Answers right out of all.
  public struct Share: Sendable, Hashable {
    /// How many were right.
    public var right = 0
    /// How many there were.
    public var total = 0

    /// Counts nothing.
    public init() {}

    /// The share of the right ones; nil where there is none.
    public var value: Double? { total > 0 ? Double(right) / Double(total) : nil }

    mutating func count(_ isRight: Bool) {
      total += 1
      if isRight { right += 1 }
    }
  }

  /// A topic and how well it goes.
  public struct Topic: Sendable, Hashable {
    /// The topic.
    public var name: String
    /// The answers to its questions.
    public var answers: Share
    /// How many of its cards are in memory: they come back after days.
    public var known = 0
    /// How likely those are remembered now, on average; nil where there is none.
    public var recall: Double?
  }

  /// A lesson and how far the learner has come in it.
  public struct LessonLine: Sendable, Hashable {
    /// The lesson's name.
    public var id: String
    /// Its title.
    public var title: String
    /// How many steps were seen.
    public var seen: Int
    /// How many steps it has.
    public var steps: Int
    /// How many of its cards are in memory: they come back after days.
    public var known: Int
    /// How many cards it has.
    public var cards: Int
  }

  /// The day it is, counted from 1970-01-01.
  public var today = 0
  /// How many cards there are by where they stand: new, learning, in review, suspended.
  public var phases: [String: Int] = [:]
  /// Cards that had been learnt and were asked again, in the last 30 days.
  public var retention = Share()
  /// The same since the beginning.
  public var retentionEver = Share()
  /// What is aimed at.
  public var desiredRetention = 0.9
  /// All reviews that count for the schedule.
  public var reviews = 0
  /// Answers in lessons.
  public var answered = 0
  /// Answers in cramming and interviews.
  public var practice = 0
  /// How many days in a row something was done, today or yesterday the last.
  public var streak = 0
  /// How much was done on each day: answers, and steps seen.
  public var days: [Int: Int] = [:]
  /// How many cards are due on each of the next days, what is overdue on the first.
  public var due: [Int] = []
  /// The answers of each of the last weeks, the oldest first.
  public var weeks: [Share] = []
  /// The topics that were asked about, the weakest first.
  public var topics: [Topic] = []
  /// The lessons in order.
  public var lessons: [LessonLine] = []

  /// How many days ahead are looked at.
  public static let horizon = 14
  /// How many weeks back.
  public static let span = 12

  /// Counts nothing.
  public init() {}

  /// Counts a history.
  public init(
    _ deck: Deck, _ lessons: [Lesson], _ events: [HistoryEvent], _ progress: CourseProgress,
    at now: Double, days count: DayCount, scheduler: Scheduler = .standard
  ) {
    let history = CardHistory(events, scheduler: scheduler)
    today = count.day(of: now)
    desiredRetention = history.scheduler.desiredRetention
    replay(history, deck, count)
    for event in events {
      switch event.kind {
      case .seen, .answered, .reviewed: days[count.day(of: event.time), default: 0] += 1
      default: break
      }
      if case .answered(let attempt) = event.kind, attempt.judgement != .unreadable {
        answered += 1
      }
    }
    countStreak()
    countCards(deck, history, now, count)
    countTopics(deck, history, now)
    let progress = progress.placed(in: lessons)
    self.lessons = lessons.map { lesson in
      let cards = deck.cards.filter { $0.source == .lesson && $0.id.lesson == lesson.id }
      return LessonLine(
        id: lesson.id, title: lesson.title,
        seen: min(lesson.steps.count, progress.lessons[lesson.id]?.seen.count ?? 0),
        steps: lesson.steps.count,
        known: cards.count { history.memories[$0.id]?.phase == .review }, cards: cards.count)
    }
  }

  /// Goes through the reviews once more, to see which met a card that had been learnt.
  private mutating func replay(_ history: CardHistory, _ deck: Deck, _ count: DayCount) {
    var memories: [CardID: CardMemory] = [:]
    weeks = Array(repeating: Share(), count: Self.span)
    let thisWeek = today - DayCount.weekday(of: today)
    for entry in history.entries {
      let review = entry.review
      let day = count.day(of: entry.time)
      let isRight = review.outcome == .right && review.rating != .again
      let week = Self.span - 1 - (thisWeek - day + 6) / 7
      if weeks.indices.contains(week), day <= today { weeks[week].count(isRight) }
      guard let rating = review.rating else {
        practice += 1
        continue
      }
      reviews += 1
      if memories[review.card]?.phase == .review {
        retentionEver.count(rating != .again)
        if today - day < 30 { retention.count(rating != .again) }
      }
      memories[review.card] = history.scheduler.review(
        memories[review.card], rating, at: entry.time)
    }
  }

  private mutating func countStreak() {
    var day = days[today] == nil ? today - 1 : today
    while days[day] != nil {
      streak += 1
      day -= 1
    }
  }

  private mutating func countCards(
    _ deck: Deck, _ history: CardHistory, _ now: Double, _ count: DayCount
  ) {
    due = Array(repeating: 0, count: Self.horizon)
    for card in deck.cards {
      let memory = history.memories[card.id]
      let phase = history.suspended.contains(card.id) ? "suspended" : memory?.phase.name ?? "new"
      phases[phase, default: 0] += 1
      guard let memory, phase != "suspended" else { continue }
      let day = max(0, count.day(of: memory.due) - today)
      if due.indices.contains(day) { due[day] += 1 }
    }
  }

  private mutating func countTopics(_ deck: Deck, _ history: CardHistory, _ now: Double) {
    var answers: [String: Share] = [:]
    for entry in history.entries {
      let isRight = entry.review.outcome == .right && entry.review.rating != .again
      for topic in deck[entry.review.card]?.topics ?? [] {
        answers[topic, default: Share()].count(isRight)
      }
    }
    topics = deck.topics.compactMap { name in
      guard let answers = answers[name] else { return nil }
      // A card just answered wrongly is remembered for the moment; that says nothing yet.
      let known = deck.cards.filter {
        $0.topics.contains(name) && history.memories[$0.id]?.phase == .review
      }
      let recalls = known.map {
        history.scheduler.retrievability(of: history.memories[$0.id], at: now)
      }
      let mean = recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
      return Topic(name: name, answers: answers, known: known.count, recall: mean)
    }
    topics = topics.enumerated()
      .sorted {
        ($0.element.answers.value ?? 1, $0.offset) < ($1.element.answers.value ?? 1, $1.offset)
      }
      .map(\.element)
  }
}
