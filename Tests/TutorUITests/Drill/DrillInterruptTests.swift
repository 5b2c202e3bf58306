@testable import Lessons
import Testing

@testable import TutorUI

/// Ctrl-C while the next card is computed.
@Suite struct `Ctrl-C in the drill` {
  private static let evidence = Evidence(kind: .number, outcome: .right, tries: 1)

  /// What is asked for with a card on the table, by its name.
  private static let effects: [String: AppEffect] = [
    "take": .drill(.take(evidence, answer: "7", .good)), "suspend": .drill(.suspend),
    "undo": .drill(.undo),
  ]

  /// A session in which one card was answered and another lies on the table.
  private func session() -> (classroom: Classroom, world: DrillDesk.World) {
    let desk = DrillDesk()
    var classroom = Classroom(desk: desk)
    _ = classroom.perform(.drill(.begin(DrillPlan(), .english, seed: 1)))
    _ = classroom.perform(Self.effects["take"] ?? .flush)
    return (classroom, desk.world)
  }

  /// Does something that is asked to stop from one of its questions on.
  private func interrupt(
    _ name: String, atQuestion number: Int, _ classroom: inout Classroom
  ) -> [AppMessage] {
    var questions = 0
    return classroom.perform(Self.effects[name] ?? .flush) {
      questions += 1
      return questions > number
    }
  }

  private func isStopped(_ messages: [AppMessage]) -> Bool {
    messages == [.noticed(Notice(.stopped))]
  }

  @Test(arguments: ["take", "suspend", "undo"])
  func `takes back the whole of it, which is then done once`(name: String) {
    var (classroom, world) = session()
    let before = world.events
    #expect(before.count == 1)
    #expect(isStopped(interrupt(name, atQuestion: 0, &classroom)))
    #expect(world.events == before)
    #expect(!isStopped(classroom.perform(Self.effects[name] ?? .flush)))
    #expect(world.events.count == 2)
  }

  @Test(arguments: ["take", "suspend", "undo"])
  func `at any moment leaves it done and recorded, or neither`(name: String) {
    for number in 0..<12 {
      var (classroom, world) = session()
      let messages = interrupt(name, atQuestion: number, &classroom)
      #expect(world.events.count == (isStopped(messages) ? 1 : 2), "question \(number)")
    }
  }
}
