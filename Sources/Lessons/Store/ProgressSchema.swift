import GRDB

/// The tables of the progress file, and how an older file becomes a newer one.
enum ProgressSchema {
  /// The version a file has once all migrations have run; a file with a higher one is newer.
  static let version = 3
  /// What marks a file as nabla's: `nabl` in ASCII.
  static let application = 0x6E61_626C

  /// What a file says of itself.
  struct Stamp: Sendable, Hashable {
    var version: Int
    var application: Int
    var isEmpty: Bool
  }

  /// Reads what a file says of itself.
  static func stamp(_ database: Database) throws -> Stamp {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT user_version FROM pragma_user_version),
          (SELECT application_id FROM pragma_application_id),
          NOT EXISTS (SELECT 1 FROM sqlite_schema)
        """)
    return Stamp(
      version: row.flatMap { Int.decoded($0, 0) } ?? 0,
      application: row.flatMap { Int.decoded($0, 1) } ?? 0,
      isEmpty: row.flatMap { Int.decoded($0, 2) } != 0)
  }

  /// The migrations in the order they were made; none is ever changed or taken out.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("history") { database in
      try database.execute(sql: history)
    }
    migrator.registerMigration("cards") { database in
      try database.execute(sql: cards)
    }
    migrator.registerMigration("marks") { database in
      try database.execute(sql: marks)
    }
    return migrator
  }

  /// The history is only ever added to; what the home screen asks is kept beside it by triggers, so
  /// that it costs the same after a year as on the first day.
  private static let history = """
    CREATE TABLE history (
      id INTEGER PRIMARY KEY,
      time REAL NOT NULL,
      lesson TEXT NOT NULL,
      step INTEGER NOT NULL,
      event TEXT NOT NULL,
      quiz TEXT,
      seed INTEGER,
      answer TEXT,
      verdict TEXT,
      hints INTEGER,
      tries INTEGER
    ) STRICT;
    CREATE TABLE place (
      lesson TEXT PRIMARY KEY, step INTEGER NOT NULL, time REAL NOT NULL, entry INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE seen (
      lesson TEXT NOT NULL, step INTEGER NOT NULL, PRIMARY KEY (lesson, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE solved (
      lesson TEXT NOT NULL, quiz TEXT NOT NULL, PRIMARY KEY (lesson, quiz)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revealed (
      lesson TEXT NOT NULL, quiz TEXT NOT NULL, PRIMARY KEY (lesson, quiz)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER history_moves_place AFTER INSERT ON history BEGIN
      INSERT INTO place (lesson, step, time, entry)
        VALUES (new.lesson, new.step, new.time, new.id)
        ON CONFLICT (lesson) DO UPDATE SET step = new.step, time = new.time, entry = new.id;
    END;
    CREATE TRIGGER history_sees AFTER INSERT ON history WHEN new.event = 'seen' BEGIN
      INSERT OR IGNORE INTO seen (lesson, step) VALUES (new.lesson, new.step);
    END;
    CREATE TRIGGER history_solves AFTER INSERT ON history
      WHEN new.event = 'answered' AND new.verdict = 'right' BEGIN
      INSERT OR IGNORE INTO solved (lesson, quiz) VALUES (new.lesson, new.quiz);
    END;
    CREATE TRIGGER history_reveals AFTER INSERT ON history WHEN new.event = 'revealed' BEGIN
      INSERT OR IGNORE INTO revealed (lesson, quiz) VALUES (new.lesson, new.quiz);
    END;
    PRAGMA user_version = 1;
    """

  /// Reviews of cards join the history; they move no lesson's place.
  ///
  /// The second index finds an event
  /// that is there already, when another machine's history is merged.
  private static let cards = """
    ALTER TABLE history ADD COLUMN rating INTEGER;
    ALTER TABLE history ADD COLUMN seconds REAL;
    ALTER TABLE history ADD COLUMN review REAL;
    CREATE INDEX history_cards ON history (event)
      WHERE event IN ('reviewed', 'withdrawn', 'suspended', 'resumed');
    CREATE INDEX history_time ON history (time);
    DROP TRIGGER history_moves_place;
    CREATE TRIGGER history_moves_place AFTER INSERT ON history
      WHEN new.event NOT IN ('reviewed', 'withdrawn', 'suspended', 'resumed') BEGIN
      INSERT INTO place (lesson, step, time, entry)
        VALUES (new.lesson, new.step, new.time, new.id)
        ON CONFLICT (lesson) DO UPDATE SET step = new.step, time = new.time, entry = new.id;
    END;
    PRAGMA user_version = 2;
    """

  /// Steps get marks, by which they are found again in an edited lesson; a mark that is empty is that
  /// of a step of which only the number is known.
  private static let marks = """
    ALTER TABLE history ADD COLUMN mark TEXT;
    ALTER TABLE place ADD COLUMN mark TEXT;
    ALTER TABLE seen RENAME TO seen_by_number;
    CREATE TABLE seen (
      lesson TEXT NOT NULL, step INTEGER NOT NULL, mark TEXT NOT NULL,
      PRIMARY KEY (lesson, step, mark)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO seen (lesson, step, mark) SELECT lesson, step, '' FROM seen_by_number;
    DROP TABLE seen_by_number;
    DROP TRIGGER history_sees;
    CREATE TRIGGER history_sees AFTER INSERT ON history WHEN new.event = 'seen' BEGIN
      INSERT OR IGNORE INTO seen (lesson, step, mark)
        VALUES (new.lesson, new.step, IFNULL(new.mark, ''));
    END;
    DROP TRIGGER history_moves_place;
    CREATE TRIGGER history_moves_place AFTER INSERT ON history
      WHEN new.event NOT IN ('reviewed', 'withdrawn', 'suspended', 'resumed') BEGIN
      INSERT INTO place (lesson, step, time, entry, mark)
        VALUES (new.lesson, new.step, new.time, new.id, new.mark)
        ON CONFLICT (lesson) DO UPDATE
        SET step = new.step, time = new.time, entry = new.id, mark = new.mark;
    END;
    PRAGMA user_version = 3;
    """
}
