import Lessons

extension [Inline] {
  /// The text without its styles.
  var plain: String { reduce(into: "") { $0 += $1.plain } }
}

extension Inline {
  fileprivate var plain: String {
    switch self {
    case .text(let text), .code(let text), .number(let text), .formula(let text): text
    case .emphasis(let inner), .strong(let inner), .link(let inner, _): inner.plain
    case .computed(let expression, _, _): expression
    case .space, .lineBreak: " "
    }
  }
}
