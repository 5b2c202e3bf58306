/// Breaks a formula that is too wide: before its relations, then before plus and minus and after
/// commas, then, if it must be, at the same places within brackets.
struct FormulaBreaking {
  /// The columns there are.
  private let width: Int
  /// The columns to be filled; fewer, where lines are wished even.
  private let measure: Int
  private var items: [Item] = []
  private var lines: [[FormulaSetter.Piece]] = [[]]
  private var used = 0
  /// The column of the first relation: those that begin a line stand under it.
  private var relation: Int?
  /// Where the brackets open on the present line stand.
  private var brackets: [Int] = []
  private var mustBreak = false

  /// An atom, and how many brackets it stands in.
  private struct Item {
    var piece: FormulaSetter.Piece
    var depth: Int
  }

  /// How deep within brackets a line may end.
  private static let depthLimit = 4

  /// The formula in boxes to stand one under the other, at most `width` wide if that can be.
  static func boxes(
    of node: FormulaNode, setter: FormulaSetter, width: Int, measure: Int
  ) -> [FormulaBox] {
    let nodes = node.nodes
    guard nodes.count == 1, case .grid(let grid) = nodes[0].kind, grid.arrangement != .matrix,
      grid.arrangement != .cases
    else { return FormulaBreaking(nodes, setter: setter, width: width, measure: measure).boxes }
    var relation: Int?
    var boxes: [FormulaBox] = []
    for row in grid.rows {
      let breaking = FormulaBreaking(
        row.flatMap(\.nodes), setter: setter, width: width, measure: measure, relation: relation)
      relation = breaking.relation
      boxes += breaking.boxes
    }
    return boxes
  }

  /// Breaks a row; one that begins with a relation has it under that of the row before.
  private init(
    _ nodes: [FormulaNode], setter: FormulaSetter, width: Int, measure: Int, relation: Int? = nil
  ) {
    self.width = width
    self.measure = measure
    items = setter.pieces(nodes, openFences: true).flatMap { Self.flattened($0, depth: 0) }
    if let relation, items.first?.piece.left == .relation {
      self.relation = relation
      used = relation
    } else {
      findRelation()
    }
    place(items.indices, level: 0)
  }

  private var boxes: [FormulaBox] { lines.map { FormulaSetter.joined($0) } }

  private static func flattened(_ piece: FormulaSetter.Piece, depth: Int) -> [Item] {
    guard piece.parts.count > 1, depth < depthLimit else {
      return [Item(piece: piece, depth: depth)]
    }
    var items = piece.parts.flatMap { flattened($0, depth: depth + 1) }
    items[0].piece.gap = piece.gap
    return items
  }

  private mutating func findRelation() {
    var column = 0
    for (index, item) in items.enumerated() {
      if index > 0, item.depth == 0, item.piece.left == .relation {
        relation = column + item.piece.gap <= width / 3 ? column + item.piece.gap : 2
        return
      }
      column += item.piece.gap + item.piece.box.width
    }
  }

  // MARK: Placing

  /// Puts a stretch on the present line, or breaks it at a level: 0 before relations, 1 at other
  /// places outside of brackets, more for each bracket around it.
  private mutating func place(_ range: Range<Int>, level: Int) {
    if !mustBreak, used + columns(of: range) <= measure { return append(range) }
    guard level <= Self.depthLimit + 1 else {
      if used > 2 { beginLine(at: 2) }
      return append(range)
    }
    let parts = parts(of: range, level: level)
    guard parts.count > 1 else { return place(range, level: level + 1) }
    for part in parts {
      if !mustBreak, used + columns(of: part) <= measure {
        append(part)
      } else if used > 0, columns(of: part) + 2 <= width {
        beginLine(at: min(margin(before: part.lowerBound), width - columns(of: part)))
        append(part)
      } else {
        if mustBreak { beginLine(at: margin(before: part.lowerBound)) }
        place(part, level: level + 1)
        mustBreak = level == 0
      }
    }
    if level > 0 { mustBreak = false }
  }

  private func columns(of range: Range<Int>) -> Int {
    items[range].reduce(0) { $0 + $1.piece.gap + $1.piece.box.width }
  }

  private mutating func append(_ range: Range<Int>) {
    for item in items[range] {
      var piece = item.piece
      if lines[lines.count - 1].isEmpty { piece.gap = used }
      lines[lines.count - 1].append(piece)
      used = lines[lines.count - 1].reduce(0) { $0 + $1.gap + $1.box.width }
      while brackets.count > item.depth { brackets.removeLast() }
      while brackets.count < item.depth { brackets.append(used - piece.box.width) }
      if piece.left == .open, piece.right == .open {
        while brackets.count > item.depth - 1, !brackets.isEmpty { brackets.removeLast() }
        brackets.append(used)
      }
    }
  }

  private mutating func beginLine(at column: Int) {
    mustBreak = false
    used = column
    lines.append([])
  }

  /// How far in a line stands that begins with an atom.
  private func margin(before index: Int) -> Int {
    let item = items[index]
    if item.depth == 0 {
      return item.piece.left == .relation ? relation ?? 2 : relation.map { $0 + 2 } ?? 2
    }
    let bracket = item.depth - 1 < brackets.count ? brackets[item.depth - 1] : nil
    return bracket.map { $0 <= width / 2 ? $0 : width / 4 } ?? 4
  }

  // MARK: Places to break

  private func parts(of range: Range<Int>, level: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropFirst() where mayBreak(before: index, level: level) {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private func mayBreak(before index: Int, level: Int) -> Bool {
    let piece = items[index].piece
    let isRelation = piece.left == .relation
    if level == 0 { return items[index].depth == 0 && isRelation }
    guard items[index].depth == level - 1 else { return false }
    let isBinary = piece.left == .binary && piece.form != .sign
    return isBinary || isRelation || items[index - 1].piece.right == .punctuation
  }
}
