import Math

/// What is done to a module and all within it.
extension ModuleTable {
  static let modes = [
    Builtin("train", "self, mode=True", "Puts the module and those within it in training mode.") {
      call in
      let mode = try call.bool(1)
      for (_, module) in try receiver(call).modules() {
        module.attributes["training"] = .bool(mode)
      }
      return call[0]
    },
    Builtin("eval", "self", "Puts the module and those within it in evaluation mode.") { call in
      for (_, module) in try receiver(call).modules() {
        module.attributes["training"] = .bool(false)
      }
      return call[0]
    },
    Builtin("zero_grad", "self, set_to_none=True", "Forgets the gradients of all parameters.") {
      call in
      let isForgotten = try call.bool(1)
      for (_, tensor) in try receiver(call).allParameters() {
        clear(tensor, isForgotten)
      }
      return .null
    },
    Builtin(
      "requires_grad_", "self, requires_grad=True", "Says whether the parameters are learned."
    ) { call in
      let wanted = try call.bool(1)
      for (_, tensor) in try receiver(call).allParameters() { tensor.requiresGradient = wanted }
      return call[0]
    },
    Builtin("apply", "self, fn", "Calls a function with every module, innermost first.") { call in
      for (_, module) in try innermostFirst(receiver(call)) {
        _ = try call.interpreter.call(call[1], .instance(module))
      }
      return call[0]
    },
    Builtin("to", "self, *args, **kwargs", "Changes the kind of number of the parameters.") {
      call in
      for case .dtype(let dtype) in call.rest(1) { try cast(receiver(call), to: dtype) }
      if case .dict(let keywords) = call[2], case .dtype(let dtype) = keywords["dtype"] {
        try cast(receiver(call), to: dtype)
      }
      return call[0]
    },
    Builtin("double", "self", "Makes the parameters float64.") { call in
      try cast(receiver(call), to: .float64)
      return call[0]
    },
    Builtin("float", "self", "Makes the parameters float32.") { call in
      try cast(receiver(call), to: .float32)
      return call[0]
    },
    Builtin("half", "self", "Makes the parameters float16.") { call in
      try cast(receiver(call), to: .float16)
      return call[0]
    },
    Builtin("cpu", "self", "Does nothing: every tensor of nabla is on the CPU.") { $0[0] },
  ]

  /// Forgets a gradient, or makes it zero.
  static func clear(_ tensor: TensorObject, _ isForgotten: Bool) {
    if isForgotten {
      tensor.gradient = nil
    } else if let gradient = tensor.gradient {
      gradient.replace(gradient.value.filled(with: 0))
    }
  }

  private static func innermostFirst(_ module: Instance) -> [(String, Instance)] {
    module.ownModules.flatMap { innermostFirst($0.value) } + [("", module)]
  }

  private static func cast(_ module: Instance, to dtype: DType) {
    for (_, tensor) in module.allParameters() + module.allBuffers()
    where tensor.dtype.isFloatingPoint {
      tensor.rebind(to: TensorObject(tensor.value.cast(to: dtype)))
      tensor.gradient = tensor.gradient.map { TensorObject($0.value.cast(to: dtype)) }
    }
  }
}
