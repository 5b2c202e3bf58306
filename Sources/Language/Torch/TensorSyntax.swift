import Math

/// Where syntax meets tensors: what the interpreter calls when a tensor stands on either side.
///
/// Everything here may throw `PythonError` or `TensorError`. `nil` from `binary` and `compare` means that
/// the other operand is nothing a tensor works with, and Python's TypeError follows.
enum TensorSyntax {
  /// `a + b`, where at least one of the two is a tensor.
  static func binary(
    _ symbol: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? { throw absent(symbol.rawValue) }

  /// `a += b`, where `a` is a tensor: changes it in place and returns it.
  static func augment(
    _ symbol: BinaryOperator, _ left: TensorObject, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? { throw absent(symbol.rawValue + "=") }

  /// `-a`.
  static func unary(
    _ symbol: UnaryOperator, _ tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Value { throw absent(symbol.rawValue) }

  /// `a < b`, where at least one of the two is a tensor.
  static func compare(
    _ symbol: Comparison, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws -> Value? { throw absent(symbol.rawValue) }

  /// `a[index]`; the index is an int, a slice, `None`, `...`, a tensor, a list, or a tuple of them.
  static func element(
    of tensor: TensorObject, at index: Value, _ interpreter: Interpreter
  ) throws -> Value { throw absent("indexing") }

  /// `a[index] = value`.
  static func setElement(
    of tensor: TensorObject, at index: Value, to value: Value, _ interpreter: Interpreter
  ) throws { throw absent("indexed assignment") }

  /// `a.name`: a property's value, or a method with the tensor as its first argument; nil if there is none.
  static func attribute(
    _ name: String, of tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Value? { nil }

  /// The entry that `a.name(...)` calls, so that a call needs no method object.
  static func method(_ name: String) -> Builtin? { nil }

  /// The names of a tensor's attributes and methods.
  static var attributeNames: [String] { [] }

  /// `a.name = value`; false if there is no such attribute that can be set.
  static func setAttribute(
    _ name: String, of tensor: TensorObject, to value: Value, _ interpreter: Interpreter
  ) throws -> Bool { false }

  /// The slices along the first dimension, as `for row in a` runs through them.
  static func items(of tensor: TensorObject, _ interpreter: Interpreter) throws -> [Value] {
    throw absent("iteration")
  }

  /// `len(a)`.
  static func length(of tensor: TensorObject) throws -> Int { throw absent("len") }

  /// `item in a`.
  static func contains(
    _ item: Value, in tensor: TensorObject, _ interpreter: Interpreter
  ) throws -> Bool { throw absent("in") }

  /// `bool(a)`.
  static func truth(_ tensor: TensorObject) throws -> Bool { throw absent("bool") }

  /// `float(a)`.
  static func number(_ tensor: TensorObject) throws -> Double { throw absent("float") }

  /// `int(a)`, which truncates.
  static func integer(_ tensor: TensorObject) throws -> Int { throw absent("int") }

  /// `a` where an index is needed: only whole numbers will do.
  static func index(_ tensor: TensorObject) throws -> Int { throw absent("index") }

  /// `repr(a)` and `str(a)`, in PyTorch's form.
  static func text(of tensor: TensorObject) -> String { "tensor(...)" }

  /// `f"{a:spec}"`: of a scalar, its number's; otherwise PyTorch's TypeError.
  static func format(
    _ tensor: TensorObject, spec: String, _ interpreter: Interpreter
  ) throws -> String { throw absent("format") }

  private static func absent(_ what: String) -> PythonError {
    .notImplemented("\(what) is not there for tensors yet")
  }
}
