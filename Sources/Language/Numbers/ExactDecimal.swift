/// A float as decimal digits: the shortest that read back the same, or every one it has.
struct ExactDecimal {
  /// Digits from 0 to 9; the first is not 0, unless it is the only one.
  var digits: [UInt8]
  /// How many digits stand before the point; may be negative or beyond the end.
  var point: Int

  /// The shortest digits that read back as the same number; of a finite number's magnitude.
  init(shortest number: Double) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let text = Array("\(number.magnitude)".utf8)
    for (index, byte) in text.enumerated() {
      if byte == 46 {
        point = digits.count
      } else if byte == 101 {
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte - 48)
      }
    }
    self.init(digits, point: (point ?? digits.count) + exponent)
  }

  /// All the digits of a finite number's magnitude: what it is, exactly.
  init(exact number: Double) {
    guard number != 0 else {
      self.init([0], point: 1)
      return
    }
    let magnitude = number.magnitude
    let significand = Int(magnitude.significandBitPattern)
    let isNormal = magnitude.isNormal
    var mantissa = UInt64(isNormal ? significand | 1 << 52 : significand)
    var exponent = (isNormal ? Int(magnitude.exponentBitPattern) : 1) - 1075
    let zeros = mantissa.trailingZeroBitCount
    mantissa >>= UInt64(zeros)
    exponent += zeros
    var whole = WholeNumber(mantissa)
    if exponent >= 0 {
      whole.shiftLeft(exponent)
      let digits = whole.digits
      self.init(digits, point: digits.count)
    } else {
      // m / 2ⁿ = m · 5ⁿ / 10ⁿ
      whole.multiplyByPowerOfFive(-exponent)
      let digits = whole.digits
      self.init(digits, point: digits.count + exponent)
    }
  }

  private init(_ digits: [UInt8], point: Int) {
    let zeros = digits.prefix { $0 == 0 }.count
    let trimmed = Array(digits.dropFirst(zeros))
    self.digits = trimmed.isEmpty ? [0] : trimmed
    self.point = trimmed.isEmpty ? 1 : point - zeros
    while self.digits.count > 1, self.digits.last == 0 { self.digits.removeLast() }
  }

  /// Rounds half to even after so many digits, which may be none or fewer.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      self = ExactDecimal([0], point: 1)
      return
    }
    let rest = digits[count...]
    let half = rest.first ?? 0
    let isTie = half == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let isUp = isTie ? count > 0 && digits[count - 1] % 2 == 1 : half >= 5
    var kept = Array(digits[..<count])
    let point = point
    guard isUp else {
      self = kept.isEmpty ? ExactDecimal([0], point: 1) : ExactDecimal(kept, point: point)
      return
    }
    var place = count - 1
    while place >= 0 && kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if place >= 0 {
      kept[place] += 1
      self = ExactDecimal(kept, point: point)
    } else {
      self = ExactDecimal([1] + kept, point: point + 1)
    }
  }

  /// The digit so many places after the first; 0 beyond the last.
  func digit(_ place: Int) -> UInt8 { place >= 0 && place < digits.count ? digits[place] : 0 }

  /// Whether this is 0.
  var isZero: Bool { digits == [0] }
}

/// A whole number of any length, with what writing out a float needs.
private struct WholeNumber {
  private var limbs: [UInt32]

  init(_ number: UInt64) { limbs = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)] }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  mutating func shiftLeft(_ count: Int) {
    for _ in 0..<count % 32 { multiply(by: 2) }
    limbs.insert(contentsOf: Array(repeating: 0, count: count / 32), at: 0)
  }

  mutating func multiplyByPowerOfFive(_ power: Int) {
    for _ in 0..<power / 13 { multiply(by: 1_220_703_125) }
    for _ in 0..<power % 13 { multiply(by: 5) }
  }

  /// The decimal digits, the first one first.
  var digits: [UInt8] {
    var rest = limbs
    var groups: [UInt32] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let value = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(value / 1_000_000_000)
        remainder = value % 1_000_000_000
      }
      groups.append(UInt32(remainder))
      while rest.last == 0 { rest.removeLast() }
    }
    var digits: [UInt8] = []
    for var group in groups {
      for _ in 0..<9 {
        digits.append(UInt8(group % 10))
        group /= 10
      }
    }
    return digits.reversed()
  }
}
