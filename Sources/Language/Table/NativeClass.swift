/// A class written in Swift: `nn.Linear`, `ValueError`, `list`.
///
/// Methods are builtins whose first parameter is the object. Dunder methods are what syntax calls:
/// `__init__`, `__call__`, `__repr__`, `__len__`, `__iter__`, `__enter__`, `__setattr__`.
final class NativeClass: Sendable {
  let name: String
  /// Where Python says it lives, for `<class 'torch.nn.modules.linear.Linear'>`; empty for builtins.
  let module: String
  let base: NativeClass?
  /// One sentence on what it is.
  let summary: String
  let methods: [String: Builtin]
  /// The names of `methods`, in the order they were written.
  let methodNames: [String]
  /// What a call of the class does, for a class whose values are no `Instance` (`int`, `torch.Tensor`).
  let construct: Builtin?

  init(
    _ name: String, module: String = "", base: NativeClass? = .object, _ summary: String,
    construct: Builtin? = nil, methods: [Builtin] = []
  ) {
    self.name = name
    self.module = module
    self.base = base
    self.summary = summary
    self.construct = construct
    self.methodNames = methods.map(\.name)
    self.methods = Dictionary(methods.map { ($0.name, $0) }) { _, last in last }
  }

  /// The root of all classes.
  static let object = NativeClass("object", base: nil, "The base of every class.")
}
