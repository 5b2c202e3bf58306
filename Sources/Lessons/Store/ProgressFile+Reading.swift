import GRDB

extension ProgressFile {
  /// How far the learner has come, and the settings.
  func read() throws(Fault) -> (progress: CourseProgress, settings: [String: String]) {
    do {
      return try queue.read { database in
        (try Self.progress(database), try Self.settings(database))
      }
    } catch {
      throw Self.fault(error)
    }
  }

  private static func progress(_ database: Database) throws -> CourseProgress {
    var progress = CourseProgress()
    let places = try Row.fetchCursor(
      database, sql: "SELECT lesson, step, time, entry, mark FROM place")
    while let row = try places.next() {
      guard let lesson = String.decoded(row, 0), let step = Int.decoded(row, 1) else { continue }
      var place = CourseProgress.Place()
      place.last = step
      place.time = Double.decoded(row, 2) ?? 0
      place.order = Int.decoded(row, 3) ?? 0
      place.lastMark = String.decoded(row, 4).flatMap { StepMark($0) }
      progress.lessons[lesson] = place
    }
    let seen = try Row.fetchCursor(database, sql: "SELECT lesson, step, mark FROM seen")
    while let row = try seen.next() {
      guard let lesson = String.decoded(row, 0), let step = Int.decoded(row, 1) else { continue }
      progress.lessons[lesson, default: CourseProgress.Place()]
        .see(step, String.decoded(row, 2).flatMap { StepMark($0) })
    }
    try quizzes("solved", \.solved, &progress, database)
    try quizzes("revealed", \.revealed, &progress, database)
    return progress
  }

  private static func quizzes(
    _ table: String, _ path: WritableKeyPath<CourseProgress.Place, Set<String>>,
    _ progress: inout CourseProgress, _ database: Database
  ) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT lesson, quiz FROM \(table)")
    while let row = try rows.next() {
      guard let lesson = String.decoded(row, 0), let quiz = String.decoded(row, 1) else { continue }
      progress.lessons[lesson, default: CourseProgress.Place()][keyPath: path].insert(quiz)
    }
  }

  static func settings(_ database: Database) throws -> [String: String] {
    var settings: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT name, value FROM setting")
    while let row = try rows.next() {
      if let name = String.decoded(row, 0) { settings[name] = String.decoded(row, 1) }
    }
    return settings
  }

  /// The whole history in the order it was made.
  func history() throws(Fault) -> [HistoryEvent] { try events("") }

  /// What was done with cards, in the order it was done.
  func cardEvents() throws(Fault) -> [HistoryEvent] {
    try events("WHERE event IN ('reviewed', 'withdrawn', 'suspended', 'resumed')")
  }

  private func events(_ condition: String) throws(Fault) -> [HistoryEvent] {
    do {
      return try queue.read { database in
        var events: [HistoryEvent] = []
        let rows = try Row.fetchCursor(
          database, sql: "SELECT \(Self.columns) FROM history \(condition) ORDER BY id")
        // A row that is no event is not one of nabla's; a row that cannot be read ends it all.
        while let row = try rows.next() {
          if let event = Self.event(row) { events.append(event) }
        }
        return events
      }
    } catch {
      throw Self.fault(error)
    }
  }

  static let columns = """
    time, lesson, step, event, quiz, seed, answer, verdict, hints, tries, rating, seconds, review, mark
    """

  static func event(_ row: Row) -> HistoryEvent? {
    guard let time = Double.decoded(row, 0), let lesson = String.decoded(row, 1),
      let step = Int.decoded(row, 2), let kind = kind(row, lesson)
    else { return nil }
    return HistoryEvent(
      time: time, lesson: lesson, step: step, kind: kind,
      mark: String.decoded(row, 13).flatMap { StepMark($0) })
  }

  private static func kind(_ row: Row, _ lesson: String) -> HistoryEvent.Kind? {
    let quiz = String.decoded(row, 4) ?? ""
    let seed = UInt64(bitPattern: Int64.decoded(row, 5) ?? 0)
    switch String.decoded(row, 3) {
    case "seen": return .seen
    case "left": return .left
    case "revealed": return .revealed(quiz: quiz, seed: seed)
    case "skipped": return .skipped(quiz: quiz, seed: seed)
    case "answered": return attempt(row, quiz, seed).map { .answered($0) }
    case "reviewed":
      return review(row, CardID(lesson: lesson, quiz: quiz), seed).map { .reviewed($0) }
    case "withdrawn": return Double.decoded(row, 12).map { .withdrawn(quiz: quiz, time: $0) }
    case "suspended": return .suspended(quiz: quiz)
    case "resumed": return .resumed(quiz: quiz)
    default: return nil
    }
  }

  private static func attempt(
    _ row: Row, _ quiz: String, _ seed: UInt64
  ) -> HistoryEvent.Attempt? {
    guard let judgement = String.decoded(row, 7).flatMap(Verdict.Judgement.init(rawValue:)) else {
      return nil
    }
    return HistoryEvent.Attempt(
      quiz: quiz, seed: seed, answer: String.decoded(row, 6) ?? "", judgement: judgement,
      hints: Int.decoded(row, 8) ?? 0, tries: Int.decoded(row, 9) ?? 0)
  }

  private static func review(_ row: Row, _ card: CardID, _ seed: UInt64) -> Review? {
    guard let outcome = String.decoded(row, 7).flatMap(Review.Outcome.init(rawValue:)) else {
      return nil
    }
    return Review(
      card: card, seed: seed, answer: String.decoded(row, 6) ?? "", outcome: outcome,
      hints: Int.decoded(row, 8) ?? 0, tries: Int.decoded(row, 9) ?? 0,
      seconds: Double.decoded(row, 11) ?? 0,
      rating: Int.decoded(row, 10).flatMap(Rating.init(rawValue:)))
  }
}

extension DatabaseValueConvertible {
  /// The value of a column; nil where a damaged file has something else there.
  ///
  /// A row's own subscripts trap on what they cannot decode.
  static func decoded(_ row: Row, _ column: Int) -> Self? {
    guard column < row.count else { return nil }
    let value: DatabaseValue = row[column]
    return fromDatabaseValue(value)
  }
}
