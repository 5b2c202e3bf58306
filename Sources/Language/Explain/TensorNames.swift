import Math

/// What a program calls its tensors: `logits`, `model.fc.weight`, `W1.grad`, `losses[2]`.
struct TensorNames {
  private var names: [ObjectIdentifier: String] = [:]
  private var taken: Set<String> = []

  init(_ globals: Globals) {
    for (name, value) in globals.variables where name != "_" { add(value, name, depth: 0) }
  }

  /// The name of a tensor, if the program gave it one.
  subscript(tensor: TensorObject) -> String? { names[ObjectIdentifier(tensor)] }

  /// Whether something else has a name already.
  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  private mutating func add(_ value: Value, _ path: String, depth: Int) {
    switch value {
    case .tensor(let tensor):
      taken.insert(path)
      // A name of its own says more than a path through a module.
      if depth == 0 || names[ObjectIdentifier(tensor)] == nil {
        names[ObjectIdentifier(tensor)] = path
      }
      if let gradient = tensor.gradient, depth == 0 || names[ObjectIdentifier(gradient)] == nil {
        names[ObjectIdentifier(gradient)] = path + ".grad"
      }
    case .instance(let instance) where depth < 4:
      for (name, value) in instance.attributes.pairs {
        add(value, path + "." + name, depth: depth + 1)
      }
    case .list(let list) where depth < 3: add(list.items, path, depth)
    case .tuple(let tuple) where depth < 3: add(tuple.items, path, depth)
    default: break
    }
  }

  private mutating func add(_ items: [Value], _ path: String, _ depth: Int) {
    for (place, item) in items.prefix(64).enumerated() {
      add(item, "\(path)[\(place)]", depth: depth + 1)
    }
  }

  /// A name as LaTeX: upright where it is more than a letter.
  static func formula(_ name: String) -> String {
    name.count == 1 || name.first?.isNumber == true || name.first == "-"
      ? name : "\\text{" + name.split(separator: "_").joined(separator: "\\_") + "}"
  }
}
