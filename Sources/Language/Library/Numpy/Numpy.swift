/// `numpy`, as far as programs beside PyTorch use it: arrays over nabla's tensors, with numpy's kinds,
/// errors and text.
///
/// Results without dimensions are Python's numbers, which numpy's are not.
enum Numpy {
  static let module = NativeModule(
    "numpy", "Arrays of numbers, as far as programs about networks use them.",
    modules: ["linalg": linalg, "random": draws],
    other: entries(names).merging(
      shadowed.map { ($0, entry("np_" + $0)) } + [("bool", entry("bool_"))]
    ) { first, _ in first })

  static let linalg = NativeModule(
    "numpy.linalg", "Linear algebra.", other: entries(["norm", "inv", "det", "solve"]))

  static let draws = NativeModule(
    "numpy.random", "Random numbers: numpy's own for the same seed.",
    other: Dictionary(uniqueKeysWithValues: drawn.map { ($0, entry("random_" + $0)) }))

  /// The array that shares a tensor's memory.
  static func array(of tensor: Value, _ interpreter: Interpreter) throws -> Value {
    try interpreter.call(interpreter.written("_made", in: source), tensor)
  }

  /// The tensor behind an array; nil where the value is none.
  static func tensor(of value: Value) -> TensorObject? {
    guard case .instance(let instance) = value, instance.type.name == "ndarray",
      case .tensor(let tensor)? = instance.attributes["_t"]
    else { return nil }
    return tensor
  }

  private static let source = WrittenModule(
    "numpy", text + kinds + array + making + functions + random)

  private static func entry(_ name: String) -> NativeModule.Entry { .written(source, name: name) }

  private static func entries(_ names: [String]) -> [String: NativeModule.Entry] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, entry($0)) })
  }

  private static let names = [
    "absolute", "add", "allclose", "arange", "arctan", "argmax", "argmin", "argsort", "array",
    "array_equal", "asarray", "bincount", "bool_", "ceil", "clip", "column_stack", "concatenate",
    "copy", "cos", "cosh", "cumsum", "diag", "divide", "dot", "double", "e", "empty", "equal",
    "exp", "exp2", "expand_dims", "expm1", "eye", "flip", "float16", "float32", "float64",
    "floor", "full", "full_like", "greater", "hstack", "identity", "inf", "int16", "int32",
    "int64", "int8", "int_", "isclose", "isfinite", "isinf", "isnan", "isscalar", "less",
    "linspace", "log", "log10", "log1p", "log2", "logical_and", "logical_not", "logical_or",
    "matmul", "maximum", "mean", "median", "minimum", "mod", "multiply", "nan", "ndarray", "ndim",
    "negative", "newaxis", "nonzero", "ones", "ones_like", "outer", "pi", "power", "prod",
    "ravel", "reciprocal", "repeat", "reshape", "shape", "sign", "sin", "sinh", "size", "sort",
    "sqrt", "square", "squeeze", "stack", "std", "subtract", "tan", "tanh", "tile", "transpose",
    "tril", "triu", "uint8", "unique", "var", "vstack", "where", "zeros", "zeros_like",
  ]

  /// Functions that have the names of Python's own.
  private static let shadowed = [
    "abs", "all", "any", "max", "min", "round", "sum",
  ]

  private static let drawn = [
    "seed", "random", "random_sample", "rand", "randn", "standard_normal", "normal", "uniform",
    "randint", "shuffle", "permutation", "choice",
  ]
}
