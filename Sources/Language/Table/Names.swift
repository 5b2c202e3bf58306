/// What a name means that the program has not assigned, and which modules there are.
enum Names {
  /// The names in scope without an import; where Python has the name, it is Python's.
  static let entries: [String: NativeModule.Entry] = {
    var entries = TorchTable.bare
    for function in Drawings.functions + Explaining.functions {
      entries[function.name] = .function(function)
    }
    for type in ExceptionTable.all + TypeTable.named { entries[type.name] = .type(type) }
    for function in Builtins.functions { entries[function.name] = .function(function) }
    entries[Digits.function.name] = .function(Digits.function)
    entries["torch"] = .module(TorchTable.torch)
    entries["nn"] = .module(TorchTable.nn)
    entries["F"] = .module(TorchTable.functional)
    entries["math"] = .module(MathTable.module)
    entries["NotImplemented"] = .constant { .notImplemented }
    entries["Ellipsis"] = .constant { .ellipsis }
    entries["__name__"] = .constant { .string("__main__") }
    return entries
  }()

  /// The same names in alphabetical order.
  static let standard: [String] = entries.keys.sorted()

  private static let ownModules: [String: NativeModule] = [
    "math": MathTable.module, "typing": TypingTable.module, "warnings": TypingTable.warnings,
    "__future__": TypingTable.future, "collections": CollectionTable.module,
    "functools": StandardLibrary.functools, "itertools": StandardLibrary.itertools,
    "dataclasses": StandardLibrary.dataclasses, "random": StandardLibrary.random,
    "copy": StandardLibrary.copy, "time": StandardLibrary.time, "abc": StandardLibrary.abc,
    "sklearn": Digits.parent, "sklearn.datasets": Digits.module,
    "operator": StandardLibrary.operator, "tqdm": StandardLibrary.tqdm,
    "numpy": Numpy.module, "numpy.linalg": Numpy.linalg, "numpy.random": Numpy.draws,
    "contextlib": StandardLibrary.contextlib, "types": StandardLibrary.types,
    "argparse": StandardLibrary.argparse, "string": StandardLibrary.string,
    "statistics": StandardLibrary.statistics, "bisect": StandardLibrary.bisect,
    "json": StandardLibrary.json, "heapq": StandardLibrary.heapq, "sys": StandardLibrary.sys,
  ]

  /// The modules that `import` finds.
  static var modules: Set<String> { Set(ownModules.keys).union(TorchTable.modules.keys) }

  /// A module by its whole name.
  static func module(named name: String) -> NativeModule? {
    ownModules[name] ?? TorchTable.modules[name]
  }
}
