import Math

/// Says when a card should come back: FSRS-6, as py-fsrs 6.3.2 has it with its fuzz off.
///
/// A card's memory has a stability S, the days until it is remembered with a probability of 0.9, and a
/// difficulty D from 1 to 10. Each review changes both, and S gives the next interval.
public struct Scheduler: Sendable, Hashable {
  /// The 21 weights w0…w20.
  public let weights: [Double]
  /// The probability of remembering a card at which it comes back.
  public let desiredRetention: Double
  /// The seconds between the reviews of a card that is being learnt.
  public let learningSteps: [Double]
  /// The seconds between the reviews of a card that was forgotten.
  public let relearningSteps: [Double]
  /// The longest interval, in days.
  public let maximumInterval: Int

  /// −w20: how fast the forgetting curve falls.
  private let decay: Double
  /// What makes the probability 0.9 after S days.
  private let factor: Double

  /// The weights fitted to many people's reviews.
  public static let defaultWeights: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// What each weight may be.
  public static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2,
    0...2, 0...0.8, 0.1...0.8,
  ]

  /// The longest time Python's `timedelta` knows, in days.
  private static let longest = 999_999_999

  /// Why weights, or what else a scheduler is made of, cannot be used.
  public struct WeightError: Error, Sendable, Hashable {
    /// The sentence, without its full stop.
    public let message: String
  }

  /// The scheduler everyone begins with.
  public static let standard = Scheduler(checked: defaultWeights)

  /// Makes a scheduler; throws where a weight, or what else it is made of, is out of its bounds.
  public init(
    weights: [Double] = defaultWeights, desiredRetention: Double = 0.9,
    learningSteps: [Double] = [60, 600], relearningSteps: [Double] = [600],
    maximumInterval: Int = 36500
  ) throws(WeightError) {
    guard weights.count == Self.bounds.count else {
      throw WeightError(
        message: "expected \(Self.bounds.count) parameters, got \(weights.count)")
    }
    let wrong = zip(weights, Self.bounds).enumerated().first { !$1.1.contains($1.0) }
    if let (place, (weight, bounds)) = wrong {
      throw WeightError(
        message: "parameters[\(place)] = \(weight) is out of bounds: "
          + "(\(bounds.lowerBound), \(bounds.upperBound))")
    }
    guard desiredRetention > 0, desiredRetention < 1 else {
      throw WeightError(
        message: "the desired retention lies between 0 and 1, and is \(desiredRetention)")
    }
    guard (1...Self.longest).contains(maximumInterval) else {
      throw WeightError(
        message: "the longest interval is at least 1 day and at most \(Self.longest), "
          + "and is \(maximumInterval)")
    }
    let seconds = Double(Self.longest) * 86400
    if let step = (learningSteps + relearningSteps).first(where: { !($0 > 0 && $0 <= seconds) }) {
      throw WeightError(
        message: "a step lasts more than 0 seconds and at most \(Self.longest) days, "
          + "and is \(step)")
    }
    self.init(
      checked: weights, desiredRetention: desiredRetention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval)
  }

  /// How surely one may wish to know a card when it comes back.
  public static let retentions = 0.70...0.97

  /// The scheduler for a wish, brought within what one may wish for, in whole percents.
  public static func wanting(_ retention: Double) -> Scheduler {
    guard retention.isFinite else { return standard }
    let within = min(retentions.upperBound, max(retentions.lowerBound, retention))
    return Scheduler(checked: defaultWeights, desiredRetention: (within * 100).rounded() / 100)
  }

  private init(
    checked weights: [Double], desiredRetention: Double = 0.9,
    learningSteps: [Double] = [60, 600], relearningSteps: [Double] = [600],
    maximumInterval: Int = 36500
  ) {
    self.weights = weights
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    decay = -weights[20]
    factor = Elementary.power(0.9, 1 / decay) - 1
  }

  // MARK: What is asked of it

  /// The probability that a card is remembered at a time: 0 for a card never reviewed.
  public func retrievability(of memory: CardMemory?, at time: Double) -> Double {
    guard let memory else { return 0 }
    let days = max(0, Self.days(from: memory.reviewed, to: time))
    return Elementary.power(1 + factor * days / memory.stability, decay)
  }

  /// A card's memory after a review of it; without a memory it is the first.
  public func review(_ memory: CardMemory?, _ rating: Rating, at time: Double) -> CardMemory {
    guard let memory else {
      let fresh = CardMemory(
        phase: .learning(step: 0), stability: max(weights[rating.rawValue - 1], 0.001),
        difficulty: clamp(initialDifficulty(rating)), reviewed: time, interval: 0)
      return schedule(fresh, rating)
    }
    var next = memory
    next.reviewed = time
    // The stability grows by the difficulty there was, not by the new one.
    if Self.days(from: memory.reviewed, to: time) < 1 {
      next.stability = sameDayStability(memory.stability, rating)
    } else {
      let recalled = retrievability(of: memory, at: time)
      next.stability =
        rating == .again
        ? forgetStability(memory, recalled) : recallStability(memory, recalled, rating)
    }
    next.stability = max(next.stability, 0.001)
    next.difficulty = nextDifficulty(memory.difficulty, rating)
    return schedule(next, rating)
  }

  /// Whole days between two times; less than a day before is −1, as Python's `timedelta.days`.
  private static func days(from start: Double, to end: Double) -> Double {
    ((end - start) / 86400).rounded(.down)
  }

  // MARK: The next interval

  /// The days until a card of a stability is to come back.
  public func days(forStability stability: Double) -> Int {
    let days = stability / factor * (Elementary.power(desiredRetention, 1 / decay) - 1)
    let whole = days.rounded(.toNearestOrEven)
    // In floating point first: a stability without a ceiling outgrows an integer.
    return Int(min(max(whole, 1), Double(maximumInterval)))
  }

  private func schedule(_ memory: CardMemory, _ rating: Rating) -> CardMemory {
    switch memory.phase {
    case .learning(let step):
      return take(step, of: learningSteps, memory, rating) { .learning(step: $0) }
    case .relearning(let step):
      return take(step, of: relearningSteps, memory, rating) { .relearning(step: $0) }
    case .review:
      guard rating == .again, let first = relearningSteps.first else { return graduate(memory) }
      var next = memory
      next.phase = .relearning(step: 0)
      next.interval = first
      return next
    }
  }

  private func take(
    _ step: Int, of steps: [Double], _ memory: CardMemory, _ rating: Rating,
    phase: (Int) -> CardMemory.Phase
  ) -> CardMemory {
    guard let first = steps.first else { return graduate(memory) }
    var next = memory
    switch rating {
    case .again:
      next.phase = phase(0)
      next.interval = first
    case .hard:
      guard step < steps.count else { return graduate(memory) }
      // The first step is stretched half way to the second, or half as long again.
      let second = steps.count > 1 ? steps[1] : first * 2
      next.interval = step == 0 ? (first + second) / 2 : steps[step]
    case .good:
      guard step + 1 < steps.count else { return graduate(memory) }
      next.phase = phase(step + 1)
      next.interval = steps[step + 1]
    case .easy: return graduate(memory)
    }
    return next
  }

  private func graduate(_ memory: CardMemory) -> CardMemory {
    var next = memory
    next.phase = .review
    next.interval = Double(days(forStability: memory.stability)) * 86400
    return next
  }

  // MARK: Stability and difficulty

  /// e to the power of x as py-fsrs computes it, to the last bit.
  private func exp(_ x: Double) -> Double { Elementary.power(2.718281828459045, x) }

  private func clamp(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

  private func initialDifficulty(_ rating: Rating) -> Double {
    weights[4] - exp(weights[5] * Double(rating.rawValue - 1)) + 1
  }

  private func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
    let change = -(weights[6] * Double(rating.rawValue - 3))
    let damped = difficulty + (10 - difficulty) * change / 9
    return clamp(weights[7] * initialDifficulty(.easy) + (1 - weights[7]) * damped)
  }

  private func sameDayStability(_ stability: Double, _ rating: Rating) -> Double {
    let increase =
      exp(weights[17] * (Double(rating.rawValue - 3) + weights[18]))
      * Elementary.power(stability, -weights[19])
    return stability * (rating == .again ? increase : max(increase, 1))
  }

  private func forgetStability(_ memory: CardMemory, _ recalled: Double) -> Double {
    let long =
      weights[11] * Elementary.power(memory.difficulty, -weights[12])
      * (Elementary.power(memory.stability + 1, weights[13]) - 1)
      * exp((1 - recalled) * weights[14])
    return min(long, memory.stability / exp(weights[17] * weights[18]))
  }

  private func recallStability(
    _ memory: CardMemory, _ recalled: Double, _ rating: Rating
  ) -> Double {
    let growth =
      exp(weights[8]) * (11 - memory.difficulty)
      * Elementary.power(memory.stability, -weights[9])
      * (exp((1 - recalled) * weights[10]) - 1)
      * (rating == .hard ? weights[15] : 1) * (rating == .easy ? weights[16] : 1)
    return memory.stability * (1 + growth)
  }
}
