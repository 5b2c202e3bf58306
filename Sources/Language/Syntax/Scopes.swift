/// Which variable every name of a program is: filled while it is parsed, settled at its end.
///
/// A comprehension is a scope of its own whose variables live in the frame of the function around it.
struct Scopes {
  /// What opens a scope.
  enum Kind {
    case module, function, `class`, comprehension
  }

  struct Scope {
    var kind: Kind
    var parent: Int?
    /// The variables assigned here, in order.
    var locals: [String] = []
    var places: [String: Int] = [:]
    var globals: Set<String> = []
    var nonlocals: Set<String> = []
    var parameterCount = 0
    /// The places of those an inner function uses.
    var captured: Set<String> = []
  }

  struct Occurrence {
    var name: String
    var scope: Int
  }

  private(set) var scopes: [Scope] = [Scope(kind: .module)]
  private(set) var occurrences: [Occurrence] = []
  private(set) var current = 0

  init() {}

  /// Opens a scope inside the current one and returns its number.
  mutating func open(_ kind: Kind) -> Int {
    scopes.append(Scope(kind: kind, parent: current))
    current = scopes.count - 1
    return current
  }

  /// Closes the current scope.
  mutating func close() { current = scopes[current].parent ?? 0 }

  /// Notes that a name is used here.
  mutating func use(_ name: String) -> Int {
    occurrences.append(Occurrence(name: name, scope: current))
    return occurrences.count - 1
  }

  /// Notes that the name of an occurrence is assigned in its scope.
  mutating func assign(_ occurrence: Int) {
    let name = occurrences[occurrence].name
    declare(name, in: occurrences[occurrence].scope)
  }

  /// Notes that `:=` assigns a name: past comprehensions, in the function around them.
  mutating func assignPastComprehensions(_ occurrence: Int) {
    let host = host(of: occurrences[occurrence].scope)
    occurrences[occurrence].scope = host
    declare(occurrences[occurrence].name, in: host)
  }

  /// Adds a parameter to the current function.
  mutating func addParameter(_ name: String) -> Int {
    let occurrence = use(name)
    assign(occurrence)
    scopes[current].parameterCount += 1
    return occurrence
  }

  /// Whether the current scope has a variable of this name already.
  func isLocal(_ name: String) -> Bool { scopes[current].places[name] != nil }

  mutating func declareGlobal(_ name: String) { scopes[current].globals.insert(name) }

  mutating func declareNonlocal(_ name: String) { scopes[current].nonlocals.insert(name) }

  /// How far the program has been read: to be given to `wrap`.
  var mark: (occurrences: Int, scopes: Int) { (occurrences.count, scopes.count) }

  /// Forgets everything read since a mark.
  mutating func rewind(to mark: (occurrences: Int, scopes: Int)) {
    occurrences.removeLast(occurrences.count - mark.occurrences)
    scopes.removeLast(scopes.count - mark.scopes)
  }

  /// Moves everything read since a mark into a new comprehension, which becomes the current scope.
  mutating func wrap(since mark: (occurrences: Int, scopes: Int)) {
    let outer = current
    for index in mark.scopes..<scopes.count where scopes[index].parent == outer {
      scopes[index].parent = scopes.count
    }
    for index in mark.occurrences..<occurrences.count where occurrences[index].scope == outer {
      occurrences[index].scope = scopes.count
    }
    _ = open(.comprehension)
  }

  /// The items of a comprehension's first clause belong to the scope around it.
  mutating func stepOut() -> Int {
    let inner = current
    close()
    return inner
  }

  /// Goes back to a comprehension that `stepOut` left.
  mutating func stepIn(_ scope: Int) { current = scope }

  private mutating func declare(_ name: String, in scope: Int) {
    let isElsewhere =
      scopes[scope].globals.contains(name) || scopes[scope].nonlocals.contains(name)
    guard !isElsewhere, scopes[scope].places[name] == nil else { return }
    scopes[scope].places[name] = scopes[scope].locals.count
    scopes[scope].locals.append(name)
  }

  /// The scope whose frame a scope's variables live in.
  func host(of scope: Int) -> Int {
    var scope = scope
    while scopes[scope].kind == .comprehension, let parent = scopes[scope].parent { scope = parent }
    return scope
  }

  /// The scope that a name, used in a scope, is a variable of; nil for a global.
  func owner(of name: String, from start: Int) -> Int? {
    var scope = start
    while true {
      let here = scopes[scope]
      if here.globals.contains(name) { return nil }
      let isVisible = here.kind != .class || host(of: start) == scope
      if isVisible && here.places[name] != nil { return here.kind == .module ? nil : scope }
      guard let parent = here.parent else { return nil }
      scope = parent
    }
  }

  mutating func capture(_ name: String, of scope: Int) { scopes[scope].captured.insert(name) }
}
