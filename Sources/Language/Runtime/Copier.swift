/// Copies a scope for a fork: every object that can change is copied once, and shared objects stay
/// shared among the copies.
final class Copier {
  /// Whether classes and functions are copied too, rather than shared.
  private let copiesCode: Bool

  init(copiesCode: Bool = true) { self.copiesCode = copiesCode }

  private var copies: [ObjectIdentifier: Value] = [:]
  private var originals: [Value] = []

  /// The copy of a value.
  func copy(_ value: Value) -> Value {
    guard let identity = value.identity else { return value }
    if let copy = copies[identity] { return copy }
    switch value {
    case .list(let list):
      let copy = ListObject([])
      remember(value, .list(copy))
      copy.items = list.items.map(self.copy)
    case .tuple(let tuple):
      remember(value, .tuple(TupleObject(tuple.items.map(self.copy), kind: tuple.kind)))
    case .dict(let dict):
      let copy = DictObject()
      remember(value, .dict(copy))
      if case .defaulting(let factory) = dict.kind {
        copy.kind = .defaulting(self.copy(factory))
      } else {
        copy.kind = dict.kind
      }
      fill(copy, from: dict)
    case .set(let set): remember(value, .set(SetObject(set.members.map(self.copy))))
    case .instance(let instance): copyInstance(instance, value)
    case .type(let type): copyClass(type, value)
    case .tensor(let tensor): tensor.copy(self) { remember(value, .tensor($0)) }
    case .method(let method):
      remember(
        value,
        .method(
          MethodObject(receiver: copy(method.receiver), function: copy(method.function))))
    case .function(let function): copyFunction(function, value)
    case .iterator(let iterator): remember(value, .iterator(iterator.stranded()))
    default: return value
    }
    return copies[identity] ?? value
  }

  /// The copy of an optional value.
  func copy(_ value: Value?) -> Value? { value.map(copy) }

  /// The copy of a tensor.
  func copy(_ tensor: TensorObject) -> TensorObject {
    if case .tensor(let copy) = copy(.tensor(tensor)) { copy } else { tensor }
  }

  private func remember(_ original: Value, _ copy: Value) {
    guard let identity = original.identity else { return }
    originals.append(original)
    copies[identity] = copy
  }

  private func fill(_ copy: DictObject, from dict: DictObject) {
    for (key, value) in dict.items {
      let newKey = self.copy(key)
      if let hashed = Key(newKey) { copy.set(hashed, newKey, to: self.copy(value)) }
    }
  }

  private func copyInstance(_ instance: Instance, _ value: Value) {
    guard case .type(let type) = copy(.type(instance.type)) else { return }
    let copy = Instance(type)
    remember(value, .instance(copy))
    for (name, value) in instance.attributes.pairs { copy.attributes[name] = self.copy(value) }
    copy.payload = instance.payload?.copy(self)
  }

  private func copyClass(_ type: ClassObject, _ value: Value) {
    guard type.native == nil, copiesCode else { return remember(value, value) }
    var base: ClassObject?
    if let old = type.base, case .type(let new) = copy(.type(old)) { base = new }
    let copy = ClassObject(name: type.name, base: base)
    remember(value, .type(copy))
    for (name, value) in type.attributes.pairs { copy.attributes[name] = self.copy(value) }
  }

  private func copyFunction(_ function: FunctionObject, _ value: Value) {
    guard copiesCode else { return remember(value, value) }
    let copy = FunctionObject(function.code, of: function.program)
    remember(value, .function(copy))
    for (name, value) in function.attributes.pairs { copy.attributes[name] = self.copy(value) }
    if let owner = function.owner, case .type(let type) = self.copy(.type(owner)) {
      copy.owner = type
    }
    copy.defaults = function.defaults.map { self.copy($0) }
    copy.cells = function.cells.map { cell in self.copy(cell) }
  }

  private var cells: [ObjectIdentifier: (original: Cell, copy: Cell)] = [:]

  private func copy(_ cell: Cell) -> Cell {
    if let known = cells[ObjectIdentifier(cell)] { return known.copy }
    let copy = Cell()
    cells[ObjectIdentifier(cell)] = (cell, copy)
    copy.value = self.copy(cell.value)
    return copy
  }
}
