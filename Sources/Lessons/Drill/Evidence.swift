/// What was seen of how a card was answered, from which its rating follows.
public struct Evidence: Sendable, Hashable {
  /// How the question is answered.
  public var kind: Quiz.Kind
  /// How it ended.
  public var outcome: Review.Outcome
  /// How many answers were given.
  public var tries: Int
  /// How many hints were shown.
  public var hints: Int
  /// The seconds it took.
  public var seconds: Double
  /// How many pieces an answer has: blanks of a table, things to order, points to make.
  public var pieces: Int
  /// The share of a question's points that were made, where it has points.
  public var share: Double

  /// Makes evidence.
  public init(
    kind: Quiz.Kind, outcome: Review.Outcome, tries: Int, hints: Int = 0, seconds: Double = 0,
    pieces: Int = 1, share: Double = 1
  ) {
    self.kind = kind
    self.outcome = outcome
    self.tries = tries
    self.hints = hints
    self.seconds = seconds
    self.pieces = pieces
    self.share = share
  }

  /// The share of a question's points that is enough for a right answer.
  private static let enough = 0.5

  /// What was seen of an answer to a question; the time it took is not known yet.
  ///
  /// How a recall ended is said by the points that were made.
  public init(
    _ quiz: ComputedQuiz, _ outcome: Review.Outcome, tries: Int, hints: Int, answer: Answer? = nil
  ) {
    self.init(
      kind: quiz.kind, outcome: outcome, tries: tries, hints: hints,
      pieces: max(1, quiz.table?.blanks.count ?? max(quiz.items.count, quiz.points.count)))
    guard quiz.kind == .recall, case .recall(let made)? = answer else { return }
    share = Double(made.count) / Double(max(1, quiz.points.count))
    self.outcome = share >= Self.enough ? .right : .wrong
  }

  /// The rating that follows.
  ///
  /// A second try among a few choices is half a guess and counts as forgotten; a second try at a
  /// number or a program may have been a slip, and counts as hard.
  public var rating: Rating {
    guard outcome == .right, share >= Self.enough, hints < 2 else { return .again }
    if tries > (isGuessable ? 1 : 2) { return .again }
    if tries > 1 || hints > 0 || share < 1 || seconds > usualSeconds * 3 { return .hard }
    return seconds > 0 && seconds < usualSeconds / 3 ? .easy : .good
  }

  /// Whether a wrong answer leaves few others.
  private var isGuessable: Bool {
    switch kind {
    case .choice, .choices, .line: true
    default: false
    }
  }

  /// The seconds that one who knows takes for it without haste.
  public var usualSeconds: Double {
    let pieces = Double(max(1, pieces))
    return switch kind {
    case .choice, .text: 25
    case .shape: 30
    case .choices: 40
    case .number, .line: 60
    case .table: 20 + 25 * pieces
    case .order: 20 + 10 * pieces
    case .recall: 30 + 25 * pieces
    case .code: 240
    }
  }
}
