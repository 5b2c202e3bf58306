import Foundation
import Testing

@testable import TutorUI

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0.0000"), (-0.0, "−0.0000"), (1, "1.0000"), (-1.9, "−1.9000"), (0.1, "0.1000"),
    (2.4170300162778335, "2.4170"), (0.36787944117144233, "0.3679"), (2.00015, "2.0002"),
    (0.00005, "0.0001"), (0.00004, "4e−05"), (1e-44, "1e−44"), (0.000012345678, "1.235e−05"),
    (99_999.5, "99999.5000"), (123_456, "1.235e+05"), (1e5, "1e+05"), (1.5e300, "1.5e+300"),
    (9.99996e-7, "1e−06"), (0.03125, "0.0312"), (0.09375, "0.0938"), (.infinity, "inf"),
    (-.infinity, "−inf"), (.nan, "nan"),
  ])
  func `a number is written`(_ value: Double, _ text: String) {
    #expect(NumberText(value).text == text)
  }

  @Test func `a rounded number knows it`() {
    #expect(NumberText(0.5).isExact)
    #expect(!NumberText(1.0 / 3).isExact)
    #expect(!NumberText(0.1).isExact)
    #expect(NumberText(.infinity).isExact)
  }

  @Test func `all digits read back as the number`() {
    for value in [
      0.1, 1.0 / 3, 2.4170300162778335, 2.2250738585072014e-308, 1.7976931348623157e308,
    ] {
      let text = NumberText(full: value).text.replacingOccurrences(of: "−", with: "-")
      #expect(Double(text) == value)
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

  @Test func `it agrees with C on random numbers`() {
    var generator = Dice(state: 7)
    for _ in 0..<2000 {
      let value = Double.random(in: -100...100, using: &generator)
      let expected = String(format: "%.4f", value).replacingOccurrences(of: "-", with: "−")
      guard abs(value) >= 0.00005 else { continue }
      #expect(NumberText(value).text == expected)
    }
  }
}
