import Lessons

/// What a learner has done with a question so far.
struct QuizState: Sendable, Hashable {
  /// How it stands.
  enum Standing: String, Sendable, Hashable {
    case open, right, revealed, skipped
  }

  /// How it stands.
  var standing = Standing.open
  /// The choice the cursor is on, or the blank of a table.
  var cursor = 0
  /// The choices taken.
  var taken: Set<Int> = []
  /// The choices that turned out wrong.
  var refuted: Set<Int> = []
  /// What is typed: one field for a number, one for each blank of a table.
  var fields: [AnswerField] = []
  /// A program being written.
  var code: CodeField?
  /// The items of an order as they stand, as indices into the right order.
  var arrangement: [Int] = []
  /// Whether the item under the cursor is held, and moves with it.
  var isHeld = false
  /// Whether the points of a recall are shown.
  var isOpen = false
  /// What was thought of the last answer.
  var verdict: Verdict?
  /// The answer the verdict is on.
  var judged: Answer?
  /// How many hints are shown.
  var hints = 0
  /// How many answers were given.
  var tries = 0
  /// Whether it was right in an earlier sitting.
  var isFromBefore = false

  /// Makes the state of a question not yet touched.
  init(for quiz: ComputedQuiz) {
    switch quiz.kind {
    case .number, .shape, .text, .recall: fields = [AnswerField()]
    case .order: arrangement = quiz.arrangement
    case .table: fields = (quiz.table?.blanks ?? []).map { _ in AnswerField() }
    case .code: code = CodeField(quiz.starter)
    case .choice, .choices, .line: break
    }
  }

  /// Whether nothing is asked any more.
  var isResolved: Bool { standing != .open }
}
