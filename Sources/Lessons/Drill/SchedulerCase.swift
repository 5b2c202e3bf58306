import Language

/// One history of reviews to be scheduled, as a line of `nabla fsrs --cases` has it.
public struct SchedulerCase: Sendable {
  private let json: JSON
  private let scheduler: Scheduler
  private let reviews: [(after: Double, rating: Rating)]

  /// Why a line is no case.
  public struct Fault: Error, Sendable, Hashable {
    /// The sentence, without its full stop.
    public let message: String
  }

  /// Reads a line.
  public init(_ line: String) throws(Fault) {
    do {
      json = try JSON(reading: line)
    } catch {
      throw Fault(message: error.message)
    }
    guard case .array(let items)? = json["reviews"] else {
      throw Fault(message: "expected an object with `reviews`")
    }
    var reviews: [(after: Double, rating: Rating)] = []
    for (number, item) in items.enumerated() {
      guard let after = item["after_s"]?.number, after.isFinite else {
        throw Fault(message: "review \(number + 1) has no number `after_s`")
      }
      guard let rating = item["rating"]?.number.flatMap(Int.init(exactly:)).flatMap(Rating.init)
      else { throw Fault(message: "review \(number + 1) has no `rating` from 1 to 4") }
      reviews.append((after, rating))
    }
    self.reviews = reviews
    // py-fsrs keeps a scheduler's own description beside its cards under this name.
    scheduler = try Self.scheduler(json["scheduler"] ?? json)
  }

  private static func scheduler(_ json: JSON) throws(Fault) -> Scheduler {
    let interval = try member("maximum_interval", of: json, "a whole number") {
      $0.number.flatMap(Int.init(exactly:))
    }
    let retention = try member("desired_retention", of: json, "a number", \.number)
    let weights = try member("parameters", of: json, "a list of numbers", \.numbers)
    let steps = try member("learning_steps", of: json, "a list of numbers", \.numbers)
    let again = try member("relearning_steps", of: json, "a list of numbers", \.numbers)
    do {
      return try Scheduler(
        weights: weights ?? Scheduler.defaultWeights, desiredRetention: retention ?? 0.9,
        learningSteps: steps ?? [60, 600], relearningSteps: again ?? [600],
        maximumInterval: interval ?? 36500)
    } catch {
      throw Fault(message: error.message)
    }
  }

  /// A member that may be left out, and must be what it should be where it is not.
  private static func member<Value>(
    _ name: String, of json: JSON, _ kind: String, _ read: (JSON) -> Value?
  ) throws(Fault) -> Value? {
    guard let member = json[name], member != .null else { return nil }
    guard let value = read(member) else { throw Fault(message: "`\(name)` is not \(kind)") }
    return value
  }

  /// The case with what the scheduler makes of each review, in the form it was written in.
  public var scheduled: JSON {
    guard case .object(let members) = json else { return json }
    return .object(
      members.map { member in
        member.name == "reviews" ? JSON.Member("reviews", .array(results)) : member
      })
  }

  private var results: [JSON] {
    var memory: CardMemory?
    var time = 0.0
    return reviews.map { review in
      time += review.after
      let next = scheduler.review(memory, review.rating, at: time)
      memory = next
      return .object([
        JSON.Member("after_s", JSON(whole: review.after)),
        JSON.Member("rating", .int(review.rating.rawValue)),
        JSON.Member("state", .string(next.phase.name)),
        JSON.Member("step", next.phase.step.map { .int($0) } ?? .null),
        JSON.Member("stability", .float(next.stability)),
        JSON.Member("difficulty", .float(next.difficulty)),
        JSON.Member("interval_s", JSON(whole: next.interval)),
      ])
    }
  }
}

extension JSON {
  /// A number, written without a point where it is whole.
  init(whole number: Double) {
    self = Int(exactly: number).map { .int($0) } ?? .float(number)
  }

  /// A number, whole or not.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// A list of numbers.
  var numbers: [Double]? {
    guard case .array(let items) = self else { return nil }
    let numbers = items.compactMap(\.number)
    return numbers.count == items.count ? numbers : nil
  }
}
