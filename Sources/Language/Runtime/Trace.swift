import Math

/// The operators applied while a program is being explained, in order.
///
/// It holds on to every tensor, so that no two of them can be taken for one another.
final class Trace {
  /// One application of an operator.
  struct Entry {
    var operation: any Operator
    var inputs: [TensorObject]
    var output: TensorObject
    var place: SourcePlace?
  }

  private(set) var entries: [Entry] = []

  init() {}

  /// Adds an application.
  func append(_ entry: Entry) { entries.append(entry) }
}
