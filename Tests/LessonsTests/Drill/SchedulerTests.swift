import Language
import Lessons
import Testing

/// The numbers are those of py-fsrs 6.3.2 with its fuzz off.
@Suite struct SchedulerTests {
  private static let day = 86400.0

  /// Reviews a new card at each due time, and tells the intervals in days.
  private func days(_ ratings: [Int], _ scheduler: Scheduler = .standard) -> [Double] {
    var memory: CardMemory?
    return ratings.compactMap(Rating.init).map { rating in
      let next = scheduler.review(memory, rating, at: memory?.due ?? 1_700_000_000)
      memory = next
      return next.interval / Self.day
    }
  }

  @Test(arguments: [
    (1, 0.212, 6.4133), (2, 1.2931, 5.112170705601056), (3, 2.3065, 2.118103970459016),
    (4, 8.2956, 1.0),
  ])
  func `a first rating gives stability and difficulty`(
    rating: Int, stability: Double, difficulty: Double
  ) throws {
    let memory = Scheduler.standard.review(nil, try #require(Rating(rawValue: rating)), at: 0)
    #expect(memory.stability == stability)
    #expect(memory.difficulty == difficulty)
  }

  @Test(arguments: [
    (1, 1.3919869729546932, 8.341762369296838), (2, 23.246875110466814, 6.665995369296838),
    (3, 32.02672948198672, 4.9902283692968386), (4, 51.253861646812936, 3.3144613692968385),
  ])
  func `a review at its due time`(rating: Int, stability: Double, difficulty: Double) throws {
    let memory = CardMemory(
      phase: .review, stability: 10, difficulty: 5, reviewed: 0, interval: 10 * Self.day)
    let next = Scheduler.standard.review(
      memory, try #require(Rating(rawValue: rating)), at: 10 * Self.day)
    #expect((next.stability - stability).magnitude < 1e-12)
    #expect((next.difficulty - difficulty).magnitude < 1e-12)
  }

  @Test(arguments: [(1, 1.5968179979869215), (2, 5), (3, 5), (4, 8.129609559916112)])
  func `a review on the same day`(rating: Int, stability: Double) throws {
    let memory = CardMemory(
      phase: .review, stability: 5, difficulty: 5, reviewed: 0, interval: 5 * Self.day)
    let next = Scheduler.standard.review(memory, try #require(Rating(rawValue: rating)), at: 60)
    #expect((next.stability - stability).magnitude < 1e-12)
  }

  @Test func `the intervals of whole histories`() {
    let long = days([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]).map { $0.rounded(.down) }
    #expect(long == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
    #expect(days([4, 4, 4]) == [8, 66, 397])
  }

  @Test(arguments: [(0.5, 2), (2.3065, 8), (10, 33), (100, 332)])
  func `a lower retention gives longer intervals`(stability: Double, days: Int) throws {
    let scheduler = try Scheduler(desiredRetention: 0.8)
    #expect(scheduler.days(forStability: stability) == days)
  }

  @Test(arguments: [
    ([60, 600], [330.0, 330]), ([60], [90, 90]), ([], [86400, 259200]),
    ([60, 600, 1200], [330, 330]),
  ])
  func `hard stretches the first learning step`(steps: [Double], intervals: [Double]) throws {
    let scheduler = try Scheduler(learningSteps: steps)
    let first = scheduler.review(nil, .hard, at: 0)
    let second = scheduler.review(first, .hard, at: first.due)
    #expect([first.interval, second.interval] == intervals)
  }

  @Test func `without relearning steps a forgotten card stays in review`() throws {
    let scheduler = try Scheduler(relearningSteps: [])
    let memory = scheduler.review(
      scheduler.review(nil, .easy, at: 0), .again, at: 8 * Self.day)
    #expect(memory.phase == .review)
    #expect(memory.interval == Self.day)
  }

  @Test func `no interval is longer than the longest`() throws {
    let scheduler = try Scheduler(maximumInterval: 100)
    #expect(days([4, 4, 4, 4], scheduler) == [8, 66, 100, 100])
    #expect(scheduler.days(forStability: 1e300) == 100)
    #expect(Scheduler.standard.days(forStability: .infinity) == 36500)
  }

  @Test func `what is remembered fades, and is 0.9 after the stability`() {
    let memory = Scheduler.standard.review(nil, .easy, at: 0)
    #expect(Scheduler.standard.retrievability(of: nil, at: 0) == 0)
    #expect(Scheduler.standard.retrievability(of: memory, at: -5 * Self.day) == 1)
    var exact = memory
    exact.stability = 8
    let later = Scheduler.standard.retrievability(of: exact, at: 8.5 * Self.day)
    #expect((later - 0.9).magnitude < 1e-12)
  }

  @Test func `weights out of their bounds are refused`() {
    var weights = Scheduler.defaultWeights
    weights[6] = 100
    let error = #expect(throws: Scheduler.WeightError.self) { try Scheduler(weights: weights) }
    #expect(error?.message == "parameters[6] = 100.0 is out of bounds: (0.001, 4.0)")
    #expect(throws: Scheduler.WeightError.self) { try Scheduler(weights: [1]) }
    #expect(throws: Scheduler.WeightError.self) { try Scheduler(desiredRetention: 1) }
  }

  @Test func `a case is printed in the form it was written in`() throws {
    let line = """
      {"id": "a", "desired_retention": 0.95, "reviews": [{"after_s": 0, "rating": 3, "state": \
      "learning", "step": 1, "stability": 2.3065, "difficulty": 2.118103970459016, "interval_s": \
      600}, {"after_s": 5184000, "rating": 2, "state": "learning", "step": 1, "stability": \
      28.188272925969734, "difficulty": 4.752858488532557, "interval_s": 600}, {"after_s": 600, \
      "rating": 3, "state": "review", "step": null, "stability": 28.188272925969734, "difficulty": \
      4.743333999340863, "interval_s": 950400}]}
      """
    #expect(try SchedulerCase(line).scheduled.line == line)
  }

  @Test(arguments: [
    #"{"reviews": [], "maximum_interval": -5}"#, #"{"reviews": [], "maximum_interval": 0}"#,
    #"{"reviews": [], "maximum_interval": 9e18}"#, #"{"reviews": [], "maximum_interval": "x"}"#,
    #"{"reviews": [], "learning_steps": [60, -1]}"#, #"{"reviews": [], "learning_steps": [0]}"#,
    #"{"reviews": [], "relearning_steps": [1e308]}"#, #"{"reviews": [], "learning_steps": 60}"#,
    #"{"reviews": [], "desired_retention": "0.9"}"#,
    "", "{}", "[1]", #"{"reviews": [{"after_s": 0}]}"#, #"{"reviews": [{"rating": 1}]}"#,
    #"{"reviews": [{"after_s": 0, "rating": 5}]}"#, #"{"reviews": [], "parameters": [1]}"#,
  ])
  func `a line that is no case is refused`(line: String) {
    let fault = #expect(throws: SchedulerCase.Fault.self) { try SchedulerCase(line) }
    // The full stop is set by who says it.
    #expect(fault?.message.hasSuffix(".") == false)
  }
}
