/// Operators: on numbers here, on everything else in the files beside.
extension Interpreter {
  /// `left symbol right`.
  func binary(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): return try Arithmetic.integers(symbol, a, b)
    case (.float(let a), .float(let b)):
      if let result = try Arithmetic.floats(symbol, a, b) { return .float(result) }
    case (.float(let a), .int(let b)):
      if let result = try Arithmetic.floats(symbol, a, Double(b)) { return .float(result) }
    case (.int(let a), .float(let b)):
      if let result = try Arithmetic.floats(symbol, Double(a), b) { return .float(result) }
    case (.bool(let a), .bool(let b)):
      switch symbol {
      case .and: return .bool(a && b)
      case .or: return .bool(a || b)
      case .exclusiveOr: return .bool(a != b)
      default: return try Arithmetic.integers(symbol, a ? 1 : 0, b ? 1 : 0)
      }
    case (.bool, .int), (.bool, .float), (.int, .bool), (.float, .bool):
      if symbol.isDefinedOnFloats || !(left.isFloat || right.isFloat) {
        return try binary(symbol, left.withoutBool, right.withoutBool)
      }
    case (.string(let format), .tensor) where symbol == .remainder:
      return .string(try percent(format, right))
    case (.tensor, _), (_, .tensor):
      if let result = try tensors(symbol, left, right) { return result }
      if let result = try dunder(symbol, left, right) { return result }
    default:
      if let result = try containers(symbol, left, right) { return result }
      if let result = try dunder(symbol, left, right) { return result }
    }
    throw unsupported(symbol.rawValue, left, right)
  }

  /// `left symbol= right`, changing what can be changed in place.
  func augment(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch (left, symbol) {
    case (.tensor(let tensor), _):
      do {
        if let result = try TensorSyntax.augment(symbol, tensor, right, self) { return result }
      } catch {
        throw telling(error, of: [("left", left), ("right", right)])
      }
    case (.list(let list), .add):
      let more = try items(of: right)
      try checkLength(list.items.count + more.count)
      try charge(items: more.count)
      list.items += more
      return left
    case (.list(let list), .multiply):
      guard case .list(let repeated) = try binary(symbol, left, right) else { break }
      list.items = repeated.items
      return left
    case (.set, _), (.dict, _):
      if try updateInPlace(symbol, left, right) { return left }
    case (.instance, _):
      if let result = try callMethod("__i\(symbol.dunder)__", of: left, right),
        !result.isNotImplemented
      {
        return result
      }
    default: break
    }
    do {
      return try binary(symbol, left, right)
    } catch let error as PythonError where error.message.hasPrefix("unsupported operand type(s)") {
      throw unsupported(symbol.rawValue + "=", left, right)
    }
  }

  private func tensors(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    do {
      return try TensorSyntax.binary(symbol, left, right, self)
    } catch {
      throw telling(error, of: [("left", left), ("right", right)])
    }
  }

  /// `symbol operand`.
  func unary(_ symbol: UnaryOperator, _ operand: Value) throws -> Value {
    switch (symbol, operand) {
    case (.minus, .int(let number)):
      if number == .min { throw PythonError.bigInteger }
      return .int(-number)
    case (.minus, .float(let number)): return .float(-number)
    case (.plus, .int), (.plus, .float): return operand
    case (.invert, .int(let number)): return .int(~number)
    case (_, .bool(let flag)): return try unary(symbol, .int(flag ? 1 : 0))
    case (_, .tensor(let tensor)): return try TensorSyntax.unary(symbol, tensor, self)
    case (_, .instance):
      let method = ["-": "__neg__", "+": "__pos__", "~": "__invert__"][symbol.rawValue] ?? ""
      if let result = try callMethod(method, of: operand) { return result }
    default: break
    }
    throw PythonError.type(
      "bad operand type for unary \(symbol.rawValue): '\(typeName(of: operand))'")
  }

  private func dunder(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    if let result = try callMethod("__\(symbol.dunder)__", of: left, right),
      !result.isNotImplemented
    {
      return result
    }
    if let result = try callMethod("__r\(symbol.dunder)__", of: right, left),
      !result.isNotImplemented
    {
      return result
    }
    return nil
  }

  private func unsupported(_ symbol: String, _ left: Value, _ right: Value) -> PythonError {
    let (a, b) = (typeName(of: left), typeName(of: right))
    switch (left, symbol) {
    case (.string, "+"): return .type("can only concatenate str (not \"\(b)\") to str")
    case (.list, "+"): return .type("can only concatenate list (not \"\(b)\") to list")
    case (.tuple, "+"): return .type("can only concatenate tuple (not \"\(b)\") to tuple")
    case (.string, "*"), (.list, "*"), (.tuple, "*"):
      return .type("can't multiply sequence by non-int of type '\(b)'")
    default: break
    }
    switch (right, symbol) {
    case (.string, "*"), (.list, "*"), (.tuple, "*"):
      return .type("can't multiply sequence by non-int of type '\(a)'")
    default: break
    }
    let name = symbol == "**" ? "** or pow()" : symbol
    return .type("unsupported operand type(s) for \(name): '\(a)' and '\(b)'")
  }
}

extension Value {
  var isFloat: Bool { if case .float = self { true } else { false } }

  /// `True` and `False` as the whole numbers they are.
  var withoutBool: Value { if case .bool(let flag) = self { .int(flag ? 1 : 0) } else { self } }

  var isNotImplemented: Bool { if case .notImplemented = self { true } else { false } }
}

extension BinaryOperator {
  /// Whether two floats can stand beside it.
  var isDefinedOnFloats: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power: true
    default: false
    }
  }

  /// The middle of the method's name: `add` for `__add__`.
  var dunder: String {
    switch self {
    case .add: "add"
    case .subtract: "sub"
    case .multiply: "mul"
    case .divide: "truediv"
    case .floorDivide: "floordiv"
    case .remainder: "mod"
    case .power: "pow"
    case .matrixMultiply: "matmul"
    case .leftShift: "lshift"
    case .rightShift: "rshift"
    case .and: "and"
    case .or: "or"
    case .exclusiveOr: "xor"
    }
  }
}
