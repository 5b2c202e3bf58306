/// A number as nabla writes it: four decimals and a real minus sign, or a power of ten where the
/// decimals would show zero for a number that is not, or be too long for a column.
public struct NumberText: Sendable, Hashable {
  /// What is shown.
  public var text: String
  /// Whether what is shown is the number itself, not a rounding of it.
  public var isExact: Bool

  /// Where a power of ten takes the place of the decimals.
  private static let longest = 1e8

  /// Writes a number with a number of decimals, exactly rounded, ties to even: `−1.4170`, and as many
  /// before a power of ten: `8.1940e−40`.
  public init(_ value: Double, decimals: Int = 4) {
    self.init(special: value)
    guard text.isEmpty else { return }
    let decimals = min(max(0, decimals), Self.powers.count - 1)
    if Self.takesPower(value.magnitude, decimals) {
      self.init(scientific: value, decimals: min(decimals, Self.mantissa - 1))
    } else {
      self.init(fixed: value, decimals: decimals)
    }
  }

  /// Writes all the digits a number has: the shortest text that reads back as the same number.
  public init(full value: Double, isSingle: Bool = false) {
    self.init(special: value)
    guard text.isEmpty else { return }
    let digits = isSingle ? "\(Float(value).magnitude)" : "\(value.magnitude)"
    text = Self.signed(value, digits.map { $0 == "-" ? "−" : String($0) }.joined())
    isExact = Self.isAll(digits, of: value.magnitude, among: isSingle ? .float32 : .float64)
  }

  /// Whether decimal digits are a binary number itself, and not only tell it apart from the others.
  private static func isAll(_ text: String, of value: Double, among dtype: DType) -> Bool {
    guard value > 0 else { return true }
    // Below its point a binary number has as many decimals as it has binary places.
    let places = value.significandWidth - Int(value.exponent)
    let (digits, exponent) = shortest(value, among: dtype)
    return places > 0
      ? digits.count - 1 - exponent == places : Double(text) == value && value < 0x1p53
  }

  /// Writes a whole number.
  public init(_ value: Int64) {
    text = value < 0 ? "−\(value.magnitude)" : "\(value)"
    isExact = true
  }

  /// Takes a word in a number's place.
  public init(word: String) {
    text = word
    isExact = true
  }

  private init(special value: Double) {
    isExact = true
    text = value.isNaN ? "nan" : value.isInfinite ? Self.signed(value, "inf") : ""
  }

  private init(fixed value: Double, decimals: Int) {
    let scale = Self.powers[decimals]
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

  /// Writes a power of ten with at least so many decimals, so that such numbers stand in columns.
  private init(scientific value: Double, decimals: Int) {
    var (digits, exponent) = Self.shortest(value.magnitude)
    isExact = true
    // One digit more that is a 5 may be a tie in appearance only: it is kept.
    let isApparentTie = digits.count == Self.mantissa + 1 && digits.last == 5
    if digits.count > Self.mantissa && !isApparentTie {
      isExact = false
      let roundsUp = digits[Self.mantissa] >= 5
      digits = Array(digits.prefix(Self.mantissa))
      if roundsUp { Self.increment(&digits, &exponent) }
    }
    var fraction = digits.dropFirst().map(String.init).joined()
    fraction += String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
    let sign = exponent < 0 ? "−" : "+"
    let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    let first = digits.first ?? 0
    text = Self.signed(
      value, "\(first)" + (fraction.isEmpty ? "" : "." + fraction) + "e\(sign)\(power)")
  }
}

extension NumberText {
  /// A number with a fixed number of decimals.
  public static func fixed(_ value: Double, places: Int = 4) -> String {
    NumberText(value, decimals: places).text
  }

  /// A whole number without a point, any other with four decimals less their last zeros.
  public static func short(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < longest {
      return (value < 0 ? "−" : "") + String(Int(value.magnitude))
    }
    if takesPower(value.magnitude, 4) { return fixed(value, places: 0) }
    let text = fixed(value)
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String(kept.first == "." ? String(kept.dropFirst().reversed()) : String(kept.reversed()))
  }

  /// A number for LaTeX, with an ordinary hyphen.
  static func latex(_ value: Double) -> String {
    short(value).map { $0 == "−" ? "-" : String($0) }.joined()
  }

  /// Whether `fixed` leaves digits out of those that tell the number apart among its kind.
  public static func isRounded(
    _ value: Double, places: Int = 4, among dtype: DType = .float64
  ) -> Bool {
    guard value.isFinite, value != 0 else { return false }
    let (digits, exponent) = shortest(value.magnitude, among: dtype)
    if takesPower(value.magnitude, places) {
      return digits.count > mantissa && !NumberText(value, decimals: places).isExact
    }
    return digits.count - 1 - exponent > places
  }
}

extension NumberText {
  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
  /// The digits shown before a power of ten.
  private static let mantissa = 5

  private static func takesPower(_ magnitude: Double, _ decimals: Int) -> Bool {
    magnitude >= longest || (magnitude > 0 && magnitude < 0.5 / powers[min(max(0, decimals), 6)])
  }

  private static func signed(_ value: Double, _ digits: String) -> String {
    value.sign == .minus ? "−" + digits : digits
  }

  /// The shortest digits that tell a positive number apart, and the power of ten of the first.
  static func shortest(
    _ value: Double, among dtype: DType = .float64
  ) -> (digits: [UInt8], exponent: Int) {
    let text =
      dtype == .float32 ? "\(Float(value))" : dtype == .float16 ? "\(Float16(value))" : "\(value)"
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    exponent += number[0].count - 1
    var digits = (String(number[0]) + (number.count > 1 ? String(number[1]) : "")).utf8.map {
      $0 - 48
    }
    while digits.count > 1 && digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1 && digits.last == 0 { digits.removeLast() }
    return (digits, exponent)
  }

  private static func increment(_ digits: inout [UInt8], _ exponent: inout Int) {
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
