import GRDB

/// Changes a database behind the store's back.
enum SQLiteFromOutside {
  static func run(_ sql: String, _ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}
