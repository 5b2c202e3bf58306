import Lessons

extension Layout {
  /// Sets a Markdown table: columns as wide as they need or as there is room for, a rule under the
  /// header.
  static func table(
    header: [[Inline]], alignments: [Block.Alignment], rows: [[[Inline]]], width: Int, style: Style
  ) -> [StyledLine] {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    guard count > 0 else { return [] }
    let heads = cells(of: header, count: count, style: style.adding(.bold))
    let body = rows.map { cells(of: $0, count: count, style: style) }
    let widths = columnWidths(of: [heads] + body, count: count, width: width)
    let sides = (0..<count).map { $0 < alignments.count ? alignments[$0] : .leading }
    let set = body.map { row(of: $0, widths: widths, alignments: sides) }
    let isOpen = set.contains { $0.count > 1 }
    var lines = header.isEmpty ? [] : row(of: heads, widths: widths, alignments: sides)
    lines.append(rule(widths: widths))
    for (index, row) in set.enumerated() {
      if isOpen, index > 0 { lines.append(StyledLine()) }
      lines += row
    }
    return lines
  }

  private static func cells(of row: [[Inline]], count: Int, style: Style) -> [Paragraph] {
    (0..<count).map { $0 < row.count ? Paragraph(row[$0], style: style) : Paragraph() }
  }

  /// The width of each column: its natural one, or a fair share of the room where there is too
  /// little; a narrow column is never made narrower to please a wide one.
  private static func columnWidths(of rows: [[Paragraph]], count: Int, width: Int) -> [Int] {
    let natural = (0..<count).map { column in max(1, rows.map { $0[column].natural }.max() ?? 1) }
    var room = max(count * 2, width - gap * (count - 1))
    var widths = natural
    var open = Array(0..<count)
    while natural.enumerated().filter({ open.contains($0.offset) }).map(\.element).reduce(0, +)
      > room, !open.isEmpty
    {
      let share = max(2, room / open.count)
      let fitting = open.filter { natural[$0] <= share }
      if fitting.isEmpty {
        for (place, column) in open.enumerated() {
          widths[column] = max(2, (room + open.count - 1 - place) / open.count)
        }
        return widths
      }
      for column in fitting { room -= natural[column] }
      open.removeAll { fitting.contains($0) }
    }
    return widths
  }

  /// The columns between two columns of a table.
  private static let gap = 2

  private static func row(
    of cells: [Paragraph], widths: [Int], alignments: [Block.Alignment]
  ) -> [StyledLine] {
    let columns = zip(cells, widths).map { $0.lines(width: $1) }
    return (0..<max(1, columns.map(\.count).max() ?? 1)).map { index in
      var line = StyledLine()
      var owed = 0
      for (column, lines) in columns.enumerated() {
        let cell = index < lines.count ? lines[index] : StyledLine()
        let room = max(0, widths[column] - cell.columns)
        let before = alignments[column].room(before: room)
        line.append(cell, after: owed + before)
        owed = (cell.runs.isEmpty ? owed + before : 0) + room - before + gap
      }
      return line
    }
  }

  private static func rule(widths: [Int]) -> StyledLine {
    let bars = widths.map { String(repeating: "─", count: $0) }
    return StyledLine(bars.joined(separator: String(repeating: "─", count: gap)), Style(.border))
  }
}

extension Block.Alignment {
  /// How much of the room left in a column stands before the text.
  func room(before room: Int) -> Int {
    switch self {
    case .leading: 0
    case .centre: room / 2
    case .trailing: room
    }
  }
}

extension StyledLine {
  /// Adds another line's runs after some empty columns; nothing if there are none.
  mutating func append(_ line: StyledLine, after columns: Int) {
    guard !line.runs.isEmpty else { return }
    if columns > 0 { runs.append(Run(String(repeating: " ", count: columns))) }
    runs += line.runs
  }
}
