/// The variables of one running function, and which name stands for which of them.
final class Frame {
  let program: Program
  let bindings: [Binding]
  /// The function that runs; nil for a module or a class body.
  let function: FunctionObject?
  var slots: [Value?]
  var cells: [Cell]
  /// What `return` gave.
  var returned = Value.null
  /// The class a body belongs to while it is run, for the functions it defines.
  var owner: ClassObject?

  init(_ program: Program, scope: Int, function: FunctionObject? = nil, outer: [Cell] = []) {
    self.program = program
    self.function = function
    bindings = program.bindings
    let layout = program.layouts[scope]
    slots = Array(repeating: nil, count: layout.slotCount)
    cells = []
    if layout.cellCount > 0 { for _ in 0..<layout.cellCount { cells.append(Cell()) } }
    cells += outer
  }
}

/// How a statement ended.
enum Flow {
  case normal, `break`, `continue`, `return`
}
