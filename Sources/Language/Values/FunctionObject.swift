/// A function of the program, together with the variables it closes over.
final class FunctionObject {
  let code: FunctionCode
  /// The default of each parameter that has one, evaluated when `def` ran.
  var defaults: [Value?] = []
  /// The variables of outer functions that it uses.
  var cells: [Cell] = []
  /// The class whose body it stands in: where `super()` begins.
  var owner: ClassObject?

  init(_ code: FunctionCode) { self.code = code }
}
