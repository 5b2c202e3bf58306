import Lessons
import Math

/// A matrix as shades, from the least number to the largest, with the numbers beside them where
/// they fit.
struct HeatMap {
  /// The numbers.
  var tensor: Tensor
  /// The language of what is said below.
  var language: CourseLanguage
  /// What the lightest and the darkest shade mean, where that follows from more than these numbers.
  var span: (low: Double, high: Double)?

  /// The most rows shown.
  private static let mostRows = 32
  private static let shades = [" ", "░", "▒", "▓", "█"]

  private var text: TensorText { TensorText(tensor: tensor) }

  /// The map within a width.
  func lines(columns: Int) -> [StyledLine] {
    let text = text
    guard tensor.count > 0, text.columns > 0 else { return [] }
    let numbers = tensor.doubles
    let finite = numbers.filter(\.isFinite)
    let range = span ?? (low: finite.min() ?? 0, high: finite.max() ?? 0)
    // Numbers would change faster than they can be read.
    if span != nil { return shaded(numbers, range, columns, 0) + scale(range) }
    let lead = lead
    let room = columns - lead
    for decimals in [4, 2] {
      let labels = numbers.map { label($0, decimals) }
      let width = (labels.map(CharacterWidth.columns(of:)).max() ?? 1) + 5
      if width * text.columns <= room, text.rows <= Self.mostRows {
        return heads(lead, width) + labelled(numbers, labels, range, width, lead) + scale(range)
      }
    }
    return shaded(numbers, range, room, lead) + scale(range)
  }

  private func label(_ number: Double, _ decimals: Int) -> String {
    NumberText(number, decimals: tensor.dtype.isFloatingPoint ? decimals : 0).text
  }

  // MARK: With numbers

  private func labelled(
    _ numbers: [Double], _ labels: [String], _ range: (low: Double, high: Double), _ width: Int,
    _ lead: Int
  ) -> [StyledLine] {
    let text = text
    return (0..<text.rows).map { row in
      var line = index(row, lead)
      for column in 0..<text.columns {
        let element = row * text.columns + column
        let shade = shade(numbers[element], range)
        line = line + StyledLine(" " + shade + shade, Style(.bar))
        line =
          line
          + StyledLine(labels[element], Style(numbers[element].isFinite ? .number : .warning))
          .padded(to: width - 3, .trailing)
      }
      return line
    }
  }

  private func heads(_ lead: Int, _ width: Int) -> [StyledLine] {
    guard text.columns > 1 else { return [] }
    var line = StyledLine(String(repeating: " ", count: lead))
    for column in 0..<text.columns {
      line = line + StyledLine("\(column)", Style(.dim)).padded(to: width, .trailing)
    }
    return [line]
  }

  /// The columns that the numbers of the rows take.
  private var lead: Int {
    guard text.rows > 1 else { return 0 }
    return (0..<text.rows).reduce(0) { max($0, text.index(ofRow: $1).utf8.count) } + 1
  }

  private func index(_ row: Int, _ lead: Int) -> StyledLine {
    guard lead > 0 else { return StyledLine() }
    return StyledLine(text.index(ofRow: row), Style(.dim)).padded(to: lead - 1, .trailing)
      + StyledLine(" ")
  }

  // MARK: Shades alone

  /// Two columns a number where they fit, else one; where not even those fit, means of neighbours.
  private func shaded(
    _ numbers: [Double], _ range: (low: Double, high: Double), _ room: Int, _ lead: Int
  ) -> [StyledLine] {
    let text = text
    let block = max(
      1, (text.columns + max(1, room - 2) - 1) / max(1, room - 2),
      (text.rows + Self.mostRows - 1) / Self.mostRows)
    let cell = text.columns / block * 2 <= room - 2 ? 2 : 1
    var lines: [StyledLine] = []
    for row in stride(from: 0, to: text.rows, by: block) {
      var shades = ""
      for column in stride(from: 0, to: text.columns, by: block) {
        var sum = 0.0
        var count = 0.0
        for y in row..<min(text.rows, row + block) {
          for x in column..<min(text.columns, column + block) {
            sum += numbers[y * text.columns + x]
            count += 1
          }
        }
        shades += String(repeating: shade(sum / count, range), count: cell)
      }
      lines.append(
        (lead > 0 ? index(row, lead) : StyledLine()) + StyledLine("│", Style(.border))
          + StyledLine(shades, Style(.bar))
          + StyledLine("│", Style(.border)))
    }
    guard block > 1 else { return lines }
    let words = Wording.text(.meanOfBlock, in: language, "\(block)")
    return lines + [StyledLine(words, Style(.dim))]
  }

  private func shade(_ number: Double, _ range: (low: Double, high: Double)) -> String {
    if number.isNaN { return "?" }
    if number.isInfinite { return number < 0 ? "-" : "+" }
    guard range.high > range.low else { return Self.shades[2] }
    let share = number / 2 - range.low / 2
    let whole = range.high / 2 - range.low / 2
    return Self.shades[min(4, max(0, Int(share / whole * 5)))]
  }

  /// The shades from the least to the largest number.
  private func scale(_ range: (low: Double, high: Double)) -> [StyledLine] {
    let shades = Self.shades.map { $0 + $0 }.joined()
    return [
      StyledLine([
        .init(NumberText(range.low).text + " ", Style(.dim)), .init("│", Style(.border)),
        .init(range.high > range.low ? shades : Self.shades[2], Style(.bar)),
        .init("│", Style(.border)), .init(" " + NumberText(range.high).text, Style(.dim)),
      ])
    ]
  }
}
