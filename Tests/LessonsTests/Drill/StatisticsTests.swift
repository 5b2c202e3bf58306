import Language
@testable import Lessons
import Testing

@Suite struct StatisticsTests {
  private static let day = 86400.0
  private static let now = 20_000 * day + 43_200

  private static let lesson = DrillTests.lesson("softmax", topics: ["softmax"], ["a", "b"])
  private static let deck = Deck(
    lessons: [lesson], banks: [DrillTests.lesson("bank", topics: ["bce"], ["k"])])

  private func statistics(_ events: [HistoryEvent]) -> Statistics {
    var progress = CourseProgress()
    for event in events { progress.apply(event) }
    return Statistics(
      Self.deck, [Self.lesson], events, progress, at: Self.now, days: DayCount())
  }

  private func review(
    _ days: Double, _ card: String, _ rating: Rating?, _ outcome: Review.Outcome = .right
  ) -> HistoryEvent {
    HistoryEvent(
      time: Self.now - days * Self.day, DrillTests.review(card, rating, outcome: outcome))
  }

  @Test func `nothing done is nothing counted`() {
    let counted = statistics([])
    #expect(counted.phases == ["new": 3])
    #expect(counted.retention.value == nil)
    #expect(counted.streak == 0 && counted.topics.isEmpty)
  }

  @Test func `what had been learnt and was asked again is retention`() {
    let counted = statistics([
      review(50, "softmax/a", .easy), review(40, "softmax/a", .again, .revealed),
      review(20, "softmax/b", .easy), review(10, "softmax/b", .good), review(9, "bank/k", .again),
      review(8, "bank/k", nil, .wrong),
    ])
    #expect(counted.retention.right == 1 && counted.retention.total == 1)
    #expect(counted.retentionEver.right == 1 && counted.retentionEver.total == 2)
    #expect(counted.reviews == 5 && counted.practice == 1)
    #expect(counted.phases == ["relearning": 1, "review": 1, "learning": 1])
    #expect(counted.topics.map(\.name) == ["bce", "softmax"])
    #expect(counted.topics.first?.answers.value == 0)
    #expect(counted.lessons.first?.known == 1)
    // What is overdue is due today.
    #expect(counted.due.first == 2)
    #expect(counted.due.reduce(0, +) <= 3)
  }

  @Test func `answers in lessons are counted, and what was just missed is not remembered`() {
    let attempt = { (judgement: Verdict.Judgement) in
      HistoryEvent(
        time: Self.now, lesson: "softmax", step: 0,
        kind: .answered(
          HistoryEvent.Attempt(
            quiz: "a", seed: 0, answer: "", judgement: judgement, hints: 0, tries: 1)))
    }
    let counted = statistics([
      attempt(.wrong), attempt(.unreadable), attempt(.right), review(0, "bank/k", .again, .wrong),
    ])
    #expect(counted.answered == 2 && counted.reviews == 1)
    #expect(counted.topics.first?.name == "bce")
    #expect(counted.topics.first?.recall == nil)
    #expect(counted.topics.first?.known == 0)
    let learnt = statistics([review(0, "bank/k", .easy)])
    #expect(learnt.topics.first?.known == 1)
    #expect(learnt.topics.first?.recall != nil)
  }

  @Test func `days in a row end today or yesterday`() {
    let seen = { (days: Double) in
      HistoryEvent(
        time: Self.now - days * Self.day, lesson: "softmax", step: Int(days), kind: .seen)
    }
    #expect(statistics([seen(1), seen(2), seen(4)]).streak == 2)
    #expect(statistics([seen(0), seen(1), seen(2), seen(2)]).streak == 3)
    #expect(statistics([seen(2)]).streak == 0)
    #expect(statistics([seen(2), seen(2)]).days.values.sorted() == [2])
  }

  @Test func `the weeks hold right answers, this week last`() {
    let counted = statistics([
      review(0, "softmax/a", .good), review(0.1, "softmax/b", .again, .wrong),
      review(7, "softmax/a", nil),
    ])
    #expect(counted.weeks.count == Statistics.span)
    #expect(counted.weeks.last?.total == 2 && counted.weeks.last?.right == 1)
    #expect(counted.weeks.dropLast().last?.total == 1)
  }

  @Test func `the JSON has every part`() throws {
    let json = try JSON(reading: statistics([review(3, "softmax/a", .good)]).json.line)
    #expect(json["retention"]?["total"]?.number == 0)
    #expect(json["cards"]?["learning"]?.number == 1)
    #expect(json["days"]?["2024-10-01"]?.number == 1)
    #expect(json["lessons"] != nil && json["topics"] != nil && json["due"] != nil)
  }
}
