/// The decimal digits of a binary number, all of them, so that rounding is done once and rightly.
struct PrintedDecimal {
  /// The digits from the first that is not zero; empty for zero.
  private(set) var digits: [UInt8] = []
  /// How many digits stand before the point; negative when zeros follow the point first.
  private(set) var point = 0

  /// Writes out the magnitude of a finite number.
  init(_ number: Double) {
    guard number != 0 else { return }
    let magnitude = number.magnitude
    var bits = magnitude.significandBitPattern
    if magnitude.isNormal { bits |= 1 << 52 }
    var shift = max(Int(magnitude.exponentBitPattern), 1) - 1075
    while bits & 1 == 0 && shift < 0 {
      bits >>= 1
      shift += 1
    }
    var limbs = [UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)]
    // m · 2^−k = m · 5^k · 10^−k: the digits are those of a whole number.
    PrintedDecimal.multiply(&limbs, by: shift < 0 ? 5 : 2, times: abs(shift))
    digits = PrintedDecimal.decimal(limbs)
    point = digits.count + min(shift, 0)
  }

  private static func multiply(_ limbs: inout [UInt32], by base: UInt32, times: Int) {
    let (step, power): (Int, UInt32) = base == 5 ? (13, 1_220_703_125) : (31, 1 << 31)
    var left = times
    while left > 0 {
      var factor = power
      if left < step {
        factor = 1
        for _ in 0..<left { factor *= base }
      }
      left -= step
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * UInt64(factor) + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
    }
  }

  private static func decimal(_ number: [UInt32]) -> [UInt8] {
    var limbs = number
    var reversed: [UInt8] = []
    while true {
      while limbs.last == 0 { limbs.removeLast() }
      if limbs.isEmpty { break }
      var rest: UInt64 = 0
      for index in limbs.indices.reversed() {
        let value = rest << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(value / 1_000_000_000)
        rest = value % 1_000_000_000
      }
      for _ in 0..<9 {
        reversed.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while reversed.last == 0 { reversed.removeLast() }
    return reversed.reversed()
  }

  /// Keeps `count` digits, rounding a half to the even neighbour.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let next = digits[count]
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let isUp = next > 5 || next == 5 && (isOdd || digits[(count + 1)...].contains { $0 != 0 })
    digits.removeSubrange(count...)
    guard isUp else { return }
    var index = count
    while index > 0 {
      index -= 1
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }
}

extension PrintedDecimal {
  /// A number with a fixed count of decimal places, as `f"{number:.4f}"` writes it.
  static func fixed(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return notFinite(number) }
    var decimal = PrintedDecimal(number)
    decimal.round(toDigits: decimal.point + places)
    var text: [UInt8] = number.sign == .minus ? [45] : []
    if decimal.point <= 0 || decimal.digits.isEmpty { text.append(48) }
    for index in 0..<(decimal.digits.isEmpty ? 0 : max(decimal.point, 0)) {
      text.append(48 + (index < decimal.digits.count ? decimal.digits[index] : 0))
    }
    if places > 0 {
      text.append(46)
      for offset in 0..<places {
        let index = decimal.point + offset
        let isThere = index >= 0 && index < decimal.digits.count
        text.append(48 + (isThere ? decimal.digits[index] : 0))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number in scientific notation, as `f"{number:.4e}"` writes it.
  static func scientific(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return notFinite(number) }
    var decimal = PrintedDecimal(number)
    decimal.round(toDigits: places + 1)
    var text: [UInt8] = number.sign == .minus ? [45] : []
    text.append(48 + (decimal.digits.first ?? 0))
    if places > 0 { text.append(46) }
    for index in 0..<places {
      text.append(48 + (index + 1 < decimal.digits.count ? decimal.digits[index + 1] : 0))
    }
    let exponent = decimal.digits.isEmpty ? 0 : decimal.point - 1
    let size = "\(abs(exponent))"
    return String(decoding: text, as: UTF8.self) + (exponent < 0 ? "e-" : "e+")
      + (size.utf8.count < 2 ? "0" : "") + size
  }

  private static func notFinite(_ number: Double) -> String {
    number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
  }
}
