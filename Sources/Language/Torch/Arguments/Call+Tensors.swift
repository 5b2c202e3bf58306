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
      let isScalar = Call.scalars.contains(builtin.parameters[place].name)
      throw wrongType(place, isScalar ? "Number" : "float")
    }
    return try TensorSyntax.number(tensor)
  }

  /// The parameters that PyTorch takes a number of any kind for.
  private static let scalars: Set<String> = [
    "alpha", "beta", "negative_slope", "lambd", "threshold", "value", "min_val", "max_val", "min",
    "max", "other", "exponent", "fill_value", "lower", "upper",
  ]

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
    if builtin.form != .python { try checkSpread(given, place) }
    if given.count == 1 {
      switch given[0] {
      case .list(let list): return try list.items.map { try whole($0, place) }
      case .tuple(let tuple): return try tuple.items.map { try whole($0, place) }
      default: break
      }
    }
    return try given.map { try whole($0, place) }
  }

  /// Refuses a shape that is missing, or spread where only the method takes it so.
  private func checkSpread(_ given: [Value], _ place: Int) throws {
    let needed = ["zeros", "ones", "empty", "rand", "randn", "view", "reshape"]
    var error: PythonError?
    if given.isEmpty, needed.contains(builtin.name) {
      error = .type(
        "\(builtin.name)() missing 1 required positional arguments: "
          + "\"\(builtin.parameters[place].name)\"")
    } else if builtin.form == .native, place > 0, given.count > 1 {
      error = .type(
        "\(builtin.name)() takes \(place + 1) positional arguments but \(place + given.count) were given"
      )
    } else if builtin.form == .native, place > 0, given.count == 1, !given[0].isSequence {
      error = .type(
        "\(builtin.name)(): argument '\(builtin.parameters[place].name)' (position \(place + 1)) must "
          + "be tuple of ints, not \(interpreter.typeName(of: given[0]))")
    }
    error?.misfit = builtin.name
    if let error { throw error }
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
    case .tensor where builtin.form == .python: items = try interpreter.items(of: values[place])
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
      throw wrongType(place, "tuple of ints", element: value)
    }
  }

  /// The error for an argument that stands where another's name is meant.
  func wrongType(_ place: Int, _ expected: String, named name: String) -> PythonError {
    var error = wrongType(place, expected)
    error.message = error.message.replacing(
      "'\(builtin.parameters[place].name)'", with: "'\(name)'")
    return error
  }

  /// The error where no size was given.
  var missingSize: PythonError {
    var error = PythonError.type(
      "\(builtin.name)() missing 1 required positional arguments: \"size\"")
    error.misfit = builtin.name
    return error
  }

  /// The error for an element of the wrong type among several numbers.
  private func wrongType(_ place: Int, _ expected: String, element: Value) -> PythonError {
    let name = builtin.parameters[place].name
    let items = (try? interpreter.items(of: values[place])) ?? []
    var error: PythonError
    if builtin.parameters[place].kind == .variadic, items.count == 1, !items[0].isSequence {
      error = .type(
        "\(builtin.parsedName)(): argument '\(name)'\(position(place)) must be \(expected), not "
          + interpreter.typeName(of: element))
    } else if let first = values[place].firstItem, case .int = first {
      error = .type(
        "\(builtin.parsedName)(): argument '\(name)' failed to unpack the object at pos 2 with error "
          + "\"type must be tuple of ints,but got \(interpreter.typeName(of: element))\"")
    } else {
      error = .type(
        "\(builtin.parsedName)(): argument '\(name)'\(position(place)) must be \(expected), but "
          + "found element of type \(interpreter.typeName(of: element)) at pos 0")
    }
    error.misfit = builtin.name
    return error
  }

  /// The error for an argument of the wrong type, in the words of PyTorch's argument parser.
  func wrongType(_ place: Int, _ expected: String) -> PythonError {
    var error = PythonError.type(
      "\(builtin.parsedName)(): argument '\(builtin.parameters[place].name)'\(position(place)) "
        + "must be \(expected), not \(interpreter.typeName(of: values[place]))")
    error.misfit = builtin.name
    return error
  }

  /// The place of an argument as PyTorch's parser counts it; nothing for one given by its name.
  private func position(_ place: Int) -> String {
    let isNamed = builtin.form != .python && place >= positional
    return isNamed ? "" : " (position \(builtin.form == .method ? place : place + 1))"
  }
}

extension Builtin {
  /// What PyTorch's parser calls the function that reads the arguments.
  fileprivate var parsedName: String {
    form == .python ? Builtin.parsedNames[name] ?? name : name
  }

  private static let parsedNames = [
    "cross_entropy": "cross_entropy_loss", "nll_loss": "nll_loss_nd", "logsigmoid": "log_sigmoid",
    "unique": "_unique2",
  ]
}

extension Value {
  /// The first of what stands in nested lists and tuples.
  fileprivate var firstItem: Value? {
    switch self {
    case .list(let list): list.items.first?.firstItem
    case .tuple(let tuple): tuple.items.first?.firstItem
    default: self
    }
  }

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
