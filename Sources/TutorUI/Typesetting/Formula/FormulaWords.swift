/// The named operators of LaTeX, its alphabets, and the small characters of scripts.
enum FormulaWords {
  /// An operator's text and whether its limits stand over and under it.
  static func operation(_ command: String) -> (text: String, limits: Bool)? {
    if let text = bigOperators[command] { return (text, !command.contains("int")) }
    if let text = limitOperators[command] { return (text, true) }
    return plainOperators.contains(command) ? (command, false) : nil
  }

  /// Every operator's command, to look for the nearest of a misspelt one.
  static var commands: [String] {
    Array(bigOperators.keys) + Array(limitOperators.keys) + Array(plainOperators)
  }

  private static let bigOperators = [
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭",
    "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⊕", "bigotimes": "⊗", "bigodot": "⊙", "bigvee": "∨",
    "bigwedge": "∧", "bigsqcup": "⊔",
  ]

  private static let limitOperators = [
    "max": "max", "min": "min", "lim": "lim", "sup": "sup", "inf": "inf", "limsup": "lim sup",
    "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min", "det": "det", "gcd": "gcd",
    "Pr": "Pr", "plim": "plim",
  ]

  private static let plainOperators: Set<String> = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh",
    "coth", "arcsin", "arccos", "arctan", "arg", "deg", "dim", "hom", "ker",
  ]

  /// A letter in another alphabet: blackboard bold, or nil where there is none.
  static func blackboard(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { blackboardLetters[scalar] }

  private static let blackboardLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ",
  ]

  /// A character raised, or nil where Unicode has none.
  static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { raisedTwins[scalar] }

  /// A character lowered, or nil where Unicode has none.
  static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { loweredTwins[scalar] }

  /// The small characters numbers are written with.
  static let smallDigits = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉₋".unicodeScalars)

  private static let raisedTwins = twins(
    "0123456789+−=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤*∗∘°†‡′",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ**°°†‡′")

  private static let loweredTwins = twins(
    "0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  private static func twins(_ plain: String, _ small: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(plain.unicodeScalars, small.unicodeScalars)) { first, _ in first }
  }

  /// A letter with its accent as one character, or the combining mark to put over it.
  static func accented(
    _ scalar: Unicode.Scalar, _ accent: FormulaNode.Accent
  ) -> (scalar: Unicode.Scalar, mark: Unicode.Scalar?)? {
    guard let (letters, whole, mark) = accents[accent] else { return nil }
    let places = zip(letters.unicodeScalars, whole.unicodeScalars)
    if let one = places.first(where: { $0.0 == scalar }) { return (one.1, nil) }
    return (scalar, mark)
  }

  private static let accents: [FormulaNode.Accent: (String, String, Unicode.Scalar)] = [
    .hat: ("aceghijosuwyzACEGHIJOSUWYZ", "âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐ", "\u{302}"),
    .bar: ("aegiouyAEGIOUY", "āēḡīōūȳĀĒḠĪŌŪȲ", "\u{304}"),
    .tilde: ("aeinouvyAEINOUVY", "ãẽĩñõũṽỹÃẼĨÑÕŨṼỸ", "\u{303}"),
    .dot: ("abcdefghmnoprstwxyz", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż", "\u{307}"),
    .ddot: ("aehiotuwxyAEIOU", "äëḧïöẗüẅẍÿÄËÏÖÜ", "\u{308}"),
    .check: ("acdegjhiklnorstuz", "ǎčďěǧǰȟǐǩľňǒřšťǔž", "\u{30C}"),
    .breve: ("aegiou", "ăĕğĭŏŭ", "\u{306}"),
  ]
}
