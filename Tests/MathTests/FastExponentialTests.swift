import RealModule
import Testing

@testable import Math

@Suite struct FastExponentialTests {
  @Test func `is the C library's to two units in the last place`() {
    for step in stride(from: -87_000, through: 88_000, by: 7) {
      let x = Float(step) / 1000
      let exact = Double.exp(Double(x))
      let error = (Double(fastExponential(x)) - exact).magnitude / exact
      #expect(error < 2.5e-7, "e^\(x) is off by \(error)")
    }
  }

  @Test(
    arguments: [
      (0, 1), (-.infinity, 0), (.infinity, .infinity), (89, .infinity), (-104, 0), (-1000, 0),
      (1000, .infinity),
    ] as [(Float, Float)])
  func `has the limits of the function`(x: Float, expected: Float) {
    #expect(fastExponential(x) == expected)
  }

  @Test func `a nan stays one`() { #expect(fastExponential(.nan).isNaN) }

  @Test func `falls below the normal numbers gradually`() {
    for x: Float in [-88, -90, -95, -100, -103] {
      #expect((fastExponential(x) - .exp(x)).magnitude <= 2 * Float.leastNonzeroMagnitude)
    }
  }

  @Test(arguments: [1, 3, 31, 32, 33, 1000])
  func `long rows are as their naive twins`(count: Int) throws {
    let z = (0..<count).map { Double(($0 * 37) % 101) / 7 - 6 }
    let total = z.reduce(0) { $0 + .exp($1 - 8) }
    let row = Tensor(z, shape: [count]).cast(to: .float32)
    let shares = try Softmax(dim: 0)(row).doubles
    let logs = try LogSoftmax(dim: 0)(row).doubles
    for i in 0..<count {
      let share = Double.exp(z[i] - 8) / total
      #expect((shares[i] - share).magnitude < 1e-6 * max(share, 1e-3))
      #expect((logs[i] - .log(share)).magnitude < 4e-6)
    }
  }
}
