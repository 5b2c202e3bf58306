/// A module written in Swift: `torch`, `torch.nn.functional`, `math`.
final class NativeModule: Sendable {
  /// What a name in a module stands for.
  enum Entry: Sendable {
    case function(Builtin)
    case type(NativeClass)
    case module(NativeModule)
    /// A constant, made when it is read: `math.pi`, `torch.float32`.
    case constant(@Sendable () -> Value)
    /// A class or a function that stands in a written module.
    case written(WrittenModule, name: String)
  }

  let name: String
  /// One sentence on what is in it.
  let summary: String
  let entries: [String: Entry]

  init(
    _ name: String, _ summary: String, functions: [Builtin] = [], types: [NativeClass] = [],
    modules: [String: NativeModule] = [:], constants: [String: @Sendable () -> Value] = [:],
    other: [String: Entry] = [:]
  ) {
    self.name = name
    self.summary = summary
    var entries = other
    for function in functions { entries[function.name] = .function(function) }
    for type in types { entries[type.name] = .type(type) }
    for (name, module) in modules { entries[name] = .module(module) }
    for (name, make) in constants { entries[name] = .constant(make) }
    self.entries = entries
  }
}
