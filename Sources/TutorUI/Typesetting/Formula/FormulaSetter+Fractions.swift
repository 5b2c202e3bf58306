extension FormulaSetter {
  /// One thing over another with a rule between them, a column longer on both sides.
  func fraction(_ top: FormulaNode, _ bottom: FormulaNode, hasRule: Bool) -> Piece {
    let over = inner.box(top)
    let under = inner.box(bottom)
    guard hasRule else {
      let gap = FormulaBox(width: 1)
      return Piece(.stacked([over, gap, under], baseline: over.height), .inner)
    }
    let width = max(over.width, under.width) + 2
    let rule = FormulaBox(String(repeating: "─", count: width))
    return Piece(.stacked([over, rule, under], baseline: over.height), .inner, .fraction)
  }

  /// `a/b`, with brackets around what would otherwise be misread.
  func linearFraction(_ top: FormulaNode, _ bottom: FormulaNode, hasRule: Bool) -> Piece {
    let over = linear.bracketed(top, isDenominator: false)
    let under = linear.bracketed(bottom, isDenominator: true)
    guard hasRule else {
      return Piece(.beside([(0, over.box), (1, FormulaBox("¦")), (1, under.box)]), .inner)
    }
    let gap = over.isOpen || under.isOpen ? 1 : 0
    return Piece(
      .beside([(0, over.box), (gap, FormulaBox("/")), (gap, under.box)]), .inner, .slash)
  }

  /// A part of a one-row fraction, and whether spaces in it ask for some around the stroke.
  private func bracketed(
    _ node: FormulaNode, isDenominator: Bool
  ) -> (box: FormulaBox, isOpen: Bool) {
    let parts = pieces(node.nodes)
    let box = Self.joined(parts)
    let isSum = parts.contains { piece in
      piece.left == .binary || piece.left == .relation || piece.left == .punctuation
        || piece.form == .slash
    }
    let startsWithOperator = parts.first?.left == .operation
    let isDerivative = parts.count == 2 && node.nodes.first?.isDifferential == true
    let isProduct = isDenominator && parts.count > 1 && !startsWithOperator && !isDerivative
    if isSum
      || isProduct && !parts.dropFirst().allSatisfy({ $0.left == .open && $0.right == .close })
    {
      return (.beside([(0, FormulaBox("(")), (0, box), (0, FormulaBox(")"))]), false)
    }
    return (box, parts.dropFirst().contains { $0.gap > 0 })
  }

  /// A root: a radical sign with a line over what stands under it.
  func root(_ radicand: FormulaNode, index: FormulaNode?) -> Piece {
    if isLinear { return linearRoot(radicand, index: index) }
    let inner = box(radicand)
    if Characters.areASCII, inner.height == 1 { return linearRoot(radicand, index: index) }
    let isBare = inner.height == 1 && radicand.isOneAtom
    let radical =
      isBare
      ? FormulaBox.beside([(0, FormulaBox("√")), (0, inner)])
      : inner.height == 1 ? lowRoot(inner) : highRoot(inner)
    guard let index else { return Piece(radical, .ordinary) }
    if inner.height == 1, let degree = twin(of: index, isRaised: true, limit: 3) {
      return Piece(.beside([(0, FormulaBox(degree)), (0, radical)]), .ordinary)
    }
    let degree = script.box(index)
    let row = inner.height == 1 ? -1 : radical.below - 1
    let box = FormulaSetter.attach(
      radical, to: FormulaBox(width: 0), row: 0, column: max(0, degree.width - 1))
    return Piece(
      FormulaSetter.attach(degree, to: box, row: row - degree.below, column: 0), .ordinary)
  }

  private func lowRoot(_ inner: FormulaBox) -> FormulaBox {
    var box = FormulaBox(width: inner.width + 1, above: 1)
    box.put(FormulaBox(String(repeating: "_", count: inner.width)), column: 1, row: 0)
    box.put(FormulaBox("√"), column: 0, row: 1)
    box.put(inner, column: 1, row: 1)
    box.isTall = inner.isTall
    return box
  }

  private func highRoot(_ inner: FormulaBox) -> FormulaBox {
    var box = FormulaBox(width: inner.width + 3, above: inner.above + 1, below: inner.below)
    let line = String(repeating: "─", count: inner.width + 1)
    box.put(FormulaBox("┌" + line), column: 1, row: 0)
    for row in 1...inner.height { box.put(FormulaBox("│"), column: 1, row: row) }
    box.put(FormulaBox("╲"), column: 0, row: inner.height)
    box.put(inner, column: 3, row: 1)
    box.isTall = inner.isTall
    return box
  }

  private func linearRoot(_ radicand: FormulaNode, index: FormulaNode?) -> Piece {
    let parts = pieces(radicand.nodes)
    var inner = Self.joined(parts)
    if Characters.areASCII {
      let name = index.map { FormulaBox.beside([(0, FormulaBox("root_")), (0, box($0))]) }
      return Piece(
        .beside([
          (0, name ?? FormulaBox("sqrt")), (0, FormulaBox("(")), (0, inner), (0, FormulaBox(")")),
        ]), .ordinary)
    }
    if parts.count > 1 || parts.first?.form == .slash || parts.first?.form == .caret {
      inner = .beside([(0, FormulaBox("(")), (0, inner), (0, FormulaBox(")"))])
    }
    let degree = index.flatMap { twin(of: $0, isRaised: true, limit: 3) } ?? ""
    return Piece(.beside([(0, FormulaBox(degree)), (0, FormulaBox("√")), (0, inner)]), .ordinary)
  }
}

extension FormulaNode {
  /// The atoms of a row or a group; the node itself if it is none.
  var nodes: [FormulaNode] {
    switch kind {
    case .row(let nodes): nodes
    case .classed(.ordinary, let inner): inner.nodes
    default: [self]
    }
  }

  /// Whether it is one letter with what belongs to it, or a whole number.
  var isOneAtom: Bool {
    let nodes = nodes
    if nodes.count == 1 {
      switch nodes[0].kind {
      case .symbol, .accent: return true
      case .scripts(let scripts): return scripts.base.isOneAtom
      default: return false
      }
    }
    return nodes.allSatisfy { node in
      if case .symbol(let text, _, _) = node.kind { text >= "0" && text <= "9" } else { false }
    }
  }

  /// Whether it is the ∂ or d of a derivative.
  var isDifferential: Bool {
    switch kind {
    case .symbol(let text, _, _): text == "∂" || text == "d" || text == "∇"
    case .word(let text, _): text == "d"
    case .scripts(let scripts): scripts.base.isDifferential
    default: false
    }
  }
}
