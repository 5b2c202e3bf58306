@testable import Lessons
import Testing

@testable import TutorUI

@Suite struct DrillMonkeyTests {
  private static let keys: [Key] =
    KeyTable.bindings.filter {
      [
        .home, .drillMenu, .card, .graded, .report, .statistics, .talk, .tally, .choice, .field,
        .contents, .inputs,
      ].contains($0.context)
    }.flatMap(\.keys).filter { $0 != .control("c") && $0 != .control("q") }
    + "abc123two.".map { .character($0) } + [.delete, .control("u"), .paste("9\n")]

  @Test(arguments: 0..<10)
  func `no keys and sizes can break a drill or a presentation`(seed: Int) {
    var dice = SplitMix64(seed: UInt64(seed) &* 7919 &+ 3)
    var play = DrillPlay(80, 24, language: seed % 2 == 0 ? .english : .chinese)
    switch seed % 3 {
    case 0: play.press("d enter")
    case 1: play.press("d down enter")
    default:
      play.app.isPresenting = true
      play.perform([.openLesson("sums", .english, step: 0)])
    }
    for _ in 0..<200 {
      play.world.now += Double.random(in: 0..<200, using: &dice)
      switch Int.random(in: 0..<30, using: &dice) {
      case 0:
        let columns = Int.random(in: 1...140, using: &dice)
        let rows = Int.random(in: 1...50, using: &dice)
        play.send(.resized(Size(columns: columns, rows: rows)))
      case 1:
        let place = Position(
          column: Int.random(in: 0..<140, using: &dice), row: Int.random(in: 0..<50, using: &dice))
        play.send(
          .key(
            [.click(place), .wheelUp(place), .wheelDown(place)].randomElement(using: &dice)
              ?? .enter))
      case 2: play.send(.rested)
      default: play.send(.key(Self.keys.randomElement(using: &dice) ?? .enter))
      }
      #expect(play.app.render().size == play.app.size)
    }
    // What was kept can be read back, and says the same.
    let events = play.world.events
    #expect(events.compactMap { HistoryEvent(json: $0.json) } == events)
    // What the session holds of the cards is what follows from what was kept.
    if let held = play.classroom.drill?.session?.history {
      let kept = CardHistory(events)
      #expect(kept.entries == held.entries)
      #expect(kept.memories == held.memories)
      #expect(kept.suspended == held.suspended)
    }
  }
}
