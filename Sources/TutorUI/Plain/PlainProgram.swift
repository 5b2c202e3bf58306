import Language
import Lessons
import Math

/// A program of a lesson as lines to be read one after the other.
struct PlainProgram {
  /// The program, run.
  var program: ComputedProgram
  /// The language of nabla's own words.
  var language: CourseLanguage
  /// The width of a line.
  var columns: Int

  private var ways: [Program.Presentation] { program.program.presentations }

  /// The source, then what came of it in each way the lesson asks for.
  var lines: [StyledLine] {
    var lines: [StyledLine] = []
    if ways.contains(.hide), program.outcome.diagnostic == nil { return [] }
    let isCompared = ways.contains(.compare)
    if !isCompared { lines += source(program.program.source) }
    for part in program.parts {
      if isCompared { lines += [StyledLine()] + source(part.source.trimmingNewlines) }
      lines += self.lines(of: part)
    }
    if isCompared, let verdict = program.comparison?.verdict {
      let words = language == .chinese ? verdict.chinese : verdict.english
      lines += [StyledLine()] + Layout.lines(of: words, width: columns)
    }
    return lines
  }

  private func source(_ text: String) -> [StyledLine] {
    Layout.lines(of: .code(language: "python", text), width: columns)
  }

  private func lines(of part: ComputedProgram.Part) -> [StyledLine] {
    var lines: [StyledLine] = []
    let shown = ways.filter { $0 != .compare && $0 != .error && $0 != .hide }
    for way in shown { lines += value(of: part, as: way) }
    if shown.isEmpty { lines += output(of: part) }
    if let diagnostic = part.outcome.diagnostic {
      let view = DiagnosticView(diagnostic: diagnostic, isMeant: ways.contains(.error))
      lines += view.lines(columns: columns)
    }
    return lines
  }

  private func value(
    of part: ComputedProgram.Part, as way: Program.Presentation
  ) -> [StyledLine] {
    switch way {
    case .steps: part.derivation.map { story($0) } ?? table(part)
    case .table: table(part)
    case .graph:
      part.graph.map { GraphView(graph: $0, language: language).lines(columns: columns) }
        ?? table(part)
    case .plot: plot(part)
    case .heat: heat(part)
    case .bars: bars(part)
    case .frames: frames(part)
    case .print: text(part.outcome.printed)
    case .hide, .compare, .error: []
    }
  }

  /// What was printed and drawn, then the value as PyTorch prints it.
  private func output(of part: ComputedProgram.Part) -> [StyledLine] {
    var lines = text(part.outcome.printed)
    lines += part.outcome.drawings.flatMap { drawing(lines: $0) }
    if let value = part.outcome.text { lines += text(value) }
    for warning in part.outcome.warnings { lines += Layout.lines(of: warning, width: columns) }
    return lines
  }

  /// Each step of a derivation by its name, its numbers, how they are made, and why.
  private func story(_ derivation: Derivation) -> [StyledLine] {
    let tables = derivation.steps.enumerated().map { number, step in
      var table = TensorTable(tensor: step.value)
      table.symbol = StyledLine("\(number + 1). \(step.symbol) ")
      return table.rows()
    }
    // One grid for all of them keeps the numbers of a class below each other.
    var rows = CellGrid(heads: [], rows: tables.flatMap { $0 }).plate(columns: columns).lines[...]
    var lines: [StyledLine] = []
    for (step, table) in zip(derivation.steps, tables) {
      lines += rows.prefix(table.count)
      rows = rows.dropFirst(table.count)
      lines += notes(on: step).map { $0.indented(by: 3) }
    }
    return lines + rows
  }

  /// How a step is made, what went wrong in it, and why it is taken.
  private func notes(on step: Derivation.Step) -> [StyledLine] {
    var lines: [StyledLine] = []
    if step.rule != .given {
      lines += Layout.lines(of: [.formula(step.formula)], width: columns - 3)
    }
    if let mark = step.mark {
      lines += Layout.lines(of: PlainWords.text(mark, in: language), width: columns - 3)
    }
    if let remark = step.remark {
      let words = remark[language]
      lines += Layout.lines(of: words, width: columns - 3)
    }
    return lines
  }

  private func table(_ part: ComputedProgram.Part) -> [StyledLine] {
    guard let tensor = part.outcome.value.numbers else { return output(of: part) }
    return TensorTable(tensor: tensor).plate(columns: columns).lines
  }

  private func bars(_ part: ComputedProgram.Part) -> [StyledLine] {
    if !part.outcome.drawings.isEmpty {
      return part.outcome.drawings.flatMap { drawing(lines: $0) }
    }
    guard let tensor = part.outcome.value.numbers else { return output(of: part) }
    return bars(tensor, labels: [])
  }

  private func drawing(lines drawing: Outcome.Drawing) -> [StyledLine] {
    switch drawing {
    case .bars(let tensor, let labels): bars(tensor, labels: labels)
    case .plot(let tensor):
      CurvePlot(.tensor(tensor), language: language)?.lines(columns: columns) ?? []
    case .heat(let tensor): HeatMap(tensor: tensor, language: language).lines(columns: columns)
    case .graph(let graph): GraphView(graph: graph, language: language).lines(columns: columns)
    }
  }

  private func plot(_ part: ComputedProgram.Part) -> [StyledLine] {
    let plot = CurvePlot(part.outcome.value, source: part.title, language: language)
    guard part.outcome.drawings.isEmpty, let plot else { return output(of: part) }
    return plot.lines(columns: columns)
  }

  /// The first frame, the one in the middle and the last: nothing moves here.
  private func frames(_ part: ComputedProgram.Part) -> [StyledLine] {
    guard let film = part.film else { return output(of: part) }
    let chosen = Set([0, film.count / 2, film.count - 1]).sorted()
    return chosen.flatMap { frame in
      let view = FilmView(
        film: film, standing: FilmStanding(frame: frame), program: program.index, isFocused: false,
        language: language)
      let head = Wording.text(.frameNumber, in: language, "\(frame + 1)", "\(film.count)")
      return (frame == 0 ? [] : [StyledLine()]) + [StyledLine(head)]
        + view.stacked(columns: columns)
    }
  }

  private func heat(_ part: ComputedProgram.Part) -> [StyledLine] {
    guard part.outcome.drawings.isEmpty, let tensor = part.outcome.value.numbers else {
      return output(of: part)
    }
    return HeatMap(tensor: tensor, language: language).lines(columns: columns)
  }

  private func bars(_ tensor: Tensor, labels: [String]) -> [StyledLine] {
    let text = TensorText(tensor: tensor)
    guard tensor.count > 0 else { return [] }
    return (0..<min(20, text.rows)).flatMap { row in
      let bars = (0..<min(64, text.columns)).map { column in
        BarChart.Bar(
          label: labels.indices.contains(column) ? labels[column] : "\(column)",
          value: tensor[flat: row * text.columns + column].double)
      }
      return BarChart(bars: bars).lines(columns: columns)
    }
  }

  private func text(_ text: String) -> [StyledLine] {
    guard !text.isEmpty else { return [] }
    let whole = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return whole.split(separator: "\n", omittingEmptySubsequences: false)
      .map { StyledLine(String($0)) }
  }
}

extension String {
  /// The text without empty lines at its ends.
  fileprivate var trimmingNewlines: String {
    var rest = self[...]
    while rest.first?.isNewline == true { rest = rest.dropFirst() }
    while rest.last?.isNewline == true { rest = rest.dropLast() }
    return String(rest)
  }
}
