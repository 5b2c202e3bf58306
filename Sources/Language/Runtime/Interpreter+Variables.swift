/// Variables: reading and writing the places that names are bound to.
extension Interpreter {
  /// The value of a name, or Python's NameError.
  @inline(__always)
  func read(_ name: Term.Name, _ frame: Frame) throws -> Value {
    switch frame.bindings[name.occurrence] {
    case .local(let slot):
      if let value = frame.slots[slot] { return value }
      throw unbound(name, inCell: false)
    case .global(let slot):
      if let value = globals.cells[slot].value ?? globals.builtins[slot] { return value }
      throw undefined(name)
    case .cell(let index):
      if let value = frame.cells[index].value { return value }
      throw unbound(name, inCell: true)
    case .classLocal(let slot, let global):
      if let value = frame.slots[slot] ?? globals.cells[global].value ?? globals.builtins[global] {
        return value
      }
      throw undefined(name)
    }
  }

  /// Gives a name a value.
  @inline(__always)
  func write(_ name: Term.Name, _ value: Value, _ frame: Frame) {
    switch frame.bindings[name.occurrence] {
    case .local(let slot), .classLocal(let slot, _): frame.slots[slot] = value
    case .global(let slot): globals.assign(slot, value)
    case .cell(let index): frame.cells[index].value = value
    }
  }

  /// `del name`.
  func delete(_ name: Term.Name, _ frame: Frame) throws {
    range = name.range
    switch frame.bindings[name.occurrence] {
    case .local(let slot), .classLocal(let slot, _):
      guard frame.slots[slot] != nil else { throw unbound(name, inCell: false) }
      frame.slots[slot] = nil
    case .global(let slot):
      guard globals.cells[slot].value != nil else { throw undefined(name) }
      globals.cells[slot].value = nil
    case .cell(let index):
      guard frame.cells[index].value != nil else { throw unbound(name, inCell: true) }
      frame.cells[index].value = nil
    }
  }

  private func unbound(_ name: Term.Name, inCell: Bool) -> PythonError {
    range = name.range
    return PythonError(
      "UnboundLocalError",
      "cannot access local variable '\(name.text)' where it is not associated with a value",
      notes: [
        "A function that assigns '\(name.text)' anywhere has it as a variable of its own throughout."
      ])
  }

  private func undefined(_ name: Term.Name) -> PythonError {
    range = name.range
    var error = PythonError.name("name '\(name.text)' is not defined")
    if Names.modules.contains(name.text) {
      error.fix = "import \(name.text)"
    } else if let near = NearestName.of(name.text, among: knownNames) {
      error.fix = "Did you mean '\(near)'?"
    }
    return error
  }

  /// Every name that could be read at the top level: the program's first, then the tables'.
  var knownNames: [String] { globals.variables.map(\.name) + Names.standard }
}
