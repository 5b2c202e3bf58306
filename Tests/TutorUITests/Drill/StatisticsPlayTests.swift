@testable import Lessons
import Testing

@testable import TutorUI

@Suite struct StatisticsPlayTests {
  private func play(_ columns: Int = 80, _ rows: Int = 24) -> DrillPlay {
    var play = DrillPlay(columns, rows)
    play.press("d enter")
    play.solve(after: 25)
    play.press("space")
    play.solve(after: 25)
    play.press("space esc q")
    return play
  }

  @Test func `statistics are a key away, and lead back`() {
    var play = play()
    play.press("q s")
    #expect(play.screen.contains("Statistics"))
    #expect(play.screen.contains("2 new   2 being learnt"))
    #expect(play.screen.contains("today          2  ██"))
    play.press("G")
    #expect(play.screen.contains("0 of 2 cards known"))
    play.press("l")
    #expect(play.screen.contains("各课进度"))
    play.press("esc")
    #expect(play.app.statistics == nil)
  }

  @Test(arguments: [40, 80, 100, 160])
  func `no line is wider than the screen`(columns: Int) {
    var play = play(columns, 30)
    play.press("q s")
    for language in CourseLanguage.allCases {
      let page = StatisticsPage(
        statistics: play.app.statistics?.statistics ?? Statistics(), language: language)
      for line in page.lines(columns: columns - 4) { #expect(line.columns <= columns - 4) }
    }
  }
}

@Suite struct PlainDrillTests {
  private func drill(_ plan: DrillPlan = DrillPlan(), _ lines: [String]) -> (String, [Review]) {
    let desk = DrillDesk()
    var drill = PlainDrill(desk: desk, language: .english)
    var reply = drill.begin(plan, seed: 4)
    var text = reply.text
    for line in lines where !reply.isOver {
      reply = drill.read(line)
      text += "> " + line + "\n" + reply.text
    }
    if !reply.isOver { text += drill.finish().text }
    let reviews = desk.world.events.compactMap { event in
      if case .reviewed(let review) = event.kind { review } else { nil }
    }
    return (text, reviews)
  }

  @Test func `cards are asked one after another, and rated`() {
    let (text, reviews) = drill(DrillPlan(), ["h", "r", "2", "100", "r", "", "q"])
    #expect(text.contains("What is it called?"))
    #expect(text.contains("Hint 1 of 2: Plus."))
    #expect(text.contains("Rated “again”"))
    #expect(text.contains("✗ Not yet."))
    #expect(reviews.map(\.rating) == [.hard, .again])
    #expect(text.contains("of 2 right"))
  }

  @Test func `a session left before its first answer does not say there is nothing`() {
    let (text, _) = drill(DrillPlan(mode: .cram, count: 2), [])
    #expect(text.hasSuffix("\nNo card was answered.\n"))
  }

  @Test func `an interview says nothing until its report`() {
    let (text, reviews) = drill(DrillPlan(mode: .interview), ["s", "three", "", "1", "q"])
    #expect(!text.contains("Not yet"))
    #expect(text.contains("Look at these again"))
    #expect(reviews.allSatisfy { $0.rating == nil })
  }

  @Test func `an answer is taken back, a card put off and suspended`() {
    let (text, reviews) = drill(DrillPlan(), ["s", "x", "r", "", "u", "q"])
    #expect(text.components(separatedBy: "one?").count > 2)
    #expect(reviews.count <= 1)
  }
}

extension String {
  fileprivate func components(separatedBy text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
