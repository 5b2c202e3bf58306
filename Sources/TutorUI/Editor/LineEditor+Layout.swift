extension LineEditor {
  /// The text as it is shown: its lines, and where the cursor is in them.
  public struct Layout: Sendable, Hashable {
    /// The lines, each with its prompt.
    public var lines: [StyledLine]
    /// The cursor's place among them.
    public var cursor: Position
  }

  /// Lays the text out with a prompt before its first line and another before the others.
  ///
  /// A line that is too long is cut; the cursor's own line moves to the left so far that the cursor
  /// can be seen.
  public func layout(columns: Int, prompt: String, continuation: String) -> Layout {
    var layout = Layout(lines: [], cursor: Position(column: 0, row: 0))
    var start = 0
    var quote: PythonText.Quote?
    while true {
      let end = lineEnd(start)
      let lead = layout.lines.isEmpty ? prompt : continuation
      let room = max(1, columns - CharacterWidth.columns(of: lead))
      var first = start
      if (start...end).contains(cursor) {
        first = firstShown(from: start, room: room)
        let column =
          CharacterWidth.columns(of: lead)
          + CharacterWidth.columns(of: String(characters[first..<cursor]))
        layout.cursor = Position(column: min(column, max(0, columns - 1)), row: layout.lines.count)
      }
      layout.lines.append(
        StyledLine([.init(lead, Style(.dim))] + runs(start..<end, from: first, quote: &quote)))
      guard end < characters.count else { return layout }
      start = end + 1
    }
  }

  /// The first character to show so that the cursor, with one column for it, is inside the room.
  private func firstShown(from start: Int, room: Int) -> Int {
    var first = cursor
    var columns = 1
    while first > start {
      columns += CharacterWidth.columns(of: String(characters[first - 1]))
      if columns > room { break }
      first -= 1
    }
    return first
  }

  /// A line in the colours of Python, without what stands before its first character that is shown.
  private func runs(
    _ range: Range<Int>, from first: Int, quote: inout PythonText.Quote?
  ) -> [StyledLine.Run] {
    let line = PythonText.line(String(characters[range]), quote: &quote)
    var hidden = String(characters[range.lowerBound..<first]).unicodeScalars.count
    return line.runs.compactMap { run in
      let scalars = run.text.unicodeScalars
      defer { hidden = max(0, hidden - scalars.count) }
      guard hidden < scalars.count else { return nil }
      return StyledLine.Run(String(scalars.dropFirst(hidden)), run.style)
    }
  }
}
