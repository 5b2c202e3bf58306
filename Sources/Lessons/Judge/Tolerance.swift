extension Quiz.Tolerance {
  /// How far from an answer a number may be; never less than the rounding of floating point.
  public func allowance(at answer: Double) -> Double {
    let size = answer.magnitude
    let allowed: Double
    switch self {
    case .absolute(let most): allowed = most
    case .relative(let share): allowed = share * size
    case .digits(let count): allowed = 0.5 * Self.unit(of: size, digits: count)
    }
    // 0.245 ± 0.005 must take in 0.25, which in binary is a hair too far; an answer computed in
    // float32 may be a broader hair away, if that is little beside what is allowed.
    let single = min(size * Double(Float.ulpOfOne), allowed / 100)
    return allowed + max(single, max(size, allowed) * 4 * Double.ulpOfOne)
  }

  /// Whether a number is near enough to an answer; nan and the infinities only meet themselves.
  public func accepts(_ number: Double, for answer: Double) -> Bool {
    if answer.isNaN || number.isNaN { return answer.isNaN && number.isNaN }
    if answer.isInfinite || number.isInfinite { return answer == number }
    return (number - answer).magnitude <= allowance(at: answer)
  }

  /// The worth of the last of some significant digits.
  private static func unit(of size: Double, digits: Int) -> Double {
    guard size > 0 else { return power(-digits + 1) }
    var exponent = 0
    var scaled = size
    while scaled >= 10, exponent < 400 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1, exponent > -400 {
      scaled *= 10
      exponent -= 1
    }
    return power(exponent - digits + 1)
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  /// The format an answer is revealed in: one digit more than is asked for.
  var spec: String {
    switch self {
    case .absolute(let most):
      guard most > 0 else { return "" }
      var decimals = 0
      var unit = 1.0
      while unit > most, decimals < 12 {
        unit /= 10
        decimals += 1
      }
      return ".\(decimals + 1)f"
    case .relative(let share):
      var digits = 1
      var unit = 1.0
      while unit > share, digits < 15 {
        unit /= 10
        digits += 1
      }
      return ".\(digits + 1)g"
    case .digits(let count): return ".\(count + 1)g"
    }
  }

  /// What is said of it after an answer.
  public var sentence: Sentence {
    switch self {
    case .absolute(let most):
      most == 0
        ? Sentence("The answer must be exact.", "答案必须完全相等。")
        : Sentence("Up to \(most) away counts as right.", "误差不超过 \(most) 即算正确。")
    case .relative(let share):
      Sentence(
        "Up to \(Self.percent(share)) % away counts as right.",
        "相对误差不超过 \(Self.percent(share))% 即算正确。")
    case .digits(let count):
      Sentence(
        "\(count) significant digits must be right.", "需有 \(count) 位有效数字正确。")
    }
  }

  private static func percent(_ share: Double) -> String {
    let percent = (share * 1e6).rounded() / 1e4
    return percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
  }
}
