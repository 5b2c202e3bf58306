/// The arguments of one call of a builtin, bound to its parameters.
struct Call {
  let interpreter: Interpreter
  let builtin: Builtin
  /// One value a parameter, in order; a tuple for `*args`, a dict for `**kwargs`.
  let values: [Value]
  /// Which parameters were given by the caller, rather than left at their default.
  let given: UInt64
  /// How many of the arguments came by their place.
  var positional = Int.max

  /// The value of a parameter by its place.
  subscript(place: Int) -> Value { values[place] }

  /// The value of a parameter by its name.
  subscript(name: String) -> Value { place(of: name).map { values[$0] } ?? .null }

  /// Whether the caller gave this parameter.
  func isGiven(_ name: String) -> Bool {
    place(of: name).map { given & (1 << UInt64($0)) != 0 } ?? false
  }

  /// What came for `*args`.
  func rest(_ name: String) -> [Value] {
    if case .tuple(let tuple) = self[name] { tuple.items } else { [] }
  }

  private func place(of name: String) -> Int? {
    builtin.parameters.firstIndex { $0.name == name }
  }
}

extension Call {
  /// An argument that must be a whole number.
  func int(_ name: String) throws -> Int {
    switch self[name] {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .tensor(let tensor): return try TensorSyntax.index(tensor)
    default: throw wrongType(name, "int")
    }
  }

  /// An argument that is a whole number or `None`.
  func optionalInt(_ name: String) throws -> Int? {
    self[name].isNone ? nil : try int(name)
  }

  /// An argument that must be a number.
  func double(_ name: String) throws -> Double {
    switch self[name] {
    case .float(let number): return number
    case .int(let number): return Double(number)
    case .bool(let flag): return flag ? 1 : 0
    case .tensor(let tensor): return try TensorSyntax.number(tensor)
    default: throw wrongType(name, "float")
    }
  }

  /// An argument that is a number or `None`.
  func optionalDouble(_ name: String) throws -> Double? {
    self[name].isNone ? nil : try double(name)
  }

  /// An argument read for its truth.
  func bool(_ name: String) throws -> Bool { try interpreter.truth(of: self[name]) }

  /// An argument that must be a string.
  func string(_ name: String) throws -> String {
    guard case .string(let text) = self[name] else { throw wrongType(name, "str") }
    return text
  }

  /// The error for an argument of the wrong type, in the words of PyTorch's argument parser.
  func wrongType(_ name: String, _ expected: String) -> PythonError {
    wrongType(place(of: name) ?? 0, expected)
  }
}
