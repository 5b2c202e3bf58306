import Lessons
import Testing

@testable import TutorUI

/// How surely a card is to be known when it comes back.
@Suite struct RetentionTests {
  private func menu(_ desk: DrillDesk = DrillDesk()) -> DrillPlay {
    var play = DrillPlay(desk: desk)
    play.press("d end")
    for _ in 0..<8 { play.press("down") }
    return play
  }

  private func line(_ play: DrillPlay) -> String? {
    play.screen.split(separator: "\n").first { $0.contains("To be known") }.map(String.init)
  }

  @Test func `the menu tells it, changes it, and keeps it`() {
    let desk = DrillDesk()
    var play = menu(desk)
    #expect(line(play)?.hasSuffix("‹ 90%  as usual ›") == true)
    play.press("right")
    #expect(line(play)?.hasSuffix("‹ 92% ›") == true)
    for _ in 0..<5 { play.press("right") }
    #expect(line(play)?.hasSuffix("‹ 97% ›") == true)
    for _ in 0..<20 { play.press("left") }
    #expect(line(play)?.hasSuffix("‹ 70% ›") == true)
    #expect(desk.world.retention == 0.7)
    #expect(line(menu(desk))?.hasSuffix("‹ 70% ›") == true)
  }

  @Test func `the schedule follows at once, also of what was reviewed before`() {
    var desk = DrillDesk()
    let card = CardID(lesson: "sums", quiz: "add")
    for day in [0.0, 1, 4] {
      desk.world.events.append(
        HistoryEvent(
          time: desk.now + day * 86400,
          Review(
            card: card, seed: 1, answer: "", outcome: .right, hints: 0, tries: 1, seconds: 5,
            rating: .good)))
    }
    let intervals = [0.97, 0.9, 0.7].map { retention in
      desk.world.retention = retention
      return (desk.cardHistory.memories[card]?.due ?? 0) - desk.now
    }
    #expect(intervals == intervals.sorted())
    #expect(Set(intervals).count == 3)
    desk.world.retention = 0.9
    #expect(desk.cardHistory.memories == CardHistory(desk.cardEvents()).memories)
    desk.world.retention = 0.8
    #expect(desk.statistics(in: .english).desiredRetention == 0.8)
  }

  @Test func `a wish out of bounds is brought within them`() {
    #expect(
      [0.1, 0.7, 0.904, 0.97, 2, .nan].map { Scheduler.wanting($0).desiredRetention }
        == [0.7, 0.7, 0.9, 0.97, 0.97, 0.9])
  }
}
