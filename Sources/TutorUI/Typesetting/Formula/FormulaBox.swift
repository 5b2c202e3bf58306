/// A part of a formula set as rows of cells, one of which is the baseline.
struct FormulaBox: Sendable, Hashable {
  /// The columns of every row.
  let width: Int
  /// How many rows stand above the baseline.
  let above: Int
  /// How many rows stand below it.
  let below: Int
  /// The rows' cells, from the top left.
  private(set) var cells: [Cell]
  /// Whether brackets around it should grow: it holds a fraction, limits or a table.
  var isTall = false

  /// How many rows there are.
  var height: Int { above + 1 + below }

  /// An empty box.
  init(width: Int, above: Int = 0, below: Int = 0) {
    self.width = width
    self.above = above
    self.below = below
    cells = Array(
      repeating: Cell(scalar: 0x20, style: Style(.formula)), count: width * (above + 1 + below))
  }

  /// One row of text.
  init(_ text: String, _ attributes: Style.Attributes = []) {
    let style = Style(.formula, attributes)
    var cells: [Cell] = []
    for scalar in ASCIIText.laidOut(text).unicodeScalars {
      switch CharacterWidth.columns(of: scalar) {
      case 0:
        if !cells.isEmpty { cells[cells.count - 1].mark = scalar.value }
      case 2:
        cells.append(Cell(scalar: scalar.value, style: style))
        cells.append(Cell(scalar: 0, style: style))
      default: cells.append(Cell(scalar: scalar.value, style: style))
      }
    }
    width = cells.count
    above = 0
    below = 0
    self.cells = cells
  }

  /// Nothing at all.
  static let empty = FormulaBox("")

  /// Puts another box's cells into this one, its top left at a place counted from this one's.
  mutating func put(_ box: FormulaBox, column: Int, row: Int) {
    for y in 0..<box.height where row + y >= 0 && row + y < height {
      let from = y * box.width
      let to = (row + y) * width + column
      for x in 0..<box.width where column + x >= 0 && column + x < width {
        cells[to + x] = box.cells[from + x]
      }
    }
  }

  /// Puts a mark over the characters of a one-row box.
  func marked(_ mark: Unicode.Scalar) -> FormulaBox {
    var box = self
    for index in box.cells.indices where box.cells[index].scalar > 0x20 {
      box.cells[index].mark = mark.value
    }
    return box
  }

  /// The same box with more attributes.
  func adding(_ attributes: Style.Attributes) -> FormulaBox {
    var box = self
    for index in box.cells.indices {
      box.cells[index].style = box.cells[index].style.adding(attributes)
    }
    return box
  }

  /// The same cells with the baseline on another row.
  func aligned(above: Int) -> FormulaBox {
    var box = FormulaBox(width: width, above: above, below: height - 1 - above)
    box.cells = cells
    box.isTall = isTall
    return box
  }

  /// Boxes side by side, their baselines on one row.
  static func beside(_ boxes: [(gap: Int, box: FormulaBox)]) -> FormulaBox {
    let width = boxes.reduce(0) { $0 + $1.gap + $1.box.width }
    let above = boxes.reduce(0) { max($0, $1.box.above) }
    let below = boxes.reduce(0) { max($0, $1.box.below) }
    var result = FormulaBox(width: width, above: above, below: below)
    var column = 0
    for (gap, box) in boxes {
      column += gap
      result.put(box, column: column, row: above - box.above)
      column += box.width
      if box.isTall { result.isTall = true }
    }
    return result
  }

  /// Boxes one under the other, each centred; `baseline` says which row of all of them it is.
  static func stacked(_ boxes: [FormulaBox], baseline: Int) -> FormulaBox {
    let width = boxes.reduce(0) { max($0, $1.width) }
    let height = boxes.reduce(0) { $0 + $1.height }
    var result = FormulaBox(width: width, above: baseline, below: height - 1 - baseline)
    var row = 0
    for box in boxes {
      result.put(box, column: (width - box.width) / 2, row: row)
      row += box.height
    }
    result.isTall = true
    return result
  }

  /// The cells of the row that the baseline is.
  var onBaseline: ArraySlice<Cell> { cells[(above * width)..<((above + 1) * width)] }

  /// The rows as lines, without the blanks at their ends.
  var lines: [StyledLine] { (0..<height).map { line($0) } }

  private func line(_ row: Int) -> StyledLine {
    var end = width
    let start = row * width
    while end > 0, cells[start + end - 1].scalar == 0x20, cells[start + end - 1].mark == 0 {
      end -= 1
    }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(end)
    for cell in cells[start..<(start + end)] where cell.scalar != 0 {
      let isBlank = cell.scalar == 0x20
      let style = isBlank ? glyphs.last?.style ?? Style(.formula) : cell.style
      glyphs.append(Glyph(Unicode.Scalar(cell.scalar) ?? " ", style))
      if cell.mark != 0, let mark = Unicode.Scalar(cell.mark) { glyphs.append(Glyph(mark, style)) }
    }
    return StyledLine(glyphs: glyphs[...])
  }
}
