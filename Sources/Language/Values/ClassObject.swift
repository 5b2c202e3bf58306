/// A class: of the program, or of the tables.
final class ClassObject {
  let name: String
  let base: ClassObject?
  /// The table this class is made from; nil for a class of the program.
  let native: NativeClass?
  /// What `class` blocks assign; empty for a class of the tables.
  var attributes: Attributes

  init(name: String, base: ClassObject?, attributes: Attributes = Attributes()) {
    self.name = name
    self.base = base
    self.native = nil
    self.attributes = attributes
  }

  init(native: NativeClass, base: ClassObject?) {
    self.name = native.name
    self.base = base
    self.native = native
    self.attributes = Attributes()
  }

  /// Finds an attribute here or in the nearest base that has it.
  func lookup(_ name: String) -> Value? {
    var next: ClassObject? = self
    while let type = next {
      if let value = type.attributes[name] { return value }
      if let method = type.native?.methods[name] { return .builtin(method) }
      next = type.base
    }
    return nil
  }

  /// Whether this class is another or comes from it.
  func isSubclass(of other: ClassObject) -> Bool {
    var next: ClassObject? = self
    while let type = next {
      if type === other || (type.native != nil && type.native === other.native) { return true }
      next = type.base
    }
    return false
  }

  /// Whether this class comes from a class of the tables.
  func isSubclass(of other: NativeClass) -> Bool {
    var next: ClassObject? = self
    while let type = next {
      if type.native === other { return true }
      next = type.base
    }
    return false
  }

  /// The nearest class of the tables: what the native part of an instance is.
  var nearestNative: NativeClass? {
    native ?? base?.nearestNative
  }

  /// The module it is in, as its name is written with.
  var prefix: String {
    if case .string(let module)? = attributes["__module__"] { return module + "." }
    return native.map { $0.module.isEmpty ? "" : $0.module + "." } ?? "__main__."
  }
}
