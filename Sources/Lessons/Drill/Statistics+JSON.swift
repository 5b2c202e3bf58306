import Language

extension Statistics {
  /// The statistics as one JSON object.
  public var json: JSON {
    .object([
      .init("today", .string(DayCount.text(of: today))),
      .init(
        "cards", .object(phases.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) })),
      .init("retention", retention.json), .init("retention_ever", retentionEver.json),
      .init("desired_retention", .float(desiredRetention)),
      .init("answered", .int(answered)), .init("reviews", .int(reviews)),
      .init("practice", .int(practice)),
      .init("streak", .int(streak)),
      .init(
        "days",
        .object(
          days.sorted { $0.key < $1.key }.map { .init(DayCount.text(of: $0.key), .int($0.value)) })),
      .init(
        "due",
        .object(
          due.enumerated().map { .init(DayCount.text(of: today + $0.offset), .int($0.element)) })),
      .init("weeks", .array(weeks.map(\.json))),
      .init("topics", .array(topics.map(\.json))),
      .init("lessons", .array(lessons.map(\.json))),
    ])
  }
}

extension Statistics.Share {
  fileprivate var json: JSON {
    .object([
      .init("right", .int(right)), .init("total", .int(total)),
      .init("share", value.map { .float($0) } ?? .null),
    ])
  }
}

extension Statistics.Topic {
  fileprivate var json: JSON {
    .object([
      .init("topic", .string(name)), .init("right", .int(answers.right)),
      .init("total", .int(answers.total)), .init("known", .int(known)),
      .init("recall", recall.map { .float($0) } ?? .null),
    ])
  }
}

extension Statistics.LessonLine {
  fileprivate var json: JSON {
    .object([
      .init("lesson", .string(id)), .init("title", .string(title)), .init("seen", .int(seen)),
      .init("steps", .int(steps)), .init("known", .int(known)), .init("cards", .int(cards)),
    ])
  }
}
