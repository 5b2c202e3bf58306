/// The classes of Python's own values.
enum TypeTable {
  static let type: NativeClass = NativeClass(
    "type", "The class of a value.",
    construct: Builtin("type", "object, /", "The class of a value.") { call in
      .type(call.interpreter.type(of: call[0]))
    })
  static let int: NativeClass = NativeClass(
    "int", "A whole number.",
    construct: Builtin("int", "x=0, /, base=10", "Makes a whole number, leaving out the fraction.")
    {
      .int(try Conversion.integer($0))
    }, methods: NumberMethods.int)
  static let bool: NativeClass = NativeClass(
    "bool", base: int, "True or False.",
    construct: Builtin("bool", "x=False, /", "Whether a value counts as true.") { call in
      .bool(try call.interpreter.truth(of: call[0]))
    })
  static let float: NativeClass = NativeClass(
    "float", "A number with a fraction.",
    construct: Builtin("float", "x=0.0, /", "Makes a float of a number or a text.") {
      .float(try Conversion.float($0))
    }, methods: NumberMethods.float)
  static let string: NativeClass = NativeClass(
    "str", "Text.",
    construct: Builtin("str", "object='', /", "The text of a value.") { call in
      .string(try call.interpreter.text(of: call[0]))
    },
    methods: TextMethods.search + TextMethods.shape + TextMethods.parts + TextMethods.tests)
  static let list: NativeClass = NativeClass(
    "list", "Values in order, which can change.",
    construct: Builtin("list", "iterable=(), /", "Makes a list of the items of anything.") { call in
      .list(of: try call.interpreter.items(of: call[0]))
    }, methods: ListMethods.all)
  static let tuple: NativeClass = NativeClass(
    "tuple", "Values in order, which stay.",
    construct: Builtin("tuple", "iterable=(), /", "Makes a tuple of the items of anything.") {
      call in
      .tuple(of: try call.interpreter.items(of: call[0]))
    }, methods: TupleMethods.all)
  static let size: NativeClass = NativeClass(
    "Size", module: "torch", base: tuple, "The lengths of a tensor's dimensions.",
    construct: Builtin("Size", "iterable=(), /", "Makes a size of whole numbers.") { call in
      let lengths = try call.interpreter.items(of: call[0]).enumerated().map { place, value in
        switch value {
        case .int: return value
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .tensor(let tensor): return .int(try TensorSyntax.index(tensor))
        default:
          throw PythonError.type(
            "torch.Size() takes an iterable of 'int' (item \(place) is "
              + "'\(call.interpreter.typeName(of: value))')")
        }
      }
      return .tuple(TupleObject(lengths, kind: .size))
    },
    methods: [
      Builtin("numel", "self, /", "The product of the lengths.") { call in
        .int(
          try call.interpreter.items(of: call[0]).reduce(1) { product, length in
            if case .int(let length) = length { product &* length } else { product }
          })
      }
    ])
  static let dict: NativeClass = NativeClass(
    "dict", "Values by their keys.",
    construct: Builtin("dict", "*args, **kwargs", "Makes a dict of pairs and keywords.") {
      try Conversion.dict($0)
    }, methods: DictMethods.all)
  static let set: NativeClass = NativeClass(
    "set", "Values without order or repetition.",
    construct: Builtin("set", "iterable=(), /", "Makes a set of the items of anything.") { call in
      let set = SetObject()
      for item in try call.interpreter.items(of: call[0]) {
        set.insert(try call.interpreter.key(item), item)
      }
      return .set(set)
    }, methods: SetMethods.all)
  static let range: NativeClass = NativeClass(
    "range", "Whole numbers from a start to a stop.",
    construct: Builtin("range", "start, stop=None, step=1, /", "Whole numbers up to a stop.") {
      try Conversion.range($0)
    })
  static let slice: NativeClass = NativeClass(
    "slice", "A part of a sequence.",
    construct: Builtin("slice", "start, stop=None, step=None, /", "A part of a sequence.") { call in
      call.isGiven("stop")
        ? .slice(SliceObject(start: call[0], stop: call[1], step: call[2]))
        : .slice(SliceObject(start: .null, stop: call[0], step: .null))
    })
  static let function: NativeClass = NativeClass("function", "A function of the program.")
  static let builtin: NativeClass = NativeClass(
    "builtin_function_or_method", "A function of the tables.")
  static let method: NativeClass = NativeClass("method", "A function with its object.")
  static let module: NativeClass = NativeClass("module", "Names under one name.")
  static let null: NativeClass = NativeClass("NoneType", "The class of None.")
  static let ellipsis: NativeClass = NativeClass("ellipsis", "The class of `...`.")
  static let notImplemented: NativeClass = NativeClass(
    "NotImplementedType", "What an operator says that does not know the other side.")
  static let dtype: NativeClass = NativeClass(
    "dtype", module: "torch", "The kind of number a tensor holds.")
  static let iterator: NativeClass = NativeClass(
    "iterator", "One value after the other.",
    methods: [
      Builtin("__next__", "self, /", "The next value.") { try Builtins.next($0) },
      Builtin("__iter__", "self, /", "The iterator itself.") { $0[0] },
      Builtin("close", "self, /", "Ends a generator.") { _ in .null },
    ])
  static let superClass: NativeClass = NativeClass("super", "The methods of the base class.")
  static let property: NativeClass = NativeClass(
    "property", "An attribute that a function computes.", construct: Descriptors.property,
    methods: [Descriptors.setter])
  static let staticMethod: NativeClass = NativeClass(
    "staticmethod", "A function in a class that wants no object.",
    construct: Descriptors.staticMethod)
  static let classMethod: NativeClass = NativeClass(
    "classmethod", "A function in a class that wants the class.",
    construct: Descriptors.classMethod)

  /// The classes with a name in scope.
  static let named: [NativeClass] = [
    .object, type, int, bool, float, string, list, tuple, dict, set, range, slice, property,
    staticMethod, classMethod,
  ]
}

extension Interpreter {
  /// The class of a value that the tables describe.
  func nativeClass(of value: Value) -> NativeClass {
    switch value {
    case .null: TypeTable.null
    case .bool: TypeTable.bool
    case .int: TypeTable.int
    case .float: TypeTable.float
    case .string: TypeTable.string
    case .tensor(let tensor): tensor.isParameter ? TorchTable.parameter : TorchTable.tensor
    case .list: TypeTable.list
    case .tuple(let tuple): tuple.isSize ? TypeTable.size : TypeTable.tuple
    case .dict(let dict): CollectionTable.type(of: dict)
    case .set: TypeTable.set
    case .range: TypeTable.range
    case .slice: TypeTable.slice
    case .iterator: TypeTable.iterator
    case .function: TypeTable.function
    case .builtin: TypeTable.builtin
    case .method: TypeTable.method
    case .type: TypeTable.type
    case .instance(let instance): instance.type.nearestNative ?? .object
    case .module: TypeTable.module
    case .dtype: TypeTable.dtype
    case .ellipsis: TypeTable.ellipsis
    case .notImplemented: TypeTable.notImplemented
    }
  }

  /// The class of a value, as `type(value)` gives it.
  func type(of value: Value) -> ClassObject {
    if case .instance(let instance) = value { return instance.type }
    return classObject(nativeClass(of: value))
  }

  /// `isinstance(value, wanted)`, where `wanted` is a class or a tuple of classes.
  func isInstance(_ value: Value, of wanted: Value) throws -> Bool {
    switch wanted {
    case .type(let type): return self.type(of: value).isSubclass(of: type)
    case .tuple(let tuple):
      for item in tuple.items where try isInstance(value, of: item) { return true }
      return false
    case .null: return value.isNone
    default:
      throw PythonError.type("isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
  }

  /// Whether a value is of a class of the tables.
  func isInstance(_ value: Value, of native: NativeClass) -> Bool {
    type(of: value).isSubclass(of: native)
  }
}
