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
      // Numbers of the statement may mean something else, as the size of `torch.zeros(1)` does.
      let text = Self.statements(assignment, name, value, after: copy).first { text in
        Self.gives(value, to: name, assignment.before + text, in: scope)
      }
      if let text {
        program.source = assignment.before + text + "\n" + assignment.after
      } else {
        assigned[name] = value
      }
    }
  }

  /// How a statement may say the learner's numbers, the author's own way first.
  private static func statements(
    _ assignment: InputAssignment, _ name: String, _ value: Tensor, after session: Session
  ) -> [String] {
    guard let snapshot = session.value(of: name), snapshot.input?.shape == value.shape else {
      return []
    }
    let needsGradient = session.run("\(name).requires_grad").value == .bool(true)
    return [
      assignment.replacingNumbers(with: value),
      assignment.writingOut(name, value, like: snapshot, needsGradient: needsGradient),
    ].compactMap { $0 }
  }

  /// Whether a variable has these numbers after a program.
  private static func gives(
    _ value: Tensor, to name: String, _ source: String, in scope: Session
  ) -> Bool {
    let copy = scope.fork()
    guard copy.run(source).diagnostic == nil, let given = copy.value(of: name)?.input else {
      return false
    }
    return given.shape == value.shape
      && zip(given.doubles, value.doubles).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  /// Gives the remaining inputs their values.
  func assign(in scope: Session) {
    for (name, value) in assigned { scope.assign(name, value) }
  }
}
