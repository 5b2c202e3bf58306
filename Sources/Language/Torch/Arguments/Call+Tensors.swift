import Math

/// Arguments as PyTorch's functions read them.
extension Call {
  /// An argument that must be a tensor.
  @inline(__always)
  func tensor(_ place: Int) throws -> TensorObject {
    if case .tensor(let tensor) = values[place] { return tensor }
    throw wrongType(place, "Tensor")
  }

  /// An argument that is a tensor or `None`.
  func optionalTensor(_ place: Int) throws -> TensorObject? {
    values[place].isNone ? nil : try tensor(place)
  }

  /// An argument that is a tensor, or a number that joins a tensor without changing its kind.
  func operand(_ place: Int, beside other: TensorObject) throws -> TensorObject {
    if case .tensor(let tensor) = values[place] { return tensor }
    guard let number = values[place].plainNumber else { throw wrongType(place, "Tensor") }
    return TensorObject(.wrapped(number, beside: other.dtype, rank: other.value.rank))
  }

  /// An argument that must be a whole number.
  func int(_ place: Int) throws -> Int {
    switch values[place] {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .tensor(let tensor) where tensor.value.count == 1 && !tensor.dtype.isFloatingPoint:
      return try TensorSyntax.index(tensor)
    default: throw wrongType(place, "int")
    }
  }

  /// An argument that is a whole number or `None`.
  func optionalInt(_ place: Int) throws -> Int? { values[place].isNone ? nil : try int(place) }

  /// An argument that must be a number.
  func double(_ place: Int) throws -> Double {
    if let number = values[place].plainNumber { return number.double }
    guard case .tensor(let tensor) = values[place], tensor.value.count == 1 else {
      throw wrongType(place, "float")
    }
    return try TensorSyntax.number(tensor)
  }

  /// An argument that is a number or `None`.
  func optionalDouble(_ place: Int) throws -> Double? {
    values[place].isNone ? nil : try double(place)
  }

  /// An argument that must be a number of any kind.
  func number(_ place: Int) throws -> Number {
    if let number = values[place].plainNumber { return number }
    if case .tensor(let tensor) = values[place], tensor.value.count == 1 {
      return try tensor.value.item()
    }
    throw wrongType(place, "Number")
  }

  /// An argument read for its truth.
  func bool(_ place: Int) throws -> Bool { try interpreter.truth(of: values[place]) }

  /// An argument that must be a string.
  func string(_ place: Int) throws -> String {
    if case .string(let text) = values[place] { return text }
    throw wrongType(place, "str")
  }

  /// An argument that is a kind of number or `None`.
  func dtype(_ place: Int) throws -> DType? {
    switch values[place] {
    case .null: return nil
    case .dtype(let dtype): return dtype
    case .type(let type) where type.native === TypeTable.float: return .float64
    case .type(let type) where type.native === TypeTable.int: return .int64
    case .type(let type) where type.native === TypeTable.bool: return .bool
    default: throw wrongType(place, "torch.dtype")
    }
  }

  /// An argument that is one whole number or several; nil for `None`.
  func ints(_ place: Int) throws -> [Int]? {
    switch values[place] {
    case .null: return nil
    case .list(let list): return try list.items.map { try whole($0, place) }
    case .tuple(let tuple): return try tuple.items.map { try whole($0, place) }
    default: return [try int(place)]
    }
  }

  /// A shape given as numbers, or as one tuple or list of them.
  func shape(_ place: Int) throws -> [Int] {
    let given = rest(place)
    if given.count == 1 {
      switch given[0] {
      case .list(let list): return try list.items.map { try whole($0, place) }
      case .tuple(let tuple): return try tuple.items.map { try whole($0, place) }
      default: break
      }
    }
    return try given.map { try whole($0, place) }
  }

  /// What came for `*args`.
  func rest(_ place: Int) -> [Value] {
    if case .tuple(let tuple) = values[place] { tuple.items } else { [] }
  }

  /// An argument that is a list or a tuple of tensors.
  func tensors(_ place: Int) throws -> [TensorObject] {
    let items: [Value]
    switch values[place] {
    case .list(let list): items = list.items
    case .tuple(let tuple): items = tuple.items
    case .tensor: items = try interpreter.items(of: values[place])
    default: throw wrongType(place, "tuple of Tensors")
    }
    return try items.enumerated().map { index, item in
      guard case .tensor(let tensor) = item else {
        throw PythonError.type(
          "expected Tensor as element \(index) in argument \(place), but got "
            + interpreter.typeName(of: item))
      }
      return tensor
    }
  }

  /// Whether the caller gave this parameter.
  func isGiven(_ place: Int) -> Bool { given & (1 << UInt64(place)) != 0 }

  private func whole(_ value: Value, _ place: Int) throws -> Int {
    switch value {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .tensor(let tensor): return try TensorSyntax.index(tensor)
    default:
      let name = builtin.parameters[place].name
      throw PythonError.type(
        "\(builtin.name)(): argument '\(name)' (position \(place + 1)) must be tuple of ints, "
          + "but found element of type \(interpreter.typeName(of: value)) at pos 0")
    }
  }

  /// The error for an argument of the wrong type, in the words of PyTorch's argument parser.
  func wrongType(_ place: Int, _ expected: String) -> PythonError {
    .type(
      "\(builtin.name)(): argument '\(builtin.parameters[place].name)' (position \(place + 1)) "
        + "must be \(expected), not \(interpreter.typeName(of: values[place]))")
  }
}

extension Value {
  /// A plain number as the tensors know it.
  var plainNumber: Number? {
    switch self {
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(Int64(number))
    case .float(let number): .float(number)
    default: nil
    }
  }

  /// A plain number of a program.
  init(_ number: Number) {
    switch number {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(Int(number))
    case .float(let number): self = .float(number)
    }
  }
}
