import GRDB
import Glibc

/// The progress file itself: opened, migrated, or refused.
struct ProgressFile: Sendable {
  let queue: DatabaseQueue

  /// Why a file cannot be used.
  enum Fault: Error {
    /// It was written by a newer nabla.
    case newer(version: Int)
    /// It is another program's.
    case foreign
    /// Its content is not that of a database any more.
    case damaged(String)
    /// The system refuses.
    case refused(String)

    /// The sentence, without its full stop.
    var reason: String {
      switch self {
      case .newer: "progress.sqlite was saved by a newer nabla"
      case .foreign: "progress.sqlite belongs to another program"
      case .damaged(let reason): "the file is damaged (\(reason))"
      case .refused(let reason): reason
      }
    }
  }

  /// Opens or creates a file.
  init(path: String) throws(Fault) {
    if let fault = Self.notAFile(path) { throw fault }
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // A full sync costs 0.3 ms, and an answer that was acknowledged outlives a power cut.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // A learner's whole history is read once; pages kept beyond these only take memory.
      try database.execute(sql: "PRAGMA cache_size = -256")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(queue)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Self.fault(error)
    }
  }

  /// SQLite would wait on a pipe or read a device.
  private static func notAFile(_ path: String) -> Fault? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT != S_IFREG else { return nil }
    return .refused("\(path) is not a file")
  }

  private static func prepare(_ queue: DatabaseQueue) throws {
    let stamp = try queue.read { try ProgressSchema.stamp($0) }
    if stamp.application == ProgressSchema.application {
      guard stamp.version <= ProgressSchema.version else {
        throw Fault.newer(version: stamp.version)
      }
      if stamp.version == ProgressSchema.version { return }
    } else if !stamp.isEmpty || stamp.application != 0 {
      throw Fault.foreign
    }
    try retrying {
      // The mark comes first: a process killed between here and the end leaves a file that is
      // known for nabla's and finished the next time.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(ProgressSchema.application)")
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try ProgressSchema.migrator.migrate(queue)
    }
  }

  /// Two nablas that create the file at once get in each other's way without waiting: the change to
  /// write-ahead logging does not heed the busy timeout.
  private static func retrying(_ work: () throws -> Void) throws {
    for attempt in 0..<120 {
      do {
        return try work()
      } catch let error as DatabaseError where isRace(error) && attempt < 119 {
        usleep(25_000)
      }
    }
  }

  /// Whether another nabla may be at the same migrations: the file is busy, or a table is there already
  /// that was not when the migrations were looked through.
  private static func isRace(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_ERROR, .SQLITE_CONSTRAINT: true
    default: false
    }
  }

  /// What a database's error means for the learner.
  static func fault(_ error: any Error) -> Fault {
    guard let error = error as? DatabaseError else { return .refused("\(error)") }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(error.message ?? "damaged")
    case .SQLITE_FULL: return .refused("the disk is full")
    case .SQLITE_READONLY: return .refused("the file cannot be written")
    case .SQLITE_CANTOPEN: return .refused("the file cannot be opened")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .refused("another program keeps the file locked")
    default: return .refused(error.message ?? "error \(error.resultCode.rawValue)")
    }
  }

  /// Lets go of the file, so that it can be given another name.
  func close() { try? queue.close() }

  // MARK: Writing

  /// Adds events, all or none.
  func append(_ events: [HistoryEvent]) throws(Fault) {
    do {
      try queue.write { database in
        let statement = try database.cachedStatement(sql: Self.insertion)
        for event in events { try statement.execute(arguments: Self.arguments(event)) }
      }
    } catch {
      throw Self.fault(error)
    }
  }

  static let insertion = """
    INSERT INTO history
      (time, lesson, step, event, quiz, seed, answer, verdict, hints, tries, rating, seconds, review,
      mark)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func arguments(_ event: HistoryEvent) -> StatementArguments {
    let head: [(any DatabaseValueConvertible)?] = [event.time, event.lesson, event.step]
    let tail = values(event.kind)
    let gap = [(any DatabaseValueConvertible)?](repeating: nil, count: 10 - tail.count)
    return StatementArguments(head + tail + gap + [event.mark.map { kept($0.text) }])
  }

  /// The event's name and what belongs to it, in the order of the columns; the rest is NULL.
  private static func values(_ kind: HistoryEvent.Kind) -> [(any DatabaseValueConvertible)?] {
    switch kind {
    case .seen: ["seen"]
    case .left: ["left"]
    case .revealed(let quiz, let seed): ["revealed", quiz, Int64(bitPattern: seed)]
    case .skipped(let quiz, let seed): ["skipped", quiz, Int64(bitPattern: seed)]
    case .answered(let attempt):
      [
        "answered", attempt.quiz, Int64(bitPattern: attempt.seed), kept(attempt.answer),
        attempt.judgement.rawValue, attempt.hints, attempt.tries,
      ]
    case .reviewed(let review):
      [
        "reviewed", review.card.quiz, Int64(bitPattern: review.seed), kept(review.answer),
        review.outcome.rawValue, review.hints, review.tries, review.rating?.rawValue,
        review.seconds,
      ]
    case .withdrawn(let quiz, let time):
      ["withdrawn", quiz, nil, nil, nil, nil, nil, nil, nil, time]
    case .suspended(let quiz): ["suspended", quiz]
    case .resumed(let quiz): ["resumed", quiz]
    }
  }

  /// An answer of a size that can be kept; SQLite's texts end at a NUL.
  static func kept(_ answer: String) -> String {
    String(answer.prefix(20_000).map { $0 == "\0" ? "\u{FFFD}" : $0 })
  }

  /// Keeps a setting.
  func set(_ name: String, to value: String) throws(Fault) {
    do {
      try queue.write { database in
        try database.execute(
          sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ?",
          arguments: [name, value, value])
      }
    } catch {
      throw Self.fault(error)
    }
  }
}
