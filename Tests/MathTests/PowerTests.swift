import Math
import Testing

/// Powers as C has them (`pow` of glibc, written down from Python's `math.pow`).
@Suite struct PowerTests {
  static let powers: [(base: Double, exponent: Double, result: Double)] = [
    (-1, Double.infinity, 1), (-1, -.infinity, 1), (2, .infinity, .infinity), (0.5, .infinity, 0),
    (-2, -.infinity, 0), (-0.5, -.infinity, .infinity), (-.infinity, 0.5, .infinity),
    (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity), (-.infinity, -3, -0.0),
    (.infinity, -1, 0), (-0.0, 3, -0.0), (-0.0, 2, 0), (-0.0, -3, -.infinity), (0, -2, .infinity),
    (0, 0, 1), (.nan, 0, 1), (1, .nan, 1), (.nan, 1, .nan), (-8, 0.25, .nan), (-2, 3, -8),
    (-2, 4, 16), (2, 0.5, 1.4142135623730951), (10, -2, 0.01), (1.1, 10, 2.5937424601000023),
  ]

  @Test(arguments: powers)
  func `follow C at every edge`(base: Double, exponent: Double, result: Double) {
    let power = Elementary.power(base, exponent)
    #expect(power == result || power.isNaN && result.isNaN)
    #expect(power.sign == result.sign || result.isNaN)
  }
}
