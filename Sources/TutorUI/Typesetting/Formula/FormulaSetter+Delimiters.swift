extension FormulaSetter {
  /// Something between delimiters, which grow with it where that was asked or it is tall.
  func fence(_ fence: FormulaNode.Fence) -> Piece {
    let parts = fence.parts.enumerated().map { box($1, hugging: $0 > 0) }
    let grows = !isLinear && (fence.grows || parts.contains { $0.isTall })
    let above = grows ? parts.reduce(0) { max($0, $1.above) } : 0
    let below = grows ? parts.reduce(0) { max($0, $1.below) } : 0
    var boxes: [(gap: Int, box: FormulaBox)] = []
    boxes.append((0, Self.delimiter(fence.open, above: above, below: below, isOpen: true)))
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let middle = Self.delimiter(
          fence.middles[index - 1], above: above, below: below, isOpen: true)
        boxes.append((1, middle))
      }
      boxes.append((index > 0 ? 1 : 0, part))
    }
    boxes.append((0, Self.delimiter(fence.close, above: above, below: below, isOpen: false)))
    let isTall = above + below > 0
    var piece = Piece(.beside(boxes), .inner, isTall ? .tallFence : .plain)
    piece.box.isTall = isTall || parts.contains { $0.isTall }
    piece.left = .open
    piece.right = isTall ? .inner : .close
    return piece
  }

  /// A part of what is between delimiters; a space at the beginning of one is not set twice.
  private func box(_ part: FormulaNode, hugging: Bool) -> FormulaBox {
    guard hugging else { return box(part) }
    let nodes = part.nodes.drop { if case .space = $0.kind { true } else { false } }
    return Self.joined(pieces(Array(nodes)))
  }

  /// The atoms of something in brackets one row high, so that a line may end among them.
  func parts(of node: FormulaNode, _ piece: Piece) -> [Piece] {
    guard case .fence(let fence) = node.kind, piece.form != .tallFence, fence.parts.count == 1,
      !fence.open.isEmpty, !fence.close.isEmpty
    else { return [] }
    let inner = pieces(fence.parts[0].nodes, openFences: true)
    guard inner.count > 1 else { return [] }
    return [Piece(FormulaBox(fence.open), .open)] + inner + [Piece(FormulaBox(fence.close), .close)]
  }

  /// A delimiter as tall as it has to be; nothing for an empty one.
  static func delimiter(_ text: String, above: Int, below: Int, isOpen: Bool) -> FormulaBox {
    guard !text.isEmpty else { return .empty }
    let height = above + 1 + below
    guard height > 1 else { return FormulaBox(text) }
    if text == "{" || text == "}" { return brace(isOpen: text == "{", above: above, below: below) }
    guard let (top, middle, bottom) = pieces[text] else {
      var box = FormulaBox(width: 1, above: above, below: below)
      box.put(FormulaBox(text), column: 0, row: above)
      return box
    }
    var box = FormulaBox(width: 1, above: above, below: below)
    for row in 0..<height {
      let piece = row == 0 ? top : row == height - 1 ? bottom : middle
      box.put(FormulaBox(piece), column: 0, row: row)
    }
    return box
  }

  private static let pieces: [String: (String, String, String)] = [
    "(": ("⎛", "⎜", "⎝"), ")": ("⎞", "⎟", "⎠"), "[": ("⎡", "⎢", "⎣"), "]": ("⎤", "⎥", "⎦"),
    "|": ("│", "│", "│"), "‖": ("║", "║", "║"), "⌊": ("⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎦"),
    "⌈": ("⎡", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥"),
  ]

  /// A brace has three rows at least, its point at the baseline, or in the middle if that is an end.
  private static func brace(isOpen: Bool, above: Int, below: Int) -> FormulaBox {
    let above = above == 0 && below == 1 ? 1 : above
    let below = below == 0 && above == 1 ? 1 : below
    let height = above + 1 + below
    let point = above > 0 && below > 0 ? above : height / 2
    var box = FormulaBox(width: 1, above: above, below: below)
    let ends = isOpen ? ("⎧", "⎨", "⎩") : ("⎫", "⎬", "⎭")
    for row in 0..<height {
      let piece =
        row == 0 ? ends.0 : row == height - 1 ? ends.2 : row == point ? ends.1 : "⎪"
      box.put(FormulaBox(piece), column: 0, row: row)
    }
    return box
  }
}
