import Language
import Math

/// A lesson being played: its steps computed one after the other, in one scope of variables.
///
/// Each step is computed once, from a copy of the scope the step before it left; an edited input
/// forgets its own step and those after it. Nothing that is asked of a player changes what it shows.
public struct LessonPlayer {
  /// The lesson played.
  public let lesson: Lesson
  /// What questions are drawn from, where they have no seed of their own.
  public let seed: UInt64
  /// The inputs the learner changed.
  public private(set) var edits: [InputID: Tensor]

  /// Asked now and then by the programs of the steps not yet computed; true stops them.
  public var shouldStop: (() -> Bool)?

  private let limits: Limits
  private var seeds: [String: UInt64] = [:]
  private var played: [PlayedStep] = []

  /// A computed step and the scope it left.
  struct PlayedStep {
    var step: ComputedStep
    var scope: Session
    var programs: Int
    /// Its questions with the variables where they stand, by their ids.
    var quizzes: [String: QuizBase]
  }

  /// Begins a lesson; nothing is computed before it is asked for.
  public init(
    _ lesson: Lesson, seed: UInt64 = 0, edits: [InputID: Tensor] = [:], limits: Limits = .lesson
  ) {
    self.lesson = lesson
    self.seed = seed
    self.edits = edits
    self.limits = limits
  }

  /// How many steps there are.
  public var count: Int { lesson.steps.count }

  /// A step with everything in it computed.
  ///
  /// - Precondition: the lesson has a step of that number.
  public mutating func step(_ index: Int) -> ComputedStep {
    play(through: index)
    return played[index].step
  }

  /// Changes an input in place, or gives it back the lesson's own value; what follows from it is
  /// computed again when it is next asked for.
  public mutating func edit(_ input: InputID, to value: Tensor?) {
    guard edits[input] != value else { return }
    edits[input] = value
    let first = played.firstIndex { $0.programs > input.program } ?? played.count
    played.removeSubrange(first...)
  }

  /// The seed a question is drawn from.
  public func seed(of quiz: String) -> UInt64 {
    seeds[quiz] ?? DrawSeed.of(quiz, from: seed)
  }

  /// Draws a question again from another seed.
  public mutating func draw(_ quiz: String, seed: UInt64) {
    seeds[quiz] = seed
    guard let index = played.firstIndex(where: { $0.quizzes[quiz] != nil }),
      let drawn = played[index].quizzes[quiz]?.draw(seed: seed)
    else { return }
    let blocks = played[index].step.blocks
    played[index].step.blocks = blocks.map { $0.replacing(drawn.quiz) }
  }

  /// A copy of the variables as they are after a step, to play with.
  public mutating func playground(after index: Int) -> Session {
    guard index >= 0, count > 0 else { return Session(limits: limits, seed: seed) }
    play(through: min(index, count - 1))
    return played[min(index, count - 1)].scope.fork()
  }

  /// Judges an answer to a question of a step.
  public mutating func judge(_ answer: Answer, to quiz: String, in index: Int) -> Verdict {
    let step = step(index)
    guard let computed = step.quizzes.first(where: { $0.id == quiz }) else {
      return Verdict(.unreadable)
    }
    if case .code(let program) = answer, let base = played[index].quizzes[quiz] {
      return base.judge(program: program, seed: computed.seed)
    }
    if case .table(let texts) = answer, let base = played[index].quizzes[quiz] {
      return base.judge(table: texts, as: computed)
    }
    return Judge.judge(answer, to: computed)
  }

  /// A question of a step with the variables where it stands.
  mutating func base(of quiz: String, in index: Int) -> QuizBase? {
    play(through: index)
    return played[index].quizzes[quiz]
  }

  private mutating func play(through index: Int) {
    precondition(lesson.steps.indices.contains(index), "the lesson has no step \(index)")
    while played.count <= index {
      let before = lesson.isBank ? nil : played.last?.scope.fork()
      let scope = before ?? Session(limits: limits, seed: seed)
      scope.shouldStop = shouldStop
      var computation = StepComputation(
        scope: scope, file: lesson.file, edits: edits, program: played.last?.programs ?? 0)
      let number = played.count
      let step = lesson.steps[number]
      let blocks = computation.blocks(step.blocks, seed: seed(of:))
      played.append(
        PlayedStep(
          step: ComputedStep(
            index: number, title: step.title, blocks: blocks, notes: step.notes,
            findings: computation.findings),
          scope: scope, programs: computation.program, quizzes: computation.quizzes))
    }
  }
}

extension Lesson.Step {
  /// The questions of the step, in order.
  public var quizzes: [Quiz] { blocks.flatMap(\.quizzes) }
}

extension Block {
  /// The questions in it.
  var quizzes: [Quiz] {
    switch self {
    case .quiz(let quiz): [quiz]
    case .list(_, let items): items.flatMap { $0.flatMap(\.quizzes) }
    case .quote(let blocks): blocks.flatMap(\.quizzes)
    default: []
    }
  }
}
