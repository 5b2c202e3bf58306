/// `typing`: names for annotations, which nabla reads past.
enum TypingTable {
  static let module = NativeModule(
    "typing", "Names for annotations.",
    functions: [
      Builtin("TypeVar", "name, *constraints, **options", "A name for annotations.") { _ in
        .type(ClassObject(name: "TypeVar", base: nil))
      },
      Builtin("cast", "typ, val", "The value as it is.") { $0[1] },
    ],
    types: [
      "Any", "Callable", "ClassVar", "Dict", "Final", "FrozenSet", "Generator", "Generic",
      "Iterable",
      "Iterator", "List", "Literal", "Mapping", "NamedTuple", "NoReturn", "Optional", "Sequence",
      "Set",
      "Tuple", "Type", "Union",
    ].map { NativeClass($0, module: "typing", "A name for annotations.") })

  static let warnings = NativeModule(
    "warnings", "Sentences that do not stop a program.",
    functions: [
      Builtin(
        "warn", "message, category=None, stacklevel=1", "Says something on the warnings channel."
      ) { call in
        call.interpreter.warn(try call.interpreter.text(of: call[0]))
        return .null
      },
      Builtin(
        "filterwarnings", "action, *args, **kwargs", "Does nothing: each warning is said once."
      ) { _ in .null },
      Builtin("simplefilter", "action, *args, **kwargs", "Does nothing: each warning is said once.")
      { _ in .null },
    ])

  static let future = NativeModule(
    "__future__", "What newer versions of Python do anyway.",
    constants: ["annotations": { .null }, "division": { .null }])
}
