import Language
import Lessons
import Math

/// What a program of a lesson shows: its inputs, and its value in the ways the lesson asks for.
struct ProgramView {
  /// The program, run.
  var program: ComputedProgram
  /// The same before the last change of an input.
  var previous: ComputedProgram?
  /// How far its derivations are told.
  var standing: StepStanding
  /// What the keys are talking to.
  var focus: Focus
  /// A number being typed into an input.
  var typing: AnswerField?
  /// Whether all digits are shown.
  var isFull: Bool
  /// The language of the screen's own words.
  var language: CourseLanguage
  /// How much of it is shown.
  var extent = Extent.whole

  /// How much of a program is shown: a class sees what is run before what it gives.
  enum Extent {
    /// Its inputs and its source.
    case source
    /// The derivation as far as it is told, and no other picture.
    case steps
    /// All of it.
    case whole
  }

  private var ways: [Program.Presentation] { program.program.presentations }

  /// All of it within a width.
  func plate(columns: Int) -> Plate {
    var plate = Plate()
    if ways.isEmpty, program.inputs.isEmpty { appendSource(to: &plate, columns: columns) }
    for input in program.inputs {
      plate.append(
        InputView(
          input: input, focus: focus, typing: typing, isFull: isFull, language: language
        ).plate(columns: columns))
    }
    if ways.contains(.compare) {
      plate.append(comparison(columns: columns))
    } else if let part = program.parts.last {
      plate.space()
      plate.append(self.plate(of: part, index: program.parts.count - 1, columns: columns))
    }
    if plate.lines.last?.runs.isEmpty == true { plate.lines.removeLast() }
    return plate
  }

  private func appendSource(to plate: inout Plate, columns: Int) {
    let block = Block.code(language: "python", program.program.source)
    plate.lines += Layout.lines(of: block, width: columns)
  }

  private func comparison(columns: Int) -> Plate {
    let count = max(1, program.parts.count)
    let each = (columns - (count - 1) * 4) / count
    guard each >= 30 || count == 1 else { return stacked(columns: columns) }
    var whole = Plate()
    for (index, part) in program.parts.enumerated() {
      var piece = heading(part, columns: each)
      piece.append(plate(of: part, index: index, columns: each))
      whole = index == 0 ? piece : whole.beside(piece, at: index * (each + 4))
    }
    appendVerdict(to: &whole, columns: columns)
    return whole
  }

  private func stacked(columns: Int) -> Plate {
    var whole = Plate()
    for (index, part) in program.parts.enumerated() {
      whole.space()
      whole.append(heading(part, columns: columns))
      whole.append(plate(of: part, index: index, columns: columns))
    }
    appendVerdict(to: &whole, columns: columns)
    return whole
  }

  /// Where two ways part, below their steps.
  private func appendVerdict(to plate: inout Plate, columns: Int) {
    guard extent == .whole, let verdict = program.comparison?.verdict else { return }
    let words = language == .chinese ? verdict.chinese : verdict.english
    plate.space()
    plate.lines += Layout.lines(of: words, width: columns)
  }

  private func heading(_ part: ComputedProgram.Part, columns: Int) -> Plate {
    var quote: PythonText.Quote?
    // Empty lines before a part only keep its errors' lines right.
    let lines = part.source.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    return Plate(
      lines: lines.map { PythonText.line(String($0), quote: &quote).cut(to: columns) })
  }

  private func plate(of part: ComputedProgram.Part, index: Int, columns: Int) -> Plate {
    var plate = Plate()
    let picture = Picture(view: self, part: part, index: index, columns: columns)
    if ways.contains(.graph) { plate.append(picture.source) }
    guard extent != .source else {
      plate.append(picture.head)
      if showsSource(of: part) { plate.append(picture.source) }
      return plate
    }
    for way in ways where way != .compare && way != .error && (extent == .whole || way == .steps) {
      let piece = picture.plate(way)
      guard !piece.lines.isEmpty else { continue }
      plate.space()
      plate.append(piece)
    }
    if !ways.contains(where: \.isPicture), !ways.contains(.hide) {
      if showsSource(of: part) { plate.append(picture.source) }
      if !(ways.isEmpty && !program.inputs.isEmpty) { plate.append(picture.output) }
    }
    if let diagnostic = part.outcome.diagnostic {
      plate.append(picture.fault(diagnostic, isMeant: ways.contains(.error)))
    }
    return plate
  }
}

extension ProgramView {
  /// Whether a failing program's source is shown; an error quotes the only line of a short one.
  private func showsSource(of part: ComputedProgram.Part) -> Bool {
    guard ways.contains(.error) || ways.contains(.compare) else { return false }
    let count = part.source.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) }
    return count > 1 || part.outcome.diagnostic?.source.isEmpty != false
  }
}

extension Program.Presentation {
  /// Whether it shows the value in some form, or what was printed.
  var isPicture: Bool {
    switch self {
    case .steps, .table, .bars, .plot, .heat, .graph, .frames, .print: true
    case .hide, .compare, .error: false
    }
  }
}
