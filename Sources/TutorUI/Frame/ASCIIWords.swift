/// What ASCII has instead of the characters of mathematics.
enum ASCIIWords {
  /// Names and signs of more than one character.
  static let words: [Unicode.Scalar: String] = table(
    """
    α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota κ kappa
    λ lambda μ mu ν nu ξ xi π pi ρ rho ϱ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi
    ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
    ∑ sum ∏ prod ∫ int ∇ grad ∞ inf ∂ d ∀ forall ∃ exists ∈ in ∋ has
    ≤ <= ≥ >= ≠ != ≈ ~= ≃ ~= ≅ ~= ≡ == ≜ := ± +- ∓ -+ ≪ << ≫ >> ‖ || · * × x ⊙ (.) ⊗ (x) ⊕ (+)
    ⇒ => ⇐ <== ⇔ <=> ↔ <-> ↦ |-> ⟶ --> ⟵ <-- ⇝ ~> ½ 1/2 ¼ 1/4 ¾ 3/4 … ...
    """)

  /// Arrows: as a sign in a formula, and as a key.
  static let arrows: [Unicode.Scalar: (sign: String, key: String)] = [
    "←": ("<-", "left"), "→": ("->", "right"), "↑": ("up", "up"), "↓": ("down", "down"),
  ]

  /// Raised characters.
  static let raised = pairs(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
    "0123456789+-=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW")

  /// Lowered characters.
  static let lowered = pairs(
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx")

  /// Letters with the accents that mathematics gives them.
  static let accented: [Unicode.Scalar: (letter: String, accent: String)] = {
    var table: [Unicode.Scalar: (letter: String, accent: String)] = [:]
    for (letters, plain, accent) in [
      ("âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐ", "aceghijosuwyzACEGHIJOSUWYZ", "_hat"),
      ("āēḡīōūȳĀĒḠĪŌŪȲ", "aegiouyAEGIOUY", "_bar"),
      ("ãẽĩõũṽỹÃẼĨÕŨṼỸ", "aeiouvyAEIOUVY", "_tilde"),
    ] {
      for (scalar, letter) in zip(letters.unicodeScalars, plain) {
        table[scalar] = (String(letter), accent)
      }
    }
    return table
  }()

  /// Accents that are characters of their own, over the letter before them.
  static let marks: [Unicode.Scalar: String] = [
    "\u{302}": "_hat", "\u{304}": "_bar", "\u{305}": "_bar", "\u{303}": "_tilde",
  ]

  private static func table(_ text: String) -> [Unicode.Scalar: String] {
    var table: [Unicode.Scalar: String] = [:]
    let words = text.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = words[index].unicodeScalars.first else { continue }
      table[scalar] = String(words[index + 1])
    }
    return table
  }

  private static func pairs(_ small: String, _ plain: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(small.unicodeScalars, plain.unicodeScalars)) { first, _ in first }
  }
}
