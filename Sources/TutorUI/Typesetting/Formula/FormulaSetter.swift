/// Sets the tree of a formula as boxes: on one row within text, in two dimensions when displayed.
struct FormulaSetter {
  /// Whether everything must stand on one row.
  var isLinear: Bool
  /// Whether this is a script, in which operators stand close.
  var isScript = false
  /// Whether this is part of a fraction, in which short limits stand beside their operator.
  var isInner = false

  /// A part of a row: its box, and how it keeps its distance on both sides.
  struct Piece {
    var box: FormulaBox
    var left: AtomClass
    var right: AtomClass
    var form = Form.plain
    /// The columns asked for before it (`\quad`).
    var space = 0
    /// What it was put together from, if a line may end within it.
    var parts: [Piece] = []
    /// The columns before it, once its neighbours are known.
    var gap = 0

    /// What about a piece matters for the distance to its neighbours.
    enum Form { case plain, sign, fraction, slash, caret, bigOperator, tallFence }

    init(_ box: FormulaBox, _ atomClass: AtomClass, _ form: Form = .plain) {
      self.box = box
      left = atomClass
      right = atomClass
      self.form = form
    }
  }

  /// The setter for scripts of what this one sets.
  var script: FormulaSetter { FormulaSetter(isLinear: isLinear, isScript: true) }
  /// The setter for the parts of a fraction.
  var inner: FormulaSetter { FormulaSetter(isLinear: isLinear, isScript: isScript, isInner: true) }
  /// The setter that keeps to one row.
  var linear: FormulaSetter { FormulaSetter(isLinear: true, isScript: isScript) }

  /// Sets a node.
  func box(_ node: FormulaNode) -> FormulaBox { piece(node).box }

  /// Sets a node, and says how it keeps its distance.
  func piece(_ node: FormulaNode) -> Piece {
    switch node.kind {
    case .symbol(let text, let atomClass, let attributes):
      Piece(FormulaBox(text, attributes), atomClass)
    case .delimiter(let text, let atomClass): Piece(FormulaBox(text), atomClass)
    case .word(let text, let attributes): Piece(FormulaBox(text, attributes), .ordinary)
    case .operation(let text, _):
      Piece(FormulaBox(text), .operation, Self.isBig(text) ? .bigOperator : .plain)
    case .row(let nodes): row(nodes)
    case .fraction(let top, let bottom, let rule, let isSmall):
      isLinear || isSmall
        ? linearFraction(top, bottom, hasRule: rule) : fraction(top, bottom, hasRule: rule)
    case .root(let radicand, let index): root(radicand, index: index)
    case .scripts(let scripts): self.scripts(scripts)
    case .fence(let fence): self.fence(fence)
    case .accent(let accent, let base): accented(base, accent)
    case .line(let isOver, let base): lined(base, isOver: isOver)
    case .brace(let isOver, let base):
      isLinear ? piece(base) : braced(base, isOver: isOver, label: nil)
    case .space(let columns): Piece(FormulaBox(width: columns), .ordinary)
    case .grid(let grid): self.grid(grid)
    case .classed(let atomClass, let inner): classed(inner, atomClass)
    case .phantom(let inner): phantom(inner)
    case .boxed(let inner): boxed(inner)
    case .struck(let inner) where Characters.areASCII:
      Piece(.beside([(0, FormulaBox("not")), (1, box(inner))]), .ordinary)
    case .struck(let inner): Piece(box(inner).marked("\u{338}"), .ordinary)
    }
  }

  static func isBig(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.value > 0x2000
  }

  private func classed(_ inner: FormulaNode, _ atomClass: AtomClass) -> Piece {
    var piece = piece(inner)
    piece.left = atomClass
    piece.right = atomClass
    if piece.form == .slash { piece = Piece(piece.box, atomClass) }
    return piece
  }

  private func phantom(_ inner: FormulaNode) -> Piece {
    let box = box(inner)
    return Piece(FormulaBox(width: box.width, above: box.above, below: box.below), .ordinary)
  }

  // MARK: Rows

  /// A row as one piece; a single atom keeps its class.
  private func row(_ nodes: [FormulaNode]) -> Piece {
    let pieces = pieces(nodes)
    if pieces.count == 1, pieces[0].space == 0 { return pieces[0] }
    var piece = Piece(Self.joined(pieces), .ordinary)
    piece.form = pieces.last?.form == .caret ? .caret : .plain
    return piece
  }

  /// Pieces side by side with their gaps.
  static func joined(_ pieces: some Sequence<Piece>) -> FormulaBox {
    FormulaBox.beside(pieces.map { ($0.gap, $0.box) })
  }

  /// The atoms of a row with the gaps between them; `afterOrdinary` says that something invisible
  /// stands before, as in the right column of `aligned`.
  func pieces(
    _ nodes: [FormulaNode], afterOrdinary: Bool = false, openFences: Bool = false
  ) -> [Piece] {
    var pieces: [Piece] = []
    var space = 0
    for node in nodes {
      if case .space(let columns) = node.kind {
        space += columns
      } else {
        var piece = piece(node)
        if openFences { piece.parts = parts(of: node, piece) }
        piece.space = space
        space = 0
        pieces.append(piece)
      }
    }
    if space > 1 { pieces.append(Piece(FormulaBox(width: space - 1), .ordinary)) }
    resolveSigns(&pieces, afterOrdinary: afterOrdinary)
    bracketFractions(&pieces)
    for index in pieces.indices {
      var gap = pieces[index].space
      if index > 0 {
        gap = max(gap, distance(from: pieces[index - 1], to: pieces[index]))
      } else if afterOrdinary {
        gap = max(gap, distance(from: Piece(.empty, .ordinary), to: pieces[0]))
      }
      pieces[index].gap = gap
    }
    return pieces
  }
}
