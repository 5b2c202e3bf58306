/// What stands between the brackets of a call, evaluated.
struct Arguments {
  var positional: [Value] = []
  var keywords: [(name: String, value: Value)] = []

  init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
    self.positional = positional
    self.keywords = keywords
  }
}

/// Gives each parameter its argument, with Python's rules and Python's TypeErrors.
struct ArgumentBinding {
  /// One value a parameter; nil where the default stands.
  private(set) var values: [Value?]
  private let name: String
  private let parameters: [Parameter]
  private let form: Builtin.Form

  init(
    _ arguments: Arguments, to parameters: [Parameter], of name: String,
    form: Builtin.Form = .python
  ) throws {
    self.name = name
    self.form = form
    self.parameters = parameters
    values = Array(repeating: nil, count: parameters.count)
    try bindPositional(arguments.positional)
    try bindKeywords(arguments.keywords)
    try checkMissing()
  }

  private mutating func bindPositional(_ arguments: [Value]) throws {
    var next = 0
    for (place, parameter) in parameters.enumerated() {
      switch parameter.kind {
      case .standard, .positionalOnly:
        if next < arguments.count { values[place] = arguments[next] }
        next += 1
      case .variadic:
        values[place] = .tuple(of: Array(arguments.dropFirst(next)))
        next = max(next, arguments.count)
      case .keywordOnly, .keywords: break
      }
    }
    if arguments.count > next { throw tooMany(arguments.count, places: next) }
  }

  /// What numpy calls parameters of PyTorch's functions.
  private static let numpyNames = ["axis": "dim", "keepdims": "keepdim", "x2": "other"]

  private static let spreadNames: Set<String> = ["size", "sizes", "shape", "dims", "tensors"]

  private mutating func bindKeywords(_ keywords: [(name: String, value: Value)]) throws {
    let rest = parameters.firstIndex { $0.kind == .keywords }
    let dict = rest.map { _ in DictObject() }
    for (given, value) in keywords {
      let keyword = form == .python ? given : ArgumentBinding.numpyNames[given] ?? given
      let place = parameters.firstIndex {
        $0.name == keyword && ($0.kind == .standard || $0.kind == .keywordOnly)
      }
      // PyTorch takes a shape by its name as well: torch.zeros(size=(2, 3)).
      if let spread = parameters.firstIndex(where: {
        $0.kind == .variadic && $0.name == keyword && ArgumentBinding.spreadNames.contains(keyword)
      }), case .tuple(let given) = values[spread], given.items.isEmpty {
        values[spread] = .tuple(of: [value])
        continue
      }
      if let place {
        if values[place] != nil {
          throw PythonError.type("\(name)() got multiple values for argument '\(keyword)'")
        }
        values[place] = value
      } else if let dict {
        dict.set(keyword, to: value)
      } else {
        throw unexpected(keyword)
      }
    }
    if let rest, let dict { values[rest] = .dict(dict) }
  }

  private func checkMissing() throws {
    for kind in [Parameter.Kind.standard, .keywordOnly] {
      var missing: [String] = []
      for (place, parameter) in parameters.enumerated() where values[place] == nil {
        let isKind =
          parameter.kind == kind || (kind == .standard && parameter.kind == .positionalOnly)
        if isKind && parameter.standard == nil { missing.append("'\(parameter.name)'") }
      }
      guard !missing.isEmpty else { continue }
      if form != .python, kind == .standard { throw missingNative(missing) }
      let what = kind == .standard ? "positional" : "keyword-only"
      throw PythonError.type(
        "\(name)() missing \(missing.count) required \(what) "
          + "argument\(missing.count == 1 ? "" : "s"): \(ArgumentBinding.list(missing))")
    }
  }

  /// What PyTorch's parser says; it has the plural where one argument is missing.
  private func missingNative(_ names: [String]) -> PythonError {
    let list = names.map { "\"\($0.dropFirst().dropLast())\"" }.joined(separator: ", ")
    let plural = names.count == 1 ? "s" : ""
    return marked(
      .type("\(name)() missing \(names.count) required positional argument\(plural): \(list)"))
  }

  private func marked(_ error: PythonError) -> PythonError {
    var error = error
    if form != .python { error.misfit = name }
    return error
  }

  private func tooMany(_ count: Int, places: Int) -> PythonError {
    var (count, places) = (count, places)
    var required = parameters.filter {
      ($0.kind == .standard || $0.kind == .positionalOnly) && $0.standard == nil
    }.count
    if form == .method {
      count -= 1
      places -= 1
      required -= 1
      required = max(required, Overloads.leastTaken(by: name, count) ?? required)
      if places == 0 {
        return marked(.type("TensorBase.\(name)() takes no arguments (\(count) given)"))
      }
    }
    let takes = required == places ? "\(places)" : "from \(required) to \(places)"
    let plural = places == 1 && required == places ? "" : "s"
    return marked(
      .type(
        "\(name)() takes \(takes) positional argument\(plural) but \(count) "
          + "\(count == 1 ? "was" : "were") given"))
  }

  private func unexpected(_ keyword: String) -> PythonError {
    if form == .method, !parameters.dropFirst().contains(where: { $0.name != "out" }) {
      return marked(.type("TensorBase.\(name)() takes no keyword arguments"))
    }
    var error = PythonError.type("\(name)() got an unexpected keyword argument '\(keyword)'")
    let names = parameters.filter { $0.kind == .standard || $0.kind == .keywordOnly }.map(\.name)
    if let near = NearestName.of(keyword, among: names) { error.fix = "Did you mean '\(near)'?" }
    return marked(error)
  }

  /// `'a', 'b', and 'c'`, as Python lists names.
  static func list(_ names: [String]) -> String {
    switch names.count {
    case 0: ""
    case 1: names[0]
    case 2: "\(names[0]) and \(names[1])"
    default: names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
    }
  }
}
