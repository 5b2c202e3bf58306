/// A module written in Swift: `torch`, `torch.nn.functional`, `math`.
final class NativeModule: Sendable {
  /// What a name in a module stands for.
  enum Entry: Sendable {
    case function(Builtin)
    /// A function that is made when it is read.
    case bare(Lazy<Builtin>)
    case type(NativeClass)
    case module(NativeModule)
    /// A constant, made when it is read: `math.pi`, `torch.float32`.
    case constant(@Sendable () -> Value)
    /// A class or a function that stands in a written module.
    case written(WrittenModule, name: String)
  }

  /// What is found in a module, by name.
  private final class Table: Sendable {
    let entries: [String: Entry]

    init(_ entries: [String: Entry]) { self.entries = entries }
  }

  let name: String
  /// One sentence on what is in it.
  let summary: String
  private let table: Lazy<Table>

  /// Makes a module whose tables are not filled before something is looked up in it.
  init(
    _ name: String, _ summary: String,
    functions: @autoclosure @escaping @Sendable () -> [Builtin] = [],
    types: @autoclosure @escaping @Sendable () -> [NativeClass] = [],
    modules: @autoclosure @escaping @Sendable () -> [String: NativeModule] = [:],
    constants: @autoclosure @escaping @Sendable () -> [String: @Sendable () -> Value] = [:],
    other: @autoclosure @escaping @Sendable () -> [String: Entry] = [:]
  ) {
    self.name = name
    self.summary = summary
    table = Lazy {
      var entries = other()
      for function in functions() { entries[function.name] = .function(function) }
      for type in types() { entries[type.name] = .type(type) }
      for (name, module) in modules() { entries[name] = .module(module) }
      for (name, make) in constants() { entries[name] = .constant(make) }
      return Table(entries)
    }
  }

  /// What is in it, by name.
  var entries: [String: Entry] { table.content.entries }
}
