/// Functions of whole numbers.
extension MathTable {
  static let counting: [Builtin] = [
    Builtin("factorial", "x, /", "The product of the whole numbers up to it.") { call in
      let number = try call.int("x")
      if number < 0 { throw PythonError.value("factorial() not defined for negative values") }
      if number > 20 { throw PythonError.bigInteger }
      return .int((1...max(number, 1)).reduce(1, *))
    },
    Builtin("comb", "n, k, /", "In how many ways k of n can be chosen.") { call in
      try choose(try call.int("n"), try call.int("k"))
    },
    Builtin("perm", "n, k=None, /", "In how many ways k of n can be put in order.") { call in
      let n = try call.int("n")
      let k = try call.optionalInt("k") ?? n
      if n < 0 || k < 0 { throw PythonError.value("n must be a non-negative integer") }
      var result = Value.int(k > n ? 0 : 1)
      if k <= n {
        if k > 25 { throw PythonError.bigInteger }
        for factor in stride(from: n, to: n - k, by: -1) {
          result = try call.interpreter.binary(.multiply, result, .int(factor))
        }
      }
      return result
    },
    Builtin("gcd", "*integers", "The greatest common divisor.") { call in
      .int(try whole(call).reduce(0) { try divisor($0, $1) })
    },
    Builtin("lcm", "*integers", "The least common multiple.") { call in
      var result = 1
      for number in try whole(call) {
        if number == 0 { return .int(0) }
        let (product, isTooLarge) = (result / (try divisor(result, number)))
          .multipliedReportingOverflow(by: number)
        if isTooLarge || product == .min { throw PythonError.bigInteger }
        result = abs(product)
      }
      return .int(result)
    },
    Builtin("isqrt", "n, /", "The square root without its fraction.") { call in
      let number = try call.int("n")
      if number < 0 { throw PythonError.value("isqrt() argument must be nonnegative") }
      var root = Int(Double(number).squareRoot())
      while root > 3_037_000_499 || root * root > number { root -= 1 }
      while root < 3_037_000_499, (root + 1) * (root + 1) <= number { root += 1 }
      return .int(root)
    },
  ]

  private static func whole(_ call: Call) throws -> [Int] {
    try call.rest("integers").map { value in
      switch value {
      case .int(let number): return number
      case .bool(let flag): return flag ? 1 : 0
      default:
        throw PythonError.type(
          "'\(call.interpreter.typeName(of: value))' object cannot be interpreted as an integer")
      }
    }
  }

  private static func divisor(_ a: Int, _ b: Int) throws -> Int {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard let result = Int(exactly: a) else { throw PythonError.bigInteger }
    return result
  }

  private static func choose(_ n: Int, _ k: Int) throws -> Value {
    if n < 0 || k < 0 { throw PythonError.value("n and k must be non-negative integers") }
    if k > n { return .int(0) }
    var result = 1
    for step in 0..<min(k, n - k) {
      let common = try divisor(result, step + 1)
      let factor = (n - step) / ((step + 1) / common)
      let isWhole = (n - step) % ((step + 1) / common) == 0
      guard isWhole else { return .int(0) }
      let (product, isTooLarge) = (result / common).multipliedReportingOverflow(by: factor)
      if isTooLarge { throw PythonError.bigInteger }
      result = product
    }
    return .int(result)
  }
}
