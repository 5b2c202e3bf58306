import Language

extension HistoryEvent {
  /// The event as a JSON object; `init(json:)` reads it back.
  public var json: JSON {
    var members: [JSON.Member] = [
      .init("time", .float(time)), .init("lesson", .string(lesson)), .init("step", .int(step)),
    ]
    func add(_ name: String, _ value: JSON) { members.append(.init(name, value)) }
    func add(_ event: String, quiz: String, seed: UInt64? = nil) {
      add("event", .string(event))
      add("quiz", .string(quiz))
      if let seed { add("seed", .int(Int(bitPattern: UInt(seed)))) }
    }
    switch kind {
    case .seen: add("event", .string("seen"))
    case .left: add("event", .string("left"))
    case .revealed(let quiz, let seed): add("revealed", quiz: quiz, seed: seed)
    case .skipped(let quiz, let seed): add("skipped", quiz: quiz, seed: seed)
    case .answered(let attempt):
      add("answered", quiz: attempt.quiz, seed: attempt.seed)
      add("answer", .string(ProgressFile.kept(attempt.answer)))
      add("verdict", .string(attempt.judgement.rawValue))
      add("hints", .int(attempt.hints))
      add("tries", .int(attempt.tries))
    case .reviewed(let review):
      add("reviewed", quiz: review.card.quiz, seed: review.seed)
      add("answer", .string(ProgressFile.kept(review.answer)))
      add("verdict", .string(review.outcome.rawValue))
      add("hints", .int(review.hints))
      add("tries", .int(review.tries))
      add("seconds", .float(review.seconds))
      if let rating = review.rating { add("rating", .int(rating.rawValue)) }
    case .withdrawn(let quiz, let time):
      add("withdrawn", quiz: quiz)
      add("review", .float(time))
    case .suspended(let quiz): add("suspended", quiz: quiz)
    case .resumed(let quiz): add("resumed", quiz: quiz)
    }
    if let mark { add("mark", .string(mark.text)) }
    return .object(members)
  }

  /// Reads an event; nil where it is none.
  public init?(json: JSON) {
    guard let time = json["time"]?.number, time.isFinite, let lesson = json["lesson"]?.text,
      let step = json["step"]?.number.flatMap(Int.init(exactly:)), step >= 0,
      let kind = Self.kind(json, lesson)
    else { return nil }
    self.init(
      time: time, lesson: lesson, step: step, kind: kind,
      mark: json["mark"]?.text.flatMap { StepMark($0) })
  }

  private static func kind(_ json: JSON, _ lesson: String) -> Kind? {
    let event = json["event"]?.text
    if event == "seen" { return .seen }
    if event == "left" { return .left }
    guard let quiz = json["quiz"]?.text else { return nil }
    var seed: UInt64 = 0
    if case .int(let number)? = json["seed"] { seed = UInt64(UInt(bitPattern: number)) }
    switch event {
    case "revealed": return .revealed(quiz: quiz, seed: seed)
    case "skipped": return .skipped(quiz: quiz, seed: seed)
    case "suspended": return .suspended(quiz: quiz)
    case "resumed": return .resumed(quiz: quiz)
    case "withdrawn": return json["review"]?.number.map { .withdrawn(quiz: quiz, time: $0) }
    case "answered":
      guard let judgement = json["verdict"]?.text.flatMap(Verdict.Judgement.init(rawValue:)) else {
        return nil
      }
      return .answered(
        Attempt(
          quiz: quiz, seed: seed, answer: json["answer"]?.text ?? "", judgement: judgement,
          hints: json.count("hints"), tries: json.count("tries")))
    case "reviewed":
      guard let outcome = json["verdict"]?.text.flatMap(Review.Outcome.init(rawValue:)) else {
        return nil
      }
      return .reviewed(
        Review(
          card: CardID(lesson: lesson, quiz: quiz), seed: seed,
          answer: json["answer"]?.text ?? "", outcome: outcome, hints: json.count("hints"),
          tries: json.count("tries"), seconds: json["seconds"]?.number ?? 0,
          rating: json["rating"]?.number.flatMap(Int.init(exactly:)).flatMap(Rating.init)))
    default: return nil
    }
  }
}

extension JSON {
  fileprivate func count(_ name: String) -> Int {
    max(0, self[name]?.number.flatMap(Int.init(exactly:)) ?? 0)
  }
}
