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

@Test(arguments: FormulaPicture.cases(formulaPictures))
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
  var generator = SystemRandomNumberGenerator()
  let parts = [
    "\\frac", "{", "}", "x", "^", "_", "\\left(", "\\right)", "\\sum", "&", "\\\\", "\\sqrt", "[",
    "]", "|", "(", ")", "\\begin{cases}", "\\end{cases}", "'", "\\hat", "中", " ", "\\text", "-",
    "\\bigl(", "\\bigr)", "\\Big|", "\\underbrace", "\\mathbf", "\\not", "\\quad", ",", "=", "%",
  ]
  for _ in 0..<3000 {
    let count = Int.random(in: 1...14, using: &generator)
    let latex = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
    guard let formula = try? Formula(latex) else { continue }
    for line in formula.displayed(width: 20) { #expect(!line.text.contains("\n")) }
    #expect(!formula.inline.text.contains("\n"))
  }
}
