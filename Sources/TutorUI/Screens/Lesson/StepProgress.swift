import Lessons
import Math

/// What of a step still waits for the learner.
enum StepProgress {
  /// Whether a block waits: a derivation not told to its end, a question not answered.
  static func isWaiting(
    _ block: ComputedBlock, _ standing: StepStanding, _ quizzes: [String: QuizState]
  ) -> Bool {
    switch block {
    case .program(let program): !standing.isSeen && nextRow(of: program, standing) != nil
    case .quiz(let quiz): !(quizzes[quiz.id]?.isResolved ?? false)
    default: false
    }
  }

  /// The first block that waits, by its index.
  static func waiting(
    in step: ComputedStep, _ standing: StepStanding, _ quizzes: [String: QuizState]
  ) -> Int? {
    step.blocks.firstIndex { isWaiting($0, standing, quizzes) }
  }

  /// The part of a program whose next row can be told.
  static func nextRow(
    of program: ComputedProgram, _ standing: StepStanding
  ) -> StepStanding.PartID? {
    for (index, part) in program.parts.enumerated() {
      guard let derivation = part.derivation else { continue }
      let id = StepStanding.PartID(program: program.index, part: index)
      let open = rows(of: derivation, id, standing)
      if open < derivation.steps.count { return id }
    }
    return nil
  }

  /// How many rows of a derivation are told; all of them where the step was seen before.
  static func rows(
    of derivation: Derivation, _ id: StepStanding.PartID, _ standing: StepStanding
  ) -> Int {
    if let rows = standing.rows[id] { return min(rows, derivation.steps.count) }
    return standing.isSeen ? derivation.steps.count : beginning(of: derivation)
  }

  /// How many rows a derivation begins with: what is given, and at least one.
  static func beginning(of derivation: Derivation) -> Int {
    var count = 0
    for step in derivation.steps {
      guard case .given = step.rule else { break }
      count += 1
    }
    return min(max(1, count), derivation.steps.count)
  }
}

extension ComputedStep {
  /// The same step with the programs and questions that stand within lists moved after them, so
  /// that every one is shown.
  var flat: ComputedStep {
    var step = self
    step.blocks = blocks.flatMap { [$0] + $0.inner }
    return step
  }

  /// The programs of the step, in order.
  var programs: [ComputedProgram] {
    blocks.compactMap { if case .program(let program) = $0 { program } else { nil } }
  }

  /// A program by its number in the lesson.
  func program(_ index: Int) -> ComputedProgram? { programs.first { $0.index == index } }

  /// A question by its name.
  func quiz(_ id: String) -> ComputedQuiz? { quizzes.first { $0.id == id } }
}

extension ComputedBlock {
  /// The programs, questions and problems within a list or a quotation.
  fileprivate var inner: [ComputedBlock] {
    switch self {
    case .list(_, let items): items.flatMap { $0.flatMap(\.special) }
    case .quote(let blocks): blocks.flatMap(\.special)
    default: []
    }
  }

  private var special: [ComputedBlock] {
    switch self {
    case .program, .quiz, .problem: [self]
    default: inner
    }
  }
}
