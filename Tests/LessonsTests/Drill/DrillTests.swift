@testable import Lessons
import Testing

/// Cards, sessions and histories, written as tables.
@Suite struct DrillTests {
  private static let day = 86400.0
  private static let now = 20_000 * day + 43_200

  static func lesson(_ id: String, topics: [String], _ quizzes: [String]) -> Lesson {
    let steps = quizzes.map { name in
      Lesson.Step(
        title: "Step \(name)",
        blocks: [.quiz(Quiz(id: name, kind: .number, ask: [.text("What is \(name)?")]))])
    }
    return Lesson(
      id: id, title: id.uppercased(), summary: "", minutes: 1, needs: [], topics: topics,
      language: .english, steps: steps, file: id + ".md")
  }

  private static let deck = Deck(
    lessons: [
      lesson("softmax", topics: ["softmax"], ["a", "b", "c"]),
      lesson("nll", topics: ["nll"], ["d"]),
    ],
    banks: [
      lesson("interview-softmax", topics: ["softmax"], ["i", "j"]),
      lesson("interview-bce", topics: ["bce"], ["k"]),
    ])

  private static let progress: CourseProgress = {
    var progress = CourseProgress()
    for step in 0..<2 {
      progress.apply(HistoryEvent(time: 0, lesson: "softmax", step: step, kind: .seen))
    }
    return progress
  }()

  static func review(
    _ card: String, _ rating: Rating?, outcome: Review.Outcome = .right
  ) -> Review {
    let parts = card.split(separator: "/").map(String.init)
    return Review(
      card: CardID(lesson: parts[0], quiz: parts[1]), seed: 1, answer: "0.5", outcome: outcome,
      hints: 0, tries: 1, seconds: 12, rating: rating)
  }

  private func cards(
    _ plan: DrillPlan, _ history: CardHistory = CardHistory(), at time: Double = now
  ) -> [String] {
    plan.cards(
      of: Self.deck, Self.progress, history, at: time, days: DayCount(), seed: 1
    ).map(\.description)
  }

  // MARK: Which cards

  @Test func `the questions of steps seen are cards, and the bank's about their topics`() {
    #expect(
      Self.deck.met(by: Self.progress).map(\.id.description)
        == ["softmax/a", "softmax/b", "interview-softmax/i", "interview-softmax/j"])
    #expect(Self.deck[CardID(lesson: "nll", quiz: "d")]?.teaching?.stepTitle == "Step d")
    #expect(Self.deck.topics == ["softmax", "nll", "bce"])
  }

  @Test func `what is due comes first, what is most likely forgotten before the rest`() {
    let history = CardHistory([
      HistoryEvent(time: Self.now - 9 * Self.day, Self.review("softmax/b", .easy)),
      HistoryEvent(time: Self.now - 9 * Self.day, Self.review("interview-softmax/j", .hard)),
      HistoryEvent(time: Self.now - 1 * Self.day, Self.review("softmax/a", .easy)),
    ])
    #expect(
      cards(DrillPlan(), history) == [
        "interview-softmax/j", "softmax/b", "interview-softmax/i",
      ])
    #expect(cards(DrillPlan(count: 1), history) == ["interview-softmax/j"])
    // Whoever names a topic is asked about it, its lesson seen or not.
    #expect(cards(DrillPlan(topics: ["bce"]), history) == ["interview-bce/k"])
  }

  @Test func `a day brings no more than its share of new cards`() {
    let names = (0..<14).map { "q\($0)" }
    let deck = Deck(lessons: [], own: [Self.lesson("own", topics: ["x"], names)])
    let first = names.prefix(4).map {
      HistoryEvent(time: Self.now - 60, Self.review("own/\($0)", .easy))
    }
    func count(_ plan: DrillPlan, at time: Double) -> Int {
      plan.cards(
        of: deck, CourseProgress(), CardHistory(first), at: time, days: DayCount(), seed: 0
      ).count
    }
    #expect(count(DrillPlan(), at: Self.now) == 6)
    #expect(count(DrillPlan(), at: Self.now + Self.day) == 10)
    #expect(count(DrillPlan(topics: ["x"]), at: Self.now) == 10)
  }

  @Test func `cards can be chosen by how hard they are`() {
    var hard = Quiz(id: "h", kind: .number, ask: [])
    hard.difficulty = .hard
    var easy = Quiz(id: "e", kind: .number, ask: [])
    easy.difficulty = .easy
    let plain = Quiz(id: "p", kind: .number, ask: [])
    var lesson = Self.lesson("own", topics: ["x"], [])
    lesson.steps = [hard, easy, plain].map { Lesson.Step(title: "", blocks: [.quiz($0)]) }
    let deck = Deck(lessons: [], own: [lesson])
    func names(_ difficulties: Set<Quiz.Difficulty>) -> [String] {
      DrillPlan(difficulties: difficulties).cards(
        of: deck, CourseProgress(), CardHistory(), at: Self.now, days: DayCount(), seed: 0
      ).map(\.quiz)
    }
    #expect(names([.hard]) == ["h"])
    #expect(names([.hard, .easy]) == ["h", "e"])
    #expect(names([]) == ["h", "e", "p"])
  }

  @Test func `an interview asks the bank, a card of each topic before a second of one`() {
    let asked = cards(DrillPlan(mode: .interview))
    #expect(Set(asked) == ["interview-softmax/i", "interview-softmax/j", "interview-bce/k"])
    #expect(asked.prefix(2).contains("interview-bce/k"))
    #expect(cards(DrillPlan(mode: .interview, topics: ["bce"])) == ["interview-bce/k"])
  }

  // MARK: A session

  private func session(_ plan: DrillPlan = DrillPlan()) -> DrillSession {
    let ids = ["softmax/a", "softmax/b"].map { Self.review($0, nil).card }
    return DrillSession(plan, cards: ids, history: CardHistory(), at: Self.now, seed: 7)
  }

  @Test func `a card that was forgotten comes back within the session`() {
    var session = session()
    var shown: [String] = []
    var time = Self.now
    let ratings: [Rating] = [.again, .good, .good, .good, .good]
    for rating in ratings {
      guard let deal = session.next(at: time) else { break }
      shown.append(deal.card.quiz)
      time += 30
      _ = session.take(Self.review(deal.card.description, rating), at: time)
    }
    #expect(shown == ["a", "b", "a", "b", "a"])
    let more = session.next(at: time)
    #expect(more == nil)
    #expect(session.history.memories.values.allSatisfy { $0.phase == .review })
  }

  @Test func `each deal has other numbers, and the same session has the same`() {
    func seeds() -> [UInt64] {
      var session = session()
      return (0..<3).compactMap { _ in
        let deal = session.next(at: Self.now)
        if let deal { _ = session.take(Self.review(deal.card.description, .again), at: Self.now) }
        return deal?.seed
      }
    }
    #expect(Set(seeds()).count == 3)
    #expect(seeds() == seeds())
  }

  @Test func `cramming and interviews leave the schedule alone`() {
    for mode in [DrillPlan.Mode.cram, .interview] {
      var session = session(DrillPlan(mode: mode))
      _ = session.next(at: Self.now)
      let event = session.take(Self.review("softmax/a", nil), at: Self.now)
      #expect(event != nil)
      #expect(session.history.memories.isEmpty)
    }
  }

  @Test func `a session ends with its time`() {
    var session = session(DrillPlan(minutes: 1))
    let first = session.next(at: Self.now + 59)
    #expect(first != nil)
    #expect(session.secondsLeft(at: Self.now + 59) == 1)
    let second = session.next(at: Self.now + 60)
    #expect(second == nil)
    #expect(self.session(DrillPlan(mode: .interview)).secondsLeft(at: Self.now) == 1200)
  }

  @Test func `an answer can be taken back, and the card is asked again`() throws {
    var session = session()
    let first = session.next(at: Self.now)
    let deal = try #require(first)
    let kept = session.take(Self.review(deal.card.description, .again), at: Self.now + 5)
    let event = try #require(kept)
    _ = session.next(at: Self.now + 6)
    let withdrawn = session.undo(at: Self.now + 9)
    let undone = try #require(withdrawn)
    #expect(session.deal?.card == deal.card)
    #expect(session.results.isEmpty)
    #expect(session.history.memories.isEmpty)
    #expect(CardHistory([event] + undone).memories.isEmpty)
    let more = session.undo(at: Self.now)
    #expect(more == nil)
  }

  @Test func `a suspended card is not asked for, until it is resumed`() throws {
    var session = session()
    _ = session.next(at: Self.now)
    let suspension = session.suspend(at: Self.now)
    let event = try #require(suspension)
    let history = CardHistory([event])
    #expect(!cards(DrillPlan(), history).contains("softmax/a"))
    #expect(session.left == 1)
    let resumption = session.undo(at: Self.now + 1)
    let undone = try #require(resumption)
    #expect(cards(DrillPlan(), CardHistory([event] + undone)).contains("softmax/a"))
  }

  @Test func `a card put off comes last`() {
    var session = session()
    _ = session.next(at: Self.now)
    session.postpone()
    let next = session.next(at: Self.now)
    #expect(next?.card.quiz == "b")
  }

  // MARK: Ratings and days

  @Test(arguments: [
    (Quiz.Kind.number, Review.Outcome.right, 1, 0, 40.0, Rating.good),
    (.number, .right, 1, 0, 10, .easy), (.number, .right, 1, 0, 500, .hard),
    (.number, .right, 2, 0, 40, .hard), (.number, .right, 3, 0, 40, .again),
    (.number, .right, 1, 1, 40, .hard), (.number, .right, 1, 2, 40, .again),
    (.choice, .right, 1, 0, 20, .good), (.choice, .right, 2, 0, 20, .again),
    (.number, .wrong, 1, 0, 5, .again), (.code, .revealed, 0, 0, 5, .again),
  ])
  func `a rating follows from tries, hints and time`(
    _ row: (Quiz.Kind, Review.Outcome, Int, Int, Double, Rating)
  ) {
    let evidence = Evidence(
      kind: row.0, outcome: row.1, tries: row.2, hints: row.3, seconds: row.4)
    #expect(evidence.rating == row.5)
  }

  @Test(
    arguments: [
      ([0, 1, 2], Review.Outcome.right, Rating.good), ([0, 1], .right, .hard),
      ([0], .wrong, .again),
      ([Int](), .wrong, .again),
    ])
  func `half of the points is enough`(made: [Int], outcome: Review.Outcome, rating: Rating) {
    var quiz = ComputedQuiz(id: "q", kind: .recall, ask: [])
    quiz.points = Array(repeating: [.text("point")], count: 3)
    let evidence = Evidence(quiz, .right, tries: 1, hints: 0, answer: .recall(Set(made)))
    #expect(evidence.outcome == outcome)
    #expect(evidence.rating == rating)
    #expect(Evidence(quiz, .revealed, tries: 0, hints: 0).outcome == .revealed)
  }

  @Test(arguments: [
    (0, "1970-01-01", 3), (-1, "1969-12-31", 2), (11_016, "2000-02-29", 1),
    (20_777, "2026-11-20", 4),
  ])
  func `days have dates`(day: Int, date: String, weekday: Int) {
    #expect(DayCount.text(of: day) == date)
    #expect(DayCount.weekday(of: day) == weekday)
  }

  @Test func `a day begins at four in the morning where the learner is`() {
    let days = DayCount(offset: 8 * 3600)
    #expect(days.day(of: days.start(of: 100)) == 100)
    #expect(days.day(of: days.start(of: 100) - 1) == 99)
    // 03:59 in Shanghai on 1970-01-02.
    #expect(days.day(of: 86400 - 8 * 3600 + 3.9 * 3600) == 0)
  }
}
