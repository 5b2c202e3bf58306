/// The variables of a session, each in a slot of its own that compiled names refer to.
final class Globals {
  private var slots: [String: Int] = [:]
  private(set) var names: [String] = []
  private(set) var cells: [Cell] = []
  /// What a name stands for as long as the program has not assigned it.
  private(set) var builtins: [Value?] = []
  /// The slots in the order they were first given a value.
  private(set) var order: [Int] = []
  private let standard: (String) -> Value?

  /// Makes an empty scope; `standard` tells what a name means where it was not assigned.
  init(standard: @escaping (String) -> Value?) { self.standard = standard }

  /// The slot of a name.
  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    cells.append(Cell())
    builtins.append(standard(name))
    return names.count - 1
  }

  /// The value of a name, if it has one.
  subscript(name: String) -> Value? {
    slots[name].flatMap { cells[$0].value }
  }

  /// Gives a variable a value.
  func assign(_ slot: Int, _ value: Value) {
    let cell = cells[slot]
    if cell.value == nil && !names[slot].hasPrefix(WrittenModule.prefix) {
      order.removeAll { $0 == slot }
      order.append(slot)
    }
    cell.value = value
  }

  /// The variables in the order they were first given a value.
  var variables: [(name: String, value: Value)] {
    order.compactMap { slot in cells[slot].value.map { (names[slot], $0) } }
  }

  /// Takes over the slots of another scope, its values copied.
  func take(_ other: Globals, _ copier: Copier) {
    for name in other.names { _ = slot(of: name) }
    order = other.order
    for (cell, original) in zip(cells, other.cells) { cell.value = copier.copy(original.value) }
  }
}
