/// The tables of PyTorch's names; the interpreter looks names up here and nowhere else.
enum TorchTable {
  /// What `import NAME` may name: `torch`, `torch.nn`, `torch.nn.functional`, `torch.optim`, ...
  static let modules: [String: NativeModule] = [
    "torch": torch, "torch.nn": nn, "torch.nn.functional": functional,
  ]

  /// `torch`.
  static let torch = NativeModule("torch", "Tensors and the functions on them.")

  /// `torch.nn`, in scope as `nn`.
  static let nn = NativeModule("torch.nn", "Layers and losses as objects.")

  /// `torch.nn.functional`, in scope as `F`.
  static let functional = NativeModule(
    "torch.nn.functional", "Activations and losses as functions.")

  /// What is in scope without a module: `softmax`, `exp`, `relu`; a bare mathematical function takes
  /// plain numbers too and then gives a Python float.
  static let bare: [String: NativeModule.Entry] = [:]

  /// The class of tensors, for `isinstance(x, torch.Tensor)`.
  static let tensor = NativeClass("Tensor", module: "torch", "Numbers in a grid of any dimensions.")

  /// The class of parameters.
  static let parameter = NativeClass(
    "Parameter", module: "torch.nn.parameter", base: tensor, "A tensor that a module learns.")
}
