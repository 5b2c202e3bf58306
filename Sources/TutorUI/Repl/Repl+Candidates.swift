import Language
import Lessons

/// What could stand at the cursor, as a list below the word that it would complete.
extension Repl {
  /// The rows the list takes.
  var candidateRows: Int {
    guard let candidates else { return 0 }
    return min(candidates.all.count, max(1, size.rows / 3))
  }

  /// The most columns of what is said of a candidate.
  private static let detailColumns = 22

  /// Draws the list below the cursor, its names where the word begins.
  func drawCandidates(on frame: inout Frame, below cursor: Position) {
    guard let candidates, candidateRows > 0 else { return }
    let chosen = candidates.chosen ?? 0
    let first = max(0, min(chosen - candidateRows / 2, candidates.all.count - candidateRows))
    let shown = candidates.all[first...].prefix(candidateRows)
    let left = candidates.all.count - first - shown.count
    let signs = [
      first > 0 ? "▲ " + Wording.text(.moreCandidates, in: language, "\(first)") : "",
      left > 0 ? "▼ " + Wording.text(.moreCandidates, in: language, "\(left)") : "",
    ]
    let details = min(
      Self.detailColumns, shown.reduce(0) { max($0, CharacterWidth.columns(of: $1.detail)) })
    let more = signs.reduce(0) { max($0, CharacterWidth.columns(of: $1)) }
    // A name's bytes are no fewer than its columns, and quicker to count.
    let names = min(
      max(8, size.columns - 6 - details - more),
      candidates.all.reduce(0) { max($0, $1.text.utf8.count) })
    let width = names + 4 + details + more
    let column = max(1, min(wordColumn(cursor.column), size.columns - 1 - width))
    for (offset, candidate) in shown.enumerated() {
      let isChosen = first + offset == candidates.chosen
      var line = StyledLine(candidate.text, Style(.code)).cut(to: names).padded(to: names + 2)
      line = line + StyledLine(candidate.detail, Style(.dim)).cut(to: details)
      let sign = offset == 0 && first > 0 ? signs[0] : offset + 1 == shown.count ? signs[1] : ""
      line = line.padded(to: names + 2 + details + 2)
      if isChosen { line = line.inStyle(Style(.selection)) }
      line.runs.append(.init(sign, Style(.accent)))
      let place = Position(column: column, row: cursor.row + 1 + offset)
      frame.fill(Area(place, Size(columns: min(width, size.columns - column), rows: 1)))
      frame.put(line, at: place, columns: size.columns - column)
    }
  }

  /// The column at which the word before the cursor begins.
  private func wordColumn(_ cursor: Int) -> Int {
    var bytes = candidates?.all.first?.replaces ?? 0
    var column = cursor
    for character in editor.characters[..<editor.cursor].reversed() where bytes > 0 {
      bytes -= character.utf8.count
      column -= CharacterWidth.columns(of: String(character))
    }
    return column
  }
}
