import GRDB
import Testing

@testable import Lessons

/// Progress in a lesson that is edited afterwards.
@Suite struct StepMarkTests {
  /// A lesson of steps with a title and, where it has a colon, a question.
  private func lesson(_ steps: [String], _ language: CourseLanguage = .english) -> Lesson {
    let texts = steps.map { step in
      let parts = step.split(separator: ":").map(String.init)
      let question = parts.dropFirst().map {
        "\n```quiz\nid: \($0)\nkind: text\nask: A?\naccept: [a]\nhints: [h]\nbecause: b\n```\n"
      }
      return "## \(parts[0])\n\nText.\n" + question.joined()
    }
    return LessonScript(
      "---\nid: l\ntitle: L\nsummary: S.\nminutes: 1\n---\n\n"
        + texts.joined(separator: "\n---\n\n"),
      file: "l.md", language: language
    ).lesson
  }

  private let before = ["Scores", "Softmax:shift", "Overflow", "Stable", "Yours:lse", "End"]

  /// Where each step of a lesson is after an edit.
  private func places(_ old: [String], _ new: Lesson) -> [Int?] {
    let lesson = lesson(old)
    return old.indices.map { lesson.mark(ofStep: $0).flatMap(new.step) }
  }

  @Test func `a step is found after one was inserted, taken out, moved or named otherwise`() {
    let edits: [([String], [Int?])] = [
      (before, [0, 1, 2, 3, 4, 5]),
      (
        ["Scores", "Softmax:shift", "New", "Overflow", "Stable", "Yours:lse", "End"],
        [0, 1, 3, 4, 5, 6]
      ),
      (
        ["New:q", "Scores", "Softmax:shift", "Overflow", "Stable", "Yours:lse", "End"],
        [1, 2, 3, 4, 5, 6]
      ),
      (["Softmax:shift", "Overflow", "Yours:lse", "End"], [nil, 0, 1, nil, 2, 3]),
      (["Scores", "Yours:lse", "Softmax:shift", "Overflow", "Stable", "End"], [0, 2, 3, 4, 1, 5]),
      (
        ["Scores", "The softmax:shift", "Overflow", "Stable", "Your turn:lse", "End"],
        [0, 1, 2, 3, 4, 5]
      ),
    ]
    for (after, wanted) in edits { #expect(places(before, lesson(after)) == wanted) }
  }

  @Test func `a step is found in the other language, by how far it is from a question`() {
    let chinese = lesson(["得分", "归一:shift", "溢出", "稳定", "轮到你:lse", "结尾"], .chinese)
    #expect(places(before, chinese) == [0, 1, 2, 3, 4, 5])
    let edited = lesson(["得分", "归一:shift", "溢出", "稳定", "新:q", "轮到你:lse", "结尾"], .chinese)
    #expect(places(before, edited) == [0, 1, 2, 3, 5, 6])
  }

  @Test func `steps of one title are told apart by their places`() {
    let twins = ["A", "Same", "Same", "Q:q", "Same"]
    #expect(places(twins, lesson(twins)) == [0, 1, 2, 3, 4])
  }

  @Test func `a mark is read as it was written, whatever its title`() throws {
    let mark = StepMark(quiz: "", anchor: "lse", offset: 2, language: .chinese, title: "甲 | 乙|")
    #expect(StepMark(mark.text) == mark)
    #expect(["", "a|b", "a|b|x|en|t", "a|b|-1|en|t", "a|b|1|fr|t"].compactMap(StepMark.init) == [])
    #expect(["|q|0|en|", "|q|9223372036854775807|en|"].compactMap(StepMark.init) == [])
  }

  @Test(arguments: [0, -1, Int.min, Int.max, 7])
  func `a mark of no step finds none`(offset: Int) {
    for anchor in ["", "shift", "lse"] {
      let mark = StepMark(quiz: "", anchor: anchor, offset: offset, language: .english, title: "")
      #expect(lesson(before).step(of: mark) == nil)
    }
  }

  private func store(_ folder: TemporaryFolder) -> ProgressStore {
    ProgressStore(folder: folder.path)
  }

  private func see(_ step: Int, of lesson: Lesson, at time: Double) -> HistoryEvent {
    HistoryEvent(
      time: time, lesson: lesson.id, step: step, kind: .seen, mark: lesson.mark(ofStep: step))
  }

  @Test func `a step inserted in the middle is the only one not seen`() {
    let folder = TemporaryFolder()
    var first = store(folder)
    let old = lesson(before)
    for step in 0..<5 { first.record(see(step, of: old, at: Double(step))) }
    let new = lesson(["Scores", "Softmax:shift", "New", "Overflow", "Stable", "Yours:lse", "End"])
    let second = store(folder)
    #expect(second.progress == first.progress)
    let place = second.progress.placed(in: [new]).lessons["l"]
    #expect(place?.seen == [0, 1, 3, 4, 5])
    #expect(place?.last == 5)
    #expect(second.progress.lessons["l"]?.count == 5)
  }

  @Test func `what is seen again after an edit counts once, and the new step counts`() {
    let folder = TemporaryFolder()
    var store = store(folder)
    let old = lesson(before)
    for step in 0..<6 { store.record(see(step, of: old, at: Double(step))) }
    let new = lesson(["Scores", "Softmax:shift", "New", "Overflow", "Stable", "Yours:lse", "End"])
    for step in [3, 4, 5] { store.record(see(step, of: new, at: 10 + Double(step))) }
    #expect(self.store(folder).progress.lessons["l"]?.count == 6)
    store.record(see(2, of: new, at: 20))
    let progress = self.store(folder).progress
    #expect(progress.lessons["l"]?.count == 7)
    #expect(progress.placed(in: [new]).lessons["l"]?.seen == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func `what was seen in both languages counts once`() {
    var progress = CourseProgress()
    let chinese = lesson(["得分", "归一:shift", "溢出", "稳定", "轮到你:lse", "结尾"], .chinese)
    for step in 0..<4 {
      progress.apply(see(step, of: lesson(before), at: 0))
      progress.apply(see(step, of: chinese, at: 1))
    }
    #expect(progress.lessons["l"]?.count == 4)
  }

  @Test func `a file of the second version opens, and its steps have their numbers`() throws {
    let folder = TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path + "/progress.sqlite")
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(0x6E61_626C)")
    }
    try ProgressSchema.migrator.migrate(queue, upTo: "cards")
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO history (time, lesson, step, event) VALUES (1, 'l', 2, 'seen'), (2, 'l', 4, 'seen')
          """)
    }
    try queue.close()
    var first = store(folder)
    #expect(first.takeNotice() == nil)
    #expect(first.progress.placed(in: [lesson(before)]).lessons["l"]?.seen == [2, 4])
    first.record(see(2, of: lesson(before), at: 3))
    var again = store(folder)
    #expect(again.history().map(\.mark) == [nil, nil, lesson(before).mark(ofStep: 2)])
    #expect(again.progress.lessons["l"]?.count == 2)
  }

  @Test func `marks are carried to another machine, and an event is one with or without its mark`()
    throws
  {
    let marked = see(2, of: lesson(before), at: 7)
    #expect(try HistoryText.events(HistoryText.text([marked])) == [marked])
    var plain = marked
    plain.mark = nil
    let folder = TemporaryFolder()
    var store = store(folder)
    #expect(try store.merge([plain]) == 1)
    #expect(try store.merge([marked]) == 0)
  }
}
