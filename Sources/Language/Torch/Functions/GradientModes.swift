import Math

/// `torch.no_grad()` and its relatives, and `torch.autograd`.
enum GradientModes {
  static let noGrad = mode("no_grad", "Within it, operations are not recorded.") { _ in false }
  static let enableGrad = mode("enable_grad", "Within it, operations are recorded.") { _ in true }
  static let inferenceMode = mode(
    "inference_mode", "Within it, operations are not recorded.", "mode=True"
  ) {
    try !$0.bool(1)
  }
  static let setGradEnabled = NativeClass(
    "set_grad_enabled", module: "torch.autograd.grad_mode", "Says whether operations are recorded.",
    methods: [
      Builtin("__init__", "self, mode", "Says it at once, and for a with statement.") { call in
        guard case .instance(let instance) = call[0] else { return .null }
        instance.attributes["before"] = .bool(call.interpreter.torch.isGradientEnabled)
        call.interpreter.torch.isGradientEnabled = try call.bool(1)
        return .null
      },
      Builtin("__enter__", "self", "Begins.") { _ in .null },
      Builtin("__exit__", "self, *args", "Ends.") { try leave($0) },
    ])

  static let types = [noGrad, enableGrad, inferenceMode, setGradEnabled, decorated]

  private static func mode(
    _ name: String, _ summary: String, _ signature: String = "",
    _ wanted: @escaping @Sendable (Call) throws -> Bool
  ) -> NativeClass {
    NativeClass(
      name, module: "torch.autograd.grad_mode", summary,
      methods: [
        Builtin("__init__", "self" + (signature.isEmpty ? "" : ", " + signature), summary) { call in
          guard case .instance(let instance) = call[0] else { return .null }
          instance.attributes["mode"] = .bool(try wanted(call))
          return .null
        },
        Builtin("__enter__", "self", "Begins.") { call in
          guard case .instance(let instance) = call[0] else { return .null }
          instance.attributes["before"] = .bool(call.interpreter.torch.isGradientEnabled)
          if case .bool(let mode) = instance.attributes["mode"] {
            call.interpreter.torch.isGradientEnabled = mode
          }
          return .null
        },
        Builtin("__exit__", "self, *args", "Ends.") { try leave($0) },
        Builtin("__call__", "self, function", "Makes a function that runs in this mode.") { call in
          guard case .instance(let own) = call[0] else { return .null }
          let instance = Instance(call.interpreter.classObject(decorated))
          instance.attributes["mode"] = own.attributes["mode"]
          instance.attributes["function"] = call[1]
          return .instance(instance)
        },
      ])
  }

  private static func leave(_ call: Call) throws -> Value {
    if case .instance(let instance) = call[0],
      case .bool(let before) = instance.attributes["before"]
    {
      call.interpreter.torch.isGradientEnabled = before
    }
    return .bool(false)
  }

  /// A function that `@torch.no_grad()` stands above.
  static let decorated = NativeClass(
    "function", module: "torch", "A function that runs in a gradient mode of its own.",
    methods: [
      Builtin("__call__", "self, *args, **kwargs", "Runs the function.") { call in
        guard case .instance(let own) = call[0], let function = own.attributes["function"],
          case .bool(let mode) = own.attributes["mode"]
        else { return .null }
        let before = call.interpreter.torch.isGradientEnabled
        call.interpreter.torch.isGradientEnabled = mode
        defer { call.interpreter.torch.isGradientEnabled = before }
        var arguments = Arguments(call.rest(1))
        if case .dict(let keywords) = call[2] {
          for case (.string(let name), let value) in keywords.items {
            arguments.keywords.append((name, value))
          }
        }
        return try call.interpreter.call(function, arguments)
      }
    ])

  static let isEnabled = Builtin("is_grad_enabled", "", "Whether operations are recorded.") {
    call in
    .bool(call.interpreter.torch.isGradientEnabled)
  }

  static let autograd = NativeModule(
    "torch.autograd", "Gradients by reverse mode.",
    functions: [
      Builtin(
        "grad",
        "outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=None",
        "The gradients of outputs in inputs, without touching .grad."
      ) { call in
        try gradients(call)
      },
      Builtin(
        "backward", "tensors, grad_tensors=None, retain_graph=None, create_graph=False",
        "Computes the gradients of the leaves."
      ) { call in
        let outputs = try tensors(call[0], call)
        let given = try tensors(call[1], call)
        if try call.bool(3) {
          _ = try differentiable(outputs, given, nil, call.interpreter)
        } else {
          let keeps = call[2].isNone ? false : try call.bool(2)
          try run(outputs, given, keeps, call.interpreter)
        }
        return .null
      },
    ],
    other: [
      "Function": .written(WrittenGradients.source, name: "Function"),
      "gradcheck": .written(WrittenGradients.source, name: "gradcheck"),
      "functional": .module(WrittenDerivatives.module),
    ])

  static func tensors(_ value: Value, _ call: Call) throws -> [TensorObject] {
    switch value {
    case .null: []
    case .tensor(let tensor): [tensor]
    default:
      try call.interpreter.items(of: value).compactMap {
        if case .tensor(let tensor) = $0 { tensor } else { nil }
      }
    }
  }

  private static func run(
    _ outputs: [TensorObject], _ given: [TensorObject], _ keeps: Bool, _ interpreter: Interpreter
  ) throws {
    var roots: [(node: GradientNode, gradient: Tensor)] = []
    for (place, output) in outputs.enumerated() {
      let first = try GradientFunctions.firstGradient(
        of: output, given: place < given.count ? given[place] : nil)
      if let node = output.node {
        roots.append((node, first))
      } else {
        try Backward.accumulate(first, in: output)
      }
    }
    try interpreter.backward(from: roots, keepsGraph: keeps)
  }

  /// The same with every step recorded; gives the gradients of those asked for.
  private static func differentiable(
    _ outputs: [TensorObject], _ given: [TensorObject], _ wanted: [TensorObject]?,
    _ interpreter: Interpreter
  ) throws -> [TensorObject?] {
    let roots = try outputs.enumerated().map { place, output in
      let kept = place < given.count ? given[place] : nil
      return (output: output, gradient: try GradientFunctions.firstGradient(of: output, kept: kept))
    }
    return try DifferentiableBackward(interpreter: interpreter, wanted: wanted).run(from: roots)
  }

  private static func gradients(_ call: Call) throws -> Value {
    let (outputs, inputs) = (try tensors(call[0], call), try tensors(call[1], call))
    let given = try tensors(call[2], call)
    for output in outputs where !output.requiresGradient {
      _ = try GradientFunctions.firstGradient(of: output, given: nil)
    }
    for input in inputs where !input.requiresGradient {
      throw PythonError.runtime("One of the differentiated Tensors does not require grad")
    }
    let found =
      try call.bool(4)
      ? try differentiable(outputs, given, inputs, call.interpreter)
      : try gradients(
        of: outputs, in: inputs, given, call[3].isNone ? false : try call.bool(3),
        call.interpreter)
    let allowsUnused = call[5].isNone ? false : try call.bool(5)
    return .tuple(
      of: try found.enumerated().map { place, gradient in
        if let gradient { return .tensor(gradient) }
        if allowsUnused { return .null }
        throw PythonError.runtime(
          "The differentiated Tensor at index \(place) appears to not have been used in the graph. Set "
            + "allow_unused=True if this is the desired behavior.")
      })
  }

  /// Adds the gradients in some tensors only, as `backward(inputs=…)` does.
  static func accumulate(
    _ outputs: [TensorObject], in wanted: [TensorObject], given: [TensorObject], _ call: Call,
    keeps: Int, creates: Int
  ) throws {
    let found =
      try call.bool(creates)
      ? try differentiable(outputs, given, wanted, call.interpreter)
      : try gradients(
        of: outputs, in: wanted, given, call[keeps].isNone ? false : try call.bool(keeps),
        call.interpreter)
    for case (let tensor, let gradient?) in zip(wanted, found) {
      try Backward.accumulate(gradient.value, in: tensor)
    }
  }

  private static func gradients(
    of outputs: [TensorObject], in inputs: [TensorObject], _ given: [TensorObject],
    _ keeps: Bool, _ interpreter: Interpreter
  ) throws -> [TensorObject?] {
    // The inputs' own gradients are set aside, so that the pass finds none and leaves none.
    let before = inputs.map { ($0.gradient, $0.retainsGradient, $0.node?.retainer) }
    for input in inputs {
      input.gradient = nil
      input.retainsGradient = true
      input.node?.retainer = input
    }
    defer {
      for (input, (gradient, retains, retainer)) in zip(inputs, before) {
        input.gradient = gradient
        input.retainsGradient = retains
        input.node?.retainer = retainer
      }
    }
    let others = Leaves.under(outputs).filter { leaf in !inputs.contains { $0 === leaf } }
    let kept = others.map(\.gradient)
    for leaf in others { leaf.gradient = nil }
    defer { for (leaf, gradient) in zip(others, kept) { leaf.gradient = gradient } }
    try run(outputs, given, keeps, interpreter)
    return inputs.map(\.gradient)
  }
}

/// The leaves that a result was made from.
enum Leaves {
  static func under(_ outputs: [TensorObject]) -> [TensorObject] {
    var seen: Set<ObjectIdentifier> = []
    var leaves: [TensorObject] = []
    var nodes = outputs.compactMap(\.node)
    while let node = nodes.popLast() {
      guard seen.insert(ObjectIdentifier(node)).inserted else { continue }
      for input in node.inputs {
        switch input.destination {
        case .node(let next): nodes.append(next)
        case .leaf(let leaf):
          if seen.insert(ObjectIdentifier(leaf)).inserted { leaves.append(leaf) }
        case .nowhere: break
        }
      }
    }
    return leaves
  }
}
