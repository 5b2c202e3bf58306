@testable import Lessons
import Testing

@Suite struct HistoryTextTests {
  private static let events: [HistoryEvent] = [
    HistoryEvent(time: 1.25, lesson: "nll", step: 2, kind: .seen),
    HistoryEvent(time: 2, lesson: "nll", step: 2, kind: .left),
    HistoryEvent(time: 3, lesson: "nll", step: 2, kind: .revealed(quiz: "a", seed: .max)),
    HistoryEvent(time: 4, lesson: "nll", step: 2, kind: .skipped(quiz: "a", seed: 3)),
    HistoryEvent(
      time: 5, lesson: "nll", step: 2,
      kind: .answered(
        .init(quiz: "a", seed: 1, answer: "\"中\"\n", judgement: .wrong, hints: 1, tries: 2))),
    HistoryEvent(time: 1_795_251_434.1019287, DrillTests.review("nll/a", .hard)),
    HistoryEvent(time: 7, DrillTests.review("nll/a", nil, outcome: .wrong)),
    HistoryEvent(time: 8, lesson: "nll", step: 0, kind: .withdrawn(quiz: "a", time: 7)),
    HistoryEvent(time: 9, lesson: "nll", step: 0, kind: .suspended(quiz: "a")),
    HistoryEvent(time: 10, lesson: "nll", step: 0, kind: .resumed(quiz: "a")),
  ]

  @Test func `every event is written and read back as it was`() throws {
    #expect(try HistoryText.events(HistoryText.text(Self.events)) == Self.events)
  }

  @Test(arguments: [
    "", "hello", "{}", #"{"format": "nabla-progress", "version": 2}"#,
    "{\"format\": \"nabla-progress\", \"version\": 1}\n{\"time\": 1}",
    "{\"format\": \"nabla-progress\", \"version\": 1}\n{\"time\": 1, \"lesson\": \"a\", \"step\": -1, \"event\": \"seen\"}",
  ])
  func `a text that is no history is refused whole`(text: String) {
    #expect(throws: StoreFault.self) { try HistoryText.events(text) }
  }

  @Test func `two machines' histories merge, and merging again adds nothing`() throws {
    let (left, right) = (TemporaryFolder(), TemporaryFolder())
    var one = ProgressStore(folder: left.path)
    var two = ProgressStore(folder: right.path)
    one.record(HistoryEvent(time: 100, lesson: "nll", step: 4, kind: .seen))
    for event in Self.events { two.record(event) }
    two.record(HistoryEvent(time: 50, lesson: "nll", step: 1, kind: .left))
    two.record(HistoryEvent(time: 200, lesson: "scores", step: 3, kind: .left))
    #expect(try one.merge(two.history()) == 12)
    #expect(try one.merge(two.history()) == 0)
    #expect(try two.merge(one.history()) == 1)
    #expect(Set(one.history()) == Set(two.history()))
    var again = ProgressStore(folder: left.path)
    // Where a lesson was left is what the clock says last, whichever machine it was on.
    #expect(again.progress.lessons["nll"]?.last == 4)
    #expect(again.progress.current == "scores")
    #expect(again.progress.lessons["nll"]?.seen == [2, 4])
    #expect(CardHistory(again.cardEvents()).memories.count == 1)
  }

  @Test func `a reset sets everything aside and keeps it`() throws {
    let folder = TemporaryFolder()
    var store = ProgressStore(folder: folder.path)
    for event in Self.events { store.record(event) }
    let aside = try ProgressStore.setAside(folder: folder.path, now: 77)
    #expect(aside == folder.path + "/progress-before-reset-77.sqlite")
    var anew = ProgressStore(folder: folder.path)
    #expect(anew.history() == [])
    #expect(try ProgressStore.setAside(folder: folder.path + "/none") == nil)
  }

  @Test func `what cannot be merged or set aside says why, and stays`() throws {
    let folder = TemporaryFolder()
    try folder.sqlite("CREATE TABLE mail (id);")
    var foreign = ProgressStore(folder: folder.path)
    #expect(throws: StoreFault("progress.sqlite belongs to another program")) {
      try foreign.merge(Self.events)
    }
    var nowhere = ProgressStore(folder: nil)
    #expect(throws: StoreFault("there is no home folder")) { try nowhere.merge(Self.events) }
    let deep = folder.withLongPath
    let refused = #expect(throws: StoreFault.self) { try ProgressStore.setAside(folder: deep) }
    #expect(refused?.message.hasSuffix("File name too long") == true)
    #expect(try folder.names() == ["progress.sqlite"])
  }
}
