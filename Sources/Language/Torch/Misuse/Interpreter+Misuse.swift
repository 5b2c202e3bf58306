import Math

/// Notes on what was probably meant: they change no result, and none comes twice for one line.
extension Interpreter {
  /// A line that was looked at, or spoken of.
  struct NotedLine: Hashable {
    let source: Source
    let line: Int
    let kind: Misuse
  }

  /// The mistakes that are recognised when they happen.
  enum Misuse: Hashable {
    case probabilitiesAsLogits, probabilitiesAsLogs, logitsAsLogs, sigmoidTwice, softmaxOverBatch
    case oneColumn, classesLast, weightsCancel, allIgnored, staleGradient, noGradient
  }

  /// Whether a costly look is worth it: what is well the first times is well.
  func looks(for kind: Misuse) -> Bool {
    guard givesNotes else { return false }
    let line = NotedLine(
      source: source, line: source.line(at: Int(range.start)), kind: kind)
    let looks = looked[line, default: 0]
    if looks < 3 { looked[line] = looks + 1 }
    return looks < 3
  }

  /// Says what was probably meant, once for a line.
  func note(_ kind: Misuse, _ message: String, fix: String? = nil) {
    guard givesNotes, notes.count < 100 else { return }
    let line = NotedLine(
      source: source, line: source.line(at: Int(range.start)), kind: kind)
    guard noted.insert(line).inserted else { return }
    var error = PythonError("Note", message, fix: fix)
    error.place = place
    notes.append(Diagnostic(error))
  }
}

/// The rows of a tensor of scores, each over the classes.
struct ClassRows {
  let rows: [[Double]]
  let classes: Int

  /// The first rows: along dimension 1, or along the only one.
  init(_ tensor: Tensor, most: Int = 8) {
    let axis = tensor.rank == 1 ? 0 : 1
    guard tensor.rank > 0, tensor.count > 0 else {
      (rows, classes) = ([], 0)
      return
    }
    let length = tensor.shape[axis]
    let inner = tensor.shape.dropFirst(axis + 1).reduce(1, *)
    classes = length
    rows = (0..<min(most, tensor.count / length)).map { row in
      let start = row / inner * inner * length + row % inner
      return (0..<length).map { tensor[flat: start + $0 * inner].double }
    }
  }

  /// Whether every row could be probabilities of classes.
  var areProbabilities: Bool {
    !rows.isEmpty && classes > 1
      && rows.allSatisfy { row in
        row.allSatisfy { $0 >= 0 && $0 <= 1 } && (row.reduce(0, +) - 1).magnitude < 1e-3
      }
  }

  /// Whether every row could be the logarithms of probabilities.
  var areLogProbabilities: Bool {
    rows.allSatisfy { row in
      row.allSatisfy { $0 <= 1e-3 }
        && (row.reduce(0) { $0 + Exponential().value($1) } - 1).magnitude < 2e-2
    }
  }
}
