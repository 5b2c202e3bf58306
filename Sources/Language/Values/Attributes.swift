/// Names and their values in the order they were first set.
struct Attributes {
  private(set) var names: [String] = []
  private var values: [String: Value] = [:]

  init() {}

  /// The value of a name; nil removes it.
  subscript(name: String) -> Value? {
    get { values[name] }
    set {
      if let newValue {
        if values.updateValue(newValue, forKey: name) == nil { names.append(name) }
      } else if values.removeValue(forKey: name) != nil {
        names.removeAll { $0 == name }
      }
    }
  }

  /// The names and values in order.
  var pairs: [(name: String, value: Value)] {
    names.compactMap { name in values[name].map { (name, $0) } }
  }
}
