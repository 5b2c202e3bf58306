/// `import`: of what nabla has.
extension Interpreter {
  /// Brings in one name.
  func bring(_ item: Statement.Import.Item, _ frame: Frame) throws {
    range = item.range
    let module = try module(item.path)
    guard let member = item.member else {
      let root = item.path.split(separator: ".").first.map(String.init) ?? item.path
      let value = item.bindsRoot ? try self.module(root) : module
      if let target = item.target { write(target, .module(value), frame) }
      return
    }
    if member == "*" {
      for (name, entry) in module.entries.sorted(by: { $0.key < $1.key }) {
        globals.assign(globals.slot(of: name), try value(of: entry))
      }
      return
    }
    if let target = item.target { write(target, try self.member(member, of: module, item), frame) }
  }

  private func member(
    _ name: String, of module: NativeModule, _ item: Statement.Import.Item
  ) throws -> Value {
    if let entry = module.entries[name] { return try value(of: entry) }
    if let inner = Names.module(named: "\(module.name).\(name)") { return .module(inner) }
    if module.name == "typing", name == "Tensor" {
      warn(
        "typing has no Tensor, and Python stops at this import; nabla takes torch.Tensor and goes on"
      )
      return .type(classObject(TorchTable.tensor))
    }
    var error = PythonError(
      "ImportError", "cannot import name '\(name)' from '\(module.name)'")
    if let near = NearestName.of(name, among: module.entries.keys) {
      error.fix = "Did you mean '\(near)'?"
    } else {
      error.notes = ["nabla has no '\(name)' in '\(module.name)'."]
    }
    throw error
  }

  private func module(_ path: String) throws -> NativeModule {
    if let module = Names.module(named: path) { return module }
    var error = PythonError("ModuleNotFoundError", "No module named '\(path)'")
    if let near = NearestName.of(path, among: Names.modules) {
      error.fix = "Did you mean '\(near)'?"
    } else {
      error.notes = ["nabla has \(ArgumentBinding.list(Names.modules.sorted()))."]
    }
    throw error
  }
}
