/// An object of a class, of the program or of the tables.
final class Instance: Holder {
  let type: ClassObject
  var attributes = Attributes()
  /// What a class written in Swift keeps that is no attribute: an optimizer's moments.
  var payload: (any Payload)?
  /// An equal object that was a key before this one, by whose identity this one is found.
  var twin: Instance?

  init(_ type: ClassObject) { self.type = type }

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  override func giveUp() -> [Value] {
    defer { attributes = Attributes() }
    return attributes.pairs.map(\.value)
  }
}

/// The state behind an instance of a class written in Swift.
protocol Payload: AnyObject {
  /// A copy that shares nothing that can change; values go through `copier`.
  func copy(_ copier: Copier) -> any Payload
}
