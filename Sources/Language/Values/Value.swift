import Math

/// Anything a program can hold: a number, a string, a container, a tensor, a function, a class.
///
/// Values copy as Python's do: numbers and strings by value, everything else by reference.
enum Value {
  case null
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case tensor(TensorObject)
  case list(ListObject)
  case tuple(TupleObject)
  case dict(DictObject)
  case set(SetObject)
  case range(RangeObject)
  case slice(SliceObject)
  case iterator(IteratorObject)
  case function(FunctionObject)
  case builtin(Builtin)
  case method(MethodObject)
  case type(ClassObject)
  case instance(Instance)
  case module(NativeModule)
  case dtype(DType)
  case ellipsis
  case notImplemented

  /// A list of these values.
  static func list(of items: [Value]) -> Value { .list(ListObject(items)) }

  /// A tuple of these values.
  static func tuple(of items: [Value]) -> Value { .tuple(TupleObject(items)) }

  /// A `torch.Size`.
  static func size(_ shape: [Int]) -> Value {
    .tuple(TupleObject(shape.map { .int($0) }, kind: .size))
  }

  /// Whether this is `None`.
  var isNone: Bool { if case .null = self { true } else { false } }

  /// Whether both are the very same object, as `is` asks.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null), (.ellipsis, .ellipsis), (.notImplemented, .notImplemented): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.dtype(let a), .dtype(let b)): a == b
    default: identity != nil && identity == other.identity
    }
  }

  /// What tells one object from another; nil for numbers, strings and the other plain values.
  var identity: ObjectIdentifier? {
    switch self {
    case .null, .bool, .int, .float, .string, .dtype, .ellipsis, .notImplemented: nil
    case .tensor(let object): ObjectIdentifier(object)
    case .list(let object): ObjectIdentifier(object)
    case .tuple(let object): ObjectIdentifier(object)
    case .dict(let object): ObjectIdentifier(object)
    case .set(let object): ObjectIdentifier(object)
    case .range(let object): ObjectIdentifier(object)
    case .slice(let object): ObjectIdentifier(object)
    case .iterator(let object): ObjectIdentifier(object)
    case .function(let object): ObjectIdentifier(object)
    case .builtin(let object): ObjectIdentifier(object)
    case .method(let object): ObjectIdentifier(object)
    case .type(let object): ObjectIdentifier(object)
    case .instance(let object): ObjectIdentifier(object)
    case .module(let object): ObjectIdentifier(object)
    }
  }
}
