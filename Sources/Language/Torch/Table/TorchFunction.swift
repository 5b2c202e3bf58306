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
    Builtin(name, signature, summary, property: isProperty, choices: choices, body)
  }

  /// The function that changes its first argument to what this one gives.
  var inPlace: Builtin {
    Builtin(name + "_", signature, summary, choices: choices) { [body] call in
      guard case .tensor(let result) = try body(call) else { return .null }
      return .tensor(try call.interpreter.change(call.tensor(0), to: result))
    }
  }
}

extension Call {
  /// Two arguments of which at least one is a tensor.
  func operands(_ first: Int, _ second: Int) throws -> (TensorObject, TensorObject) {
    if case .tensor(let a) = values[first] { return (a, try operand(second, beside: a)) }
    if case .tensor(let b) = values[second] { return (try operand(first, beside: b), b) }
    throw wrongType(first, "Tensor")
  }
}
