/// Calls, attributes, subscripts, comprehensions: the terms that reach into something.
extension Term {
  /// `function(a, *rest, key=b, **more)`.
  final class CallTerm {
    /// One argument as it is written.
    enum Argument {
      case positional(Term)
      case keyword(String, Term)
      case star(Term)
      case doubleStar(Term)
    }

    let function: Term
    let arguments: [Argument]
    /// The terms, where all of them are positional: the common case.
    let positional: [Term]?
    let range: SourceRange

    init(_ function: Term, _ arguments: [Argument], _ range: SourceRange) {
      self.function = function
      self.arguments = arguments
      self.range = range
      let terms: [Term] = arguments.compactMap {
        if case .positional(let term) = $0 { term } else { nil }
      }
      positional = terms.count == arguments.count ? terms : nil
    }
  }

  /// `target.name`.
  final class Attribute {
    let target: Term
    let name: String
    let nameRange: SourceRange
    let range: SourceRange

    init(_ target: Term, _ name: String, nameRange: SourceRange) {
      self.target = target
      self.name = name
      self.nameRange = nameRange
      range = target.range.to(nameRange)
    }
  }

  /// `target[index]`.
  final class Element {
    let target: Term
    let index: Term
    let range: SourceRange

    init(_ target: Term, _ index: Term, _ range: SourceRange) {
      self.target = target
      self.index = index
      self.range = range
    }
  }

  /// `start:stop:step` between square brackets.
  final class Slice {
    let start: Term?
    let stop: Term?
    let step: Term?
    let range: SourceRange

    init(_ start: Term?, _ stop: Term?, _ step: Term?, _ range: SourceRange) {
      self.start = start
      self.stop = stop
      self.step = step
      self.range = range
    }
  }

  /// `name := value`.
  final class Named {
    let name: Name
    let value: Term
    let range: SourceRange

    init(_ name: Name, _ value: Term) {
      self.name = name
      self.value = value
      range = name.range.to(value.range)
    }
  }

  /// `[element for target in items if condition]` and its kin.
  final class Comprehension {
    /// What the values are gathered into.
    enum Kind {
      case list, set, dict, generator
    }

    /// One `for target in items if a if b`.
    struct Clause {
      var target: Term
      var items: Term
      var conditions: [Term]
    }

    let kind: Kind
    let element: Term
    /// The value after the colon of a dict comprehension.
    let value: Term?
    let clauses: [Clause]
    let range: SourceRange

    init(
      _ kind: Kind, _ element: Term, value: Term?, _ clauses: [Clause], _ range: SourceRange
    ) {
      self.kind = kind
      self.element = element
      self.value = value
      self.clauses = clauses
      self.range = range
    }
  }
}
