import Math

/// Numbers as lengths, each with its label and its value beside it.
///
/// A bar's length is right to an eighth of a column. Where a number is negative, all bars share an
/// axis, and the negative ones go to its left. Numbers that can be probabilities are lengths of 1, so
/// that a bar alone says how much it is.
struct BarChart {
  /// One bar.
  struct Bar: Equatable {
    /// What it stands for.
    var label: String
    /// Its length.
    var value: Double
    /// Whether it changed since the last look.
    var isChanged = false
  }

  /// The bars from top to bottom.
  var bars: [Bar]
  /// How many decimals the values have.
  var decimals = 4

  /// The chart within a width.
  func lines(columns: Int) -> [StyledLine] {
    let labels = bars.map { $0.label }
    let values = bars.map { NumberText($0.value, decimals: decimals).text }
    let labelColumns = min(max(1, columns / 3), labels.map(CharacterWidth.columns(of:)).max() ?? 0)
    let valueColumns = values.map(CharacterWidth.columns(of:)).max() ?? 0
    let space = min(48, columns - labelColumns - valueColumns - 3)
    guard space >= 4 else { return narrow(values, labelColumns) }
    return bars.indices.map { index in
      let label = StyledLine(labels[index]).cut(to: labelColumns).padded(to: labelColumns)
      let style = Style(bars[index].isChanged ? .changed : .number)
      let value = StyledLine(values[index], style).padded(to: valueColumns, .trailing)
      return label + StyledLine(" ") + body(bars[index].value, columns: space)
        + StyledLine(" ") + value
    }
  }

  private func narrow(_ values: [String], _ labelColumns: Int) -> [StyledLine] {
    bars.indices.map { index in
      StyledLine(bars[index].label).cut(to: labelColumns).padded(to: labelColumns)
        + StyledLine(" " + values[index], Style(.number))
    }
  }

  private func body(_ value: Double, columns: Int) -> StyledLine {
    let finite = bars.map(\.value).filter(\.isFinite)
    let areShares = bars.allSatisfy { $0.value >= 0 && $0.value <= 1 }
    let most = areShares ? 1 : max(0, finite.max() ?? 0)
    let least = min(0, finite.min() ?? 0)
    guard value.isFinite, most > least else {
      let word = value.isFinite ? "" : "·"
      return StyledLine(word, Style(.warning)).padded(to: columns)
    }
    let left = least == 0 ? 0 : max(1, Int((Double(columns) * -least / (most - least)).rounded()))
    let right = columns - left
    if value < 0 {
      let bar = Self.leftward(-value / -least, columns: left)
      return StyledLine(bar, Style(.bar)).padded(to: left, .trailing).padded(to: columns)
    }
    let bar = most == 0 ? "" : Self.rightward(value / most, columns: right)
    return StyledLine([.init(String(repeating: " ", count: left)), .init(bar, Style(.bar))])
      .padded(to: columns)
  }

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar that begins at the left and is `fraction` of its place long.
  static func rightward(_ fraction: Double, columns: Int) -> String {
    let units = Int((min(1, max(0, fraction)) * Double(columns * 8)).rounded())
    let shown = fraction > 0 ? max(1, units) : 0
    return String(repeating: "█", count: shown / 8) + eighths[shown % 8]
  }

  /// A bar that ends at the right; blocks that grow from the right exist in halves only.
  private static func leftward(_ fraction: Double, columns: Int) -> String {
    let halves = max(1, Int((min(1, max(0, fraction)) * Double(columns * 2)).rounded()))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }
}
