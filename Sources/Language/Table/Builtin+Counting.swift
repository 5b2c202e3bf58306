extension Builtin {
  /// Counts the arguments as CPython's own functions do, whose parameters have no names.
  func checkCount(_ arguments: Arguments, _ interpreter: Interpreter) throws {
    let isMethod = parameters.first?.name == "self"
    let extra = isMethod ? 1 : 0
    let owner = arguments.positional.first.map { interpreter.typeName(of: $0) + "." } ?? ""
    let full = (isMethod ? owner : "") + name
    if !arguments.keywords.isEmpty {
      throw PythonError.type("\(full)() takes no keyword arguments")
    }
    let given = arguments.positional.count - extra
    let most = parameters.count - extra
    let least = parameters.filter { $0.standard == nil }.count - extra
    guard given < least || given > most else { return }
    if most == 0 { throw PythonError.type("\(full)() takes no arguments (\(given) given)") }
    if most == 1, least == 1 {
      throw PythonError.type("\(full)() takes exactly one argument (\(given) given)")
    }
    let (word, wanted) = given < least ? ("at least ", least) : ("at most ", most)
    throw PythonError.type(
      "\(name) expected \(least == most ? "" : word)\(wanted) argument\(wanted == 1 ? "" : "s"), got \(given)"
    )
  }
}
