import Math

/// Modules that hold other modules by number.
enum Containers {
  static let types = [sequential, moduleList, moduleDict, parameterList]

  static let sequential = NativeClass(
    "Sequential", module: "torch.nn.modules.container", base: ModuleTable.module,
    "Runs modules one after the other.",
    methods: [
      Builtin("__init__", "self, *args", "Takes the modules in order.") { call in
        let module = try ModuleTable.receiver(call)
        ModuleTable.begin(module)
        let given = call.rest(1)
        if given.count == 1, case .dict(let dict) = given[0] {
          for (key, value) in dict.items {
            if case .string(let name) = key { module.attributes[name] = try part(value, call) }
          }
        } else {
          try add(given, to: module, call)
        }
        return .null
      },
      Builtin("forward", "self, input", "Gives each module what the one before it gave.") { call in
        var value = call[1]
        for (_, module) in try ModuleTable.receiver(call).ownModules {
          value = try call.interpreter.call(.instance(module), value)
        }
        return value
      },
    ] + numbered)

  static let moduleList = NativeClass(
    "ModuleList", module: "torch.nn.modules.container", base: ModuleTable.module,
    "Holds modules in a list.",
    methods: [
      Builtin("__init__", "self, modules=None", "Takes a list of modules.") { call in
        let module = try ModuleTable.receiver(call)
        ModuleTable.begin(module)
        if !call[1].isNone { try add(call.interpreter.items(of: call[1]), to: module, call) }
        return .null
      },
      Builtin("__repr__", "self", "The modules, like ones together.") { call in
        .string(try ModuleText.list(ModuleTable.receiver(call), call.interpreter))
      },
    ] + numbered)

  static let moduleDict = NativeClass(
    "ModuleDict", module: "torch.nn.modules.container", base: ModuleTable.module,
    "Holds modules by name.",
    methods: [
      Builtin("__init__", "self, modules=None", "Takes a dict of modules.") { call in
        let module = try ModuleTable.receiver(call)
        ModuleTable.begin(module)
        if case .dict(let dict) = call[1] {
          for case (.string(let name), let value) in dict.items { module.attributes[name] = value }
        }
        return .null
      },
      Builtin("__getitem__", "self, key", "The module of a name.") { call in
        let name = try call.string(1)
        guard let found = try ModuleTable.receiver(call).attributes[name] else {
          throw PythonError.key("'\(name)'")
        }
        return found
      },
      Builtin("__setitem__", "self, key, module", "Puts a module under a name.") { call in
        try ModuleTable.receiver(call).attributes[call.string(1)] = call[2]
        return .null
      },
      Builtin("__len__", "self", "How many modules there are.") { call in
        .int(try ModuleTable.receiver(call).ownModules.count)
      },
      Builtin("__contains__", "self, key", "Whether there is a module of that name.") { call in
        let name = try call.string(1)
        return .bool(try ModuleTable.receiver(call).ownModules.contains { $0.name == name })
      },
      Builtin("__iter__", "self", "The names.") { call in
        .iterator(IteratorObject("iterator", over: try names(call)))
      },
      Builtin("keys", "self", "The names.") { call in .list(of: try names(call)) },
      Builtin("values", "self", "The modules.") { call in
        .list(of: try ModuleTable.receiver(call).ownModules.map { .instance($0.value) })
      },
      Builtin("items", "self", "The names and modules.") { call in
        .list(
          of: try ModuleTable.receiver(call).ownModules.map {
            .tuple(of: [.string($0.name), .instance($0.value)])
          })
      },
    ])

  static let parameterList = NativeClass(
    "ParameterList", module: "torch.nn.modules.container", base: ModuleTable.module,
    "Holds parameters in a list.",
    methods: [
      Builtin("__init__", "self, values=None", "Takes a list of parameters.") { call in
        let module = try ModuleTable.receiver(call)
        ModuleTable.begin(module)
        if !call[1].isNone {
          for (place, value) in try call.interpreter.items(of: call[1]).enumerated() {
            if case .tensor(let tensor) = value { tensor.becomeParameter() }
            module.attributes["\(place)"] = value
          }
        }
        return .null
      },
      Builtin("__repr__", "self", "The parameters, one a line.") { call in
        let module = try ModuleTable.receiver(call)
        let lines = module.ownParameters.map { name, value in
          let size = value.shape.map { "\($0)" }.joined(separator: "x")
          return
            "    (\(name)): Parameter containing: [torch.\(value.dtype.rawValue) of size \(size)]"
        }
        let text =
          lines.count == 1
          ? String(lines[0].dropFirst(2)) : "\n" + lines.joined(separator: "\n") + "\n"
        return .string("\(module.type.name)(\(text))")
      },
      Builtin("__len__", "self", "How many parameters there are.") { call in
        .int(try ModuleTable.receiver(call).ownParameters.count)
      },
      Builtin("__getitem__", "self, index", "The parameter at a place.") { call in
        let all = try ModuleTable.receiver(call).ownParameters
        return .tensor(all[try call.interpreter.place(call[1], all.count, "list")].value)
      },
      Builtin("__iter__", "self", "The parameters, one after the other.") { call in
        .iterator(
          IteratorObject(
            "iterator", over: try ModuleTable.receiver(call).ownParameters.map { .tensor($0.value) }
          ))
      },
    ])

  private static func names(_ call: Call) throws -> [Value] {
    try ModuleTable.receiver(call).ownModules.map { .string($0.name) }
  }

  /// Adds modules at the end, named by their numbers.
  private static func add(_ values: [Value], to module: Instance, _ call: Call) throws {
    for (place, value) in zip(module.ownModules.count..., values) {
      module.attributes["\(place)"] = try part(value, call)
    }
  }

  private static func part(_ value: Value, _ call: Call) throws -> Value {
    if case .instance(let module) = value, module.isModule { return value }
    throw PythonError.type("\(call.interpreter.typeName(of: value)) is not a Module subclass")
  }

  /// What a container of modules by number can do.
  private static let numbered = [
    Builtin("__getitem__", "self, index", "The module at a place.") { call in
      let module = try ModuleTable.receiver(call)
      let all = module.ownModules
      if case .slice(let slice) = call[1] {
        let result = Instance(module.type)
        ModuleTable.begin(result)
        for (place, index) in try slice.indices(of: all.count).enumerated() {
          result.attributes["\(place)"] = .instance(all[index].value)
        }
        return .instance(result)
      }
      return .instance(all[try index(call[1], all.count)].value)
    },
    Builtin("__setitem__", "self, index, module", "Puts a module in a place.") { call in
      let module = try ModuleTable.receiver(call)
      let all = module.ownModules
      module.attributes[all[try index(call[1], all.count)].name] = try part(call[2], call)
      return .null
    },
    Builtin("__len__", "self", "How many modules there are.") { call in
      .int(try ModuleTable.receiver(call).ownModules.count)
    },
    Builtin("__iter__", "self", "The modules, one after the other.") { call in
      .iterator(
        IteratorObject(
          "iterator", over: try ModuleTable.receiver(call).ownModules.map { .instance($0.value) }))
    },
    Builtin("append", "self, module", "Adds a module at the end.") { call in
      let module = try ModuleTable.receiver(call)
      try add([call[1]], to: module, call)
      return call[0]
    },
    Builtin("extend", "self, modules", "Adds modules at the end.") { call in
      let module = try ModuleTable.receiver(call)
      try add(call.interpreter.items(of: call[1]), to: module, call)
      return call[0]
    },
  ]

  private static func index(_ value: Value, _ count: Int) throws -> Int {
    guard case .int(let place) = value else { throw PythonError.type("an index must be an int") }
    guard place >= -count && place < count else {
      throw PythonError.index("index \(place) is out of range")
    }
    return place < 0 ? place + count : place
  }
}
