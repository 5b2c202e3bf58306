/// Lets go of values within values without using the stack for each level.
///
/// A list in a list in a list, a million deep, would otherwise end the process when it is released.
enum Release {
  /// Lets go of the items of a container that is going away.
  static func letGo(_ items: inout [Value]) {
    guard items.contains(where: \.holdsOthers) else { return }
    var pending = items
    items = []
    letGo(of: &pending)
  }

  /// Lets go of values, taking those apart that nobody else holds.
  static func letGo(of pending: inout [Value]) {
    while let value = pending.popLast() {
      switch consume value {
      case .list(var list):
        if isKnownUniquelyReferenced(&list) { take(&list.items, into: &pending) }
      case .tuple(var tuple):
        if isKnownUniquelyReferenced(&tuple) { pending += tuple.giveUp() }
      case .dict(var dict):
        if isKnownUniquelyReferenced(&dict) { pending += dict.giveUp() }
      case .instance(var instance):
        if isKnownUniquelyReferenced(&instance) {
          pending += instance.attributes.pairs.map(\.value)
          instance.attributes = Attributes()
        }
      case .iterator(var iterator):
        if isKnownUniquelyReferenced(&iterator) { take(&iterator.sources, into: &pending) }
      case .method(var method):
        if isKnownUniquelyReferenced(&method) { pending += method.giveUp() }
      case .function(var function):
        if isKnownUniquelyReferenced(&function) { pending += function.giveUp() }
      default: break
      }
    }
  }

  private static func take(_ items: inout [Value], into pending: inout [Value]) {
    pending += items
    items = []
  }
}

extension Value {
  /// Whether letting go of this may let go of something else.
  var holdsOthers: Bool {
    switch self {
    case .list, .tuple, .dict, .instance, .iterator, .method, .function: true
    default: false
    }
  }
}
