/// A number as the screen shows it: four decimals, or scientific where four decimals would lie.
public struct NumberText: Sendable, Hashable {
  /// What is shown, with a true minus sign.
  public var text: String
  /// Whether what is shown is the number itself, not a rounding of it.
  public var isExact: Bool

  /// Writes a number with a number of decimals, exactly rounded, ties to even.
  ///
  /// A number that is not zero is never shown as zero, and one too long for its column is shown
  /// with a power of ten.
  public init(_ value: Double, decimals: Int = 4) {
    self.init(special: value)
    guard text.isEmpty else { return }
    let magnitude = value.magnitude
    let scale = Self.powers[min(max(0, decimals), 6)]
    if magnitude >= 100_000 || (magnitude < 0.5 / scale && magnitude > 0) {
      self.init(scientific: value, shortest: "\(magnitude)")
    } else {
      self.init(fixed: value, scale: scale, decimals: min(max(0, decimals), 6))
    }
  }

  /// Writes all the digits a number has: the shortest text that reads back as the same number.
  public init(full value: Double, isSingle: Bool = false) {
    self.init(special: value)
    guard text.isEmpty else { return }
    let digits = isSingle ? "\(Float(value).magnitude)" : "\(value.magnitude)"
    text = Self.signed(value, digits.replacingMinus())
    isExact = Self.isAll(digits, of: value.magnitude)
  }

  /// Whether decimal digits are a binary number itself, and not only tell it apart from the others.
  private static func isAll(_ text: String, of value: Double) -> Bool {
    guard value > 0 else { return true }
    // Below its point a binary number has as many decimals as it has binary places.
    let places = value.significandWidth - Int(value.exponent)
    let (digits, exponent) = decompose(text)
    return places > 0
      ? digits.count - 1 - exponent == places : Double(text) == value && value < 0x1p53
  }

  /// Writes a whole number.
  public init(_ value: Int64) {
    text = value < 0 ? "−\(value.magnitude)" : "\(value)"
    isExact = true
  }

  /// Takes a word in a number's place.
  init(word: String) {
    text = word
    isExact = true
  }

  private init(special value: Double) {
    isExact = true
    if value.isNaN {
      text = "nan"
    } else if value.isInfinite {
      text = value < 0 ? "−inf" : "inf"
    } else {
      text = ""
    }
  }

  /// `scale` is the power of ten that `decimals` asks for.
  private init(fixed value: Double, scale: Double, decimals: Int) {
    let magnitude = value.magnitude
    let below = (magnitude * scale).rounded(.down)
    // The fused product is rounded once, so its sign tells on which side of the tie the number is.
    let aboveTie = (-(below + 0.5)).addingProduct(magnitude, scale)
    let isOdd = below.truncatingRemainder(dividingBy: 2) == 1
    let rounded = aboveTie > 0 || (aboveTie == 0 && isOdd) ? below + 1 : below
    isExact = (-rounded).addingProduct(magnitude, scale) == 0
    let whole = UInt64(rounded)
    let unit = UInt64(scale)
    var digits = "\(whole / unit)"
    if decimals > 0 {
      let fraction = "\(whole % unit)"
      digits += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    text = Self.signed(value, digits)
  }

  private init(scientific value: Double, shortest: String) {
    var (digits, exponent) = Self.decompose(shortest)
    isExact = true
    // Five digits that end in 5 may be a tie in appearance only: they are kept.
    let isApparentTie = digits.count == 5 && digits.last == 5
    if digits.count > 4 && !isApparentTie {
      isExact = false
      let roundsUp = digits[4] >= 5
      digits = Array(digits.prefix(4))
      if roundsUp { Self.increment(&digits, &exponent) }
    }
    let fraction = digits.dropFirst().map(String.init).joined()
    let sign = exponent < 0 ? "−" : "+"
    let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    let first = digits.first ?? 0
    text = Self.signed(
      value, "\(first)" + (fraction.isEmpty ? "" : "." + fraction) + "e\(sign)\(power)")
  }
}

extension NumberText {
  fileprivate static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  fileprivate static func signed(_ value: Double, _ digits: String) -> String {
    value.sign == .minus ? "−" + digits : digits
  }

  /// The significant digits of Swift's shortest text of a positive number, and its power of ten.
  fileprivate static func decompose(_ text: String) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    var power = 0
    var bytes = Array(text.utf8)[...]
    if let mark = bytes.firstIndex(where: { $0 == 0x65 || $0 == 0x45 }) {
      power = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
      bytes = bytes[..<mark]
    }
    for byte in bytes {
      if byte == 0x2E { pointAt = digits.count } else { digits.append(byte &- 0x30) }
    }
    exponent = (pointAt ?? digits.count) - 1 + power
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits, exponent)
  }

  fileprivate static func increment(_ digits: inout [UInt8], _ exponent: inout Int) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return
      }
      digits[index] = 0
    }
    digits = [1]
    exponent += 1
  }
}

extension String {
  /// The text with every hyphen as a minus sign.
  fileprivate func replacingMinus() -> String {
    var text = ""
    for character in self { text.append(character == "-" ? "−" : character) }
    return text
  }
}
