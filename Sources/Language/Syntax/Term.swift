/// An expression of the program: a node of the tree, with its source range.
enum Term {
  case constant(Constant)
  case name(Name)
  case formatted(Formatted)
  case tuple(Items)
  case list(Items)
  case set(Items)
  case dict(Pairs)
  case unary(Unary)
  case not(Operand)
  case binary(Binary)
  case comparison(Chain)
  case logical(Logical)
  case conditional(Conditional)
  case lambda(FunctionCode)
  case call(CallTerm)
  case attribute(Attribute)
  case element(Element)
  case slice(Slice)
  case comprehension(Comprehension)
  case starred(Operand)
  case named(Named)

  /// Where it stands.
  var range: SourceRange {
    switch self {
    case .constant(let node): node.range
    case .name(let node): node.range
    case .formatted(let node): node.range
    case .tuple(let node), .list(let node), .set(let node): node.range
    case .dict(let node): node.range
    case .unary(let node): node.range
    case .not(let node), .starred(let node): node.range
    case .binary(let node): node.range
    case .comparison(let node): node.range
    case .logical(let node): node.range
    case .conditional(let node): node.range
    case .lambda(let node): node.range
    case .call(let node): node.range
    case .attribute(let node): node.range
    case .element(let node): node.range
    case .slice(let node): node.range
    case .comprehension(let node): node.range
    case .named(let node): node.range
    }
  }
}

extension Term {
  /// A number, a string, `None`, `True`, `False` or `...`.
  final class Constant {
    let value: Value
    let range: SourceRange

    init(_ value: Value, _ range: SourceRange) {
      self.value = value
      self.range = range
    }
  }

  /// A name; the program's `bindings` say at `occurrence` which variable it is.
  final class Name {
    let text: String
    let occurrence: Int
    let range: SourceRange

    init(_ text: String, _ occurrence: Int, _ range: SourceRange) {
      self.text = text
      self.occurrence = occurrence
      self.range = range
    }
  }

  /// An f-string: text and fields in order.
  final class Formatted {
    /// A stretch of an f-string.
    enum Part {
      case text(String)
      /// `{term!r:spec}`; `label` is the text before `=` in `{term=}`.
      case field(Term, conversion: UInt8?, spec: [Part], label: String?)
    }

    let parts: [Part]
    let range: SourceRange

    init(_ parts: [Part], _ range: SourceRange) {
      self.parts = parts
      self.range = range
    }
  }

  /// The items of a list, a tuple or a set.
  final class Items {
    let terms: [Term]
    let hasStars: Bool
    let range: SourceRange

    init(_ terms: [Term], _ range: SourceRange) {
      self.terms = terms
      self.range = range
      hasStars = terms.contains { if case .starred = $0 { true } else { false } }
    }
  }

  /// The pairs of a dict; a pair without a key is `**other`.
  final class Pairs {
    let pairs: [(key: Term?, value: Term)]
    let range: SourceRange

    init(_ pairs: [(key: Term?, value: Term)], _ range: SourceRange) {
      self.pairs = pairs
      self.range = range
    }
  }

  /// `-x`, `+x`, `~x`.
  final class Unary {
    let symbol: UnaryOperator
    let operand: Term
    let range: SourceRange

    init(_ symbol: UnaryOperator, _ operand: Term, _ range: SourceRange) {
      self.symbol = symbol
      self.operand = operand
      self.range = range
    }
  }

  /// The one term of `not x` and `*x`.
  final class Operand {
    let term: Term
    let range: SourceRange

    init(_ term: Term, _ range: SourceRange) {
      self.term = term
      self.range = range
    }
  }

  /// `a + b`.
  final class Binary {
    let symbol: BinaryOperator
    let left: Term
    let right: Term
    let range: SourceRange

    init(_ symbol: BinaryOperator, _ left: Term, _ right: Term) {
      self.symbol = symbol
      self.left = left
      self.right = right
      range = left.range.to(right.range)
    }
  }

  /// `a < b <= c`.
  final class Chain {
    /// What stands between two terms of a chain.
    enum Link {
      case compare(Comparison)
      case `in`, notIn, `is`, isNot
    }

    let first: Term
    let rest: [(link: Link, term: Term)]
    let range: SourceRange

    init(_ first: Term, _ rest: [(link: Link, term: Term)], _ range: SourceRange) {
      self.first = first
      self.rest = rest
      self.range = range
    }
  }

  /// `a and b and c`, or the same with `or`.
  final class Logical {
    let isAnd: Bool
    let terms: [Term]
    let range: SourceRange

    init(isAnd: Bool, _ terms: [Term], _ range: SourceRange) {
      self.isAnd = isAnd
      self.terms = terms
      self.range = range
    }
  }

  /// `a if condition else b`.
  final class Conditional {
    let condition: Term
    let then: Term
    let otherwise: Term
    let range: SourceRange

    init(_ condition: Term, then: Term, otherwise: Term) {
      self.condition = condition
      self.then = then
      self.otherwise = otherwise
      range = then.range.to(otherwise.range)
    }
  }
}
