import Lessons
import Testing

@testable import TutorUI

/// Where there are only ASCII characters, the mathematics stays what it is.
@Suite struct `Text in ASCII` {
  @Test(arguments: [
    ("(w − 3)²", "(w − 3)^2"), ("w ← w − ηv", "w <- w − eta v"), ("x ≥ 0, y ≤ 1", "x >= 0, y <= 1"),
    ("±1/√n", "+-1/sqrt(n)"), ("m̂ = m/(1−β₁ᵗ)", "m_hat = m/(1−beta_1^t)"), ("e⁻ˣ", "e^-x"),
    ("10⁻³", "10^-3"), ("xⁿ⁺¹y", "x^(n+1) y"), ("δ⁽²⁾", "delta^(2)"), ("a ⊙ b", "a (.) b"),
    ("μ ≠ λ", "mu != lambda"), ("↑↓ ←→", "up/down left/right"), ("aᵢⱼ", "a_ij"), ("2σ", "2sigma"),
    ("ŷ", "y_hat"), ("plain", "plain"), ("│ ─ ▏", "│ ─ ▏"),
  ])
  func `says the same`(text: String, ascii: String) {
    #expect(ASCIIText.text(text) == ascii)
    Characters.$areASCII.withValue(true) {
      #expect(CharacterWidth.columns(of: text) == ascii.unicodeScalars.count)
      var frame = Frame(size: Size(columns: 40, rows: 1))
      #expect(frame.put(text, at: Position(column: 0, row: 0)) == ascii.unicodeScalars.count)
    }
  }

  @Test(arguments: [
    ("w \\leftarrow w - \\eta v", "w <- w - eta v"), ("\\frac{1}{\\sqrt{n}}", "1/sqrt(n)"),
    ("\\hat m = \\frac{m}{1 - \\beta_1^t}", "m_hat = m/(1 - beta_1^t)"),
    ("\\delta_k y", "delta_k y"), ("x_1^2", "x_1^2"), ("\\theta \\in \\mathbb{R}", "theta in R"),
  ])
  func `sets formulas`(latex: String, ascii: String) throws {
    let line = try Characters.$areASCII.withValue(true) { try Formula(latex).inline.text }
    #expect(
      String(line.unicodeScalars.map { $0 == "−" ? "-" : $0 == "ℝ" ? "R" : Character($0) })
        == ascii)
  }

  @Test func `what is right and what is wrong are told apart at a glance`() {
    let signs = ["✓", "✗", "○", "●", "□", "■"].compactMap { $0.unicodeScalars.first?.value }
    #expect(signs.flatMap { ASCII.replacement(for: $0, columns: 1) } == Array("+xo*o#".utf8))
  }

  @Test func `keeps the columns of a fraction`() throws {
    let lines = try Characters.$areASCII.withValue(true) {
      try Formula("\\frac{\\partial L}{\\partial \\eta}").displayed.map(\.text)
    }
    #expect(lines == ["  d L", "───────", " d eta"] || lines == ["  dL", "───────", " d eta"])
  }

  @Test func `names arrows that are keys, and offers no language it cannot show`() {
    Characters.$areASCII.withValue(true) {
      var play = Play(80, 24)
      #expect(play.screen.contains("up/down choose"))
      #expect(!play.screen.contains("中文"))
      play.press("l")
      #expect(play.app.language == .english)
      #expect(play.app.notice == Notice(.onlyASCII))
    }
  }
}
