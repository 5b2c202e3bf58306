import Lessons

extension Layout {
  /// Sets a Markdown table: columns as wide as they need or as there is room for, a rule under the
  /// header where it says something.
  static func table(
    header: [[Inline]], alignments: [Block.Alignment], rows: [[[Inline]]], width: Int, style: Style
  ) -> [StyledLine] {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    guard count > 0 else { return [] }
    let heads = cells(of: header, count: count, style: style.adding(.bold))
    let body = rows.map { cells(of: $0, count: count, style: style) }
    guard let widths = columnWidths(of: [heads] + body, count: count, width: width) else {
      return records(header: header, rows: rows, width: width, style: style)
    }
    let sides = (0..<count).map { $0 < alignments.count ? alignments[$0] : .leading }
    let set = body.map { row(of: $0, widths: widths, alignments: sides) }
    let isOpen = set.contains { $0.count > 1 }
    var lines: [StyledLine] = []
    if heads.contains(where: { $0.natural > 0 }) {
      lines = row(of: heads, widths: widths, alignments: sides) + [rule(widths: widths)]
    }
    for (index, row) in set.enumerated() {
      if isOpen, index > 0 { lines.append(StyledLine()) }
      lines += row
    }
    return lines
  }

  private static func cells(of row: [[Inline]], count: Int, style: Style) -> [Paragraph] {
    (0..<count).map { $0 < row.count ? Paragraph(row[$0], style: style) : Paragraph() }
  }

  /// The width of each column: its natural one; where there is too little room, that of its widest
  /// word, and more for those that need the least more; nil where words would have to be cut.
  private static func columnWidths(of rows: [[Paragraph]], count: Int, width: Int) -> [Int]? {
    let room = width - gap * (count - 1)
    let natural = (0..<count).map { column in max(1, rows.map { $0[column].natural }.max() ?? 1) }
    guard natural.reduce(0, +) > room else { return natural }
    let least = (0..<count).map { column in
      max(1, rows.map { $0[column].widestChunk }.max() ?? 1)
    }
    var spare = room - least.reduce(0, +)
    guard spare >= 0 else { return nil }
    var widths = least
    let order = widths.indices.sorted { natural[$0] - least[$0] < natural[$1] - least[$1] }
    for (place, column) in order.enumerated() {
      let wish = natural[column] - least[column]
      let share = wish <= spare ? wish : spare / (count - place)
      widths[column] += share
      spare -= share
    }
    return widths.enumerated().map { column, width in
      rows.reduce(1) { $1[column].lines(width: width).reduce($0) { max($0, $1.columns) } }
    }
  }

  /// A table too wide for its place: each row is set as a short list, cell after cell with its head.
  private static func records(
    header: [[Inline]], rows: [[[Inline]]], width: Int, style: Style
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for row in rows {
      if !lines.isEmpty { lines.append(StyledLine()) }
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let head = column < header.count ? header[column] : []
        let isTitle = column == 0 || head.isEmpty
        var paragraph = Paragraph()
        if !isTitle { paragraph.append(head + [.text(": ")], style: style.playing(.dim)) }
        paragraph.append(cell, style: isTitle ? style.adding(.bold) : style)
        let margin = column == 0 ? 0 : 2
        lines += paragraph.lines(width: max(2, width - margin)).map { $0.indented(by: margin) }
      }
    }
    return lines
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
