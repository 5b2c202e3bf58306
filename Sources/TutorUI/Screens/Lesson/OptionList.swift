import Lessons

/// Things one below the other that the cursor moves over: a program's lines, the items of an order,
/// the points of an answer.
struct OptionList {
  var quiz: ComputedQuiz
  var state: QuizState
  var isFocused: Bool

  /// One of them, as it is drawn.
  private struct Row {
    var sign = "  "
    var signStyle = Style(.accent)
    var label: String
    var text: [StyledLine]
  }

  /// Whether nothing is asked any more and the answer is shown.
  private var isShown: Bool { state.isResolved && state.standing != .skipped }

  /// The list within a width.
  func plate(columns: Int) -> Plate {
    var plate = Plate()
    for (index, row) in rows(columns: max(2, columns - 8)).enumerated() {
      let isHere = isFocused && state.cursor == index && !state.isResolved
      let head = StyledLine([
        .init(isHere ? "▸ " : "  ", Style(.accent)), .init(row.sign + " ", row.signStyle),
        .init(row.label, Style(.key)),
      ]).padded(to: 8)
      for (number, line) in row.text.enumerated() {
        let lead = number == 0 ? head : StyledLine(String(repeating: " ", count: 8))
        let spot = Spot.choice(quiz: quiz.id, index: index)
        plate.targets.append(
          Target(spot: spot, row: plate.lines.count, column: 0, columns: 8 + line.columns))
        plate.append(lead + line)
      }
    }
    return plate
  }

  private func rows(columns: Int) -> [Row] {
    switch quiz.kind {
    case .line: lines(columns: columns)
    case .order: items(columns: columns)
    default: points(columns: columns)
    }
  }

  // MARK: A program's lines

  private func lines(columns: Int) -> [Row] {
    guard let program = quiz.program else { return [] }
    var quote: PythonText.Quote?
    return program.lines.enumerated().flatMap { index, source in
      let text = PythonText.line(source, quote: &quote).cut(to: columns)
      var row = Row(label: "\(index + 1)", text: [text])
      let isWrong = index == program.wrong
      if isShown {
        if isWrong { (row.sign, row.signStyle) = (" ✗", Style(.wrong, .bold)) }
      } else if state.refuted.contains(index) {
        // Not the wrong line: that is what was found out about it.
        (row.sign, row.signStyle) = (" ✗", Style(.wrong, .bold))
        row.text = [text.inStyle(Style(.dim))]
      } else {
        row.sign = isFocused && state.cursor == index ? " ●" : " ○"
      }
      guard isShown, isWrong else { return [row] }
      var mended: PythonText.Quote?
      let mend = PythonText.line(program.mend, quote: &mended).cut(to: columns)
      return [
        row, Row(sign: " ✓", signStyle: Style(.correct, .bold), label: "→", text: [mend]),
      ]
    }
  }

  // MARK: The items of an order

  private func items(columns: Int) -> [Row] {
    let shown = isShown ? Array(quiz.items.indices) : state.arrangement
    return shown.enumerated().map { place, index in
      let isHeld = isFocused && state.isHeld && state.cursor == place
      let style = isHeld ? Style(.accent, .bold) : Style(.text)
      var row = Row(
        label: "\(place + 1)",
        text: Layout.lines(of: quiz.items[index], width: columns, style: style))
      let cells = state.verdict?.cells ?? []
      if isShown {
        (row.sign, row.signStyle) = (" ✓", Style(.correct, .bold))
      } else if isHeld {
        row.sign = " ↕"
      } else if cells.indices.contains(place), cells[place] == false {
        (row.sign, row.signStyle) = (" ✗", Style(.wrong, .bold))
      }
      return row
    }
  }

  // MARK: The points of an answer

  private func points(columns: Int) -> [Row] {
    quiz.points.enumerated().map { index, point in
      var row = Row(
        label: String(ChoiceList.key(of: index)).uppercased(),
        text: Layout.lines(of: point, width: columns))
      row.sign = state.taken.contains(index) ? " ■" : " □"
      guard isShown else { return row }
      let isMade = state.taken.contains(index)
      row.sign = isMade ? " ✓" : "  "
      row.signStyle = Style(isMade ? .correct : .text, .bold)
      return row
    }
  }
}

extension ComputedQuiz {
  /// Whether what the cursor moves over is called by letters.
  var isLettered: Bool { kind == .choice || kind == .choices || kind == .recall }

  /// How many places there are for the cursor.
  var optionCount: Int {
    switch kind {
    case .choice, .choices: choices.count
    case .order: items.count
    case .line: program?.lines.count ?? 0
    case .recall: points.count
    case .number, .table, .code, .shape, .text: 0
    }
  }
}
