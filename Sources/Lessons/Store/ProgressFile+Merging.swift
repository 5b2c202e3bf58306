import GRDB

extension ProgressFile {
  /// Adds the events that are not there yet, all or none, and tells how many those were.
  ///
  /// The same event twice is one: an event is what was done and when, to the nanosecond.
  func merge(_ events: [HistoryEvent]) throws(Fault) -> Int {
    do {
      return try queue.write { database in
        let known = try database.cachedStatement(sql: Self.search)
        let insertion = try database.cachedStatement(sql: Self.insertion)
        var added = 0
        for event in events.sorted(by: { $0.time < $1.time }) {
          var unmarked = event
          // The same event may have come without its mark from an older nabla: NULL is then any mark.
          unmarked.mark = nil
          let count = try Int.fetchOne(known, arguments: Self.arguments(unmarked)) ?? 0
          guard count == 0 else { continue }
          try insertion.execute(arguments: Self.arguments(event))
          added += 1
        }
        if added > 0 { try database.execute(sql: Self.places) }
        return added
      }
    } catch {
      throw Self.fault(error)
    }
  }

  private static let search = """
    SELECT COUNT(*) FROM history
    WHERE time IS ? AND lesson IS ? AND step IS ? AND event IS ? AND quiz IS ? AND seed IS ?
      AND answer IS ? AND verdict IS ? AND hints IS ? AND tries IS ? AND rating IS ?
      AND seconds IS ? AND review IS ? AND ? IS NULL
    """

  /// What came in may be older than what was there: a lesson was left where the clock says last.
  private static let places = """
    UPDATE place SET (step, time, mark) = (
      SELECT step, time, mark FROM history
      WHERE lesson = place.lesson
        AND event NOT IN ('reviewed', 'withdrawn', 'suspended', 'resumed')
      ORDER BY time DESC, id DESC LIMIT 1);
    UPDATE place SET entry = (SELECT COUNT(*) FROM place AS other WHERE other.time <= place.time);
    """
}
