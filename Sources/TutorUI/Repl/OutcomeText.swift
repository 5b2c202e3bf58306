import Language
import Lessons
import Math

/// An input and what came of it, as lines of any length.
struct OutcomeText {
  var input: String
  var outcome: Outcome
  /// The width that drawings are made for.
  var columns: Int
  /// The language of what is said beside a drawing.
  var language = CourseLanguage.english

  static let prompt = ">>> "
  static let continuation = "... "

  /// What is more than anybody reads is not kept.
  private static let mostLines = 2000
  private static let longestLine = 4000

  /// What came of it, its value as PyTorch writes it.
  var lines: [StyledLine] {
    lines(value: outcome.text.map { Self.plain($0, Style(.number)) } ?? [])
  }

  /// What came of it, its value as tables, where it is made of tensors.
  var tabular: [StyledLine]? { tables(of: outcome.value).map { lines(value: $0) } }

  private func tables(of value: Snapshot) -> [StyledLine]? {
    switch value {
    case .tensor(let tensor) where tensor.rank > 0:
      let kind = StyledLine("\(tensor.dtype) \(tensor.shape)", Style(.dim))
      return [kind] + TensorTable(tensor: tensor).plate(columns: columns).lines
    case .tuple(let items), .list(let items), .named(_, let items):
      let found = items.prefix(20).map { tables(of: $0) }
      guard !found.isEmpty, found.allSatisfy({ $0 != nil }) else { return nil }
      return Array(found.compactMap { $0 }.joined(separator: [StyledLine()]))
    default: return nil
    }
  }

  private func lines(value: [StyledLine]) -> [StyledLine] {
    var lines = Self.inputLines(input)
    lines += Self.plain(outcome.printed, Style())
    for warning in outcome.warnings { lines += Self.plain("! " + warning, Style(.warning)) }
    for note in outcome.notes { lines += Self.note(note) }
    for drawing in outcome.drawings { lines += picture(drawing) }
    lines += value
    if let diagnostic = outcome.diagnostic { lines += error(diagnostic, isBelow: lines.count == 1) }
    return lines + [StyledLine()]
  }

  static func inputLines(_ text: String) -> [StyledLine] {
    var quote: PythonText.Quote?
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { item in
      let lead = StyledLine.Run(item.offset == 0 ? prompt : continuation, Style(.dim))
      return StyledLine([lead] + PythonText.line(String(item.element), quote: &quote).runs)
    }
  }

  private static func plain(_ text: String, _ style: Style) -> [StyledLine] {
    guard !text.isEmpty else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var shown = lines.prefix(mostLines).map { line in
      StyledLine(
        line.utf8.count > longestLine ? line.prefix(longestLine) + "…" : String(line), style)
    }
    if lines.count > mostLines {
      shown.append(StyledLine("… (\(lines.count - mostLines) more lines)", Style(.dim)))
    }
    return shown
  }

  /// What was probably meant, and what to do.
  private static func note(_ note: Diagnostic) -> [StyledLine] {
    plain("! " + note.message, Style(.warning))
      + (note.fix.map { plain("→ " + $0, Style(.accent)) } ?? [])
  }

  private func picture(_ drawing: Outcome.Drawing) -> [StyledLine] {
    switch drawing {
    case .bars(let tensor, let labels):
      let bars = (0..<min(64, tensor.count)).map { element in
        let label = labels.indices.contains(element) ? labels[element] : "\(element)"
        return BarChart.Bar(label: label, value: tensor[flat: element].double)
      }
      return BarChart(bars: bars).lines(columns: columns)
    case .plot(let tensor):
      return CurvePlot(.tensor(tensor), language: language)?.lines(columns: columns) ?? []
    case .heat(let tensor):
      return HeatMap(tensor: tensor, language: language).lines(columns: columns)
    case .graph(let graph):
      return GraphView(graph: graph, language: language).lines(columns: columns)
    }
  }

  /// An error; its source line is left out where the input itself stands right above it.
  private func error(_ diagnostic: Diagnostic, isBelow: Bool) -> [StyledLine] {
    var lines: [StyledLine] = []
    if !diagnostic.source.isEmpty {
      if !isBelow || diagnostic.source != input {
        lines.append(StyledLine("    " + diagnostic.source, Style(.code)))
      }
      if diagnostic.column > 0 { lines.append(Self.caret(diagnostic)) }
    }
    let message = diagnostic.message.isEmpty ? "" : ": " + diagnostic.message
    lines += Self.plain(diagnostic.type + message, Style(.wrong))
    for note in diagnostic.notes { lines += Self.plain(note, Style()) }
    if let fix = diagnostic.fix { lines += Self.plain("→ " + fix, Style(.accent)) }
    return lines
  }

  private static func caret(_ diagnostic: Diagnostic) -> StyledLine {
    let before = String(diagnostic.source.prefix(diagnostic.column - 1))
    let range = diagnostic.source.dropFirst(diagnostic.column - 1)
      .prefix(max(1, diagnostic.endColumn - diagnostic.column))
    let columns = CharacterWidth.columns(of: before)
    let width = max(1, CharacterWidth.columns(of: String(range)))
    return StyledLine([
      .init(String(repeating: " ", count: 4 + columns)),
      .init(String(repeating: "^", count: width), Style(.wrong)),
    ])
  }
}

extension StyledLine {
  /// This line in pieces of at most so many columns.
  ///
  /// It is cut after a blank where one stands in the second half of a piece, and never through a
  /// character.
  func broken(at columns: Int) -> [StyledLine] {
    guard self.columns > columns else { return [self] }
    let characters = runs.flatMap { run in run.text.map { (character: $0, style: run.style) } }
    var pieces: [StyledLine] = []
    var start = 0
    while start < characters.count {
      var end = start
      var taken = 0
      var blank: Int?
      while end < characters.count {
        let width = CharacterWidth.columns(of: String(characters[end].character))
        if taken + width > columns, end > start { break }
        taken += width
        end += 1
        if characters[end - 1].character == " ", taken > columns / 2 { blank = end }
      }
      if end < characters.count { end = blank ?? end }
      pieces.append(StyledLine(joining: characters[start..<end]))
      start = end
    }
    return pieces
  }

  private init(joining characters: ArraySlice<(character: Character, style: Style)>) {
    self.init()
    for (character, style) in characters {
      if runs.last?.style == style {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append(Run(String(character), style))
      }
    }
  }
}
