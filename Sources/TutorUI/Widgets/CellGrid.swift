/// Rows of numbers under heads, right-aligned, each number a place that can be pointed at.
///
/// Where not all columns fit, a window of them is shown and an ellipsis says that there are more.
struct CellGrid {
  /// One number.
  struct Item {
    var text: String
    var style = Style(.number)
    var spot: Spot?
  }

  /// A row: what it is called, its numbers, and what is said about it.
  struct Row {
    var head = StyledLine()
    var index = ""
    var items: [Item]
    var tail = StyledLine()
    /// Whether its one number stands for the whole row.
    var isScalar = false
  }

  /// Heads over the columns; may be empty.
  var heads: [String] = []
  /// The rows from top to bottom.
  var rows: [Row]
  /// The column that must be seen, where not all can be.
  var focusColumn = 0
  /// How many of the rows are drawn; all of them where nil.
  ///
  /// The others have their room kept, so that nothing moves when they come.
  var drawn: Int?

  /// The grid within a width.
  func plate(columns: Int) -> Plate {
    let count = rows.reduce(0) { max($0, $1.items.count) }
    let measures = Measures(grid: self, count: count, columns: columns)
    var plate = Plate()
    let drawn = rows.prefix(drawn ?? rows.count)
    if !heads.isEmpty, count > 0 {
      let wide = drawn.reduce(0) { max($0, $1.items.count) }
      // A number by itself, with longer rows still to come, is no column of theirs.
      plate.append(headLine(measures, over: wide == 1 && count > 1 ? 0 : wide))
    }
    for row in drawn { append(row, measures, to: &plate) }
    return plate
  }

  /// The heads over so many columns; those after have no number yet.
  private func headLine(_ measures: Measures, over count: Int) -> StyledLine {
    var line = StyledLine(String(repeating: " ", count: measures.lead))
    if measures.window.lowerBound > 0 { line = line.replacingEnd(with: "…") }
    for column in measures.window {
      let head = column < min(count, heads.count) ? heads[column] : ""
      line.runs +=
        StyledLine(head, Style(.dim)).cut(to: measures.widths[column])
        .padded(to: measures.widths[column] + CellGrid.gap, .trailing).runs
    }
    if measures.window.upperBound < count {
      line.runs.append(.init(" …", Style(.dim)))
    }
    return line
  }

  private func append(_ row: Row, _ measures: Measures, to plate: inout Plate) {
    var line = row.head.cut(to: measures.head).padded(to: measures.head)
    if measures.index > 0 {
      line =
        line + StyledLine(" ")
        + StyledLine(row.index, Style(.dim)).padded(to: measures.index, .trailing)
    }
    for column in measures.window where column < row.items.count {
      let item = row.items[column]
      let width = measures.widths[column]
      let start = line.columns
      let text = StyledLine(item.text, item.style).cut(to: width)
      line = line + text.padded(to: width + CellGrid.gap, .trailing)
      if let spot = item.spot {
        let columns = text.columns
        plate.targets.append(
          Target(
            spot: spot, row: plate.lines.count, column: start + width + CellGrid.gap - columns,
            columns: columns))
      }
    }
    if measures.window.upperBound < row.items.count { line.runs.append(.init(" …", Style(.dim))) }
    if !row.tail.runs.isEmpty, measures.tail > 4 {
      line = line.padded(to: measures.tailAt) + row.tail.cut(to: measures.tail)
    }
    plate.append(line)
  }

  /// The blanks before each number.
  static let gap = 2
}

extension CellGrid {
  /// How wide everything is, and which columns are seen.
  fileprivate struct Measures {
    var head: Int
    var index: Int
    var lead: Int
    var widths: [Int]
    var window: Range<Int>
    var tailAt: Int
    var tail: Int

    init(grid: CellGrid, count: Int, columns: Int) {
      index = grid.rows.reduce(0) { max($0, CharacterWidth.columns(of: $1.index)) }
      let indexed = index > 0 ? index + 1 : 0
      var widths = Array(repeating: 1, count: count)
      for row in grid.rows {
        for (column, item) in row.items.enumerated() {
          widths[column] = max(widths[column], CharacterWidth.columns(of: item.text))
        }
      }
      for (column, head) in grid.heads.enumerated() where column < count {
        widths[column] = max(widths[column], min(10, CharacterWidth.columns(of: head)))
      }
      // What stands before the numbers may take the room that they leave.
      let tails = min(columns / 4, grid.rows.reduce(0) { max($0, $1.tail.columns + 2) })
      let free = columns - indexed - tails - count * ((widths.max() ?? 1) + CellGrid.gap)
      head = min(
        max(8, columns / 3, free), grid.rows.reduce(0) { max($0, $1.head.columns) })
      lead = head + indexed
      let room = max(4, columns - lead)
      let widest = min(room - CellGrid.gap, widths.max() ?? 1)
      self.widths = Array(repeating: max(1, widest), count: count)
      let fitting = max(1, room / (max(1, widest) + CellGrid.gap))
      window = 0..<count
      if count > fitting {
        let shown = max(1, (room - 2) / (max(1, widest) + CellGrid.gap))
        let start = min(max(0, grid.focusColumn - shown + 1), count - shown)
        window = max(0, start)..<min(count, max(0, start) + shown)
      }
      tailAt = lead + window.count * (max(1, widest) + CellGrid.gap) + 2
      tail = columns - tailAt
    }
  }
}

extension StyledLine {
  /// The line with its last column given to a sign.
  fileprivate func replacingEnd(with sign: String) -> StyledLine {
    let columns = self.columns
    guard columns > 1 else { return self }
    return StyledLine(
      [.init(String(repeating: " ", count: columns - 1)), .init(sign, Style(.dim))])
  }
}
