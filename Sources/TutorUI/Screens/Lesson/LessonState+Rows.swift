import Lessons
import Math

extension LessonState {
  /// The parts of programs that tell a derivation, as far as they can be seen.
  private var parts: [(id: StepStanding.PartID, derivation: Derivation)] {
    let waitingAt = StepProgress.waiting(in: step, standing, quizzes) ?? step.blocks.count
    return step.blocks.prefix(waitingAt + 1).flatMap { block in
      guard case .program(let program) = block else {
        return [(id: StepStanding.PartID, derivation: Derivation)]()
      }
      return program.parts.enumerated().compactMap { index, part in
        part.derivation.map { (StepStanding.PartID(program: program.index, part: index), $0) }
      }
    }
  }

  /// The first derivation with rows still to tell.
  var partToOpen: StepStanding.PartID? {
    parts.first {
      StepProgress.rows(of: $0.derivation, $0.id, standing) < $0.derivation.steps.count
    }?
    .id
  }

  /// The last derivation with rows that can be closed again.
  var partToClose: StepStanding.PartID? {
    parts.last {
      StepProgress.rows(of: $0.derivation, $0.id, standing)
        > StepProgress.beginning(of: $0.derivation)
    }?.id
  }

  /// Tells more rows of a derivation, or fewer.
  mutating func open(_ id: StepStanding.PartID, by count: Int) {
    guard let derivation = parts.first(where: { $0.id == id })?.derivation else { return }
    let rows = StepProgress.rows(of: derivation, id, standing)
    let least = StepProgress.beginning(of: derivation)
    standing.rows[id] = min(derivation.steps.count, max(least, rows + count))
  }
}
