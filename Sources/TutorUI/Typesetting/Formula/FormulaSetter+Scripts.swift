extension FormulaSetter {
  /// A base with what is raised and lowered at it, or stands over and under it.
  func scripts(_ scripts: FormulaNode.Scripts) -> Piece {
    var base = base(of: scripts)
    if scripts.primes > 0 {
      let primes = String(repeating: "′", count: scripts.primes)
      base.box = .beside([(0, base.box), (0, FormulaBox(primes))])
    }
    guard scripts.lower != nil || scripts.upper != nil else { return base }
    if case .brace(let isOver, let inner) = scripts.base.kind {
      let label = isOver ? scripts.upper : scripts.lower
      return isLinear ? annotated(base, label) : braced(inner, isOver: isOver, label: label)
    }
    if !isLinear, hasLimits(scripts) { return limits(scripts, base: base) }
    return isLinear ? linearScripts(scripts, base) : raisedScripts(scripts, base)
  }

  private func base(of scripts: FormulaNode.Scripts) -> Piece {
    var base = piece(scripts.base)
    if isLinear, base.form == .slash {
      base = Piece(
        .beside([(0, FormulaBox("(")), (0, base.box), (0, FormulaBox(")"))]), .ordinary)
    }
    if base.left == .binary || base.left == .relation, scripts.limits == nil {
      base.form = .plain
    }
    return base
  }

  /// What a brace on one row comes to: its label in brackets after it.
  private func annotated(_ base: Piece, _ label: FormulaNode?) -> Piece {
    guard let label else { return base }
    return Piece(
      .beside([(0, base.box), (1, FormulaBox("(")), (0, box(label)), (0, FormulaBox(")"))]),
      .ordinary)
  }

  private func hasLimits(_ scripts: FormulaNode.Scripts) -> Bool {
    if let asked = scripts.limits { return asked }
    if case .operation(_, let limits) = scripts.base.kind {
      return limits && !isScript && !(isInner && isShort(scripts))
    }
    if case .brace = scripts.base.kind { return true }
    if case .classed(.operation, _) = scripts.base.kind { return !isScript }
    return false
  }

  /// Whether all of an operator's limits exist in small characters.
  private func isShort(_ scripts: FormulaNode.Scripts) -> Bool {
    let lower = scripts.lower.map { twin(of: $0, isRaised: false, limit: 4) != nil } ?? true
    let upper = scripts.upper.map { twin(of: $0, isRaised: true, limit: 3) != nil } ?? true
    return lower && upper
  }

  /// Scripts over and under a base.
  private func limits(_ scripts: FormulaNode.Scripts, base: Piece) -> Piece {
    var rows = [base.box]
    var baseline = base.box.above
    if let upper = scripts.upper {
      let box = script.box(upper)
      rows.insert(box, at: 0)
      baseline += box.height
    }
    if let lower = scripts.lower { rows.append(script.box(lower)) }
    var piece = base
    piece.box = .stacked(rows, baseline: baseline)
    return piece
  }

  // MARK: Two dimensions

  /// Scripts beside a base: in small characters on its row where they exist, else a row higher or
  /// lower.
  private func raisedScripts(_ scripts: FormulaNode.Scripts, _ base: Piece) -> Piece {
    let small = scripts.lower.flatMap { twin(of: $0, isRaised: false, limit: 4) }
    let smallUpper = scripts.upper.flatMap { twin(of: $0, isRaised: true, limit: 3) }
    let high = isHigh(scripts.base, base) ? base.box.above : 0
    let low = isHigh(scripts.base, base) ? base.box.below : 0
    var piece = base
    var taken = 0
    if let small {
      let box = FormulaBox(small)
      piece.box = Self.attach(box, to: piece.box, row: low)
      taken = box.width
    }
    if let smallUpper, scripts.lower == nil || small != nil {
      let column = high == 0 && low == 0 || taken == 0 ? nil : base.box.width
      piece.box = Self.attach(FormulaBox(smallUpper), to: piece.box, row: -high, column: column)
      return withForm(piece)
    }
    let column = high + low > 0 || small == nil ? base.box.width : piece.box.width
    if let upper = scripts.upper {
      let box = script.box(upper)
      let row = high > 0 ? -high - box.below : -1 - box.below
      piece.box = Self.attach(box, to: piece.box, row: row, column: column)
    }
    if let lower = scripts.lower, small == nil {
      let box = script.box(lower)
      let row = low > 0 ? low + box.above : 1 + box.above
      piece.box = Self.attach(box, to: piece.box, row: row, column: column)
    }
    return withForm(piece)
  }

  private func withForm(_ piece: Piece) -> Piece {
    var piece = piece
    if piece.form == .fraction || piece.form == .slash { piece.form = .plain }
    return piece
  }

  /// Whether scripts keep to the top and bottom rows of the base rather than go beyond them.
  private func isHigh(_ node: FormulaNode, _ base: Piece) -> Bool {
    if case .fence = node.kind { return base.form == .tallFence }
    return base.box.isTall && base.box.height > 1
  }

  /// A box with another put at its right, the other's baseline `row` rows under its own.
  static func attach(
    _ other: FormulaBox, to box: FormulaBox, row: Int, column: Int? = nil
  ) -> FormulaBox {
    let place = column ?? box.width
    let above = max(box.above, other.above - row)
    let below = max(box.below, other.below + row)
    var result = FormulaBox(
      width: max(box.width, place + other.width), above: above, below: below)
    result.put(box, column: 0, row: above - box.above)
    result.put(other, column: place, row: above + row - other.above)
    result.isTall = box.isTall
    return result
  }

  // MARK: One row

  private func linearScripts(_ scripts: FormulaNode.Scripts, _ base: Piece) -> Piece {
    var piece = base
    piece.form = base.form == .bigOperator ? .bigOperator : .plain
    if let lower = scripts.lower {
      append(lower, mark: "_", isRaised: false, to: &piece)
    }
    if let upper = scripts.upper {
      append(upper, mark: "^", isRaised: true, to: &piece)
    }
    return piece
  }

  private func append(
    _ node: FormulaNode, mark: String, isRaised: Bool, to piece: inout Piece
  ) {
    if let small = twin(of: node, isRaised: isRaised, limit: 6) {
      piece.box = .beside([(0, piece.box), (0, FormulaBox(small))])
      if Characters.areASCII, piece.form != .bigOperator { piece.form = .caret }
      return
    }
    var box = script.box(node)
    if needsBrackets(node, isRaised: isRaised) {
      box = .beside([(0, FormulaBox("(")), (0, box), (0, FormulaBox(")"))])
    }
    piece.box = .beside([(0, piece.box), (0, FormulaBox(mark)), (0, box)])
    if piece.form != .bigOperator { piece.form = .caret }
  }

  private func needsBrackets(_ node: FormulaNode, isRaised: Bool) -> Bool {
    let nodes = node.nodes
    if !isRaised {
      let isName = nodes.allSatisfy { node in
        switch node.kind {
        case .symbol(_, .ordinary, _), .word: true
        default: false
        }
      }
      if isName { return false }
    }
    guard nodes.count == 1 else { return true }
    let piece = script.piece(nodes[0])
    switch nodes[0].kind {
    case .fence, .symbol: return false
    case .grid: return true
    case .word(let text, _): return text.contains(" ")
    default: return piece.form == .slash || piece.form == .caret || piece.form == .sign
    }
  }
}
