/// A function of the program, together with the variables it closes over.
final class FunctionObject: Holder {
  let code: FunctionCode
  /// The program it stands in.
  let program: Program
  /// The default of each parameter that has one, evaluated when `def` ran.
  var defaults: [Value?] = []
  /// The variables of outer functions that it uses.
  var cells: [Cell] = []
  /// The class whose body it stands in: where `super()` begins.
  var owner: ClassObject?

  /// What `f.name = value` has set.
  var attributes = Attributes()

  deinit {
    var values = giveUp()
    Release.letGo(&values)
  }

  /// Hands over the variables that no other function uses, too.
  override func giveUp() -> [Value] {
    var values = defaults.compactMap { $0 } + attributes.pairs.map(\.value)
    for index in cells.indices where isKnownUniquelyReferenced(&cells[index]) {
      if let value = cells[index].value { values.append(value) }
      cells[index].value = nil
    }
    (defaults, cells, attributes) = ([], [], Attributes())
    return values
  }

  init(_ code: FunctionCode, of program: Program) {
    self.code = code
    self.program = program
  }
}
