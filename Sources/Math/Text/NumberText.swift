/// Numbers as they stand in a derivation: four places, a real minus sign, and no false exactness.
public enum NumberText {
  /// A number with a fixed number of places: `−1.4170`, `8.19e−40`, `inf`, `nan`.
  ///
  /// Very large and very small numbers are written with an exponent.
  public static func fixed(_ value: Double, places: Int = 4) -> String {
    if let text = special(value) { return text }
    let size = value.magnitude
    if size != 0 && (size < halfUnit(places) || size >= 1e9) {
      return scientific(value, places: places)
    }
    return sign(value) + decimal(size, places: places)
  }

  /// A whole number without a point, any other with four places.
  public static func short(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e9
      ? sign(value) + String(Int(value.magnitude)) : trimmed(fixed(value))
  }

  /// The number with all its digits, as few as tell it apart from every other.
  public static func full(_ value: Double) -> String {
    special(value) ?? "\(value)".map { $0 == "-" ? "−" : String($0) }.joined()
  }

  /// Whether `fixed` leaves digits out of those that tell the number apart among its kind.
  public static func isRounded(
    _ value: Double, places: Int = 4, among dtype: DType = .float64
  ) -> Bool {
    guard value.isFinite else { return false }
    let (digits, exponent) = shortest(value.magnitude, among: dtype)
    let text = fixed(value, places: places)
    if text.contains("e") { return digits.count > places + 1 }
    return digits.count - 1 - exponent > places && value != 0
  }

  /// A number for LaTeX, with an ordinary hyphen.
  static func latex(_ value: Double) -> String {
    short(value).map { $0 == "−" ? "-" : String($0) }.joined()
  }

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "−inf" : "inf" }
    return nil
  }

  private static func sign(_ value: Double) -> String { value < 0 ? "−" : "" }

  private static func halfUnit(_ places: Int) -> Double {
    (0..<places).reduce(0.5) { unit, _ in unit / 10 }
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String(kept.first == "." ? String(kept.dropFirst().reversed()) : String(kept.reversed()))
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

  /// Rounds digits to a count of them, half to even on the digits shown, carrying where it must.
  private static func rounded(_ digits: [UInt8], to count: Int) -> (digits: [UInt8], carry: Bool) {
    guard digits.count > max(count, 0) else { return (digits, false) }
    guard count >= 0 else { return ([], false) }
    var kept = Array(digits[..<count])
    let rest = digits[count...]
    let first = digits[count]
    let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    guard isHalf ? (kept.last ?? 0) % 2 == 1 : first >= 5 else { return (kept, false) }
    for i in stride(from: count - 1, through: 0, by: -1) {
      if kept[i] < 9 {
        kept[i] += 1
        return (kept, false)
      }
      kept[i] = 0
    }
    return ([1] + kept, true)
  }

  /// Rounds as Python does: what is exactly half goes to the even digit, judged by the binary value.
  private static func decimal(_ size: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let product = size * scale
    guard product < 4e15 else { return "\(size)" }
    let error = (-product).addingProduct(size, scale)
    var whole = product.rounded(.down)
    let fraction = product - whole
    let isOdd = whole.truncatingRemainder(dividingBy: 2) == 1
    if fraction > 0.5 || (fraction == 0.5 && (error > 0 || (error == 0 && isOdd))) { whole += 1 }
    let digits = String(Int(whole))
    if places == 0 { return digits }
    let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  private static func scientific(_ value: Double, places: Int) -> String {
    let (digits, exponent) = shortest(value.magnitude)
    var (kept, carry) = rounded(digits, to: places + 1)
    if carry { kept.removeLast() }
    while kept.count < places + 1 { kept.append(0) }
    let power = exponent + (carry ? 1 : 0)
    let mantissa = kept.map { String($0) }
    let point = places == 0 ? "" : ".\(mantissa.dropFirst().joined())"
    return
      "\(sign(value))\(mantissa[0])\(point)e\(power < 0 ? "−" : "+")\(abs(power) < 10 ? "0" : "")\(abs(power))"
  }
}
