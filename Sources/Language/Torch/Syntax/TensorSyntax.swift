import Math

/// Where syntax meets tensors: what the interpreter calls when a tensor stands on either side.
///
/// Everything here may throw `PythonError` or `TensorError`. `nil` from `binary` and `compare` means that
/// the other operand is nothing a tensor works with, and Python's TypeError follows.
enum TensorSyntax {
  /// `len(a)`.
  static func length(of tensor: TensorObject) throws -> Int {
    guard let length = tensor.shape.first else { throw PythonError.type("len() of a 0-d tensor") }
    return length
  }

  /// The slices along the first dimension, as `for row in a` runs through them.
  static func items(of tensor: TensorObject, _ interpreter: Interpreter) throws -> [Value] {
    guard let length = tensor.shape.first else {
      throw PythonError.type("iteration over a 0-d tensor")
    }
    let rest = Array(tensor.shape.dropFirst())
    let count = Shape.count(rest)
    return try (0..<length).map { row in
      let choice = Choose(
        "unbind", "UnbindBackward0", places: Array((row * count)..<((row + 1) * count)),
        shape: rest)
      return .tensor(try interpreter.view(choice, tensor))
    }
  }

  /// `item in a`.
  static func contains(
    _ item: Value, in tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Bool {
    guard case .tensor(let equal) = try compare(.equal, .tensor(tensor), item, interpreter) else {
      throw PythonError.runtime(
        "Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class "
          + "'\(interpreter.typeName(of: item))'>.")
    }
    return equal.value.booleans.contains(true)
  }

  /// `bool(a)`.
  static func truth(_ tensor: TensorObject) throws -> Bool {
    let value = tensor.value
    if value.count == 1 { return value.booleans[0] }
    var error = PythonError.runtime(
      value.count == 0
        ? "Boolean value of Tensor with no values is ambiguous"
        : "Boolean value of Tensor with more than one value is ambiguous")
    error.notes = ["The tensor has shape \(Shape.text(value.shape))."]
    error.fix = "Ask with .all() or .any() whether all or any of the values are true."
    throw error
  }

  /// `float(a)`.
  static func number(_ tensor: TensorObject) throws -> Double {
    try one(tensor).double
  }

  /// `int(a)`, which truncates.
  static func integer(_ tensor: TensorObject) throws -> Int {
    let number = try one(tensor)
    if case .float(let value) = number { return try Conversion.integer(value) }
    return Int(number.integer)
  }

  private static func one(_ tensor: TensorObject) throws -> Number {
    guard tensor.value.count == 1 else {
      throw PythonError.value("only one element tensors can be converted to Python scalars")
    }
    return try tensor.value.item()
  }

  /// `a` where an index is needed: only whole numbers will do.
  static func index(_ tensor: TensorObject) throws -> Int {
    let value = tensor.value
    guard value.count == 1, !value.dtype.isFloatingPoint else {
      throw PythonError.type(
        "only integer tensors of a single element can be converted to an index")
    }
    return Int(value.integers[0])
  }

  /// `repr(a)` and `str(a)`, in PyTorch's form.
  static func text(of tensor: TensorObject, _ interpreter: Interpreter) -> String {
    let text = TensorText.text(
      of: tensor.value, requiresGradient: tensor.requiresGradient,
      gradientName: tensor.node?.name, defaultDType: interpreter.torch.defaultDType,
      options: interpreter.torch.printing)
    return tensor.isParameter ? "Parameter containing:\n" + text : text
  }

  /// `f"{a:spec}"`: of a scalar, its number's; otherwise PyTorch's TypeError.
  static func format(
    _ tensor: TensorObject, spec: String, _ interpreter: Interpreter
  ) throws -> String {
    if tensor.value.rank == 0 && !tensor.isParameter {
      return try interpreter.format(Value(tensor.value[flat: 0]), spec)
    }
    if spec.isEmpty { return text(of: tensor, interpreter) }
    var error = PythonError.type("unsupported format string passed to Tensor.__format__")
    error.notes = [
      "The tensor has shape \(Shape.text(tensor.shape)), and a format is for one number."
    ]
    error.fix = "Format one element: x[0].item()"
    throw error
  }
}
