import Lessons

/// A program being written for a question, coloured as code.
struct CodePad {
  var quiz: ComputedQuiz
  var state: QuizState
  var isFocused: Bool

  /// The program within a width; lines too long are shown around the cursor.
  func plate(columns: Int) -> Plate {
    let code = state.code ?? CodeField(quiz.starter)
    let inner = max(4, columns - 4)
    let before = String(code.lines[code.row].prefix(code.column))
    let cursor = CharacterWidth.columns(of: before)
    let shift = isFocused ? max(0, cursor - inner + 1) : 0
    var plate = Plate()
    var quote: PythonText.Quote?
    for (row, source) in code.lines.enumerated() {
      let whole = PythonText.line(source, quote: &quote)
      let line = (shift > 0 ? whole.dropping(columns: shift) : whole).cut(to: inner)
      let number = StyledLine("\(row + 1)", Style(.dim)).padded(to: 2, .trailing)
      plate.append(number + StyledLine("│ ", Style(.border)) + line)
      plate.targets.append(
        Target(spot: .code(quiz: quiz.id), row: row, column: 4, columns: max(1, line.columns)))
    }
    if isFocused {
      plate.cursor = Position(column: 4 + min(inner - 1, cursor - shift), row: code.row)
    }
    return plate
  }
}

extension StyledLine {
  /// The line without its first columns.
  fileprivate func dropping(columns: Int) -> StyledLine {
    var left = columns
    var line = StyledLine()
    for run in runs {
      var text = run.text[...]
      while left > 0, let first = text.first {
        left -= CharacterWidth.columns(of: String(first))
        text = text.dropFirst()
      }
      if !text.isEmpty { line.runs.append(Run(String(text), run.style)) }
    }
    return line
  }
}
