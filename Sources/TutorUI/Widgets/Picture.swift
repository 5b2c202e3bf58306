import Language
import Lessons
import Math

/// The value of one part of a program, in each way it can be shown.
struct Picture {
  var view: ProgramView
  var part: ComputedProgram.Part
  var index: Int
  var columns: Int

  private var before: ComputedProgram.Part? {
    guard let parts = view.previous?.parts, parts.indices.contains(index) else { return nil }
    return parts[index]
  }

  /// The value in one way; empty where it has no such form.
  func plate(_ way: Program.Presentation) -> Plate {
    switch way {
    case .steps: steps
    case .table: table
    case .graph: graph
    case .plot: curves
    case .heat: heat
    case .bars: bars
    case .frames: film
    case .print: Plate(lines: text(part.outcome.printed))
    case .hide, .compare, .error: Plate()
    }
  }

  /// The line that stands over the value, where one does.
  var head: Plate {
    let way = view.program.program.presentations.first(where: \.isPicture)
    guard !isCompared, let way, part.hasHead(way) else { return Plate() }
    return Plate(lines: [title])
  }

  /// The source, where it is part of what is shown.
  var source: Plate {
    let block = Block.code(language: "python", view.program.program.source)
    let isWhole = view.program.parts.count == 1
    return isWhole ? Plate(lines: Layout.lines(of: block, width: columns)) : Plate()
  }

  /// What was printed, what was drawn, and the value as PyTorch prints it.
  var output: Plate {
    var plate = Plate(lines: text(part.outcome.printed))
    for drawing in part.outcome.drawings { plate.append(self.plate(of: drawing)) }
    if let value = part.outcome.text { plate.lines += text(value) }
    for warning in part.outcome.warnings {
      plate.lines += Layout.lines(of: "! " + warning, width: columns, style: Style(.warning))
    }
    return plate
  }

  /// Why the program stopped.
  func fault(_ diagnostic: Diagnostic, isMeant: Bool) -> Plate {
    var plate = Plate()
    if !isMeant {
      let words = Wording.text(.programFailed, in: view.language)
      plate.lines += Layout.lines(of: words, width: columns, style: Style(.wrong))
    }
    plate.lines += DiagnosticView(diagnostic: diagnostic, isMeant: isMeant).lines(columns: columns)
    return plate
  }

  private var title: StyledLine {
    var quote: PythonText.Quote?
    return PythonText.line(part.title, quote: &quote).cut(to: columns)
  }

  private var isCompared: Bool { view.program.program.presentations.contains(.compare) }

  private var steps: Plate {
    guard let derivation = part.derivation else { return table }
    let id = StepStanding.PartID(program: view.program.index, part: index)
    var focused: CellPlace?
    if case .cells(let place) = view.focus, place.program == id.program, place.part == index,
      place.step != nil
    {
      focused = place
    }
    let story = DerivationView(
      derivation: derivation,
      open: StepProgress.rows(of: derivation, id, view.standing),
      previous: before?.derivation, isFull: view.isFull, language: view.language,
      program: view.program.index, part: index, focus: focused)
    var plate = isCompared ? Plate() : Plate(lines: [title])
    plate.append(story.plate(columns: columns))
    return plate
  }

  private var table: Plate {
    guard let tensor = part.outcome.value.numbers else {
      return Plate(lines: text(part.outcome.text ?? ""))
    }
    var table = TensorTable(tensor: tensor)
    table.previous = before?.outcome.value.numbers
    table.isFull = view.isFull
    table.symbol = StyledLine("  ")
    let program = view.program.index
    table.spot = { [index] in
      .cell(CellPlace(program: program, part: index, step: nil, element: $0))
    }
    if case .cells(let place) = view.focus, place.program == program, place.step == nil {
      table.focus = place.element
    }
    var plate = isCompared ? Plate() : Plate(lines: [title])
    plate.append(table.plate(columns: columns))
    return plate
  }

  private var bars: Plate {
    if !part.outcome.drawings.isEmpty { return drawings }
    guard let tensor = part.outcome.value.numbers else { return Plate() }
    return chart(tensor, before: before?.outcome.value.numbers, labels: [])
  }

  private var drawings: Plate {
    var plate = Plate()
    for drawing in part.outcome.drawings { plate.append(self.plate(of: drawing)) }
    return plate
  }

  private func plate(of drawing: Outcome.Drawing) -> Plate {
    switch drawing {
    case .bars(let tensor, let labels): chart(tensor, before: nil, labels: labels)
    case .plot(let tensor):
      Plate(
        lines: CurvePlot(.tensor(tensor), language: view.language)?.lines(columns: columns) ?? [])
    case .heat(let tensor):
      Plate(lines: HeatMap(tensor: tensor, language: view.language).lines(columns: columns))
    case .graph(let graph):
      Plate(lines: GraphView(graph: graph, language: view.language).lines(columns: columns))
    }
  }

  private var curves: Plate {
    if !part.outcome.drawings.isEmpty { return drawings }
    let plot = CurvePlot(part.outcome.value, source: part.title, language: view.language)
    guard let lines = plot?.lines(columns: columns), !lines.isEmpty else { return table }
    return Plate(lines: (isCompared ? [] : [title]) + lines)
  }

  private var graph: Plate {
    guard let graph = part.graph else { return table }
    return Plate(lines: GraphView(graph: graph, language: view.language).lines(columns: columns))
  }

  private var film: Plate {
    guard let film = part.film else { return output }
    let program = view.program.index
    return FilmView(
      film: film, standing: view.standing.films[program] ?? FilmStanding(), program: program,
      isFocused: view.focus == .film(program), language: view.language
    ).plate(columns: columns)
  }

  private var heat: Plate {
    if !part.outcome.drawings.isEmpty { return drawings }
    guard let tensor = part.outcome.value.numbers else { return table }
    let map = HeatMap(tensor: tensor, language: view.language)
    return Plate(lines: (isCompared ? [] : [title]) + map.lines(columns: columns))
  }

  private func chart(_ tensor: Tensor, before: Tensor?, labels: [String]) -> Plate {
    let now = TensorText(tensor: tensor)
    let then = before?.shape == tensor.shape ? before : nil
    var plate = Plate()
    for row in 0..<min(20, now.rows) where tensor.count > 0 {
      let bars = (0..<min(64, now.columns)).map { column in
        let element = row * now.columns + column
        let value = tensor[flat: element].double
        let label = labels.indices.contains(column) ? labels[column] : "\(column)"
        return BarChart.Bar(
          label: label, value: value,
          isChanged: then.map { $0[flat: element].double != value } ?? false)
      }
      plate.space()
      plate.lines += BarChart(bars: bars).lines(columns: columns)
    }
    return plate
  }

  private func text(_ text: String) -> [StyledLine] {
    guard !text.isEmpty else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { StyledLine(String($0), Style(.number)).wrapped(width: max(4, columns)) }
    if lines.last?.columns == 0 { lines.removeLast() }
    return lines
  }
}
