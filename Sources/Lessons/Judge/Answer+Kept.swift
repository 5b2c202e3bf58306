extension Answer {
  /// The answer as the history keeps it, with what was said before the points of a recall were
  /// compared.
  public func kept(for quiz: ComputedQuiz, said: String = "") -> String {
    switch self {
    case .choice(let index): Self.text(of: index, in: quiz)
    case .choices(let indices):
      indices.sorted().map { Self.text(of: $0, in: quiz) }.joined(separator: " | ")
    case .number(let text), .code(let text), .shape(let text), .text(let text): text
    case .table(let texts): texts.joined(separator: " | ")
    case .order(let places): Self.numbers(places)
    case .line(let index): Self.numbers([index])
    case .recall(let points):
      said.isEmpty ? Self.numbers(points.sorted()) : Self.numbers(points.sorted()) + " " + said
    }
  }

  private static func text(of choice: Int, in quiz: ComputedQuiz) -> String {
    quiz.choices.indices.contains(choice) ? Inline.plainText(quiz.choices[choice].text) : ""
  }

  /// Places, counted from 1.
  private static func numbers(_ places: [Int]) -> String {
    places.map { "\($0 + 1)" }.joined(separator: " ")
  }
}
