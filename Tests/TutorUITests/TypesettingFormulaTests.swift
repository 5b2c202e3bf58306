import Testing

@testable import TutorUI

/// A formula's LaTeX, how it stands on its own, and how it stands within text.
struct FormulaPicture: Sendable, CustomTestStringConvertible {
  var latex: String
  var displayed: [String]
  var inline: String
  var testDescription: String { latex }

  /// Reads cases written as `» LaTeX`, the rows of the picture, and `= the inline form`.
  static func cases(_ text: String) -> [FormulaPicture] {
    var cases: [FormulaPicture] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("» ") {
        cases.append(FormulaPicture(latex: String(line.dropFirst(2)), displayed: [], inline: ""))
      } else if line.hasPrefix("= ") {
        cases[cases.count - 1].inline = String(line.dropFirst(2))
      } else if line.hasPrefix("  ") {
        cases[cases.count - 1].displayed.append(String(line.dropFirst(2)))
      }
    }
    return cases
  }
}

@Test(arguments: FormulaPicture.cases(formulaPictures) + FormulaPicture.cases(moreFormulaPictures))
func `a formula looks like its picture`(_ picture: FormulaPicture) throws {
  let formula = try Formula(picture.latex)
  #expect(formula.displayed(width: 76).map(\.text) == picture.displayed)
  #expect(formula.inline.text == picture.inline)
}

@Test(arguments: [
  (#"\frac{1}{"#, 8, "never closed"), (#"x^2^3"#, 3, "second superscript"),
  (#"a & b } c"#, 6, "closes nothing"), (#"\sofmax(z)"#, 0, "not known"),
  (#"\alhpa"#, 0, #"did you mean \alpha?"#), (#"\left( x"#, 0, #"\right is missing"#),
  (#"x_"#, 2, "must follow the _"), (#"\begin{cases} x"#, 0, "has no \\end{cases}"),
  (#"\begin{aligned} x \end{cases}"#, 18, "names must agree"), (#"\sqrt[3{x}"#, 5, "never closed"),
  (#"\begin{nonsense} x \end{nonsense}"#, 0, "not known"), ("a $ b", 2, "stands within"),
  (#"\"#, 0, "after a backslash"), (#"\frac"#, 5, "needs an argument"),
])
func `what cannot be set says where and why`(_ latex: String, _ position: Int, _ message: String) {
  let error = Formula.error(in: latex)
  #expect(error?.position == position)
  #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
}

@Test func `deep input is an error and not a crash`() {
  let deep = 5000
  for (open, close) in [
    ("{", "}"), ("(", ")"), ("\\left(", "\\right)"), ("\\sqrt", ""), ("x^", ""),
  ] {
    let latex =
      String(repeating: open, count: deep / open.count) + "x"
      + String(repeating: close, count: deep / open.count)
    #expect(Formula.error(in: String(latex.prefix(7900))) != nil, "\(open)")
  }
  #expect(Formula.error(in: String(repeating: "x", count: 9000))?.position == 8000)
}

@Test func `any text at all is either set or an error, and never wider than one row inline`() {
  var generator = Dice(state: 7)
  let parts = [
    "\\frac", "{", "}", "x", "^", "_", "\\left(", "\\right)", "\\sum", "&", "\\\\", "\\sqrt", "[",
    "]", "|", "(", ")", "\\begin{cases}", "\\end{cases}", "'", "\\hat", "中", " ", "\\text", "-",
    "\\bigl(", "\\bigr)", "\\Big|", "\\underbrace", "\\mathbf", "\\not", "\\quad", ",", "=", "%",
  ]
  for _ in 0..<800 {
    let count = Int.random(in: 1...14, using: &generator)
    let latex = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
    guard let formula = try? Formula(latex) else { continue }
    for line in formula.displayed(width: 20) { #expect(!line.text.contains("\n")) }
    #expect(!formula.inline.text.contains("\n"))
  }
}

@Test func `a formula too wide is broken before its relations, then at plus and minus`() throws {
  func picture(_ latex: String, _ width: Int) throws -> String {
    try Formula(latex).displayed(width: width).map(\.text).joined(separator: "\n")
  }
  let gradient =
    #"\frac{\partial L}{\partial z_i} = \sum_k \frac{\partial L}{\partial p_k}"#
    + #" \frac{\partial p_k}{\partial z_i} = p_i \sum_k y_k - y_i = p_i - y_i"#
  #expect(
    try picture(gradient, 40) == """
       ∂L        ∂L    ∂pₖ
      ───── = ∑ ───── ─────
       ∂zᵢ    k  ∂pₖ   ∂zᵢ

            = pᵢ ∑ yₖ − yᵢ = pᵢ − yᵢ
                 k
      """)
  #expect(
    try picture("f(x) = w_1 x_1 + w_2 x_2 + w_3 x_3 + w_4 x_4", 28) == """
      f(x) = w₁x₁ + w₂x₂
             + w₃x₃ + w₄x₄
      """)
  let entropy = #"L = -\frac{1}{N} \sum_n \bigl[ y_n \log p_n + (1 - y_n) \log(1 - p_n) \bigr]"#
  #expect(
    try picture(entropy, 36) == """
             1
      L = − ─── ∑ [yₙ log pₙ
             N  n

                  + (1 − yₙ) log(1 − pₙ)]
      """)
}

@Test func `a formula without a place to break comes out wider than the width`() throws {
  let lines = try Formula(#"\text{indivisible} \text{as this is}"#).displayed(width: 10)
  #expect(lines.map(\.text) == ["indivisibleas this is"])
}

@Test func `every symbol takes one column a character and can be drawn in ASCII`() throws {
  let commands = FormulaSymbols.commands + FormulaWords.commands
  #expect(commands.count > 250)
  for command in commands {
    let line = try Formula("\\\(command)").inline
    let scalars = line.text.unicodeScalars.filter { $0.value != 0x338 }
    #expect(line.columns == scalars.count, "\(command)")
  }
  let pairs = #"xᵢ² ≤ ⎛∑ ∂L ⎞ √ε → ∞ · × ⊙ ∇θ ŷ ℝⁿ ᵀ ⟨ ⟩ ‖ ∈ ≈ ∝ ⎧ ⎨ ⎩ ┌ ╲ ┊ …"#
  for scalar in pairs.unicodeScalars {
    #expect(ASCII.replacement(for: scalar.value, columns: 1) != [0x3F], "\(scalar)")
  }
}
