import Language
import Lessons

extension Repl {
  /// Shows the state.
  public func render() -> Frame {
    var frame = Frame(size: size)
    guard size.columns >= 20, size.rows >= 5 else {
      frame.put("40×12", at: Position(column: 0, row: 0))
      return frame
    }
    drawHeader(on: &frame)
    drawTranscript(on: &frame)
    if hasPanel { drawVariables(on: &frame) }
    frame.horizontalLine(
      at: Position(column: 1, row: size.rows - 2), columns: size.columns - 2)
    if help != nil {
      helpView.draw(on: &frame, title: Wording.text(.keys, in: language))
      frame.cursor = nil
    }
    frame.put(footer.line, at: Position(column: 0, row: size.rows - 1), columns: size.columns)
    return frame
  }

  /// What the keys are talking to.
  private var contexts: [KeyContext] {
    if help != nil { return [.help] }
    return running != nil ? [.computing] : editor.search != nil ? [.replSearch] : [.repl]
  }

  private var footer: Footer {
    Footer(
      contexts: contexts, language: language, columns: size.columns, isAvailable: { _ in true },
      phrase: { $0.phrase })
  }

  /// The keys that there are here.
  var helpView: HelpView {
    HelpView(
      contexts: [.repl, .replSearch, .computing, .everywhere], language: language,
      scroll: help ?? 0, isWhole: false)
  }

  var hasPanel: Bool { size.columns >= Self.panelFrom }
  var transcriptColumns: Int { hasPanel ? size.columns - Self.panelColumns - 2 : size.columns - 2 }
  var transcriptRows: Int { max(1, size.rows - 3 - candidateRows) }

  /// The last lines of the transcript with the input below, and where the cursor is in them.
  ///
  /// Only as many as asked for are laid out: a long transcript must not slow typing.
  func tail(rows: Int) -> LineEditor.Layout {
    let columns = transcriptColumns
    let input = inputLayout(columns: columns)
    var pieces: [[StyledLine]] = []
    var missing = rows - input.lines.count
    for entry in entries.reversed() where missing > 0 {
      for line in lines(of: entry).reversed() where missing > 0 {
        let broken = line.broken(at: columns)
        pieces.append(broken)
        missing -= broken.count
      }
    }
    let lines = pieces.reversed().flatMap { $0 }
    let cursor = Position(column: input.cursor.column, row: lines.count + input.cursor.row)
    return .init(lines: lines + input.lines, cursor: cursor)
  }

  /// How many lines the transcript and the input take.
  var bodyRows: Int {
    let columns = transcriptColumns
    return entries.reduce(inputLayout(columns: columns).lines.count) { count, entry in
      lines(of: entry).reduce(count) { $0 + $1.broken(at: columns).count }
    }
  }

  private func inputLayout(columns: Int) -> LineEditor.Layout {
    if let running {
      let lines = OutcomeText.inputLines(running).flatMap { $0.broken(at: columns) }
      return .init(lines: lines, cursor: Position(column: 0, row: lines.count))
    }
    return editor.layout(
      columns: columns, prompt: searchPrompt ?? OutcomeText.prompt,
      continuation: OutcomeText.continuation)
  }

  private var searchPrompt: String? {
    editor.search.map { search in
      (search.hasFailed ? "(?) " : "") + "(history: " + search.query + ") "
    }
  }

  private func drawHeader(on frame: inout Frame) {
    let name = frame.put("nabla", at: Position(column: 1, row: 0), style: Style(.title))
    let title = place.isEmpty ? "REPL" : place + " › REPL"
    let column = name + 3
    let taken = frame.put(
      title, at: Position(column: column, row: 0), style: Style(.heading),
      columns: size.columns - column - 2)
    frame.horizontalLine(
      at: Position(column: column + taken + 1, row: 0), columns: size.columns - column - taken - 2)
  }

  private func drawTranscript(on frame: inout Frame) {
    let rows = transcriptRows
    let body = tail(rows: rows + scroll)
    var first = max(0, body.lines.count - rows - scroll)
    if scroll == 0 { first = min(first, body.cursor.row) }
    for (row, line) in body.lines[first...].prefix(rows).enumerated() {
      frame.put(line, at: Position(column: 1, row: row + 1), columns: transcriptColumns)
    }
    let cursorRow = body.cursor.row - first
    if running == nil, (0..<rows).contains(cursorRow) {
      frame.cursor = Position(column: body.cursor.column + 1, row: cursorRow + 1)
    }
    let word = Position(
      column: body.cursor.column + 1, row: 1 + max(0, min(cursorRow, rows - 1)))
    drawCandidates(on: &frame, below: word)
  }

  private func drawVariables(on frame: inout Frame) {
    let column = size.columns - Self.panelColumns
    frame.verticalLine(at: Position(column: column, row: 1), rows: size.rows - 3)
    frame.put(
      Wording.text(.variables, in: language), at: Position(column: column + 2, row: 1),
      style: Style(.heading))
    let room = size.rows - 5
    for (row, variable) in variables.suffix(room).enumerated() {
      let name = frame.put(
        variable.name, at: Position(column: column + 2, row: row + 2), style: Style(.code),
        columns: 12)
      frame.put(
        variable.detail, at: Position(column: column + 3 + max(name, 8), row: row + 2),
        style: Style(.dim), columns: Self.panelColumns - 4 - max(name, 8))
    }
  }
}
