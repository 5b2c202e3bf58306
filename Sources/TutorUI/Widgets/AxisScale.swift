import Math

/// A range of numbers with round ticks in it, and where a number stands in the range.
struct AxisScale: Equatable {
  /// The range's lower end.
  var low: Double
  /// The range's upper end.
  var high: Double
  /// The round numbers in it that are written at the axis.
  var ticks: [Double]
  /// How many decimals the ticks need.
  var decimals: Int

  /// Makes a range that holds some numbers.
  ///
  /// - Parameters:
  ///   - numbers: what must be in it; those that are not finite do not count.
  ///   - count: about how many ticks there should be.
  ///   - isRounded: whether the range ends at ticks, or where the numbers do.
  ///   - isWhole: whether ticks are whole numbers.
  init(_ numbers: [Double], count: Int, isRounded: Bool, isWhole: Bool = false) {
    let finite = numbers.filter(\.isFinite)
    var least = finite.min() ?? 0
    var most = finite.max() ?? 1
    if most <= least {
      let room = least == 0 ? 1 : min(least.magnitude / 2, Double.greatestFiniteMagnitude / 4)
      (least, most) = (max(least, -1e300) - room, min(most, 1e300) + room)
    }
    let parts = Double(max(1, count))
    var step = Self.round(most / parts - least / parts)
    if isWhole { step = max(1, step.rounded()) }
    let (first, last) = ((least / step).rounded(.down), (most / step).rounded(.up))
    // Each tick is a multiple of the step, not a sum of steps, so that none drifts.
    let all = (0...max(1, Int(min(100, last - first)))).map { (first + Double($0)) * step }
    low = isRounded ? all.first ?? least : least
    high = isRounded ? all.last ?? most : most
    let (low, high) = (low, high)
    ticks = all.filter { $0 >= low && $0 <= high }
    decimals = Self.decimals(of: step)
  }

  /// A step of 1, 2 or 5 times a power of ten that is no smaller.
  private static func round(_ step: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= step { unit *= 10 }
    while unit > step, unit > 1e-300 { unit /= 10 }
    return [1, 2, 5, 10].map { $0 * unit }.first { $0 >= step * (1 - 1e-9) } ?? unit * 10
  }

  private static func decimals(of step: Double) -> Int {
    var decimals = 0
    var unit = 1.0
    while unit > step * (1 + 1e-9), decimals < 6 {
      unit /= 10
      decimals += 1
    }
    return decimals
  }

  /// Where a number stands, from 0 at the lower end to 1 at the upper.
  func place(_ number: Double) -> Double {
    // Halves, because the whole range may be too large for a number.
    min(1, max(0, (number / 2 - low / 2) / (high / 2 - low / 2)))
  }

  /// A tick as it is written.
  func label(_ tick: Double) -> String {
    NumberText(tick == 0 ? 0 : tick, decimals: decimals).text
  }
}
