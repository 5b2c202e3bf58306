extension Derivation {
  /// Two ways to one number, side by side, and the step at which they part.
  public struct Comparison: Sendable, Hashable {
    /// The first way.
    public let left: Derivation
    /// The second way.
    public let right: Derivation
    /// The steps of both in order, those that do the same beside each other.
    public private(set) var rows: [Row] = []
    /// The row at which they part; nil where every number they share is the same.
    public private(set) var parting: Int?
    /// Whether they come to the same in the end, up to rounding.
    public private(set) var agrees: Bool
    /// How far the results are apart, as a part of the larger one.
    public let difference: Double

    /// A step of one way, of the other, or of both.
    public struct Row: Sendable, Hashable {
      /// The index of the first way's step.
      public let left: Int?
      /// The index of the second way's step.
      public let right: Int?
      /// How far the two are apart at most, as a part of the larger one; nil where only one is there.
      public let difference: Double?
    }

    /// Compares two derivations.
    public init(_ left: Derivation, _ right: Derivation) {
      (self.left, self.right) = (left, right)
      let results = (left.steps.last?.value, right.steps.last?.value)
      difference = Self.difference(results.0, results.1) ?? .infinity
      let tolerance = Self.tolerance(results.0, results.1)
      agrees = difference <= tolerance
      rows = Self.rows(left.steps, right.steps)
      parting = Self.parting(rows, left.steps, right.steps, agrees ? 0 : tolerance)
    }
  }
}

extension Derivation.Comparison {
  /// What can be said of the two in one sentence.
  public var verdict: Derivation.Remark {
    let apart = NumberText.short(difference)
    guard let parting else {
      return agrees
        ? .init("Both come to the same numbers.", "两条路得到相同的数。")
        : .init("They come to different shapes.", "两条路得到的形状不同。")
    }
    let symbol = self.symbol(of: parting)
    return agrees
      ? .init(
        "They part at \(symbol) by rounding only: the results differ by \(apart) of their size.",
        "从 \(symbol) 起只有舍入误差：结果的相对差为 \(apart)。")
      : .init(
        "They part at \(symbol)\(why(parting).english).",
        "从 \(symbol) 起两者不同\(why(parting).chinese)。")
  }

  private func why(_ row: Int) -> Derivation.Remark {
    let marks = [
      rows[row].left.map { left.steps[$0].mark }, rows[row].right.map { right.steps[$0].mark },
    ]
    guard let mark = marks.compactMap({ $0 ?? nil }).first?.sentence else { return .init("", "") }
    return .init(": \(mark.english)", "：\(mark.chinese)")
  }

  /// The symbol of a row's step.
  public func symbol(of row: Int) -> String {
    rows[row].left.map { left.steps[$0].symbol } ?? rows[row].right.map { right.steps[$0].symbol }
      ?? ""
  }

  /// How far two values are apart at most; nil where their shapes do not match.
  private static func difference(_ a: Tensor?, _ b: Tensor?) -> Double? {
    guard let a, let b, a.count == b.count else { return nil }
    return zip(a.doubles, b.doubles).reduce(0) { worst, pair in
      let (x, y) = pair
      if x == y || x.isNaN && y.isNaN { return worst }
      guard x.isFinite && y.isFinite else { return .infinity }
      return max(worst, (x - y).magnitude / max(x.magnitude, y.magnitude))
    }
  }

  /// How far two values may be apart by rounding alone, in the coarser of their kinds.
  private static func tolerance(_ a: Tensor?, _ b: Tensor?) -> Double {
    [a, b].compactMap { $0?.dtype.roundingAllowance }.max() ?? 0
  }

  /// The first row whose steps differ, or where only one way goes and something goes wrong in it.
  private static func parting(
    _ rows: [Row], _ left: [Derivation.Step], _ right: [Derivation.Step], _ tolerance: Double
  ) -> Int? {
    rows.firstIndex { row in
      if let difference = row.difference { return difference > tolerance }
      let mark = row.left.flatMap { left[$0].mark } ?? row.right.flatMap { right[$0].mark }
      return tolerance > 0 && mark != nil
    }
  }

  /// Pairs the steps so that as many as possible stand beside one that does the same.
  private static func rows(_ left: [Derivation.Step], _ right: [Derivation.Step]) -> [Row] {
    var best = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    let isFewEnough = left.count * right.count <= 40_000
    let likeness = { (a: Derivation.Step, b: Derivation.Step) -> Int in
      guard a.value.count == b.value.count else { return 0 }
      if a.symbol == b.symbol { return 3 }
      guard isFewEnough, a.value.count <= 1024 else { return 0 }
      return difference(a.value, b.value).map { $0 <= 2e-5 } == true ? 2 : 0
    }
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        let paired = likeness(left[i], right[j])
        best[i][j] = max(
          best[i + 1][j], best[i][j + 1], paired > 0 ? paired + best[i + 1][j + 1] : 0)
      }
    }
    var rows: [Row] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let isPair =
        i < left.count && j < right.count && likeness(left[i], right[j]) > 0
        && best[i][j] == likeness(left[i], right[j]) + best[i + 1][j + 1]
      if isPair || i == left.count - 1 && j == right.count - 1 {
        rows.append(
          Row(left: i, right: j, difference: difference(left[i].value, right[j].value)))
        (i, j) = (i + 1, j + 1)
      } else if j == right.count
        || i < left.count - 1 && best[i + 1][j] >= best[i][min(j + 1, right.count)]
      {
        rows.append(Row(left: i, right: nil, difference: nil))
        i += 1
      } else {
        rows.append(Row(left: nil, right: j, difference: nil))
        j += 1
      }
    }
    return rows
  }
}
