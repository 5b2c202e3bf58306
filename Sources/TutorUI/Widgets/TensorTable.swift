import Math

/// A tensor as a table with heads, its changed numbers marked.
struct TensorTable {
  /// The numbers.
  var tensor: Tensor
  /// What stands before the first row.
  var symbol = StyledLine()
  /// The numbers before the last change, or nil where nothing changed.
  var previous: Tensor?
  /// Whether all digits are shown.
  var isFull = false
  /// The place of an element, if it can be pointed at.
  var spot: (Int) -> Spot? = { _ in nil }
  /// The element the cursor is on.
  var focus: Int?
  /// Whether a zero is a number that became too small.
  var hasUnderflow = false

  /// The most rows shown.
  static let limit = 40

  /// The rows, for a grid with other rows above or below.
  func rows() -> [CellGrid.Row] {
    let text = TensorText(tensor: tensor, isFull: isFull)
    let columns = text.columns
    guard tensor.count > 0 else {
      let items = [CellGrid.Item(text: "[ ]", style: Style(.dim))]
      return [CellGrid.Row(head: symbol, items: items)]
    }
    var rows: [CellGrid.Row] = []
    for row in 0..<min(Self.limit, text.rows) {
      let items = (0..<columns).map { item(row * columns + $0, text) }
      let head = row == 0 ? symbol : StyledLine()
      rows.append(CellGrid.Row(head: head, index: text.index(ofRow: row), items: items))
    }
    if text.rows > Self.limit {
      let items = [CellGrid.Item(text: "⋮", style: Style(.dim))]
      rows.append(CellGrid.Row(items: items))
    }
    return rows
  }

  /// Heads for the columns: their numbers, where there is more than one.
  var heads: [String] {
    let columns = tensor.shape.last ?? 1
    return columns > 1 ? (0..<columns).map(String.init) : []
  }

  /// The table by itself, within a width.
  func plate(columns: Int) -> Plate {
    var grid = CellGrid(heads: heads, rows: rows())
    if let focus { grid.focusColumn = focus % max(1, tensor.shape.last ?? 1) }
    return grid.plate(columns: columns)
  }

  private func item(_ element: Int, _ text: TensorText) -> CellGrid.Item {
    let number = text[element]
    let value = tensor[flat: element].double
    var style = Style(.number)
    if hasChanged(element) {
      style = Style(.changed, .underline)
    } else if !value.isFinite || (hasUnderflow && value == 0) {
      style = Style(.warning)
    }
    return CellGrid.Item(text: number.text, style: style, spot: spot(element))
  }

  private func hasChanged(_ element: Int) -> Bool {
    guard let previous, previous.shape == tensor.shape else { return false }
    let before = previous[flat: element].double
    let now = tensor[flat: element].double
    return before != now && !(before.isNaN && now.isNaN)
  }
}
