import Math

/// Counts the changes in place that `backward` must know of.
final class VersionCounter {
  var version: Int
  /// What made the tensor as it is now, where that was a change in place.
  var maker: String?

  init(_ version: Int) { self.version = version }
}

/// Values that several tensors share, so that a change through one is seen through all.
final class SharedMemory {
  var value: Tensor
  var writes = 0

  init(_ value: Tensor) { self.value = value }
}

/// How a tensor reads and writes memory that it shares: as it is, or through view operations.
///
/// Where a view's elements lie is found by running its operations over the numbers of the places, and
/// only when something is written.
struct StorageLink {
  private let memory: SharedMemory
  /// The operations from the memory to the tensor, in order.
  private var path: [any Operator] = []
  /// How many of them lead to the base.
  private var pathToBase = 0
  private var seenWrites: Int
  /// The tensor viewed, whose history this one's follows.
  private(set) var base: TensorObject?
  /// The base's history when this one's was last worked out.
  var baseNode: GradientNode?

  init(_ memory: SharedMemory) {
    self.memory = memory
    seenWrites = memory.writes
  }

  /// The same memory for a tensor without history.
  func withoutHistory() -> StorageLink {
    var link = self
    link.base = nil
    link.baseNode = nil
    return link
  }

  /// The link of a tensor that looks through one more operation.
  func viewed(through operation: any Operator, of viewed: TensorObject) -> StorageLink {
    var link = self
    if base == nil {
      link.base = viewed
      link.pathToBase = path.count
    }
    link.baseNode = link.base?.node
    link.path.append(operation)
    return link
  }

  /// A number that stands for the memory.
  var address: Int { Int(bitPattern: UInt(bitPattern: ObjectIdentifier(memory))) }
  /// How often the memory was written to.
  var memoryWrites: Int { memory.writes }

  /// Whether nothing was written since the last look.
  var isCurrent: Bool { seenWrites == memory.writes }

  /// The values as they are now.
  mutating func read() -> Tensor {
    seenWrites = memory.writes
    return whole { try run(path[...], on: memory.value) } ?? memory.value
  }

  /// Puts the values where they belong.
  mutating func write(_ value: Tensor) {
    if path.isEmpty {
      memory.value = value
    } else {
      let written = whole {
        try memory.value.placing(value, at: places(path[...], in: memory.value.shape))
      }
      if let written { memory.value = written }
    }
    memory.writes += 1
    seenWrites = memory.writes
  }

  /// What a computation gives; one that was interrupted is done again to its end, since what shares
  /// memory must agree.
  private func whole(_ compute: () throws -> Tensor) -> Tensor? {
    if let value = try? compute() { return value }
    return Interruption.$current.withValue(Interruption()) { try? compute() }
  }

  /// Where the tensor's elements lie in its base.
  func places(in shape: [Int]) throws -> [Int] { try places(path[pathToBase...], in: shape) }

  /// The history that a view has, now that its base has another.
  func node() -> GradientNode? {
    guard let base, var node = base.node else { return nil }
    var value = base.value
    for operation in path[pathToBase...] {
      guard let next = try? operation.forward([value]) else { return nil }
      node = GradientNode(operation, inputs: [.node(node, value)], output: next)
      value = next
    }
    return node
  }

  private func places(_ path: ArraySlice<any Operator>, in shape: [Int]) throws -> [Int] {
    let numbers = Tensor((0..<Int64(Shape.count(shape))).map { $0 }, shape: shape)
    return try run(path, on: numbers).integers.map { Int($0) }
  }

  private func run(_ path: ArraySlice<any Operator>, on value: Tensor) throws -> Tensor {
    try path.reduce(value) { try $1.forward([$0]).cast(to: value.dtype) }
  }
}
