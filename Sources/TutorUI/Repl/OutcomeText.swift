import Language
import Math

/// An input and what came of it, as lines of any length.
struct OutcomeText {
  var input: String
  var outcome: Outcome
  /// The width that drawings are made for.
  var columns: Int

  static let prompt = ">>> "
  static let continuation = "... "

  /// What is more than anybody reads is not kept.
  private static let mostLines = 2000
  private static let longestLine = 4000

  var lines: [StyledLine] {
    var lines = Self.inputLines(input)
    lines += Self.plain(outcome.printed, Style())
    for warning in outcome.warnings { lines += Self.plain("! " + warning, Style(.warning)) }
    for drawing in outcome.drawings { lines += picture(drawing) }
    if let text = outcome.text { lines += Self.plain(text, Style(.number)) }
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

  private func picture(_ drawing: Outcome.Drawing) -> [StyledLine] {
    switch drawing {
    case .bars(let tensor, let labels):
      let text = TensorText(tensor: tensor)
      let bars = (0..<min(64, tensor.count)).map { element in
        let label = labels.indices.contains(element) ? labels[element] : "\(element)"
        return BarChart.Bar(label: label, value: text.value(element))
      }
      return BarChart(bars: bars).lines(columns: columns)
    case .plot(let tensor), .heat(let tensor):
      return TensorTable(tensor: tensor).plate(columns: columns).lines
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
    lines += Self.plain("\(diagnostic.type): \(diagnostic.message)", Style(.wrong))
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
  /// This line cut into pieces of at most so many columns, never through a character.
  func broken(at columns: Int) -> [StyledLine] {
    guard self.columns > columns else { return [self] }
    var pieces: [StyledLine] = []
    var piece = StyledLine()
    var taken = 0
    for run in runs {
      var text = ""
      for character in run.text {
        let width = CharacterWidth.columns(of: String(character))
        if taken + width > columns, taken > 0 {
          piece.runs.append(Run(text, run.style))
          pieces.append(piece)
          (piece, text, taken) = (StyledLine(), "", 0)
        }
        text.append(character)
        taken += width
      }
      piece.runs.append(Run(text, run.style))
    }
    return pieces + [piece]
  }
}
