import Math
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (1.0, "1.0000"), (-1.417, "−1.4170"), (0.36787944, "0.3679"), (0, "0.0000"),
    (-0.0, "0.0000"), (2.0 / 3, "0.6667"), (99.99996, "100.0000"), (123456.789, "123456.7890"),
    (0.00005, "0.0001"), (0.00004, "4.0000e−05"), (8.194e-40, "8.1940e−40"),
    (-1e12, "−1.0000e+12"), (9.99999e-10, "1.0000e−09"), (.infinity, "inf"),
    (-.infinity, "−inf"), (.nan, "nan"), (5e-324, "5.0000e−324"),
    (.greatestFiniteMagnitude, "1.7977e+308"), (0.03125, "0.0312"), (0.09375, "0.0938"),
    (999_999_999.99999, "1000000000.0000"),
  ])
  func `four places, a real minus sign`(_ number: Double, _ text: String) {
    #expect(NumberText.fixed(number) == text)
  }

  @Test(arguments: [
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.15, 1, "0.1"), (0.25, 1, "0.2"),
    (1e-3, 2, "1.00e−03"),
  ])
  func `halves are judged by the binary value, as Python does`(
    _ number: Double, _ places: Int, _ text: String
  ) {
    #expect(NumberText.fixed(number, places: places) == text)
  }

  @Test(arguments: [
    (2.0, "2"), (-0.5, "−0.5"), (0.25, "0.25"), (1.0 / 3, "0.3333"), (100, "100"), (0.1, "0.1"),
    (1e-7, "1.0000e−07"),
  ])
  func `a short number has no needless zeros`(_ number: Double, _ text: String) {
    #expect(NumberText.short(number) == text)
  }

  @Test func `it is told whether digits were left out`() {
    #expect(NumberText.isRounded(1.0 / 3))
    #expect(NumberText.isRounded(0.00012))
    #expect(!NumberText.isRounded(0.25))
    #expect(!NumberText.isRounded(-1.9))
    #expect(!NumberText.isRounded(0))
    #expect(!NumberText.isRounded(.nan))
    #expect(!NumberText.isRounded(1e12))
    #expect(NumberText.isRounded(Double(Float(0.1))))
    #expect(!NumberText.isRounded(Double(Float(0.1)), among: .float32))
  }

  @Test func `all digits on demand`() {
    #expect(NumberText.full(1.0 / 3) == "0.3333333333333333")
    #expect(NumberText.full(-2) == "−2.0")
  }
}
