import Math

/// Python's arithmetic on plain numbers.
enum Arithmetic {
  /// An operation on two whole numbers; `/` and negative powers give a float.
  static func integers(_ symbol: BinaryOperator, _ a: Int, _ b: Int) throws -> Value {
    switch symbol {
    case .add: return .int(try whole(a.addingReportingOverflow(b)))
    case .subtract: return .int(try whole(a.subtractingReportingOverflow(b)))
    case .multiply: return .int(try whole(a.multipliedReportingOverflow(by: b)))
    case .divide:
      if b == 0 { throw zeroDivision("division by zero") }
      return .float(Double(a) / Double(b))
    case .floorDivide: return .int(try floorDivide(a, b))
    case .remainder:
      if b == 0 { throw zeroDivision("integer modulo by zero") }
      return .int(remainder(a, b))
    case .power: return try power(a, b)
    case .leftShift: return .int(try shiftLeft(a, b))
    case .rightShift:
      if b < 0 { throw PythonError.value("negative shift count") }
      return .int(a >> min(b, 63))
    case .and: return .int(a & b)
    case .or: return .int(a | b)
    case .exclusiveOr: return .int(a ^ b)
    case .matrixMultiply:
      throw PythonError.type("unsupported operand type(s) for @: 'int' and 'int'")
    }
  }

  /// An operation on two floats; nil where Python has none.
  static func floats(_ symbol: BinaryOperator, _ a: Double, _ b: Double) throws -> Double? {
    switch symbol {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide:
      if b == 0 { throw zeroDivision("float division by zero") }
      return a / b
    case .floorDivide:
      if b == 0 { throw zeroDivision("float floor division by zero") }
      return floorDivide(a, b)
    case .remainder:
      if b == 0 { throw zeroDivision("float modulo") }
      return remainder(a, b)
    case .power: return try power(a, b)
    default: return nil
    }
  }

  private static func whole(_ result: (partialValue: Int, overflow: Bool)) throws -> Int {
    if result.overflow { throw PythonError.bigInteger }
    return result.partialValue
  }

  static func zeroDivision(_ message: String) -> PythonError {
    PythonError("ZeroDivisionError", message)
  }

  private static func floorDivide(_ a: Int, _ b: Int) throws -> Int {
    if b == 0 { throw zeroDivision("integer division or modulo by zero") }
    let quotient = try whole(a.dividedReportingOverflow(by: b))
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
  }

  private static func remainder(_ a: Int, _ b: Int) -> Int {
    if b == -1 { return 0 }
    let rest = a % b
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  private static func floorDivide(_ a: Double, _ b: Double) -> Double {
    let rest = remainder(a, b)
    let quotient = (a - rest) / b
    if quotient == 0 { return Double(signOf: a / b, magnitudeOf: 0) }
    let floor = quotient.rounded(.down)
    return quotient - floor > 0.5 ? floor + 1 : floor
  }

  private static func remainder(_ a: Double, _ b: Double) -> Double {
    let rest = a.truncatingRemainder(dividingBy: b)
    if rest == 0 { return Double(signOf: b, magnitudeOf: 0) }
    return (rest < 0) != (b < 0) ? rest + b : rest
  }

  private static func shiftLeft(_ a: Int, _ b: Int) throws -> Int {
    if b < 0 { throw PythonError.value("negative shift count") }
    let shifted = a << min(b, 63)
    if a != 0 && (b > 62 || shifted >> b != a) { throw PythonError.bigInteger }
    return a == 0 ? 0 : shifted
  }

  private static func power(_ base: Int, _ exponent: Int) throws -> Value {
    if exponent < 0 {
      if base == 0 { throw zeroDivision("0.0 cannot be raised to a negative power") }
      return .float(try power(Double(base), Double(exponent)))
    }
    var result = 1
    var factor = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result = try whole(result.multipliedReportingOverflow(by: factor)) }
      left >>= 1
      if left > 0 { factor = try whole(factor.multipliedReportingOverflow(by: factor)) }
    }
    return .int(result)
  }
}

extension Arithmetic {
  /// `base ** exponent` of floats.
  static func power(_ base: Double, _ exponent: Double) throws -> Double {
    if base == 0 && exponent < 0 {
      throw zeroDivision("0.0 cannot be raised to a negative power")
    }
    if base < 0 && base.isFinite && exponent.isFinite && exponent != exponent.rounded() {
      throw PythonError(
        "ValueError",
        "a negative number to a fractional power is complex, and nabla has no complex numbers")
    }
    let result = Elementary.power(base, exponent)
    if result.isInfinite && base.isFinite && exponent.isFinite {
      throw PythonError("OverflowError", "(34, 'Numerical result out of range')")
    }
    return result
  }
}
