import Math

extension Derivation.Comparison {
  /// The two ways in two columns, with a mark at the step where they part.
  public func text(_ leftTitle: String, _ rightTitle: String) -> String {
    var lefts = [[leftTitle]]
    var rights = [[rightTitle]]
    for row in rows {
      lefts.append(row.left.map { Self.lines(of: left.steps[$0]) } ?? [])
      rights.append(row.right.map { Self.lines(of: right.steps[$0]) } ?? [])
    }
    let width = min(60, lefts.joined().map(\.count).max() ?? 0)
    var lines: [String] = []
    for (place, (left, right)) in zip(lefts, rights).enumerated() {
      for line in 0..<max(left.count, right.count, 1) {
        let head = line < left.count ? left[line] : ""
        let blanks = String(repeating: " ", count: max(0, width - head.count))
        let tail = line < right.count ? right[line] : ""
        let sign = place - 1 == parting && line == 0 ? "◀" : " "
        lines.append(TextMethods.strip("\(head)\(blanks) \(sign)│ \(tail)", atStart: false))
      }
      if place == 0 {
        lines.append(
          String(repeating: "─", count: width + 2) + "┼" + String(repeating: "─", count: width + 1))
      }
    }
    return (lines + [verdict.english]).joined(separator: "\n")
  }

  private static func lines(of step: Derivation.Step) -> [String] {
    let rows = DerivationNumbers(step.value, most: 4).rows
    let lead = String(repeating: " ", count: min(step.symbol.count, 20))
    var lines = rows.enumerated().map { place, cells in
      let head = place == 0 ? String(step.symbol.prefix(20)) : lead
      return head + cells.map { "  " + $0 }.joined()
    }
    if let mark = step.mark { lines.append(lead + "  ✗ " + mark.word.english) }
    return lines
  }
}
