import Language
import Math

/// A program with the learner's numbers in the places of the lesson's.
struct ProgramInputs {
  /// The program to run.
  private(set) var program: Program
  /// The lesson's own values of the inputs that were changed.
  private(set) var originals: [String: Tensor] = [:]
  /// The inputs whose numbers could not be written into the source.
  private var assigned: [String: Tensor] = [:]

  /// Whether some inputs have to be given their values after the program has run.
  var needsAssignment: Bool { !assigned.isEmpty }

  init(_ written: Program, index: Int, edits: [InputID: Tensor], scope: Session) {
    program = written
    for name in written.edits {
      guard let value = edits[InputID(program: index, name: name)],
        let assignment = InputAssignment(of: name, in: program.source)
      else { continue }
      let copy = scope.fork()
      _ = copy.run(assignment.before + assignment.statement)
      guard let original = copy.value(of: name)?.input else { continue }
      originals[name] = original
      if original.shape == value.shape, let text = assignment.replacingNumbers(with: value) {
        program.source = assignment.before + text + "\n" + assignment.after
      } else {
        assigned[name] = value
      }
    }
  }

  /// Gives the remaining inputs their values.
  func assign(in scope: Session) {
    for (name, value) in assigned { scope.assign(name, value) }
  }
}
