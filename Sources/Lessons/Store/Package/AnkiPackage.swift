import GRDB
import Glibc
import Language

/// Cards as a package that Anki opens: a collection in SQLite, in a zip archive.
public enum AnkiPackage {
  private static let deckID = 1_700_000_000_001
  private static let modelID = 1_700_000_000_002

  /// Where what is not to stay is made: `$TMPDIR`, or else `/tmp`.
  public static func temporaryFolder() -> String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.hasPrefix("/") ? named : "/tmp"
  }

  /// The package's bytes; it is put together in a folder for what is not to stay.
  public static func bytes(
    _ cards: [CardExport], at now: Double, in temporary: String = temporaryFolder()
  ) throws(StoreFault) -> [UInt8] {
    var name = Array((temporary + "/nabla-package-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw StoreFault("\(temporary): \(String(cString: strerror(errno)))")
    }
    let folder = name.withUnsafeBytes { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let path = folder + "/collection.anki2"
    defer {
      unlink(path)
      rmdir(folder)
    }
    let collection: [UInt8]
    do {
      try write(cards, at: now, to: path)
      collection = try LessonFile.bytes(path, largest: 1 << 30).get()
    } catch is Finding {
      throw StoreFault("\(path) cannot be read")
    } catch {
      throw StoreFault("\(temporary): \(ProgressFile.fault(error).reason)")
    }
    var archive = ZipArchive()
    archive.add("collection.anki2", collection)
    archive.add("media", Array("{}".utf8))
    return archive.bytes
  }

  private static func write(_ cards: [CardExport], at now: Double, to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: schema)
      try database.execute(
        sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        arguments: [
          Int(now), Int(now * 1000), Int(now * 1000), configuration.line, models.line, decks.line,
          deckOptions.line,
        ])
      for (index, card) in cards.enumerated() {
        let id = 1_700_000_100_000 + index
        let front = AnkiText.front(card)
        let fields = front + "\u{1F}" + AnkiText.back(card.quiz)
        let tags = " " + card.tags.joined(separator: " ") + " "
        try database.execute(
          sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
          arguments: [
            id, "nabla/" + card.card.id.description, modelID, Int(now), tags, fields, front,
            Int(ZipArchive.checksum(Array(front.utf8))),
          ])
        try database.execute(
          sql: "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
          arguments: [id, id, deckID, Int(now), index + 1])
      }
    }
    try queue.close()
  }

  /// The collection of Anki 2.1's packages: version 11.
  private static let schema = """
    CREATE TABLE col (id INTEGER PRIMARY KEY, crt INTEGER NOT NULL, mod INTEGER NOT NULL,
      scm INTEGER NOT NULL, ver INTEGER NOT NULL, dty INTEGER NOT NULL, usn INTEGER NOT NULL,
      ls INTEGER NOT NULL, conf TEXT NOT NULL, models TEXT NOT NULL, decks TEXT NOT NULL,
      dconf TEXT NOT NULL, tags TEXT NOT NULL);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT NOT NULL, mid INTEGER NOT NULL,
      mod INTEGER NOT NULL, usn INTEGER NOT NULL, tags TEXT NOT NULL, flds TEXT NOT NULL,
      sfld INTEGER NOT NULL, csum INTEGER NOT NULL, flags INTEGER NOT NULL, data TEXT NOT NULL);
    CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER NOT NULL, did INTEGER NOT NULL,
      ord INTEGER NOT NULL, mod INTEGER NOT NULL, usn INTEGER NOT NULL, type INTEGER NOT NULL,
      queue INTEGER NOT NULL, due INTEGER NOT NULL, ivl INTEGER NOT NULL, factor INTEGER NOT NULL,
      reps INTEGER NOT NULL, lapses INTEGER NOT NULL, left INTEGER NOT NULL, odue INTEGER NOT NULL,
      odid INTEGER NOT NULL, flags INTEGER NOT NULL, data TEXT NOT NULL);
    CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER NOT NULL, usn INTEGER NOT NULL,
      ease INTEGER NOT NULL, ivl INTEGER NOT NULL, lastIvl INTEGER NOT NULL,
      factor INTEGER NOT NULL, time INTEGER NOT NULL, type INTEGER NOT NULL);
    CREATE TABLE graves (usn INTEGER NOT NULL, oid INTEGER NOT NULL, type INTEGER NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """

  // MARK: What Anki keeps as JSON

  private static let configuration = JSON.object([
    .init("nextPos", .int(1)), .init("estTimes", .bool(true)),
    .init("activeDecks", .array([.int(1)])), .init("sortType", .string("noteFld")),
    .init("timeLim", .int(0)), .init("sortBackwards", .bool(false)),
    .init("addToCur", .bool(true)), .init("curDeck", .int(1)), .init("newBury", .bool(true)),
    .init("newSpread", .int(0)), .init("dueCounts", .bool(true)),
    .init("curModel", .string("\(modelID)")), .init("collapseTime", .int(1200)),
  ])

  private static func field(_ name: String, _ place: Int) -> JSON {
    .object([
      .init("name", .string(name)), .init("ord", .int(place)), .init("sticky", .bool(false)),
      .init("rtl", .bool(false)), .init("font", .string("Arial")), .init("size", .int(20)),
      .init("media", .array([])),
    ])
  }

  private static let models = JSON.object([
    .init(
      "\(modelID)",
      .object([
        .init("id", .int(modelID)), .init("name", .string("nabla")), .init("type", .int(0)),
        .init("mod", .int(0)), .init("usn", .int(0)), .init("sortf", .int(0)),
        .init("did", .int(deckID)),
        .init(
          "tmpls",
          .array([
            .object([
              .init("name", .string("Card 1")), .init("ord", .int(0)),
              .init("qfmt", .string("{{Front}}")),
              .init("afmt", .string("{{FrontSide}}<hr id=answer>{{Back}}")),
              .init("did", .null), .init("bqfmt", .string("")), .init("bafmt", .string("")),
            ])
          ])),
        .init("flds", .array([field("Front", 0), field("Back", 1)])),
        .init("css", .string(".card { font-family: sans-serif; font-size: 20px; }")),
        .init("latexPre", .string("")), .init("latexPost", .string("")),
        .init("req", .array([.array([.int(0), .string("any"), .array([.int(0)])])])),
        .init("vers", .array([])), .init("tags", .array([])),
      ]))
  ])

  private static func deck(_ id: Int, _ name: String) -> JSON.Member {
    let none = JSON.array([.int(0), .int(0)])
    return .init(
      "\(id)",
      .object([
        .init("id", .int(id)), .init("name", .string(name)), .init("desc", .string("")),
        .init("mod", .int(0)), .init("usn", .int(0)), .init("collapsed", .bool(false)),
        .init("browserCollapsed", .bool(false)), .init("dyn", .int(0)), .init("conf", .int(1)),
        .init("extendNew", .int(10)), .init("extendRev", .int(50)), .init("newToday", none),
        .init("revToday", none), .init("lrnToday", none), .init("timeToday", none),
      ]))
  }

  private static let decks = JSON.object([deck(1, "Default"), deck(deckID, "nabla")])

  private static let deckOptions = JSON.object([
    .init(
      "1",
      .object([
        .init("id", .int(1)), .init("name", .string("Default")), .init("mod", .int(0)),
        .init("usn", .int(0)), .init("maxTaken", .int(60)), .init("autoplay", .bool(true)),
        .init("timer", .int(0)), .init("replayq", .bool(true)), .init("dyn", .bool(false)),
        .init(
          "new",
          .object([
            .init("delays", .array([.int(1), .int(10)])), .init("order", .int(1)),
            .init("ints", .array([.int(1), .int(4), .int(7)])), .init("initialFactor", .int(2500)),
            .init("bury", .bool(true)), .init("perDay", .int(20)),
          ])),
        .init(
          "rev",
          .object([
            .init("perDay", .int(200)), .init("ease4", .float(1.3)), .init("maxIvl", .int(36500)),
            .init("ivlFct", .int(1)), .init("bury", .bool(true)), .init("hardFactor", .float(1.2)),
          ])),
        .init(
          "lapse",
          .object([
            .init("delays", .array([.int(10)])), .init("mult", .int(0)), .init("minInt", .int(1)),
            .init("leechFails", .int(8)), .init("leechAction", .int(0)),
          ])),
      ]))
  ])
}
