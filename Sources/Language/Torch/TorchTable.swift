import Math

/// The tables of PyTorch's names; the interpreter looks names up here and nowhere else.
enum TorchTable {
  /// Every function, once.
  static let functions: [TorchFunction] =
    ElementwiseFunctions.all + ReductionFunctions.all + ShapeFunctions.all + SortFunctions.all
    + CreationFunctions.all + NumpyFunctions.all + RandomFunctions.all + DrawFunctions.all
    + GradientFunctions.all
    + LinearFunctions.all
    + SoftmaxFunctions.all + ActivationFunctions.all + LossFunctions.all + Normalizing.all
    + DropoutFunctions.all + TestFunctions.all + SpecialFunctions.all + PairFunctions.all
    + ScatterFunctions.all + PaddingFunctions.all + CopyFunctions.all + WrittenLosses.all
    + [HookTable.register] + WrittenStatistics.all + WrittenWindows.all + WrittenMatrices.all

  /// The functions found in a place.
  private static func functions(in place: TorchFunction.Place) -> [Builtin] {
    functions.filter { $0.places.contains(place) }.map { function in
      guard place == .torch || place == .method, !pythonNames.contains(function.builtin.name) else {
        return function.builtin
      }
      return function.builtin.with(form: place == .method ? .method : .native)
    }
  }

  /// The functions of `torch` that PyTorch wrote in Python.
  private static let pythonNames: Set<String> = [
    "cdist", "manual_seed", "norm", "split", "tensordot", "unique", "unique_consecutive",
    "unravel_index", "unflatten", "register_hook", "einsum", "meshgrid", "cartesian_prod",
    "block_diag", "broadcast_tensors", "broadcast_shapes", "atleast_1d", "atleast_2d",
    "atleast_3d", "stft", "backward", "explain", "compare", "check_gradient",
  ]

  /// A function of `F` by name.
  static func functional(_ name: String) -> Builtin? {
    functions.first { $0.builtin.name == name && $0.places.contains(.functional) }?.builtin
  }

  /// A function of `torch` or a method, by name.
  static func function(_ name: String) -> Builtin? { methods[name] }

  /// A tensor's methods and properties by name.
  static let methods: [String: Builtin] = {
    var methods: [String: Builtin] = [:]
    for function in functions(in: .method) { methods[function.name] = function }
    for function in functions(in: .inPlace) {
      methods[function.name + "_"] = function.inPlace.with(form: .method)
    }
    for property in TensorProperties.all { methods[property.name] = property }
    return methods
  }()

  /// The names of a tensor's methods and properties, in alphabetical order.
  static let methodNames: [String] = methods.keys.sorted()

  /// What `import NAME` may name: `torch`, `torch.nn`, `torch.nn.functional`, `torch.optim`, ...
  static let modules: [String: NativeModule] = [
    "torch": torch, "torch.nn": nn, "torch.nn.functional": functional,
    "torch.nn.init": InitialValues.module, "torch.nn.utils": InitialValues.utilities,
    "torch.nn.utils.rnn": InitialValues.rnn,
    "torch.autograd": GradientModes.autograd, "torch.special": special, "torch.linalg": linalg,
    "torch.optim": optim, "torch.optim.lr_scheduler": SchedulerTable.module,
    "torch.utils": utils, "torch.distributions": WrittenDistributions.module,
    "torch.utils.data": DataTable.module, "torch.func": WrittenDerivatives.functions,
    "torch.random": DrawFunctions.module,
    "torch.autograd.functional": WrittenDerivatives.module, "torch.masked": WrittenMasked.module,
  ]

  /// `torch`.
  static let torch = NativeModule(
    "torch", "Tensors and the functions on them.",
    functions: functions(in: .torch) + [GradientModes.isEnabled] + Settings.functions,
    types: [tensor, TypeTable.size, TypeTable.dtype, DeviceTable.type, GeneratorTable.type]
      + GradientModes.types,
    modules: [
      "nn": nn, "autograd": GradientModes.autograd, "special": special, "linalg": linalg,
      "optim": optim, "utils": utils, "testing": TestFunctions.module,
      "distributions": WrittenDistributions.module, "func": WrittenDerivatives.functions,
      "random": DrawFunctions.module, "masked": WrittenMasked.module,
    ].merging(Settings.devices) { first, _ in first },
    constants: Settings.constants)

  /// `torch.special`.
  static let special = NativeModule(
    "torch.special", "Special functions.", functions: functions(in: .special))

  /// `torch.linalg`.
  static let linalg = NativeModule(
    "torch.linalg", "Linear algebra.", functions: functions(in: .linalg),
    other: ["LinAlgError": .type(ExceptionTable.linearAlgebra)])

  /// `torch.optim`.
  static let optim = NativeModule(
    "torch.optim", "Optimizers.", types: OptimizerTable.types,
    modules: ["lr_scheduler": SchedulerTable.module], other: WrittenOptimizers.optimizers)

  /// `torch.utils`.
  static let utils = NativeModule("torch.utils", "Data.", modules: ["data": DataTable.module])

  /// `torch.nn`, in scope as `nn`.
  static let nn = NativeModule(
    "torch.nn", "Layers and losses as objects.",
    types: [ModuleTable.module, parameter] + Containers.types + LayerTable.types
      + FunctionModules.types,
    modules: [
      "functional": functional, "init": InitialValues.module, "utils": InitialValues.utilities,
      "parameter": NativeModule("torch.nn.parameter", "Parameters.", types: [parameter]),
    ], other: WrittenLayers.entries)

  /// `torch.nn.functional`, in scope as `F`.
  static let functional = NativeModule(
    "torch.nn.functional", "Activations and losses as functions.",
    functions: functions(in: .functional))

  /// What is in scope without a module: `softmax`, `exp`, `relu`; a bare mathematical function takes
  /// plain numbers too and then gives a Python float.
  static let bare: [String: NativeModule.Entry] = BareNames.entries

  /// The class of tensors, for `isinstance(x, torch.Tensor)`.
  static let tensor = NativeClass(
    "Tensor", module: "torch", "Numbers in a grid of any dimensions.",
    construct: Builtin("Tensor", "*data", "Makes a float32 tensor of lists, or of a shape.") {
      call in
      let given = call.rest(0)
      if given.count == 1, given[0].isSequence || given[0].isTensor {
        return .tensor(
          TensorObject(try TensorLiteral.tensor(of: given[0], dtype: .float32, call.interpreter)))
      }
      let shape = try call.shape(0)
      try call.interpreter.checkShape(shape)
      return .tensor(TensorObject(.zeros(given.isEmpty ? [0] : shape, dtype: .float32)))
    })

  /// The class of parameters.
  static let parameter = NativeClass(
    "Parameter", module: "torch.nn.parameter", base: tensor, "A tensor that a module learns.",
    construct: Builtin(
      "Parameter", "data=None, requires_grad=True", "Makes a tensor that a module learns."
    ) { call in
      if !call[0].isNone, !call[0].isTensor {
        throw PythonError.attribute(
          "'\(call.interpreter.typeName(of: call[0]))' object has no attribute 'detach'")
      }
      let value = call[0].isNone ? Tensor.zeros([0], dtype: .float32) : try call.tensor(0).value
      let wanted = try call.bool(1)
      if wanted { try GradientFunctions.checkKind(value.dtype) }
      let made = call[0].isNone ? TensorObject(value) : try call.tensor(0).detached()
      made.isParameter = true
      made.requiresGradient = wanted
      return .tensor(made)
    })
}
