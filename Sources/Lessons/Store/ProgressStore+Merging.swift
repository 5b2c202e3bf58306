import GRDB
import Glibc

extension ProgressStore {
  /// Takes in another machine's history, and tells how many of its events were new; nil where they
  /// can not be kept.
  public mutating func merge(_ events: [HistoryEvent]) -> Int? {
    guard let file, isSaving else { return nil }
    guard let added = try? file.merge(events), let state = try? file.read() else { return nil }
    progress = state.progress
    return added
  }

  /// Sets everything that was learned aside, in a file that is kept, and begins anew.
  ///
  /// - Returns: The file's new name; nil where there was nothing, or it can not be set aside.
  public static func setAside(folder: String, now: Double = WallClock.now()) -> String? {
    let path = folder + "/progress.sqlite"
    guard access(path, F_OK) == 0 else { return nil }
    // What still stands in the write-ahead log goes into the file before it is moved.
    if let file = try? ProgressFile(path: path) {
      try? file.queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try? file.queue.close()
    }
    let aside = freeName(path, "before-reset", now: now)
    guard rename(path, aside) == 0 else { return nil }
    for ending in ["-wal", "-shm"] { rename(path + ending, aside + ending) }
    return aside
  }
}
