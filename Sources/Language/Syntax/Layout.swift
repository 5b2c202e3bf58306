/// Where the variable of a name is when the program runs.
enum Binding {
  /// In the frame.
  case local(Int)
  /// In the frame's cells, as an inner function uses it too.
  case cell(Int)
  /// Among the session's variables.
  case global(Int)
  /// In the frame of a class body; among the session's variables until it is assigned there.
  case classLocal(Int, global: Int)
}

/// What the frames of one function have room for.
struct Layout {
  /// How many variables.
  var slotCount = 0
  /// How many cells of its own; those of outer functions follow them.
  var cellCount = 0
  /// The parameters that live in cells: from which slot to which cell.
  var parameterCells: [(slot: Int, cell: Int)] = []
  /// For every cell of an outer function: its place among the cells around the definition.
  var captures: [Int] = []
  /// The names of the slots, for a class body and for errors.
  var names: [String] = []
}

/// Settles where all variables of a program live.
struct Resolution {
  private(set) var bindings: [Binding] = []
  private(set) var layouts: [Layout] = []
  private var scopes: Scopes
  private var slots: [[String: Int]]
  private var cells: [[String: Int]]
  private var free: [[String: Int]]
  /// What the names at the top level begin with among the session's variables.
  private let prefix: String

  init(_ scopes: Scopes, globals: Globals, prefix: String = "") {
    self.scopes = scopes
    self.prefix = prefix
    let count = scopes.scopes.count
    layouts = Array(repeating: Layout(), count: count)
    slots = Array(repeating: [:], count: count)
    cells = slots
    free = slots
    for occurrence in scopes.occurrences { markCaptured(occurrence) }
    for scope in 0..<count { place(scope) }
    for occurrence in scopes.occurrences { findFree(occurrence) }
    for occurrence in scopes.occurrences { bindings.append(binding(of: occurrence, globals)) }
  }

  private mutating func markCaptured(_ occurrence: Scopes.Occurrence) {
    guard let owner = scopes.owner(of: occurrence.name, from: occurrence.scope) else { return }
    if scopes.host(of: owner) != scopes.host(of: occurrence.scope) {
      scopes.capture(occurrence.name, of: owner)
    }
  }

  /// Gives the variables of a scope their places in the frame of its host.
  private mutating func place(_ number: Int) {
    let scope = scopes.scopes[number]
    let host = scopes.host(of: number)
    guard scope.kind != .module else { return }
    for name in scope.locals {
      if scope.captured.contains(name) {
        cells[number][name] = layouts[host].cellCount
        layouts[host].cellCount += 1
      }
      slots[number][name] = layouts[host].slotCount
      layouts[host].slotCount += 1
      layouts[host].names.append(name)
    }
    for name in scope.locals.prefix(scope.parameterCount) {
      if let slot = slots[number][name], let cell = cells[number][name] {
        layouts[host].parameterCells.append((slot, cell))
      }
    }
  }

  /// Hands the cell of an outer variable down through the functions between.
  private mutating func findFree(_ occurrence: Scopes.Occurrence) {
    guard let owner = scopes.owner(of: occurrence.name, from: occurrence.scope) else { return }
    let top = scopes.host(of: owner)
    var path: [Int] = []
    var host = scopes.host(of: occurrence.scope)
    while host != top {
      path.append(host)
      guard let parent = scopes.scopes[host].parent else { return }
      host = scopes.host(of: parent)
    }
    let key = "\(owner).\(occurrence.name)"
    guard var outer = cells[owner][occurrence.name] else { return }
    for function in path.reversed() {
      if free[function][key] == nil {
        free[function][key] = layouts[function].cellCount + layouts[function].captures.count
        layouts[function].captures.append(outer)
      }
      outer = free[function][key] ?? 0
    }
  }

  private func binding(of occurrence: Scopes.Occurrence, _ globals: Globals) -> Binding {
    let name = occurrence.name
    guard let owner = scopes.owner(of: name, from: occurrence.scope) else {
      return .global(globals.slot(of: prefix + name))
    }
    let here = scopes.host(of: occurrence.scope)
    if scopes.host(of: owner) != here { return .cell(free[here]["\(owner).\(name)"] ?? 0) }
    if let cell = cells[owner][name] { return .cell(cell) }
    let slot = slots[owner][name] ?? 0
    return scopes.scopes[owner].kind == .class
      ? .classLocal(slot, global: globals.slot(of: prefix + name)) : .local(slot)
  }
}
