import Glibc
import Testing

@testable import Lessons

/// A file of progress of which one page was lost, as a failing disk loses it.
@Suite struct DamagedProgressTests {
  private static let count = 3000

  private static func event(_ number: Int) -> HistoryEvent {
    let review = Review(
      card: CardID(lesson: "nll", quiz: "mean"), seed: 1, answer: answer(number), outcome: .right,
      hints: 0, tries: 1, seconds: 5, rating: .good)
    return HistoryEvent(time: Double(number), review)
  }

  private static func answer(_ number: Int) -> String { "the answer number \(number) of all" }

  /// A whole history, and the file with the page of one of its events overwritten.
  private func damaged(atEvent number: Int) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    do {
      var store = ProgressStore(folder: folder.path)
      #expect(try store.merge((0..<Self.count).map(Self.event)) == Self.count)
      store.set("language", to: "zh")
    }
    try folder.sqlite("PRAGMA wal_checkpoint(TRUNCATE);")
    try folder.losePage(of: Self.answer(number))
    return folder
  }

  @Test(arguments: [0, 1500, 2999])
  func `what stands on its other pages is read, and the loss is told once`(number: Int) throws {
    let folder = try damaged(atEvent: number)
    var store = ProgressStore(folder: folder.path)
    let history = store.history()
    let notice = store.takeNotice()?.english
    #expect(notice?.contains("damaged") == true)
    #expect(notice?.contains("\(history.count) entries") == true)
    // A page holds some forty of them.
    #expect((Self.count - 100..<Self.count).contains(history.count))
    #expect(!history.contains(Self.event(number)))
    #expect(history == history.sorted { $0.time < $1.time })
    store.record(Self.event(Self.count))
    var again = ProgressStore(folder: folder.path)
    #expect(again.history() == history + [Self.event(Self.count)])
    #expect(again.cardEvents().count == history.count + 1)
    #expect(again.settings == ["language": "zh"])
    #expect(again.takeNotice() == nil)
    #expect(try folder.names().contains { $0.hasPrefix("progress-damaged-") })
  }

  @Test func `cards are never scheduled from half a history in silence`() throws {
    let folder = try damaged(atEvent: 1500)
    var store = ProgressStore(folder: folder.path)
    #expect(store.cardEvents().count > Self.count - 100)
    #expect(store.takeNotice() != nil)
  }

  @Test func `what was done since it was opened is not lost with it`() throws {
    let folder = try damaged(atEvent: 2999)
    var store = ProgressStore(folder: folder.path)
    // They may go to the page that is lost, or the file be known as damaged by them.
    let done = (0..<3).map { HistoryEvent(time: 1e6, lesson: "nll", step: $0, kind: .seen) }
    for event in done { store.record(event) }
    #expect(Array(store.history().suffix(3)) == done)
    #expect(store.progress.lessons["nll"]?.seen == [0, 1, 2])
  }

  @Test func `one that cannot be set aside gives nothing rather than a part`() throws {
    let folder = try damaged(atEvent: 1500)
    var store = ProgressStore(folder: folder.withLongPath)
    #expect(store.history() == [])
    #expect(store.failure?.hasPrefix("the file is damaged, and ") == true)
  }
}

/// A folder in which nothing can be saved at first.
@Suite struct LaterSavingTests {
  private func seen(_ step: Int) -> HistoryEvent {
    HistoryEvent(time: Double(step), lesson: "nll", step: step, kind: .seen)
  }

  @Test func `what was done before the file could be opened is saved when it can be`() throws {
    let folder = TemporaryFolder()
    do {
      var earlier = ProgressStore(folder: folder.path + "/data")
      earlier.record(seen(0))
      earlier.set("retention", to: "0.8")
    }
    #expect(rename(folder.path + "/data", folder.path + "/away") == 0)
    try folder.text("data", "a file where a folder should be")
    var store = ProgressStore(folder: folder.path + "/data")
    store.record(seen(1))
    store.set("language", to: "zh")
    #expect(store.takeNotice()?.english.contains("cannot be saved") == true)
    #expect(!store.isSaving)
    #expect(unlink(folder.path + "/data") == 0)
    #expect(rename(folder.path + "/away", folder.path + "/data") == 0)
    store.record(seen(2))
    #expect(store.isSaving && store.failure == nil)
    #expect(store.progress.lessons["nll"]?.seen == [0, 1, 2])
    var again = ProgressStore(folder: folder.path + "/data")
    #expect(again.history() == [seen(0), seen(1), seen(2)])
    #expect(again.settings == ["retention": "0.8", "language": "zh"])
  }
}

extension TemporaryFolder {
  /// Overwrites the page of the progress file on which a text stands.
  func losePage(of text: String) throws {
    var bytes = try self.bytes("progress.sqlite")
    let wanted = Array(text.utf8)
    let place = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    let page = try #require(place) / 4096 * 4096
    for index in page..<(page + 4096) { bytes[index] = 0xFF }
    try write("progress.sqlite", bytes)
  }
}
