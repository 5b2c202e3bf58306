import Foundation
import Math
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0.0000"), (-0.0, "−0.0000"), (1, "1.0000"), (-1.417, "−1.4170"), (0.1, "0.1000"),
    (2.4170300162778335, "2.4170"), (0.36787944, "0.3679"), (2.00015, "2.0002"),
    (2.0 / 3, "0.6667"), (99.99996, "100.0000"), (0.03125, "0.0312"), (0.09375, "0.0938"),
    (123456.789, "123456.7890"), (16_777_216, "16777216.0000"),
    (99_999_999.99999, "100000000.0000"),
    (1e8, "1.0000e+08"), (-1.5e8, "−1.5000e+08"), (-1e12, "−1.0000e+12"),
    (1.5e300, "1.5000e+300"), (.greatestFiniteMagnitude, "1.7977e+308"), (0.00005, "0.0001"),
    (0.00004, "4.0000e−05"), (0.0000454, "4.5400e−05"), (0.000012345678, "1.2346e−05"),
    (8.194e-40, "8.1940e−40"), (9.999996e-7, "1.0000e−06"), (9.999999e-10, "1.0000e−09"),
    (1.2345e-9, "1.2345e−09"), (1.23455e-9, "1.23455e−09"),
    (.leastNonzeroMagnitude, "5.0000e−324"),
    (.infinity, "inf"), (-.infinity, "−inf"), (.nan, "nan"),
  ])
  func `four decimals, a real minus sign, or a power of ten`(_ number: Double, _ text: String) {
    #expect(NumberText(number).text == text)
    #expect(NumberText.fixed(number) == text)
  }

  @Test(arguments: [
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.15, 1, "0.1"), (0.25, 1, "0.2"),
    (1e-3, 2, "1.00e−03"), (2e8, 0, "2e+08"), (1.5e8, 0, "1.5e+08"), (0.1234567, 6, "0.123457"),
  ])
  func `halves are judged by the binary value, as Python does`(
    _ number: Double, _ places: Int, _ text: String
  ) {
    #expect(NumberText.fixed(number, places: places) == text)
  }

  @Test(arguments: [
    (2.0, "2"), (-0.5, "−0.5"), (0.25, "0.25"), (1.0 / 3, "0.3333"), (100, "100"), (0.1, "0.1"),
    (1e-7, "1e−07"), (-0.0, "0"), (2e8, "2e+08"),
  ])
  func `a short number has no needless zeros`(_ number: Double, _ text: String) {
    #expect(NumberText.short(number) == text)
  }

  @Test func `it is told whether digits were left out`() {
    for value in [1.0 / 3, 0.00012, Double(Float(0.1)), 1.234567e-9, 123_456_789] {
      #expect(NumberText.isRounded(value), "\(value)")
    }
    for value in [0.25, -1.9, 0, .nan, 1e12, 1.2345e-9] {
      #expect(!NumberText.isRounded(value), "\(value)")
    }
    #expect(!NumberText.isRounded(Double(Float(0.1)), among: .float32))
  }

  @Test func `it is told whether the number itself is shown`() {
    for value in [0.5, 0.0, 1e12, .infinity, -2] { #expect(NumberText(value).isExact, "\(value)") }
    for value in [1.0 / 3, 0.1, 1.234567e-9] { #expect(!NumberText(value).isExact, "\(value)") }
  }

  @Test func `all digits read back as the number`() {
    for value in [
      0.1, 1.0 / 3, -2, 2.4170300162778335, 2.2250738585072014e-308, 1.7976931348623157e308,
    ] {
      let text = NumberText(full: value).text
      #expect(!text.contains("-"))
      #expect(Double(text.replacingOccurrences(of: "−", with: "-")) == value)
    }
    #expect(NumberText(full: Double(Float(0.1)), isSingle: true).text == "0.1")
  }

  @Test func `all digits are the number itself only where they are`() {
    for value in [0, 1, -3, 0.5, -0.375, 123_456, 0x1p-10, 0x1p52] {
      #expect(NumberText(full: value).isExact)
    }
    for value in [0.1, 1.0 / 3, 2.4170300162778335, 1e23, 0x1p80] {
      #expect(!NumberText(full: value).isExact)
    }
    #expect(NumberText(full: Double(Float(0.25)), isSingle: true).isExact)
    #expect(!NumberText(full: Double(Float(0.6590011)), isSingle: true).isExact)
    #expect(!NumberText(full: 0x1p30, isSingle: true).isExact)
  }

  @Test func `it agrees with C on many numbers`() {
    for step in -2000..<2000 {
      let value = Double(step) * 0.050_012_345_678_9
      let expected = String(format: "%.4f", value).replacingOccurrences(of: "-", with: "−")
      #expect(NumberText(value).text == expected)
    }
  }
}
