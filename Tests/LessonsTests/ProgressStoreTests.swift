import Foundation
import GRDB
@testable import Lessons
import Testing

@Suite struct ProgressStoreTests {
  private static func event(_ step: Int, _ kind: HistoryEvent.Kind = .seen) -> HistoryEvent {
    HistoryEvent(time: Double(step), lesson: "softmax", step: step, kind: kind)
  }

  private static func attempt(_ quiz: String, _ judgement: Verdict.Judgement) -> HistoryEvent.Kind {
    .answered(
      HistoryEvent.Attempt(
        quiz: quiz, seed: .max, answer: "0.5'; DROP", judgement: judgement, hints: 1, tries: 2)
    )
  }

  @Test func `what was recorded is there the next time`() {
    let folder = TemporaryFolder()
    var first = ProgressStore(folder: folder.path + "/deep/er")
    #expect(first.takeNotice() == nil)
    let events = [
      Self.event(0), Self.event(1, Self.attempt("a", .wrong)),
      Self.event(1, Self.attempt("a", .right)),
      Self.event(2, .revealed(quiz: "b", seed: 7)), Self.event(2, .skipped(quiz: "c", seed: 8)),
      Self.event(3), Self.event(2, .left),
    ]
    for event in events { first.record(event) }
    first.set("language", to: "zh")
    var second = ProgressStore(folder: folder.path + "/deep/er")
    #expect(second.history() == events)
    #expect(second.progress == first.progress)
    #expect(second.progress.lessons["softmax"]?.seen == [0, 3])
    #expect(second.progress.lessons["softmax"]?.solved == ["a"])
    #expect(second.progress.lessons["softmax"]?.revealed == ["b"])
    #expect(second.progress.lessons["softmax"]?.last == 2)
    #expect(second.settings == ["language": "zh"])
  }

  @Test func `what was done with cards is kept, and moves no lesson's place`() {
    let folder = TemporaryFolder()
    var first = ProgressStore(folder: folder.path)
    first.record(Self.event(3))
    let review = Review(
      card: CardID(lesson: "nll", quiz: "mean"), seed: .max, answer: "0.5", outcome: .revealed,
      hints: 2, tries: 3, seconds: 61.25, rating: .hard)
    var practice = review
    practice.rating = nil
    let events = [
      HistoryEvent(time: 1, review), HistoryEvent(time: 2, practice),
      HistoryEvent(time: 3, lesson: "nll", step: 0, kind: .withdrawn(quiz: "mean", time: 1)),
      HistoryEvent(time: 4, lesson: "nll", step: 0, kind: .suspended(quiz: "mean")),
      HistoryEvent(time: 5, lesson: "nll", step: 0, kind: .resumed(quiz: "mean")),
    ]
    for event in events { first.record(event) }
    var second = ProgressStore(folder: folder.path)
    #expect(second.cardEvents() == events)
    #expect(second.history().count == 6)
    #expect(second.progress.current == "softmax")
    #expect(second.progress.lessons["nll"] == nil)
    #expect(first.progress == second.progress)
  }

  @Test func `a file of the first version opens, and its history stays`() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/progress.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(0x6E61_626C)")
    }
    try ProgressSchema.migrator.migrate(queue, upTo: "history")
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO history (time, lesson, step, event) VALUES (1, 'softmax', 4, 'seen')")
    }
    #expect(try queue.read { try ProgressSchema.stamp($0).version } == 1)
    try queue.close()
    var store = ProgressStore(folder: folder.path)
    #expect(store.takeNotice() == nil)
    #expect(store.progress.lessons["softmax"]?.seen == [4])
    store.record(HistoryEvent(time: 2, DrillTests.review("softmax/a", .good)))
    var again = ProgressStore(folder: folder.path)
    #expect(again.cardEvents().count == 1)
    #expect(again.progress.lessons["softmax"]?.last == 4)
  }

  @Test func `an answer may hold anything`() {
    let folder = TemporaryFolder()
    var store = ProgressStore(folder: folder.path)
    let answers = ["a\u{0}b", String(repeating: "x", count: 1_000_000), "\u{1B}[2J", "中文"]
    for answer in answers {
      let attempt = HistoryEvent.Attempt(
        quiz: "q", seed: 0, answer: answer, judgement: .wrong, hints: 0, tries: 1)
      store.record(Self.event(0, .answered(attempt)))
    }
    var again = ProgressStore(folder: folder.path)
    let kept = again.history().compactMap { event in
      if case .answered(let attempt) = event.kind { attempt.answer } else { nil }
    }
    #expect(kept == ["a\u{FFFD}b", String(repeating: "x", count: 20_000), "\u{1B}[2J", "中文"])
  }

  @Test func `the lesson last looked at is known though the clock goes back`() {
    let folder = TemporaryFolder()
    var store = ProgressStore(folder: folder.path)
    store.record(HistoryEvent(time: 4e9, lesson: "b", step: 0, kind: .seen))
    store.record(HistoryEvent(time: -5, lesson: "a", step: 0, kind: .seen))
    #expect(store.progress.current == "a")
    #expect(ProgressStore(folder: folder.path).progress.current == "a")
  }

  @Test func `two at once lose nothing`() async {
    let folder = TemporaryFolder()
    let path = folder.path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          var store = ProgressStore(folder: path)
          for step in 0..<25 {
            store.record(
              HistoryEvent(time: 1, lesson: "writer-\(writer)", step: step, kind: .seen))
          }
        }
      }
    }
    var store = ProgressStore(folder: path)
    #expect(store.history().count == 100)
    #expect((0..<4).allSatisfy { store.progress.lessons["writer-\($0)"]?.seen.count == 25 })
  }

  @Test func `a newer file is refused and left untouched`() throws {
    let folder = TemporaryFolder()
    var store = ProgressStore(folder: folder.path)
    store.record(Self.event(0))
    try folder.sqlite("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);")
    store = ProgressStore(folder: nil)
    let before = try folder.bytes("progress.sqlite")
    var newer = ProgressStore(folder: folder.path)
    newer.record(Self.event(1))
    #expect(newer.takeNotice()?.english.contains("newer nabla") == true)
    #expect(newer.takeNotice() == nil)
    #expect(!newer.isSaving)
    #expect(newer.progress.lessons["softmax"]?.seen == [1])
    #expect(try folder.bytes("progress.sqlite") == before)
  }

  @Test func `another program's file is left untouched`() throws {
    let folder = TemporaryFolder()
    try folder.sqlite("CREATE TABLE mail (id);")
    let before = try folder.bytes("progress.sqlite")
    var store = ProgressStore(folder: folder.path)
    store.record(Self.event(0))
    #expect(store.takeNotice()?.english.contains("another program") == true)
    #expect(try folder.bytes("progress.sqlite") == before)
  }

  @Test func `a damaged file is set aside, kept and said once`() throws {
    let folder = TemporaryFolder()
    let text = Array("this was never a database, but it is longer than a header: ".utf8)
    try folder.write("progress.sqlite", Array(repeating: text, count: 20).flatMap { $0 })
    var store = ProgressStore(folder: folder.path, now: 1_700_000_000)
    #expect(store.takeNotice()?.english.contains("progress-damaged-1700000000.sqlite") == true)
    store.record(Self.event(0))
    #expect(store.isSaving)
    #expect(try folder.bytes("progress-damaged-1700000000.sqlite").starts(with: text))
    var again = ProgressStore(folder: folder.path)
    #expect(again.takeNotice() == nil)
    #expect(again.progress.lessons["softmax"]?.seen == [0])
  }

  @Test func `a damaged file that cannot be set aside is left, and the lesson goes on`() throws {
    let folder = TemporaryFolder()
    let text = Array("this was never a database, but it is longer than a header: ".utf8)
    let bytes = Array(repeating: text, count: 20).flatMap { $0 }
    try folder.write("progress.sqlite", bytes)
    var store = ProgressStore(folder: folder.withLongPath)
    #expect(store.failure?.hasPrefix("the file is damaged, and ") == true)
    #expect(
      store.takeNotice()?.english.hasSuffix("File name too long. The lesson goes on.") == true)
    store.record(Self.event(0))
    #expect(!store.isSaving)
    #expect(store.history() == [Self.event(0)])
    #expect(try folder.bytes("progress.sqlite") == bytes)
  }

  /// A file of some events, closed and whole.
  private static func whole(_ folder: TemporaryFolder) throws -> [UInt8] {
    do {
      var store = ProgressStore(folder: folder.path)
      for step in 0..<40 { store.record(event(step, attempt("quiz-\(step)", .right))) }
    }
    try folder.sqlite("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode;")
    return try folder.bytes("progress.sqlite")
  }

  @Test func `a truncated file never crashes and never stops the saving`() throws {
    let source = TemporaryFolder()
    let bytes = try Self.whole(source)
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      let folder = TemporaryFolder()
      try folder.write("progress.sqlite", Array(bytes[..<length]))
      var store = ProgressStore(folder: folder.path)
      store.record(Self.event(1))
      #expect(store.progress.lessons["softmax"]?.seen.contains(1) == true)
    }
  }

  @Test func `flipped bits never crash`() throws {
    let source = TemporaryFolder()
    let bytes = try Self.whole(source)
    var generator = SplitMix64(seed: 7)
    for _ in 0..<100 {
      let folder = TemporaryFolder()
      var damaged = bytes
      // The first page and the pages' heads are where a flip does most.
      let place =
        Bool.random(using: &generator)
        ? Int.random(in: 0..<200, using: &generator)
        : Int.random(in: bytes.indices, using: &generator)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try folder.write("progress.sqlite", damaged)
      var store = ProgressStore(folder: folder.path)
      store.record(Self.event(1))
      _ = store.history()
      #expect(store.progress.lessons["softmax"]?.seen.contains(1) == true, "byte \(place)")
    }
  }

  @Test func `a folder that cannot be is said once and the lesson goes on`() throws {
    let folder = TemporaryFolder()
    try folder.write("file", [1])
    var store = ProgressStore(folder: folder.path + "/file/nabla")
    #expect(store.takeNotice()?.english.contains("cannot be saved") == true)
    store.record(Self.event(0))
    #expect(store.takeNotice() == nil)
    #expect(store.progress.lessons["softmax"]?.seen == [0])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/x/progress.sqlite", withIntermediateDirectories: true)
    var other = ProgressStore(folder: folder.path + "/x")
    #expect(other.takeNotice()?.english.contains("is not a file") == true)
    var none = ProgressStore(folder: nil)
    #expect(none.takeNotice()?.chinese.contains("无法保存") == true)
  }

  @Test func `the data folder follows the XDG rules`() {
    func path(_ variables: [String: String]) -> String? {
      DataFolder.path(environment: { variables[$0] }, home: { "/home/system" })
    }
    #expect(path(["XDG_DATA_HOME": "/data", "HOME": "/home/me"]) == "/data/nabla")
    #expect(path(["XDG_DATA_HOME": "data", "HOME": "/home/me"]) == "/home/me/.local/share/nabla")
    #expect(path(["XDG_DATA_HOME": "", "HOME": "/home/me"]) == "/home/me/.local/share/nabla")
    #expect(path([:]) == "/home/system/.local/share/nabla")
  }
}

/// A folder that goes when the test does.
final class TemporaryFolder {
  let path: String

  init(path: String = NSTemporaryDirectory() + "nabla-" + UUID().uuidString) {
    self.path = path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A path of the folder so long that no longer name than `progress.sqlite` can stand in it.
  var withLongPath: String {
    path + String(repeating: "/.", count: (4096 - 22 - path.utf8.count) / 2)
  }

  /// The names of all that is in it.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func text(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try write(name, Array(text.utf8))
  }

  /// Runs SQL on the progress file from outside, with the `sqlite3` program's library through GRDB.
  func sqlite(_ sql: String) throws {
    try SQLiteFromOutside.run(sql, path + "/progress.sqlite")
  }
}
