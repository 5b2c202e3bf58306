/// Python's exceptions, by their place in the family.
enum ExceptionTable {
  static let base = NativeClass(
    "BaseException", "The base of every exception.",
    methods: [
      Builtin("__init__", "self, /, *args, **kwargs", "Keeps the arguments.") { call in
        if case .instance(let instance) = call[0] { instance.attributes["args"] = call["args"] }
        return .null
      },
      Builtin("__str__", "self, /", "The message.") { .string(try message($0)) },
      Builtin("__repr__", "self, /", "The exception as it would be typed.") { call in
        let items = try arguments(call).map { try call.interpreter.representation(of: $0) }
        return .string(
          "\(call.interpreter.typeName(of: call[0]))(\(items.joined(separator: ", ")))")
      },
      Builtin("with_traceback", "self, tb, /", "The exception itself.") { $0[0] },
    ])
  static let exception = NativeClass(
    "Exception", base: base, "What a program may expect to go wrong.")
  static let keyError = NativeClass(
    "KeyError", base: lookup, "A key that is not there.",
    methods: [
      Builtin("__str__", "self, /", "The key.") { call in
        let items = try arguments(call)
        return .string(
          items.count == 1
            ? try call.interpreter.representation(of: items[0]) : try message(call))
      }
    ])
  private static let lookup = NativeClass("LookupError", base: exception, "Something is not there.")
  private static let arithmetic = NativeClass(
    "ArithmeticError", base: exception, "A calculation went wrong.")
  private static let runtime = NativeClass("RuntimeError", base: exception, "Something went wrong.")
  private static let name = NativeClass("NameError", base: exception, "A name that is not there.")
  private static let imports = NativeClass("ImportError", base: exception, "An import that failed.")
  private static let system = NativeClass("OSError", base: exception, "The system said no.")
  private static let syntax = NativeClass("SyntaxError", base: exception, "A program that is none.")
  private static let warning = NativeClass("Warning", base: exception, "The base of warnings.")
  private static let value = NativeClass("ValueError", base: exception, "A value that will not do.")

  /// What `torch.linalg` raises for a matrix without an inverse.
  static let linearAlgebra = NativeClass(
    "_LinAlgError", module: "torch._C", base: runtime, "A matrix will not do.")

  /// All of them.
  static let all: [NativeClass] =
    [
      base, exception, keyError, lookup, arithmetic, runtime, name, imports, system, syntax,
      warning, value, linearAlgebra,
    ]
    + [
      ("TypeError", exception), ("IndexError", lookup), ("ZeroDivisionError", arithmetic),
      ("OverflowError", arithmetic), ("FloatingPointError", arithmetic),
      ("AttributeError", exception),
      ("NotImplementedError", runtime), ("RecursionError", runtime), ("StopIteration", exception),
      ("AssertionError", exception), ("UnboundLocalError", name), ("ModuleNotFoundError", imports),
      ("FileNotFoundError", system), ("PermissionError", system), ("TimeoutError", system),
      ("IndentationError", syntax), ("MemoryError", exception), ("UnicodeError", value),
      ("EOFError", exception), ("UserWarning", warning), ("DeprecationWarning", warning),
      ("RuntimeWarning", warning), ("FutureWarning", warning), ("KeyboardInterrupt", base),
      ("SystemExit", base), ("GeneratorExit", base),
    ].map { NativeClass($0.0, base: $0.1, "An exception of Python's.") }

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static func arguments(_ call: Call) throws -> [Value] {
    guard case .instance(let instance) = call[0], let args = instance.attributes["args"] else {
      return []
    }
    return try call.interpreter.items(of: args)
  }

  private static func message(_ call: Call) throws -> String {
    let items = try arguments(call)
    switch items.count {
    case 0: return ""
    case 1: return try call.interpreter.text(of: items[0])
    default: return try call.interpreter.representation(of: .tuple(of: items))
    }
  }
}
