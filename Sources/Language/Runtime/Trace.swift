import Math

/// The operators applied while a program is being explained, in order.
///
/// It holds on to every tensor, so that no two of them can be taken for one another.
final class Trace {
  /// One application of an operator, with the values as they were then.
  struct Entry {
    var operation: any Operator
    var inputs: [TensorObject]
    var values: [Tensor]
    var output: TensorObject
    var place: SourcePlace
  }

  /// More than this many are not kept: a training loop would fill the memory.
  static let most = 20_000

  private(set) var entries: [Entry] = []

  init() {}

  /// Adds an application; of a very long program, the later half is kept.
  func append(_ entry: Entry) {
    if entries.count == Trace.most { entries.removeFirst(Trace.most / 2) }
    entries.append(entry)
  }

  /// The applications that a result was made by, in order.
  func entries(behind result: TensorObject) -> [Entry] {
    var wanted: Set<ObjectIdentifier> = [ObjectIdentifier(result)]
    var kept: [Entry] = []
    for entry in entries.reversed() where wanted.contains(ObjectIdentifier(entry.output)) {
      kept.append(entry)
      wanted.remove(ObjectIdentifier(entry.output))
      for input in entry.inputs { wanted.insert(ObjectIdentifier(input)) }
    }
    return kept.reversed()
  }
}
