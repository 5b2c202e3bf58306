/// An object that holds values, and can hand them over when it goes away.
class Holder {
  /// Hands over what it holds.
  func giveUp() -> [Value] { [] }
}

/// Lets go of values within values without using the stack for each level.
///
/// A list in a list in a list, a million deep, would otherwise end the process when it is released.
enum Release {
  /// Lets go of what an object held, taking those apart that nobody else holds.
  ///
  /// The values must be held nowhere else, or none of them looks as if it could be taken apart.
  static func letGo(_ pending: inout [Value]) {
    guard pending.contains(where: \.isHolder) else { return }
    while !pending.isEmpty {
      var holder = pending[pending.count - 1].holder
      pending.removeLast()
      if holder != nil, isKnownUniquelyReferenced(&holder), let more = holder?.giveUp() {
        pending += more
      }
    }
  }
}

extension Value {
  /// Whether this is an object that holds other values.
  var isHolder: Bool {
    switch self {
    case .list, .tuple, .dict, .instance, .iterator, .method, .function, .slice: true
    default: false
    }
  }

  /// The object behind this value, where it holds other values.
  fileprivate var holder: Holder? {
    switch self {
    case .list(let object): object
    case .tuple(let object): object
    case .dict(let object): object
    case .instance(let object): object
    case .iterator(let object): object
    case .method(let object): object
    case .function(let object): object
    case .slice(let object): object
    default: nil
    }
  }
}
