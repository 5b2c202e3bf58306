extension Diagnostic {
  /// The error as it is shown: its place found in the source, its message's first line first.
  init(_ error: PythonError) {
    let lines = TextSearch.split(error.message, at: "\n")
    self.init(
      type: error.type, message: lines[0],
      notes: lines.dropFirst().filter { !$0.isEmpty } + error.notes,
      fix: error.fix)
    guard let place = error.place else { return }
    let source = place.source
    let start = Int(place.range.start)
    let end = max(Int(place.range.end), start)
    line = source.line(at: start)
    self.source = source.text(ofLine: line)
    column = source.column(at: start)
    let endsHere = source.line(at: end) == line
    endColumn = max(column + 1, endsHere ? source.column(at: end) : self.source.count + 1)
  }
}
