import Lessons

extension FormulaSetter {
  /// A matrix, cases or aligned equations.
  func grid(_ grid: FormulaNode.Grid) -> Piece {
    if isLinear { return linearGrid(grid) }
    let cells = grid.rows.map { row in row.enumerated().map { cell($1, $0, in: grid) } }
    let count = cells.map(\.count).max() ?? 0
    guard count > 0 else { return Piece(.empty, .inner) }
    let widths = (0..<count).map { column in
      cells.reduce(0) { max($0, column < $1.count ? $1[column].width : 0) }
    }
    let rows = cells.map { row($0, widths: widths, in: grid) }
    let body = stacked(rows, in: grid)
    let height = body.height
    var boxes: [(gap: Int, box: FormulaBox)] = []
    let baseline = body.aligned(above: grid.arrangement == .cases ? height / 2 : (height - 1) / 2)
    boxes.append(
      (0, Self.delimiter(grid.open, above: baseline.above, below: baseline.below, isOpen: true)))
    boxes.append((grid.open.isEmpty ? 0 : 1, baseline))
    boxes.append(
      (
        grid.close.isEmpty ? 0 : 1,
        Self.delimiter(grid.close, above: baseline.above, below: baseline.below, isOpen: false)
      ))
    var box = FormulaBox.beside(boxes)
    box.isTall = true
    return Piece(box, .inner, grid.open.isEmpty ? .plain : .tallFence)
  }

  private func cell(_ node: FormulaNode, _ column: Int, in grid: FormulaNode.Grid) -> FormulaBox {
    let isRight = grid.arrangement == .aligned && column % 2 == 1
    return Self.joined(pieces(node.nodes, afterOrdinary: isRight))
  }

  private func alignment(_ column: Int, in grid: FormulaNode.Grid) -> Block.Alignment {
    switch grid.arrangement {
    case .aligned: column % 2 == 0 ? .trailing : .leading
    case .cases: .leading
    case .gathered: .centre
    case .matrix: column < grid.alignments.count ? grid.alignments[column] : .centre
    }
  }

  private func gap(before column: Int, in grid: FormulaNode.Grid) -> Int {
    if grid.bars.contains(column) { return 3 }
    guard column > 0 else { return 0 }
    switch grid.arrangement {
    case .aligned: return column % 2 == 1 ? 0 : 4
    case .cases: return 3
    case .gathered, .matrix: return 2
    }
  }

  private func row(
    _ cells: [FormulaBox], widths: [Int], in grid: FormulaNode.Grid
  ) -> FormulaBox {
    let above = cells.reduce(0) { max($0, $1.above) }
    let below = cells.reduce(0) { max($0, $1.below) }
    let width = widths.indices.reduce(0) { $0 + widths[$1] + gap(before: $1, in: grid) }
    var box = FormulaBox(width: width, above: above, below: below)
    var column = 0
    for (index, columnWidth) in widths.enumerated() {
      column += gap(before: index, in: grid)
      if grid.bars.contains(index) {
        for row in 0..<box.height { box.put(FormulaBox("│"), column: column - 2, row: row) }
      }
      if index < cells.count {
        let cell = cells[index]
        let before = alignment(index, in: grid).room(before: columnWidth - cell.width)
        box.put(cell, column: column + before, row: above - cell.above)
      }
      column += columnWidth
    }
    return box
  }

  /// The rows one under the other; an empty one between those that would touch.
  private func stacked(_ rows: [FormulaBox], in grid: FormulaNode.Grid) -> FormulaBox {
    let isPair = rows.count == 2 && grid.arrangement != .aligned && grid.arrangement != .gathered
    var boxes: [FormulaBox] = []
    for (index, row) in rows.enumerated() {
      let width = row.width
      if grid.rules.contains(index) {
        boxes.append(FormulaBox(String(repeating: "─", count: width)))
      } else if index > 0, isPair || rows[index - 1].below > 0 || row.above > 0 {
        boxes.append(FormulaBox(width: width))
      }
      boxes.append(row)
    }
    return .stacked(boxes, baseline: 0)
  }

  private func linearGrid(_ grid: FormulaNode.Grid) -> Piece {
    var boxes: [(gap: Int, box: FormulaBox)] = [(0, FormulaBox(grid.open.isEmpty ? "" : grid.open))]
    for (index, row) in grid.rows.enumerated() {
      if index > 0 { boxes.append((0, FormulaBox(grid.arrangement == .matrix ? ";" : ","))) }
      for (column, node) in row.enumerated() {
        let isRight = grid.arrangement == .aligned && column % 2 == 1
        let gap = index + column == 0 || isRight ? 0 : 1
        boxes.append((gap, cell(node, column, in: grid)))
      }
    }
    boxes.append((0, FormulaBox(grid.close)))
    return Piece(.beside(boxes), .inner)
  }
}
