extension FormulaSetter {
  /// A letter with a mark over it; over more than one letter the mark stands a row higher.
  func accented(_ node: FormulaNode, _ accent: FormulaNode.Accent) -> Piece {
    let inner = box(node)
    guard inner.height == 1, inner.width > 0 else {
      return Piece(over(inner, accent: accent), .ordinary)
    }
    if Characters.areASCII {
      return Piece(.beside([(0, inner), (0, FormulaBox("_" + accent.rawValue))]), .ordinary)
    }
    if accent == .vector {
      return Piece(isLinear ? inner.adding(.bold) : over(inner, accent: accent), .ordinary)
    }
    let cell = inner.cells[0]
    if inner.width == 1, let scalar = Unicode.Scalar(cell.scalar),
      let (letter, mark) = FormulaWords.accented(scalar, accent)
    {
      var box = FormulaBox(String(letter), cell.style.attributes)
      if let mark { box = box.marked(mark) }
      return Piece(box, .ordinary)
    }
    guard isLinear else { return Piece(over(inner, accent: accent), .ordinary) }
    let mark = FormulaWords.accented(" ", accent)?.mark ?? "\u{305}"
    return Piece(inner.marked(accent == .bar ? "\u{305}" : mark), .ordinary)
  }

  private func over(_ inner: FormulaBox, accent: FormulaNode.Accent) -> FormulaBox {
    let sign =
      switch accent {
      case .hat: "^"
      case .bar: String(repeating: "_", count: inner.width)
      case .tilde: "~"
      case .vector: String(repeating: "─", count: max(0, inner.width - 1)) + "→"
      case .dot: "."
      case .ddot: ".."
      case .check: "ˇ"
      case .breve: "˘"
      }
    var box = FormulaBox.stacked([FormulaBox(sign), inner], baseline: inner.above + 1)
    box.isTall = inner.isTall
    return box
  }

  /// A line over or under something.
  func lined(_ node: FormulaNode, isOver: Bool) -> Piece {
    let inner = box(node)
    if Characters.areASCII, isOver, inner.height == 1 {
      guard inner.width > 1 else { return accented(node, .bar) }
      return Piece(
        .beside([(0, FormulaBox("bar(")), (0, inner), (0, FormulaBox(")"))]), .ordinary)
    }
    guard !isLinear, !(isOver && inner.height == 1 && inner.width == 1) else {
      if inner.width == 1, isOver { return accented(node, .bar) }
      return Piece(isOver ? inner.marked("\u{305}") : inner.adding(.underline), .ordinary)
    }
    guard isOver else {
      return Piece(inner.height == 1 ? inner.adding(.underline) : inner, .ordinary)
    }
    let rule = FormulaBox(String(repeating: "_", count: inner.width))
    var box = FormulaBox.stacked([rule, inner], baseline: inner.above + 1)
    box.isTall = inner.isTall
    return Piece(box, .ordinary)
  }

  /// A brace over or under something, with a label at its point.
  func braced(_ node: FormulaNode, isOver: Bool, label: FormulaNode?) -> Piece {
    let inner = box(node)
    let width = max(3, inner.width)
    let arm = (width - 3) / 2
    let rest = width - 3 - arm
    let ends = isOver ? ("╭", "┴", "╮") : ("╰", "┬", "╯")
    let brace = FormulaBox(
      ends.0 + String(repeating: "─", count: arm) + ends.1 + String(repeating: "─", count: rest)
        + ends.2)
    var rows = [inner, brace]
    if let label { rows.append(script.box(label)) }
    if isOver { rows.reverse() }
    let baseline = isOver ? rows.dropLast().reduce(0) { $0 + $1.height } : 0
    return Piece(.stacked(rows, baseline: baseline + inner.above), .ordinary)
  }

  /// Something in a frame.
  func boxed(_ node: FormulaNode) -> Piece {
    let inner = box(node)
    guard !isLinear else {
      return Piece(.beside([(0, FormulaBox("[")), (0, inner), (0, FormulaBox("]"))]), .ordinary)
    }
    let bar = String(repeating: "─", count: inner.width + 2)
    var box = FormulaBox(
      width: inner.width + 4, above: inner.above + 1, below: inner.below + 1)
    box.put(FormulaBox("┌\(bar)┐"), column: 0, row: 0)
    box.put(FormulaBox("└\(bar)┘"), column: 0, row: box.height - 1)
    for row in 1..<(box.height - 1) {
      box.put(FormulaBox("│"), column: 0, row: row)
      box.put(FormulaBox("│"), column: box.width - 1, row: row)
    }
    box.put(inner, column: 2, row: 1)
    return Piece(box, .ordinary)
  }
}
