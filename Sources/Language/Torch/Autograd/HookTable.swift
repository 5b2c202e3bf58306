import Math

/// `x.register_hook(f)`, and what takes a hook away again.
enum HookTable {
  static let register = TorchFunction(
    "register_hook", "input, hook", "Calls a function with the gradient when it arrives.",
    in: .method
  ) { call in
    let x = try call.tensor(0)
    guard x.requiresGradient else {
      throw PythonError.runtime(
        "cannot register a hook on a tensor that doesn't require gradient")
    }
    let (function, interpreter) = (call[1], call.interpreter)
    let hook: GradientHook = { [unowned interpreter] gradient in
      guard
        case .tensor(let changed) = try interpreter.call(function, .tensor(gradient))
      else { return nil }
      return changed
    }
    interpreter.nextHook += 1
    let number = interpreter.nextHook
    if let node = x.node { node.hooks[number] = hook } else { x.hooks[number] = hook }
    let handle = Instance(interpreter.classObject(handle))
    handle.attributes["id"] = .int(number)
    handle.attributes["tensor"] = .tensor(x)
    return .instance(handle)
  }

  private static let handle = NativeClass(
    "RemovableHandle", module: "torch.utils.hooks", "Takes a hook away again.",
    methods: [
      Builtin("remove", "self", "Takes the hook away.") { call in
        guard case .instance(let own) = call[0], case .int(let number)? = own.attributes["id"],
          case .tensor(let x)? = own.attributes["tensor"]
        else { return .null }
        x.hooks[number] = nil
        x.node?.hooks[number] = nil
        return .null
      }
    ])
}
