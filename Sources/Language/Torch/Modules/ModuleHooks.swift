import Math

/// Functions that a module calls before and after `forward`.
enum ModuleHooks {
  static let methods = [
    Builtin(
      "register_forward_hook",
      "self, hook, *, prepend=False, with_kwargs=False, always_call=False",
      "Calls hook(module, args, output) after forward."
    ) { try register($0, isBefore: false) },
    Builtin(
      "register_forward_pre_hook", "self, hook, *, prepend=False, with_kwargs=False",
      "Calls hook(module, args) before forward."
    ) { try register($0, isBefore: true) },
  ]

  private static let handle = NativeClass(
    "RemovableHandle", module: "torch.utils.hooks", "Takes a hook away again.",
    methods: [
      Builtin("remove", "self", "Takes the hook away.") { call in
        guard case .instance(let own) = call[0], case .int(let number)? = own.attributes["id"],
          case .instance(let module)? = own.attributes["module"],
          let state = module.payload as? ModuleState
        else { return .null }
        state.hooks.removeAll { $0.number == number }
        return .null
      }
    ])

  private static func register(_ call: Call, isBefore: Bool) throws -> Value {
    let module = try ModuleTable.receiver(call)
    call.interpreter.nextHook += 1
    let number = call.interpreter.nextHook
    (module.payload as? ModuleState)?.hooks.append((number, isBefore, call[1]))
    let handle = Instance(call.interpreter.classObject(handle))
    handle.attributes["id"] = .int(number)
    handle.attributes["module"] = .instance(module)
    return .instance(handle)
  }

  /// Runs `forward` between the hooks.
  static func call(
    _ module: Instance, _ state: ModuleState, _ arguments: Arguments, _ interpreter: Interpreter
  ) throws -> Value {
    var arguments = arguments
    let own = Value.instance(module)
    for hook in state.hooks where hook.isBefore {
      let given = Value.tuple(of: Array(arguments.positional.dropFirst()))
      switch try interpreter.call(hook.function, own, given) {
      case .null: break
      case .tuple(let changed): arguments.positional = [own] + changed.items
      case let changed: arguments.positional = [own, changed]
      }
    }
    var output = try ModuleTable.forward(module, arguments, interpreter)
    let given = Value.tuple(of: Array(arguments.positional.dropFirst()))
    for hook in state.hooks where !hook.isBefore {
      let changed = try interpreter.call(hook.function, own, given, output)
      if !changed.isNone { output = changed }
    }
    return output
  }
}
