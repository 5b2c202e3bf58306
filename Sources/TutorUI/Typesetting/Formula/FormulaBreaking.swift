/// Breaks a formula that is too wide before its relations, and before plus and minus.
struct FormulaBreaking {
  let setter: FormulaSetter
  let width: Int

  init(_ setter: FormulaSetter, width: Int) {
    self.setter = setter
    self.width = width
  }

  /// The formula in boxes to stand one under the other.
  func boxes(of node: FormulaNode) -> [FormulaBox] {
    let nodes = node.nodes
    guard nodes.count == 1, case .grid(let grid) = nodes[0].kind, grid.arrangement == .aligned
    else {
      return boxes(of: setter.pieces(nodes))
    }
    return grid.rows.flatMap { row in
      boxes(of: setter.pieces(row.flatMap(\.nodes)))
    }
  }

  /// A stretch of a row that begins where a line may.
  private struct Part {
    var pieces: ArraySlice<FormulaSetter.Piece>
    var isRelation: Bool
    var width: Int { pieces.reduce(0) { $0 + $1.gap + $1.box.width } }
  }

  private func boxes(of pieces: [FormulaSetter.Piece]) -> [FormulaBox] {
    let parts = parts(of: pieces)
    let relation = pieces.firstIndex { $0.left == .relation }
    let before = FormulaSetter.joined(pieces[..<(relation ?? 0)]).width
    let indent = min(before, width / 3)
    var lines: [[FormulaSetter.Piece]] = []
    var used = 0
    for part in parts {
      let margin = lines.isEmpty ? 0 : part.isRelation ? indent : indent + (relation == nil ? 2 : 4)
      if let last = lines.indices.last, used + part.width <= width {
        lines[last] += part.pieces
        used += part.width
      } else {
        var pieces = Array(part.pieces)
        pieces[0].gap = lines.isEmpty ? 0 : margin
        used = pieces.reduce(0) { $0 + $1.gap + $1.box.width }
        if used > width, !lines.isEmpty {
          used -= margin - 2
          pieces[0].gap = 2
        }
        lines.append(pieces)
      }
    }
    return lines.map { FormulaSetter.joined($0) }
  }

  /// The row cut before each relation but the first, and before each plus and minus.
  private func parts(of pieces: [FormulaSetter.Piece]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    for index in pieces.indices.dropFirst() {
      let isRelation = pieces[index].left == .relation
      let isBinary = pieces[index].left == .binary && pieces[index].form != .sign
      let isAfterComma = pieces[index - 1].right == .punctuation
      guard isRelation || isBinary || isAfterComma else { continue }
      parts.append(Part(pieces: pieces[start..<index], isRelation: startsRelation(pieces, start)))
      start = index
    }
    if start < pieces.count {
      parts.append(Part(pieces: pieces[start...], isRelation: startsRelation(pieces, start)))
    }
    return parts
  }

  private func startsRelation(_ pieces: [FormulaSetter.Piece], _ index: Int) -> Bool {
    pieces[index].left == .relation
  }
}
