import Lessons
import Math

/// A show of hands, typed in by the one who speaks; its bars stay hidden until they are asked for.
struct Tally: Sendable, Hashable {
  /// The hands for each choice, in the order shown; nil where none was counted yet.
  var counts: [Int?]
  /// Whether the bars are shown.
  var isShown = false

  /// Makes an empty tally.
  init(choices: Int) { counts = Array(repeating: nil, count: choices) }

  /// All hands.
  var total: Int { counts.reduce(0) { $0 + ($1 ?? 0) } }

  /// The largest count that can be typed.
  private static let most = 9999

  /// Types a digit into a count.
  mutating func type(_ digit: Int, at index: Int) {
    guard counts.indices.contains(index) else { return }
    let next = (counts[index] ?? 0) * 10 + digit
    if next <= Self.most { counts[index] = next }
  }

  /// Takes the last digit of a count back.
  mutating func erase(at index: Int) {
    guard counts.indices.contains(index), let count = counts[index] else { return }
    counts[index] = count < 10 ? nil : count / 10
  }

  /// The cross-entropy of the room: minus the logarithm of the share that voted right.
  func loss(right: Set<Int>) -> Double? {
    guard total > 0, let log = Elementary.functions["log"] else { return nil }
    let votes = right.reduce(0) { $0 + (counts.indices.contains($1) ? counts[$1] ?? 0 : 0) }
    return -log(Double(votes) / Double(total))
  }
}

/// The lines of a tally under its question.
struct TallyView {
  var tally: Tally
  var quiz: ComputedQuiz
  /// The choice whose hands are being typed; nil where none is.
  var cursor: Int?
  /// Whether the right answer is shown, so that the room's loss can be told.
  var isAnswered: Bool
  var language: CourseLanguage

  /// The lines within a width.
  func lines(columns: Int) -> [StyledLine] {
    let total = tally.total
    let head = Wording.text(.hands, in: language, "\(total)")
    var lines = [StyledLine(head, Style(.heading, .bold))]
    for index in tally.counts.indices {
      let isHere = cursor == index
      let letter = String(ChoiceList.key(of: index)).uppercased()
      var line = StyledLine([
        .init(isHere ? "▸ " : "  ", Style(.accent, .bold)), .init(letter + "  ", Style(.key)),
      ])
      line = line + value(index, total, columns: max(4, min(48, columns - 22)))
      lines.append(line.cut(to: columns))
    }
    if tally.isShown, isAnswered, let loss = tally.loss(right: rightChoices) {
      let words = Wording.text(
        .roomLoss, in: language, "\(votes)/\(total)", NumberText(loss, decimals: 3).text)
      lines.append(StyledLine())
      lines += Layout.lines(of: words, width: columns, style: Style(.number))
    }
    return lines
  }

  private var rightChoices: Set<Int> {
    Set(quiz.choices.indices.filter { quiz.choices[$0].correct })
  }

  private var votes: Int { rightChoices.reduce(0) { $0 + (tally.counts[$1] ?? 0) } }

  private func value(_ index: Int, _ total: Int, columns: Int) -> StyledLine {
    guard let count = tally.counts[index] else {
      return StyledLine(cursor == index ? "_" : "·", Style(.dim))
    }
    // Whoever has not voted yet must not see how the others did.
    guard tally.isShown else { return StyledLine("•••", Style(.dim)) }
    let share = total > 0 ? Double(count) / Double(total) : 0
    let bar = BarChart.rightward(share, columns: columns)
    return StyledLine([.init(bar, Style(.bar))]).padded(to: columns + 1)
      + StyledLine("\(count)", Style(.number, .bold)).padded(to: 5, .trailing)
      + StyledLine("  \(StatisticsPage.percent(share))", Style(.dim))
  }
}
