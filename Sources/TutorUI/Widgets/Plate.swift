/// Lines laid out, and what can be pointed at in them; widgets give plates, and pages join them.
struct Plate: Sendable, Hashable {
  /// The lines from top to bottom.
  var lines: [StyledLine] = []
  /// The places in them that can be pointed at.
  var targets: [Target] = []
  /// Where the terminal's cursor stands, if it stands here.
  var cursor: Position?
  /// Where questions stand in it, and what was said to them.
  var questions: [QuestionRows] = []

  /// The columns of the longest line.
  var columns: Int { lines.reduce(0) { max($0, $1.columns) } }

  /// Adds another plate below.
  mutating func append(_ plate: Plate) {
    let row = lines.count
    targets += plate.targets.map { target in
      var moved = target
      moved.row += row
      return moved
    }
    if let place = plate.cursor {
      cursor = Position(column: place.column, row: place.row + row)
    }
    questions += plate.questions.map { $0.moved(by: row) }
    lines += plate.lines
  }

  /// Adds a line below.
  mutating func append(_ line: StyledLine) { lines.append(line) }

  /// Adds an empty line, unless the last one is empty already or there is none.
  mutating func space() {
    if let last = lines.last, !last.runs.isEmpty { lines.append(StyledLine()) }
  }

  /// The plate moved to the right, with something before each line.
  func indented(by columns: Int, with prefix: StyledLine? = nil) -> Plate {
    var plate = self
    let lead = (prefix ?? StyledLine()).padded(to: columns)
    plate.lines = lines.map { StyledLine(lead.runs + $0.runs) }
    for index in plate.targets.indices { plate.targets[index].column += columns }
    if let cursor { plate.cursor = Position(column: cursor.column + columns, row: cursor.row) }
    return plate
  }

  /// Two plates side by side, the second beginning at a column.
  func beside(_ other: Plate, at column: Int) -> Plate {
    var plate = self
    for (row, line) in other.lines.enumerated() {
      if row == plate.lines.count { plate.lines.append(StyledLine()) }
      plate.lines[row] = plate.lines[row].cut(to: column).padded(to: column) + line
    }
    let right = Plate(lines: [], targets: other.targets, cursor: other.cursor)
      .indented(by: column)
    plate.targets += right.targets
    plate.cursor = plate.cursor ?? right.cursor
    plate.questions += other.questions
    return plate
  }
}
