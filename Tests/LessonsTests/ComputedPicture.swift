import Language
@testable import Lessons

import Math

/// Writes computed steps as short texts.
enum ComputedPicture {
  static func text(_ step: ComputedStep) -> String {
    step.blocks.flatMap { lines($0) }.joined(separator: "\n")
  }

  private static func lines(_ block: ComputedBlock) -> [String] {
    switch block {
    case .program(let program):
      let shown = program.outcome.diagnostic.map { "! \($0.type)" } ?? program.outcome.text ?? "nil"
      return ["run \(program.index) -> \(shown)"]
    case .quiz(let quiz): return ["quiz \(quiz.id)"]
    case .table(_, _, let rows):
      return rows.map { $0.map { LessonPicture.text($0) }.joined(separator: " | ") }
    default: return block.block.map { LessonPicture.lines($0) } ?? []
    }
  }
}

extension ComputedStep {
  /// The programs at the top of the step.
  var programs: [ComputedProgram] {
    blocks.compactMap { if case .program(let program) = $0 { program } else { nil } }
  }

  /// The inputs of its programs.
  var inputs: [ComputedProgram.Input] { programs.flatMap(\.inputs) }
}

/// Puts numbers into an assignment.
enum InputAssignmentProbe {
  static func replace(_ source: String, _ name: String, _ numbers: [Double]) -> String? {
    InputAssignment(of: name, in: source)?.replacingNumbers(
      with: Tensor(shape: [numbers.count], storage: .float64(numbers)))
  }
}
