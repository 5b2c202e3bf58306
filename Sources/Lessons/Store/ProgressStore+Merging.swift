import GRDB
import Glibc

extension ProgressStore {
  /// Takes in another machine's history, and tells how many of its events were new.
  public mutating func merge(_ events: [HistoryEvent]) throws(StoreFault) -> Int {
    guard isSaving else { throw StoreFault(failure ?? "what was done waits to be saved") }
    do throws(ProgressFile.Fault) {
      let merged = try withFile { file, _ throws(ProgressFile.Fault) in
        (added: try file.merge(events), progress: try file.read().progress)
      }
      guard let merged else { return 0 }
      progress = merged.progress
      return merged.added
    } catch {
      throw StoreFault(error.reason)
    }
  }

  /// Sets everything that was learned aside, in a file that is kept, and begins anew.
  ///
  /// - Returns: The file's new name; nil where there is nothing to set aside.
  public static func setAside(
    folder: String, now: Double = WallClock.now()
  ) throws(StoreFault) -> String? {
    let path = folder + "/progress.sqlite"
    if access(path, F_OK) != 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw StoreFault("\(path): \(String(cString: strerror(errno)))")
    }
    // What still stands in the write-ahead log goes into the file before it is moved.
    if let file = try? ProgressFile(path: path) {
      try? file.queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try? file.queue.close()
    }
    return try move(path, aside: "before-reset", now: now)
  }

  /// Gives a file of progress another name, with what stands in its write-ahead log.
  static func move(
    _ path: String, aside word: String, now: Double
  ) throws(StoreFault) -> String {
    let aside = freeName(path, word, now: now)
    guard rename(path, aside) == 0 else { throw refusal(path) }
    // A log that stayed behind would be taken for that of the next file.
    if rename(path + "-wal", aside + "-wal") != 0, errno != ENOENT {
      let refusal = refusal(path + "-wal")
      rename(aside, path)
      throw refusal
    }
    rename(path + "-shm", aside + "-shm")
    return aside
  }

  private static func refusal(_ path: String) -> StoreFault {
    StoreFault("\(path) cannot be given another name: \(String(cString: strerror(errno)))")
  }

  private static func freeName(_ path: String, _ word: String, now: Double) -> String {
    let base = path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path
    let stamp = now.isFinite && now.magnitude < 1e15 ? Int(now) : 0
    var name = "\(base)-\(word)-\(stamp).sqlite"
    var number = 2
    while access(name, F_OK) == 0 {
      name = "\(base)-\(word)-\(stamp)-\(number).sqlite"
      number += 1
    }
    return name
  }
}
