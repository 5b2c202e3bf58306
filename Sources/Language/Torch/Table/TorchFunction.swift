import Math

/// One function of PyTorch, and everywhere PyTorch offers it.
struct TorchFunction: Sendable {
  /// Where a function can be found.
  struct Place: OptionSet, Sendable {
    let rawValue: Int
    /// Found as `torch.name(x)`.
    static let torch = Place(rawValue: 1)
    /// Found as `x.name()`.
    static let method = Place(rawValue: 2)
    /// Found as `F.name(x)`.
    static let functional = Place(rawValue: 4)
    /// Found as `x.name_()`.
    static let inPlace = Place(rawValue: 8)
    /// Found as `torch.special.name(x)`.
    static let special = Place(rawValue: 16)
    /// Found as `torch.linalg.name(x)`.
    static let linalg = Place(rawValue: 32)

    static let everywhere: Place = [.torch, .method]
    static let changing: Place = [.torch, .method, .inPlace]
  }

  let builtin: Builtin
  let places: Place

  init(
    _ name: String, _ signature: String, _ summary: String, in places: Place = .everywhere,
    choices: [String: [String]] = [:], _ body: @escaping Builtin.Body
  ) {
    builtin = Builtin(name, signature, summary, choices: choices, body)
    self.places = places
  }

  init(_ builtin: Builtin, in places: Place) {
    self.builtin = builtin
    self.places = places
  }

  /// The same under other names as well.
  func also(_ names: String...) -> [TorchFunction] {
    [self] + names.map { TorchFunction(builtin.named($0), in: places) }
  }

  /// The same under another name in other places.
  func also(_ name: String, in places: Place) -> [TorchFunction] {
    [self, TorchFunction(builtin.named(name), in: places)]
  }

  /// A function of one tensor.
  static func unary(
    _ name: String, _ operation: any Operator, _ summary: String, in places: Place = .changing
  ) -> TorchFunction {
    let origin = TensorOrigin(of: operation)
    return TorchFunction(name, "input, *, out=None", summary, in: places) { call in
      let result = try call.interpreter.apply(operation, call.tensor(0))
      result.origin = origin
      return .tensor(result)
    }
  }

  /// A function of two tensors, or of a tensor and a number.
  static func binary(
    _ name: String, _ operation: any Operator, _ summary: String, in places: Place = .changing
  ) -> TorchFunction {
    TorchFunction(name, "input, other, *, out=None", summary, in: places) { call in
      let (a, b) = try call.operands(0, 1)
      return .tensor(try call.interpreter.apply(operation, a, b))
    }
  }
}

extension Builtin {
  /// The same function under another name.
  func named(_ name: String) -> Builtin {
    with(name: name, form: .python)
  }

  /// The functions whose form in place gives the tensor another shape.
  private static let reshaping: Set<String> = [
    "squeeze", "unsqueeze", "t", "transpose", "swapaxes", "swapdims",
  ]

  /// The function that changes its first argument to what this one gives.
  var inPlace: Builtin {
    with(name: name + "_", form: .python) { [body, name] call in
      guard case .tensor(let result) = try body(call) else { return .null }
      if Builtin.reshaping.contains(name) {
        let x = try call.tensor(0)
        x.rebind(to: result)
        return .tensor(x)
      }
      return .tensor(try call.interpreter.change(call.tensor(0), to: result))
    }
  }
}

extension Call {
  /// Two arguments of which at least one is a tensor.
  func operands(_ first: Int, _ second: Int) throws -> (TensorObject, TensorObject) {
    let name = builtin.name
    if case .tensor(let a) = values[first] {
      if !values[second].isTensor && OperandRules.tensorsOnly.contains(name) {
        throw wrongType(second, "Tensor")
      }
      if !values[second].isTensor && values[second].plainNumber == nil {
        throw misfit(first, second)
      }
      return (a, try operand(second, beside: a))
    }
    if ["add", "sub", "mul", "div"].contains(name), let a = values[first].plainNumber,
      let b = values[second].plainNumber
    {
      return (TensorObject(.of(a)), TensorObject(.of(b)))
    }
    if case .tensor(let b) = values[second], values[first].plainNumber != nil,
      !OperandRules.tensorsOnly.contains(name), !OperandRules.tensorFirst.contains(name)
    {
      return (try operand(first, beside: b), b)
    }
    throw misfit(first, second)
  }

  /// The error for two arguments that no form of the function takes.
  private func misfit(_ first: Int, _ second: Int) -> PythonError {
    wrongType(values[first].isTensor ? second : first, "Tensor")
  }
}

extension Tensor {
  /// A plain number as a tensor of its own kind.
  fileprivate static func of(_ number: Number) -> Tensor {
    switch number {
    case .bool(let flag): Tensor([flag], shape: [])
    case .int(let number): Tensor([number], shape: [])
    case .float(let number): Tensor(number, dtype: .float32)
    }
  }
}

/// Which functions of two tensors take plain numbers, and what PyTorch says where they do not.
private enum OperandRules {
  static let tensorsOnly: Set<String> = [
    "maximum", "minimum", "fmax", "fmin", "atan2", "arctan2", "hypot", "logaddexp", "logaddexp2",
    "ldexp", "logical_and", "logical_or", "logical_xor", "gcd", "lcm", "nextafter", "isclose",
    "allclose", "equal", "igamma", "igammac", "heaviside",
  ]
  static let tensorFirst: Set<String> = [
    "eq", "ne", "lt", "le", "gt", "ge", "fmod", "clamp_min", "clamp_max", "rsub", "copysign", "max",
    "min",
  ]
}
