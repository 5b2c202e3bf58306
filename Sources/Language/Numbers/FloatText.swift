/// Floats as Python writes them.
enum FloatText {
  /// `repr(number)`: the shortest digits that read back the same.
  static func representation(of number: Double) -> String {
    if let special = special(number) { return special }
    let decimal = ExactDecimal(shortest: number)
    let exponent = decimal.point - 1
    let body =
      exponent < -4 || exponent >= 16
      ? scientific(decimal, digits: decimal.digits.count, mark: "e")
      : positional(decimal, places: max(1, decimal.digits.count - decimal.point))
    return (number.sign == .minus ? "-" : "") + body
  }

  /// `inf`, `-inf`, `nan`; nil for a finite number.
  static func special(_ number: Double) -> String? {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return nil
  }

  /// A magnitude with so many places after the point, rounded half to even: `f` formatting.
  static func fixed(_ number: Double, places: Int) -> String {
    var decimal = ExactDecimal(exact: number)
    decimal.round(toDigits: decimal.point + places)
    return positional(decimal, places: places)
  }

  /// A magnitude with an exponent and so many places after the point: `e` formatting.
  static func scientific(_ number: Double, places: Int, mark: String) -> String {
    var decimal = ExactDecimal(exact: number)
    decimal.round(toDigits: places + 1)
    return scientific(decimal, digits: places + 1, mark: mark)
  }

  /// A magnitude with so many significant digits, in the shorter of both forms: `g` formatting.
  static func general(
    _ number: Double, digits: Int, mark: String, keepsZeros: Bool, switchesAt limit: Int? = nil
  ) -> String {
    let digits = max(digits, 1)
    var decimal = ExactDecimal(exact: number)
    decimal.round(toDigits: digits)
    let exponent = decimal.isZero ? 0 : decimal.point - 1
    let shown = keepsZeros ? digits : decimal.digits.count
    if exponent < -4 || exponent >= (limit ?? digits) {
      return scientific(decimal, digits: shown, mark: mark)
    }
    return positional(decimal, places: max(0, shown - exponent - 1))
  }

  /// Digits with so many after the point.
  private static func positional(_ decimal: ExactDecimal, places: Int) -> String {
    var text: [UInt8] = []
    if decimal.point <= 0 { text.append(48) }
    for place in 0..<max(0, decimal.point) { text.append(48 + decimal.digit(place)) }
    if places > 0 {
      text.append(46)
      for place in 0..<places { text.append(48 + decimal.digit(decimal.point + place)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scientific(_ decimal: ExactDecimal, digits: Int, mark: String) -> String {
    let exponent = decimal.isZero ? 0 : decimal.point - 1
    var text = [48 + decimal.digit(0)]
    if digits > 1 {
      text.append(46)
      for place in 1..<digits { text.append(48 + decimal.digit(place)) }
    }
    let power = "\(exponent.magnitude)"
    return String(decoding: text, as: UTF8.self) + mark + (exponent < 0 ? "-" : "+")
      + (power.utf8.count < 2 ? "0" + power : power)
  }
}
