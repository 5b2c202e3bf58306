import Math

/// Makes tensors of nested lists of numbers, as `torch.tensor` does.
struct TensorLiteral {
  private let interpreter: Interpreter
  /// The kind that a plain float asks for.
  private let floats: DType
  private var shape: [Int] = []
  private var numbers: [Number] = []
  private var kind: DType?

  /// Reads nested lists, tuples and numbers; the kind follows from the numbers if none is given.
  static func tensor(
    of value: Value, dtype: DType?, floats: DType = .float32, _ interpreter: Interpreter
  ) throws -> Tensor {
    let value = Numpy.tensor(of: value).map { .tensor($0) } ?? value
    if case .tensor(let tensor) = value { return tensor.value.cast(to: dtype ?? tensor.dtype) }
    var literal = TensorLiteral(interpreter, floats: floats)
    try literal.measure(value)
    try literal.read(value, depth: 0)
    return literal.tensor(dtype ?? literal.kind ?? floats)
  }

  private init(_ interpreter: Interpreter, floats: DType) {
    self.interpreter = interpreter
    self.floats = floats
  }

  private mutating func measure(_ value: Value) throws {
    var value = value
    while let items = try items(value) {
      shape.append(items.count)
      // A list may hold itself.
      if shape.count > 128 {
        throw PythonError.value("too many dimensions '\(interpreter.typeName(of: value))'")
      }
      guard let first = items.first else { break }
      value = first
    }
    try interpreter.checkLimit(shape)
  }

  private func items(_ value: Value) throws -> [Value]? {
    switch value {
    case .list(let list): list.items
    case .tuple(let tuple): tuple.items
    case .range: try interpreter.items(of: value)
    case .tensor(let tensor) where tensor.value.rank > 0: try interpreter.items(of: value)
    case .instance:
      if let tensor = Numpy.tensor(of: value) {
        try interpreter.items(of: .tensor(tensor))
      } else {
        nil
      }
    default: nil
    }
  }

  private mutating func read(_ value: Value, depth: Int) throws {
    if case .tensor(let tensor) = value {
      if tensor.value.count != 1 {
        throw PythonError.value("only one element tensors can be converted to Python scalars")
      }
      if depth == shape.count { return add(tensor.value[flat: 0], tensor.dtype) }
    }
    if let items = try items(value) {
      guard depth < shape.count else { throw tooDeep(value) }
      if items.count != shape[depth] {
        throw PythonError.value(
          "expected sequence of length \(shape[depth]) at dim \(depth) (got \(items.count))")
      }
      for item in items { try read(item, depth: depth + 1) }
      return
    }
    guard let number = value.plainNumber else { throw notANumber(value, depth) }
    guard depth == shape.count else { throw PythonError.type("not a sequence") }
    switch number {
    case .bool: add(number, .bool)
    case .int: add(number, .int64)
    case .float: add(number, floats)
    }
  }

  private mutating func add(_ number: Number, _ dtype: DType) {
    numbers.append(number)
    kind = kind.map { .promote($0, dtype) } ?? dtype
  }

  private func tooDeep(_ value: Value) -> PythonError {
    let type = interpreter.typeName(of: value)
    return kind?.isFloatingPoint == true
      ? .type("must be real number, not \(type)")
      : .type("'\(type)' object cannot be interpreted as an integer")
  }

  private func notANumber(_ value: Value, _ depth: Int) -> PythonError {
    let type = interpreter.typeName(of: value)
    if case .string = value {
      return depth == 0 || kind != nil
        ? .type("new(): invalid data type 'str'") : .value("too many dimensions 'str'")
    }
    return .runtime("Could not infer dtype of \(type)")
  }

  private func tensor(_ dtype: DType) -> Tensor {
    switch dtype {
    case .int64, .int32, .int16, .int8, .uint8:
      Tensor(numbers.map(\.integer), shape: shape).cast(to: dtype)
    case .bool: Tensor(numbers.map { $0.double != 0 }, shape: shape)
    default: Tensor(numbers.map(\.double), shape: shape).cast(to: dtype)
    }
  }
}

extension Number {
  /// The number as an integer, its fraction dropped.
  var integer: Int64 {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .int(let number): number
    case .float(let number): Int64(exactly: number.rounded(.towardZero)) ?? .min
    }
  }
}
