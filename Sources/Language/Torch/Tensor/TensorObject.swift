import Math

/// How often values were changed, in each way that they can be.
struct ValueStamp: Equatable {
  let version: Int
  let rebinds: Int
  let memoryWrites: Int
}

/// A tensor as a program sees it: a name for values that may change, with a gradient of its own.
final class TensorObject {
  private var own: Tensor
  private var link: StorageLink?
  private var ownNode: GradientNode?
  private var ownCounter: VersionCounter?
  private var writes = 0
  private var rebinds = 0
  /// Whether gradients are wanted for it.
  var requiresGradient = false
  /// What `x.grad` gives.
  var gradient: TensorObject?
  /// What made it, for the notes on misuse.
  var origin = TensorOrigin.other
  /// The state of the values when a gradient last came.
  var stampAtGradient: ValueStamp?
  /// What looks at its gradient, where it is a leaf.
  var hooks: [Int: GradientHook] = [:]
  /// Whether it is an `nn.Parameter`.
  var isParameter = false
  /// How PyTorch would have its elements lie; nil in row-major order from the beginning of memory.
  var layout: StridedLayout?
  /// Whether `x.grad` is kept although the tensor is a result.
  var retainsGradient = false

  init(_ value: Tensor) { own = value }

  /// The values as they are now.
  var value: Tensor {
    if link?.isCurrent == false { own = link?.read() ?? own }
    return own
  }

  /// The lengths of its dimensions.
  var shape: [Int] { value.shape }

  /// Its kind of number.
  var dtype: DType { value.dtype }

  /// Whether it was made by the program, and not by an operation that was recorded.
  var isLeaf: Bool { node == nil }

  /// The tensor this one is a view of.
  var base: TensorObject? { link?.base }

  /// How often the values were changed in place.
  var version: Int { ownCounter?.version ?? writes }

  /// A state of the values: another after every change, also one that `backward` does not notice.
  var stamp: ValueStamp {
    ValueStamp(version: version, rebinds: rebinds, memoryWrites: link?.memoryWrites ?? 0)
  }

  /// What counts the changes, for those who must know that there were none.
  var counter: VersionCounter {
    if let ownCounter { return ownCounter }
    let counter = VersionCounter(writes)
    ownCounter = counter
    return counter
  }

  /// What made it while gradients were recorded; nil for a leaf.
  var node: GradientNode? {
    get {
      if let base = link?.base, link?.baseNode !== base.node {
        link?.baseNode = base.node
        ownNode = link?.node()
      }
      return ownNode
    }
    set { ownNode = newValue }
  }

  /// Changes the values in place, here and in every tensor that shares them.
  func replace(_ value: Tensor) {
    writes += 1
    ownCounter?.version += 1
    own = value
    link?.write(value)
  }
}

extension TensorObject {
  /// A tensor with the same memory and no history; changing `data` is not noticed by `backward`.
  func detached(countsChanges: Bool = true) -> TensorObject {
    let result = TensorObject(value)
    result.link = shared().withoutHistory()
    result.layout = layout
    if countsChanges { result.ownCounter = counter }
    return result
  }

  /// Gives the tensor another's memory, as assigning to `.data` does.
  func rebind(to other: TensorObject) {
    rebinds += 1
    own = other.value
    layout = other.layout
    link = other.shared().withoutHistory()
  }

  /// Makes this result of a view operation on `base` share its memory.
  func share(with base: TensorObject, through operation: any Operator) {
    link = base.shared().viewed(through: operation, of: base)
    ownCounter = base.counter
  }

  /// Gives this tensor, changed in place, a new history; where it is a view, its base as well.
  func rebase(onto node: GradientNode) throws {
    requiresGradient = true
    ownCounter?.maker = base == nil ? node.name : "CopySlices"
    guard let base, let places = try link?.places(in: base.shape) else { return self.node = node }
    let copy = PutElements(places: places, name: "copy_slices", gradientName: "CopySlices")
    base.node = GradientNode(copy, inputs: [.of(base), .node(node, value)], output: base.value)
    base.requiresGradient = true
  }

  /// A number that tensors with the same memory share.
  var memoryAddress: Int { shared().address }

  private func shared() -> StorageLink {
    if let link { return link }
    let made = StorageLink(SharedMemory(own))
    link = made
    return made
  }

  /// Copies what can change; `remember` is called before anything the copy refers to is copied.
  func copy(_ copier: Copier, remember: (TensorObject) -> Void) {
    let copy = TensorObject(value)
    remember(copy)
    copy.requiresGradient = requiresGradient
    copy.isParameter = isParameter
    copy.retainsGradient = retainsGradient
    copy.gradient = gradient.map(copier.copy)
  }
}

extension TensorObject {
  /// The same values, through which no gradient goes back.
  func withoutHistory() -> TensorObject { requiresGradient ? TensorObject(value) : self }

  /// Makes it an `nn.Parameter`.
  func becomeParameter() {
    isParameter = true
    requiresGradient = true
  }
}
