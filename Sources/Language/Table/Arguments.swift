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

  init(_ arguments: Arguments, to parameters: [Parameter], of name: String) throws {
    self.name = name
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

  private static let spreadNames: Set<String> = ["size", "sizes", "shape", "dims", "tensors"]

  private mutating func bindKeywords(_ keywords: [(name: String, value: Value)]) throws {
    let rest = parameters.firstIndex { $0.kind == .keywords }
    let dict = rest.map { _ in DictObject() }
    for (keyword, value) in keywords {
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
      let what = kind == .standard ? "positional" : "keyword-only"
      throw PythonError.type(
        "\(name)() missing \(missing.count) required \(what) "
          + "argument\(missing.count == 1 ? "" : "s"): \(ArgumentBinding.list(missing))")
    }
  }

  private func tooMany(_ count: Int, places: Int) -> PythonError {
    let required = parameters.filter {
      ($0.kind == .standard || $0.kind == .positionalOnly) && $0.standard == nil
    }.count
    let takes = required == places ? "\(places)" : "from \(required) to \(places)"
    let plural = places == 1 && required == places ? "" : "s"
    return .type(
      "\(name)() takes \(takes) positional argument\(plural) but \(count) "
        + "\(count == 1 ? "was" : "were") given")
  }

  private func unexpected(_ keyword: String) -> PythonError {
    var error = PythonError.type("\(name)() got an unexpected keyword argument '\(keyword)'")
    let names = parameters.filter { $0.kind == .standard || $0.kind == .keywordOnly }.map(\.name)
    if let near = NearestName.of(keyword, among: names) { error.fix = "Did you mean '\(near)'?" }
    return error
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
