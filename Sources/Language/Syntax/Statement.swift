/// A statement of the program.
enum Statement {
  case expression(Term)
  case assign(Assignment)
  case augment(Augmented)
  case annotate(Term)
  case `if`(Branches)
  case `while`(Loop)
  case `for`(Iteration)
  case define(Definition)
  case `class`(ClassDefinition)
  case `return`(Term?, SourceRange)
  case `break`, `continue`, pass
  case delete([Term], SourceRange)
  case `import`(Import)
  case `try`(Try)
  case with(With)
  case raise(Term?, cause: Term?, SourceRange)
  case assert(Term, message: Term?, SourceRange)
  case yield(Yield)
}

extension Statement {
  /// `a = b = value`, and `a: T = value`.
  final class Assignment {
    let targets: [Term]
    let value: Term

    init(_ targets: [Term], _ value: Term) {
      self.targets = targets
      self.value = value
    }
  }

  /// `target += value`.
  final class Augmented {
    let target: Term
    let symbol: BinaryOperator
    let value: Term
    let range: SourceRange

    init(_ target: Term, _ symbol: BinaryOperator, _ value: Term) {
      self.target = target
      self.symbol = symbol
      self.value = value
      range = target.range.to(value.range)
    }
  }

  /// `if`, every `elif`, and `else`.
  final class Branches {
    let branches: [(condition: Term, body: [Statement])]
    let otherwise: [Statement]
    let hasYield: Bool

    init(
      _ branches: [(condition: Term, body: [Statement])], otherwise: [Statement], hasYield: Bool
    ) {
      self.branches = branches
      self.otherwise = otherwise
      self.hasYield = hasYield
    }
  }

  /// `while condition: body else: otherwise`.
  final class Loop {
    let condition: Term
    let body: [Statement]
    let otherwise: [Statement]
    let hasYield: Bool

    init(_ condition: Term, _ body: [Statement], otherwise: [Statement], hasYield: Bool) {
      self.condition = condition
      self.body = body
      self.otherwise = otherwise
      self.hasYield = hasYield
    }
  }

  /// `for target in items: body else: otherwise`.
  final class Iteration {
    let target: Term
    let items: Term
    let body: [Statement]
    let otherwise: [Statement]
    let hasYield: Bool

    init(
      _ target: Term, _ items: Term, _ body: [Statement], otherwise: [Statement], hasYield: Bool
    ) {
      self.target = target
      self.items = items
      self.body = body
      self.otherwise = otherwise
      self.hasYield = hasYield
    }
  }

  /// `def name(...): ...` with its decorators.
  final class Definition {
    let name: Term.Name
    let code: FunctionCode
    let decorators: [Term]

    init(_ name: Term.Name, _ code: FunctionCode, decorators: [Term]) {
      self.name = name
      self.code = code
      self.decorators = decorators
    }
  }

  /// `class Name(Base): ...` with its decorators.
  final class ClassDefinition {
    let name: Term.Name
    let base: Term?
    let code: FunctionCode
    /// The names the body assigns, with the occurrence that says where each one lives.
    let decorators: [Term]
    /// The names the body annotates: the fields of a data class.
    let annotated: [String]
    let range: SourceRange

    init(
      _ name: Term.Name, base: Term?, _ code: FunctionCode, decorators: [Term],
      annotated: [String], _ range: SourceRange
    ) {
      self.annotated = annotated
      self.name = name
      self.base = base
      self.code = code
      self.decorators = decorators
      self.range = range
    }
  }

  /// `import a.b as c`, `from a import b as c`.
  final class Import {
    /// One name that is brought in.
    struct Item {
      var path: String
      /// The member of the module, for `from`; `*` for all.
      var member: String?
      /// The variable it goes to; nil for `*`.
      var target: Term.Name?
      /// Whether `import a.b` without `as` binds `a`.
      var bindsRoot: Bool
      var range: SourceRange
    }

    let items: [Item]

    init(_ items: [Item]) { self.items = items }
  }

  /// `try`, its handlers, `else` and `finally`.
  final class Try {
    /// One `except Type as name: body`.
    struct Handler {
      var type: Term?
      var name: Term.Name?
      var body: [Statement]
    }

    let body: [Statement]
    let handlers: [Handler]
    let otherwise: [Statement]
    let finally: [Statement]
    let hasYield: Bool

    init(
      _ body: [Statement], _ handlers: [Handler], otherwise: [Statement], finally: [Statement],
      hasYield: Bool
    ) {
      self.body = body
      self.handlers = handlers
      self.otherwise = otherwise
      self.finally = finally
      self.hasYield = hasYield
    }
  }

  /// `with a as b, c: body`.
  final class With {
    let items: [(context: Term, target: Term?)]
    let body: [Statement]
    let hasYield: Bool

    init(_ items: [(context: Term, target: Term?)], _ body: [Statement], hasYield: Bool) {
      self.items = items
      self.body = body
      self.hasYield = hasYield
    }
  }

  /// `yield value`, `target = yield value` and `yield from items`.
  final class Yield {
    let target: Term?
    let value: Term?
    let isFrom: Bool
    let range: SourceRange

    init(target: Term?, value: Term?, isFrom: Bool, _ range: SourceRange) {
      self.target = target
      self.value = value
      self.isFrom = isFrom
      self.range = range
    }
  }
}
