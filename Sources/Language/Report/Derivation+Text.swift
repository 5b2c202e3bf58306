import Math

extension Derivation {
  /// The steps as a table of aligned text: a symbol, its numbers, and why the step is taken.
  public var table: String {
    var rows: [(symbol: String, cells: [String], remark: String)] = []
    for step in steps {
      let texts = Derivation.cells(of: step.value)
      let why = [step.mark.map { "(\($0.rawValue))" }, step.remark?.english].compactMap { $0 }
      for (place, cells) in texts.enumerated() {
        rows.append(
          (place == 0 ? step.symbol : "", cells, place == 0 ? why.joined(separator: " ") : ""))
      }
    }
    let symbolWidth = rows.map { $0.symbol.count }.max() ?? 0
    let cellWidth = rows.flatMap { $0.cells.map(\.count) }.max() ?? 0
    let columns = rows.map(\.cells.count).max() ?? 0
    let lines = rows.map { row in
      var line = Derivation.pad(row.symbol, symbolWidth)
      for column in 0..<columns {
        let cell = column < row.cells.count ? row.cells[column] : ""
        line += "  " + String(repeating: " ", count: cellWidth - cell.count) + cell
      }
      line += row.remark.isEmpty ? "" : "  " + row.remark
      return TextMethods.strip(line, atStart: false)
    }
    return lines.joined(separator: "\n")
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The numbers of a tensor in rows along its last dimension, each with four places.
  private static func cells(of tensor: Tensor) -> [[String]] {
    let texts = tensor.doubles.map { text(of: $0, isWhole: !tensor.dtype.isFloatingPoint) }
    let width = max(tensor.shape.last ?? 1, 1)
    if texts.isEmpty { return [[]] }
    return stride(from: 0, to: texts.count, by: width).map {
      Array(texts[$0..<min($0 + width, texts.count)])
    }
  }

  private static func text(of number: Double, isWhole: Bool) -> String {
    if let special = FloatText.special(number) { return special }
    let sign = number.sign == .minus ? "-" : ""
    if isWhole { return sign + FloatText.fixed(number, places: 0) }
    let isOdd = number != 0 && (number.magnitude < 0.00005 || number.magnitude >= 1e8)
    return sign
      + (isOdd
        ? FloatText.scientific(number, places: 4, mark: "e") : FloatText.fixed(number, places: 4))
  }
}
