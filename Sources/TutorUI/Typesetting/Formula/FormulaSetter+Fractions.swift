extension FormulaSetter {
  /// One thing over another with a rule between them, a column longer on both sides.
  func fraction(_ top: FormulaNode, _ bottom: FormulaNode, hasRule: Bool) -> Piece {
    let over = box(top)
    let under = box(bottom)
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
    let isSimple = inner.height == 1 && inner.width == 1
    if isSimple, index == nil {
      return Piece(.beside([(0, FormulaBox("√")), (0, inner)]), .ordinary)
    }
    var box = inner.height == 1 ? lowRoot(inner) : highRoot(inner)
    if let index {
      let degree = script.box(index)
      let row = inner.height == 1 ? 0 : box.height - 1 - inner.height / 2
      var result = FormulaBox(
        width: degree.width - 1 + box.width, above: box.above, below: box.below)
      result.put(box, column: degree.width - 1, row: 0)
      let place = min(max(0, row - degree.below - 1), box.height - 1)
      result.put(degree, column: 0, row: place)
      result.isTall = box.isTall
      box = result
    }
    return Piece(box, .ordinary)
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
    let height = inner.height
    var box = FormulaBox(
      width: inner.width + height + 1, above: inner.above + 1, below: inner.below)
    box.put(FormulaBox(String(repeating: "_", count: inner.width)), column: height + 1, row: 0)
    for step in 0..<height {
      box.put(FormulaBox("╱"), column: height - step, row: 1 + step)
    }
    box.put(FormulaBox("╲"), column: 0, row: height)
    box.put(inner, column: height + 1, row: 1)
    box.isTall = inner.isTall
    return box
  }

  private func linearRoot(_ radicand: FormulaNode, index: FormulaNode?) -> Piece {
    let parts = pieces(radicand.nodes)
    var inner = Self.joined(parts)
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
