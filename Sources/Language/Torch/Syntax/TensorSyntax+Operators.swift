import Math

/// Operators with a tensor on either side.
extension TensorSyntax {
  /// `a + b`, where at least one of the two is a tensor.
  static func binary(
    _ symbol: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? {
    if symbol == .power, case .tensor(let base) = left, let exponent = right.plainNumber {
      return .tensor(try interpreter.apply(PowerByNumber(exponent), base))
    }
    guard let (a, b) = operands(left, right) else { return nil }
    return .tensor(try interpreter.apply(operation(symbol, isReversed: !left.isTensor), a, b))
  }

  /// `a += b`, where `a` is a tensor: changes it in place and returns it.
  static func augment(
    _ symbol: BinaryOperator, _ left: TensorObject, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? {
    guard case .tensor(let result) = try binary(symbol, .tensor(left), right, interpreter) else {
      return nil
    }
    if symbol == .matrixMultiply { return .tensor(result) }
    return .tensor(try interpreter.change(left, to: result))
  }

  /// `-a`.
  static func unary(
    _ symbol: UnaryOperator, _ tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Value {
    switch symbol {
    case .minus: return .tensor(try interpreter.apply(Negate(), tensor))
    case .plus: return .tensor(tensor)
    case .invert:
      guard !tensor.dtype.isFloatingPoint else {
        throw PythonError.type(
          "~ (operator.invert) is only implemented on integer and Boolean-type tensors")
      }
      return .tensor(try interpreter.apply(Bitwise.not, tensor))
    }
  }

  /// `a < b`, where at least one of the two is a tensor.
  static func compare(
    _ symbol: Comparison, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? {
    guard let (a, b) = operands(left, right) else { return nil }
    return .tensor(try interpreter.apply(symbol.operation, a, b))
  }

  /// Both operands as tensors; a plain number takes the other's kind.
  private static func operands(_ left: Value, _ right: Value) -> (TensorObject, TensorObject)? {
    switch (left, right) {
    case (.tensor(let a), .tensor(let b)): (a, b)
    case (.tensor(let a), _):
      right.plainNumber.map { (a, TensorObject(.wrapped($0, beside: a.dtype, rank: a.value.rank))) }
    case (_, .tensor(let b)):
      left.plainNumber.map { (TensorObject(.wrapped($0, beside: b.dtype, rank: b.value.rank)), b) }
    default: nil
    }
  }

  private static func operation(
    _ symbol: BinaryOperator, isReversed: Bool
  ) -> any Operator {
    switch symbol {
    case .subtract where isReversed: reversedSubtract
    case .divide where isReversed: reversedDivide
    case .power where isReversed: Renamed(Power(), "pow", "PowBackward2")
    case .add: Add()
    case .subtract: Subtract()
    case .multiply: Multiply()
    case .divide: Divide()
    case .floorDivide: Division.floor
    case .remainder: Division.remainder
    case .power: Power()
    case .matrixMultiply: MatrixProduct()
    case .leftShift: Bitwise.leftShift
    case .rightShift: Bitwise.rightShift
    case .and: Bitwise.and
    case .or: Bitwise.or
    case .exclusiveOr: Bitwise.exclusiveOr
    }
  }

  /// A number minus a tensor, which PyTorch gives a name of its own.
  private static let reversedSubtract = Renamed(Subtract(), "sub", "RsubBackward1")
  /// A number over a tensor, which PyTorch makes a product with the reciprocal.
  private static let reversedDivide = Renamed(Divide(), "div", "MulBackward0")
}
