import Lessons

/// A part of a formula as it was parsed, and where it stands in the LaTeX.
struct FormulaNode: Sendable, Hashable {
  var kind: Kind
  var position: Int

  init(_ kind: Kind, at position: Int) {
    self.kind = kind
    self.position = position
  }

  /// What a part of a formula is.
  indirect enum Kind: Sendable, Hashable {
    /// Characters that belong together, and how they keep their distance.
    case symbol(String, AtomClass, Style.Attributes)
    /// A bracket or bar that was asked to grow: `\bigl(`.
    case delimiter(String, AtomClass)
    /// Text: `\text{otherwise}`, `\mathrm{softmax}`.
    case word(String, Style.Attributes)
    /// `\sum`, `\log`, `\max`; limits stand over and under it in a displayed formula.
    case operation(String, limits: Bool)
    case row([FormulaNode])
    case fraction(FormulaNode, FormulaNode, rule: Bool, isSmall: Bool)
    case root(FormulaNode, index: FormulaNode?)
    case scripts(Scripts)
    case fence(Fence)
    case accent(Accent, FormulaNode)
    case line(isOver: Bool, FormulaNode)
    case brace(isOver: Bool, FormulaNode)
    case space(Int)
    case grid(Grid)
    case classed(AtomClass, FormulaNode)
    case phantom(FormulaNode)
    case boxed(FormulaNode)
    case struck(FormulaNode)
  }

  /// What is raised and lowered at a base.
  struct Scripts: Sendable, Hashable {
    var base: FormulaNode
    var lower: FormulaNode?
    var upper: FormulaNode?
    var primes = 0
    /// Whether they stand over and under the base; nil leaves it to the base.
    var limits: Bool?
  }

  /// Something between two delimiters, either of which may be empty.
  struct Fence: Sendable, Hashable {
    var open: String
    var close: String
    /// The contents, cut at each `\middle`.
    var parts: [FormulaNode]
    var middles: [String] = []
    /// Whether it was asked to grow; if not, it does only for what is tall itself.
    var grows: Bool
  }

  /// A mark over a letter.
  enum Accent: String, Sendable, Hashable { case hat, bar, tilde, vector, dot, ddot, check, breve }

  /// Rows and columns: a matrix, cases or aligned equations.
  struct Grid: Sendable, Hashable {
    enum Arrangement: Sendable, Hashable { case matrix, cases, aligned, gathered }

    var arrangement: Arrangement
    var rows: [[FormulaNode]]
    var alignments: [Block.Alignment]
    var open = ""
    var close = ""
    /// The rows a line stands over.
    var rules: Set<Int> = []
    /// The columns a bar stands before.
    var bars: Set<Int> = []
  }
}

/// How an atom keeps its distance from its neighbours, after TeX.
enum AtomClass: Int, Sendable, Hashable {
  case ordinary, operation, binary, relation, open, close, punctuation, inner
}
