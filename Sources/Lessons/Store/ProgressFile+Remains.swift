import GRDB

extension ProgressFile {
  /// What can still be read of a damaged file, in order.
  ///
  /// Rows are found by their numbers, so that what stands on whole pages is reached around a page
  /// that is lost.
  func remains() -> (events: [HistoryEvent], settings: [String: String]) {
    var events: [HistoryEvent] = []
    var start: Int64? = 1
    // Each round ends at something lost; a file that is lost nearly everywhere is given up.
    for _ in 0..<10_000 {
      guard let first = start else { break }
      let lost = read(from: first, into: &events)
      start = lost.flatMap { readable(after: $0) }
    }
    let settings = try? queue.read { try Self.settings($0) }
    return (events, settings ?? [:])
  }

  /// Reads the rows from a number on; the number of the one that cannot be read, or nil at the end.
  private func read(from start: Int64, into events: inout [HistoryEvent]) -> Int64? {
    var next = start
    do {
      try queue.read { database in
        let rows = try Row.fetchCursor(database, sql: Self.following, arguments: [start])
        while let row = try rows.next() {
          if let event = Self.event(row) { events.append(event) }
          if let number = Int64.decoded(row, 14), number < Int64.max { next = number + 1 }
        }
      }
      return nil
    } catch {
      return next
    }
  }

  /// The first number after one that cannot be read from which something can; nil where there is none.
  private func readable(after lost: Int64) -> Int64? {
    var (low, step) = (lost, Int64(1))
    while !canRead(from: lost + step) {
      low = lost + step
      step *= 2
      if step > 1 << 24 { return nil }
    }
    var high = lost + step
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if canRead(from: middle) { high = middle } else { low = middle }
    }
    return high
  }

  private func canRead(from number: Int64) -> Bool {
    let row: Row?? = try? queue.read { database in
      try Row.fetchOne(database, sql: Self.following + " LIMIT 1", arguments: [number])
    }
    return row != nil
  }

  private static let following =
    "SELECT \(columns), id FROM history WHERE id >= ? ORDER BY id"
}
