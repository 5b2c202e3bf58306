extension StyledLine {
  /// How a text stands in a wider place.
  enum Standing { case leading, centre, trailing }

  /// The line, filled with blanks to a width; a longer one stays as it is.
  func padded(to columns: Int, _ standing: Standing = .leading) -> StyledLine {
    let missing = columns - self.columns
    guard missing > 0 else { return self }
    var line = self
    switch standing {
    case .leading:
      line.runs.append(Run(String(repeating: " ", count: missing)))
    case .trailing:
      line.runs.insert(Run(String(repeating: " ", count: missing)), at: 0)
    case .centre:
      line.runs.insert(Run(String(repeating: " ", count: missing / 2)), at: 0)
      line.runs.append(Run(String(repeating: " ", count: missing - missing / 2)))
    }
    return line
  }

  /// The line cut to a width, its end shown as an ellipsis where something is lost.
  func cut(to columns: Int) -> StyledLine {
    guard self.columns > columns else { return self }
    guard columns > 0 else { return StyledLine() }
    var line = StyledLine()
    let ellipsis = CharacterWidth.columns(of: "…")
    var left = max(0, columns - ellipsis)
    for run in runs {
      let piece = run.text.prefix(columns: left)
      left -= CharacterWidth.columns(of: piece)
      if !piece.isEmpty { line.runs.append(Run(piece, run.style)) }
      if piece.unicodeScalars.count < run.text.unicodeScalars.count {
        if columns >= ellipsis { line.runs.append(Run("…", run.style)) }
        break
      }
    }
    return line
  }

  /// The same text in one style.
  func inStyle(_ style: Style) -> StyledLine { StyledLine(runs.map { Run($0.text, style) }) }

  /// Two lines as one.
  static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.runs + right.runs)
  }
}

extension String {
  /// As much of the beginning as fits into a number of columns.
  func prefix(columns: Int) -> String {
    var taken = 0
    var text = ""
    for character in self {
      let width = CharacterWidth.columns(of: String(character))
      guard taken + width <= columns else { break }
      taken += width
      text.append(character)
    }
    return text
  }
}
