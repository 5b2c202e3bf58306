import Math

/// Makes a class of modules from a function of `F`: the settings are given once, the tensors at each call.
struct FunctionModule {
  /// What each parameter of the function is given.
  private enum Source {
    case input(Int)
    case setting(String)
    case training
    case standard(Snapshot)
  }

  /// A class whose `forward` calls `function`.
  ///
  /// `inputs` are the parameters of `forward`; every other parameter of the function that `__init__` has as
  /// well is taken from there. `shown` are the settings that stand in the module's text.
  static func type(
    _ name: String, _ settings: String, _ function: Builtin, module: String,
    inputs: [String] = ["input"], shown: [String] = [], isNamed: Bool = true,
    buffers: [String] = []
  ) -> NativeClass {
    let initialize = initializer(settings, function.summary, buffers)
    let names = initialize.parameters.map(\.name)
    let sources = function.parameters.map { parameter -> Source in
      if let place = inputs.firstIndex(of: parameter.name) { return .input(place + 1) }
      if parameter.name == "training" { return .training }
      return names.contains(parameter.name)
        ? .setting(parameter.name) : .standard(parameter.standard ?? .none)
    }
    let forward = Builtin(
      "forward", "self, " + inputs.joined(separator: ", "), function.summary
    ) { call in
      let module = try ModuleTable.receiver(call)
      let values = sources.map { source -> Value in
        switch source {
        case .input(let place): call[place]
        case .setting(let name): module.attributes[name] ?? .null
        case .training: module.attributes["training"] ?? .bool(true)
        case .standard(let value): Value(value)
        }
      }
      return try function.body(
        Call(
          interpreter: call.interpreter, builtin: function, values: values, given: .max))
    }
    let text = Builtin("extra_repr", "self", "The settings.") { call in
      .string(try settingsText(of: ModuleTable.receiver(call), shown, isNamed, call.interpreter))
    }
    return NativeClass(
      name, module: "torch.nn.modules." + module, base: ModuleTable.module, function.summary,
      methods: [initialize, forward, text])
  }

  private static func initializer(
    _ settings: String, _ summary: String, _ buffers: [String]
  ) -> Builtin {
    Builtin("__init__", "self" + (settings.isEmpty ? "" : ", " + settings), summary) { call in
      let module = try ModuleTable.receiver(call)
      ModuleTable.begin(module)
      if settings.hasPrefix("p=0.5"), let p = call[1].plainNumber?.double, p < 0 || p > 1 {
        let text = try call.interpreter.text(of: call[1])
        throw PythonError.value("dropout probability has to be between 0 and 1, but got \(text)")
      }
      for (place, parameter) in call.builtin.parameters.enumerated().dropFirst() {
        module.attributes[parameter.name] = call[place]
        // PyTorch asks whether these old settings are true.
        if ["size_average", "reduce"].contains(parameter.name), !call[place].isNone {
          _ = try call.interpreter.truth(of: call[place])
        }
        if buffers.contains(parameter.name) {
          if !call[place].isNone, !call[place].isTensor {
            throw PythonError.type(
              "cannot assign '\(call.interpreter.typeName(of: call[place]))' object to buffer "
                + "'\(parameter.name)' (torch Tensor or None required)")
          }
          (module.payload as? ModuleState)?.buffers.insert(parameter.name)
        }
      }
      return .null
    }
  }

  private static func settingsText(
    of module: Instance, _ shown: [String], _ isNamed: Bool, _ interpreter: Interpreter
  ) throws -> String {
    try shown.map { name in
      let text = try interpreter.representation(of: module.attributes[name] ?? .null)
      return isNamed ? "\(name)=\(text)" : text
    }.joined(separator: ", ")
  }
}
