import Math

/// Values of functions that have no closed form, by series, recurrences and sums that converge fast.
enum SpecialValues {
  /// One of the elementary functions of `Math`, by its name there.
  static func elementary(_ name: String) -> @Sendable (Double) -> Double {
    Elementary.functions[name] ?? { _ in .nan }
  }

  private static let sine = elementary("sin")
  private static let tangent = elementary("tan")
  private static let exponential = elementary("exp")
  private static let logarithm = elementary("log")

  /// The derivative of ln Γ: recurrence up to 10, then the asymptotic series.
  static func digamma(_ x: Double) -> Double {
    if x == 0 { return x.sign == .minus ? .infinity : -.infinity }
    if x < 0 {
      if x == x.rounded() { return .nan }
      return digamma(1 - x) - .pi / tangent(.pi * x)
    }
    var (x, sum) = (x, 0.0)
    while x < 10 {
      sum -= 1 / x
      x += 1
    }
    let z = 1 / (x * x)
    let series =
      z
      * (1 / 12.0 - z
        * (1 / 120.0 - z
          * (1 / 252.0 - z * (1 / 240.0 - z * (5 / 660.0 - z * (691 / 32760.0 - z / 12))))))
    return sum + logarithm(x) - 0.5 / x - series
  }

  /// The Hurwitz zeta function Σ 1/(k + q)ˣ, by Euler and Maclaurin.
  static func zeta(_ x: Double, _ q: Double) -> Double {
    if x == 1 { return .infinity }
    if x < 1 { return .nan }
    if q <= 0 {
      if q == q.rounded(.down) { return .infinity }
      if x != x.rounded(.down) { return .nan }
    }
    func power(_ base: Double, _ exponent: Double) -> Double { Elementary.power(base, exponent) }
    if q < -1000 {
      // The terms on both sides of 0, each side a sum that begins there.
      let (size, part) = (-q, -q - (-q).rounded(.down))
      let below = zeta(x, part) - zeta(x, size + 1)
      let isEven = x.truncatingRemainder(dividingBy: 2) == 0
      return zeta(x, 1 - part) + (isEven ? below : -below)
    }
    var sum = 0.0
    var (a, terms) = (q, 0)
    repeat {
      sum += power(a, -x)
      a += 1
      terms += 1
    } while a <= 9 || terms < 9
    sum += power(a, 1 - x) / (x - 1) + 0.5 * power(a, -x)
    var factor = 1.0
    var k = 0.0
    var b = power(a, -x)
    for coefficient in bernoulli {
      factor *= x + k
      b /= a
      let term = factor * b / coefficient
      sum += term
      if (term / sum).magnitude < 1e-17 { break }
      k += 1
      factor *= x + k
      b /= a
      k += 1
    }
    return sum
  }

  /// (2k)! over the Bernoulli numbers, for k from 1.
  private static let bernoulli: [Double] = [
    12.0, -720.0, 30240.0, -1209600.0, 47900160.0, -1.8924375803183791606e9, 7.47242496e10,
    -2.950130727918164224e12, 1.1646782814350067249e14, -4.5979787224074726105e15,
    1.8152105401943546773e17, -7.1661652561756670113e18,
  ]

  /// The derivatives of digamma.
  static func polygamma(_ n: Int, _ x: Double) -> Double {
    if n == 0 { return digamma(x) }
    // Every factorial from 171 on is beyond what a float holds.
    let factorial = n > 170 ? .infinity : (1...n).reduce(1.0) { $0 * Double($1) }
    return (n % 2 == 0 ? -1 : 1) * factorial * zeta(Double(n) + 1, x)
  }

  /// The modified Bessel function of the first kind, of order 0 or 1, times e^−|x|.
  static func scaledI(_ order: Int, _ x: Double) -> Double {
    let size = x.magnitude
    if size.isNaN { return .nan }
    let sign: Double = order == 1 && x < 0 ? -1 : 1
    if size > 50 {
      let sum = hankel(order, size).reduce(0, +)
      return sign * sum / (2 * .pi * size).squareRoot()
    }
    // The mean of e^(x cos t − |x|), over a period: equal steps converge at once.
    let steps = 64 + Int(4 * size.squareRoot()) * 4
    var sum = 0.0
    for step in 0..<steps {
      let angle = 2 * Double.pi * Double(step) / Double(steps)
      let cosine = Cosine().value(angle)
      sum += exponential(size * (cosine - 1)) * (order == 0 ? 1 : cosine)
    }
    return sum / Double(steps) * sign
  }

  static func modifiedI(_ order: Int, _ x: Double) -> Double {
    scaledI(order, x) * exponential(x.magnitude)
  }

  /// The modified Bessel function of the second kind, times eˣ: ∫ e^(x − x cosh t) cosh(nt) dt.
  static func scaledK(_ order: Int, _ x: Double) -> Double {
    if x == 0 { return .infinity }
    if x < 0 || x.isNaN { return .nan }
    let hyperbolic = elementary("cosh")
    let step = 1.0 / 64
    var sum = 0.5
    for k in 1..<4096 {
      let cosh = hyperbolic(Double(k) * step)
      let term = exponential(x * (1 - cosh)) * (order == 0 ? 1 : cosh)
      sum += term
      if term < sum * 1e-18 { break }
    }
    return sum * step
  }

  /// The Bessel function of the first kind, of order 0 or 1: the mean of cos(nt − x sin t).
  static func besselJ(_ order: Int, _ x: Double) -> Double {
    if !x.isFinite { return .nan }
    if x.magnitude > 25 { return distantJ(order, x) }
    let steps = 64 + Int(x.magnitude) * 2
    var sum = 0.0
    for step in 0..<steps {
      let angle = 2 * Double.pi * Double(step) / Double(steps)
      sum += Cosine().value(Double(order) * angle - x * sine(angle))
    }
    return sum / Double(steps)
  }

  /// The same far from 0, where it is a wave that grows small.
  private static func distantJ(_ order: Int, _ x: Double) -> Double {
    let size = x.magnitude
    var (even, odd) = (0.0, 0.0)
    // The signs of the terms are those of iᵏ.
    for (k, term) in hankel(order, size).enumerated() {
      if k % 2 == 0 { even += k % 4 == 0 ? term : -term } else { odd += k % 4 == 1 ? -term : term }
    }
    // The cosine and the sine of |x| − π/4, or of |x| − 3π/4.
    let (c, s) = (Cosine().value(size), sine(size))
    let wave = order == 0 ? even * (c + s) - odd * (s - c) : even * (s - c) + odd * (c + s)
    return wave / (.pi * size).squareRoot() * (order == 1 && x < 0 ? -1 : 1)
  }

  /// The terms of Hankel's expansions for large x: (−1)ᵏ (4n² − 1²)(4n² − 3²)⋯ / (k! (8x)ᵏ).
  private static func hankel(_ order: Int, _ x: Double) -> [Double] {
    let m = Double(4 * order * order)
    var terms = [1.0]
    while let last = terms.last, last.magnitude > 1e-17, terms.count < 64 {
      let k = Double(terms.count)
      terms.append(-last * (m - (2 * k - 1) * (2 * k - 1)) / (k * 8 * x))
    }
    return terms
  }

  /// The error function's complement times e^(x²).
  static func scaledComplement(_ x: Double) -> Double {
    if x < 20 { return exponential(x * x) * elementary("erfc")(x) }
    let z = 1 / (2 * x * x)
    return (1 - z * (1 - 3 * z * (1 - 5 * z * (1 - 7 * z)))) / (x * Double.pi.squareRoot())
  }

  /// The inverse of the error function: a first guess, then Newton's and Halley's steps.
  static func inverseError(_ y: Double) -> Double {
    if y.magnitude > 1 || y.isNaN { return .nan }
    if y.magnitude == 1 { return y * .infinity }
    let w = -elementary("log1p")(-y * y)
    let a = 0.147
    let b = 2 / (.pi * a) - w / 2
    // Winitzki (2008).
    var x = ((b * b + w / a).squareRoot() - b).magnitude.squareRoot() * (y < 0 ? -1 : 1)
    let scale = 2 / Double.pi.squareRoot()
    for _ in 0..<4 {
      let error =
        y.magnitude > 0.5
        ? (y > 0 ? 1 - y - elementary("erfc")(x) : elementary("erfc")(-x) - 1 - y)
        : elementary("erf")(x) - y
      let step = error / (scale * exponential(-x * x))
      let change = step / (1 + x * step)
      x -= change
      if change.magnitude < 1e-17 * x.magnitude { break }
    }
    return x
  }

  /// The share of the normal distribution below x.
  static func normalShare(_ x: Double) -> Double { elementary("erfc")(-x / 2.0.squareRoot()) / 2 }

  static func logNormalShare(_ x: Double) -> Double {
    if x < -1 {
      let t = -x / 2.0.squareRoot()
      return logarithm(scaledComplement(t) / 2) - t * t
    }
    return elementary("log1p")(-elementary("erfc")(x / 2.0.squareRoot()) / 2)
  }

  static func inverseNormalShare(_ p: Double) -> Double {
    if p < 0 || p > 1 || p.isNaN { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    return 2.0.squareRoot() * inverseError(2 * p - 1)
  }

  /// The regularised lower incomplete gamma function: series, or one minus a continued fraction.
  static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    if x < 0 || a < 0 || a.isNaN || x.isNaN { return .nan }
    if a == 0 { return x > 0 ? 1 : .nan }
    if x == 0 { return 0 }
    if a.isInfinite { return x.isInfinite ? .nan : 0 }
    if x.isInfinite { return 1 }
    if x > 1 && x > a { return 1 - upperGamma(a, x) }
    let front = exponential(a * logarithm(x) - x - elementary("lgamma")(a))
    var (sum, term, k) = (1 / a, 1 / a, a)
    for _ in 0..<2000 {
      k += 1
      term *= x / k
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum * front
  }

  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    if x < 0 || a < 0 || a.isNaN || x.isNaN { return .nan }
    if a == 0 { return x > 0 ? 0 : .nan }
    if x == 0 { return 1 }
    if a.isInfinite { return x.isInfinite ? .nan : 1 }
    if x.isInfinite { return 0 }
    if x <= 1 || x <= a { return 1 - lowerGamma(a, x) }
    let front = exponential(a * logarithm(x) - x - elementary("lgamma")(a))
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1..<2000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      d = d.magnitude < tiny ? tiny : d
      c = b + an / c
      c = c.magnitude < tiny ? tiny : c
      d = 1 / d
      let change = d * c
      h *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return front * h
  }
}
