/// The variables of one running function, and which name stands for which of them.
final class Frame {
  let program: Program
  let bindings: [Binding]
  /// The function that runs; nil for a module or a class body.
  let function: FunctionObject?
  /// The variables that no inner function uses.
  ///
  /// The frame owns this memory: writing to it needs no check for a second owner or an access under
  /// way, which would cost more than everything else a loop over plain numbers does.
  let slots: UnsafeMutableBufferPointer<Value?>
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
    slots = .allocate(capacity: layout.slotCount)
    slots.initialize(repeating: nil)
    cells = outer
    if layout.cellCount > 0 { cells = (0..<layout.cellCount).map { _ in Cell() } + outer }
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
}

/// How a statement ended.
enum Flow {
  case normal, `break`, `continue`, `return`
}
