/// What LaTeX's commands for single characters stand for.
///
/// Every character is one column wide and found in the fonts terminals use; where the best one is
/// not (script and black-letter capitals), a plain letter takes its place.
enum FormulaSymbols {
  /// The characters of a command, and how they keep their distance.
  static func symbol(_ command: String) -> (text: String, atomClass: AtomClass)? {
    table[command]
  }

  /// How a character typed as itself keeps its distance.
  static func atomClass(of scalar: Unicode.Scalar) -> AtomClass { typed[scalar] ?? .ordinary }

  /// All commands, to look for the nearest of a misspelt one.
  static var commands: [String] { Array(table.keys) }

  private static let table: [String: (text: String, atomClass: AtomClass)] = {
    var table: [String: (text: String, atomClass: AtomClass)] = [:]
    table.reserveCapacity(320)
    for (atomClass, pairs) in groups {
      let words = pairs.utf8.split { $0 == 0x20 || $0 == 0x0A }
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        table[String(words[index]) ?? ""] = (String(words[index + 1]) ?? "", atomClass)
      }
    }
    return table
  }()

  private static let typed: [Unicode.Scalar: AtomClass] = {
    var typed: [Unicode.Scalar: AtomClass] = [
      "+": .binary, "-": .binary, "*": .binary, "=": .relation, "<": .relation, ">": .relation,
      ":": .relation, ",": .punctuation, ";": .punctuation, "(": .open, "[": .open, ")": .close,
      "]": .close, "!": .close, "?": .close, "，": .punctuation, "；": .punctuation,
      "、": .punctuation, "：": .punctuation, "。": .punctuation,
    ]
    for (text, atomClass) in table.values where atomClass != .ordinary {
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { continue }
      if typed[scalar] == nil, scalar != "|", scalar.value > 0x7F { typed[scalar] = atomClass }
    }
    return typed
  }()

  private static let groups: [(AtomClass, String)] = [
    (.ordinary, greek), (.ordinary, ordinary), (.binary, binary), (.relation, relations),
    (.relation, arrows), (.open, opening), (.close, closing), (.inner, dots),
    (.punctuation, "colon :"),
  ]

  private static let greek = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω
    """

  private static let ordinary = """
    partial ∂ nabla ∇ infty ∞ infin ∞ intercal ⊤ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ top ⊤ bot ⊥
    angle ∠ triangle △ square □ Box □ neg ¬ lnot ¬ hbar ħ Re Re Im Im prime ′ degree °
    dagger † ddagger ‡ | ‖ Vert ‖ vert | % % $ $ # # & & _ _ lbrace { imath ı jmath j checkmark ✓
    backslash \\ blacksquare ■ star ⋆ bigstar ★ complement ∁ pounds £ S § P ¶ surd √ R ℝ
    """

  private static let binary = """
    cdot · times × div ÷ pm ± mp ∓ circ ∘ bullet • ast ∗ odot ⊙ oplus ⊕ otimes ⊗ ominus ⊖ oslash ⊘
    cap ∩ cup ∪ wedge ∧ land ∧ vee ∨ lor ∨ setminus \\ sqcup ⊔ sqcap ⊓ diamond ⋄ star ⋆
    """

  private static let relations = """
    leq ≤ le ≤ geq ≥ ge ≥ leqslant ≤ geqslant ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
    propto ∝ ll << gg >> in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid | nmid |̸
    parallel ‖ perp ⊥ prec ≺ succ ≻ preceq ≼ succeq ≽ doteq ≐ triangleq ≜ coloneqq := coloneq :=
    asymp ≍ vdash ⊢ models |= lesssim ≲ gtrsim ≳ lt < gt > eqqcolon =: approxeq ≊ vDash |=
    """

  private static let arrows = """
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    implies ⇒ impliedby ⇐ iff ⇔ mapsto ↦ longmapsto ↦ longrightarrow ⟶ longleftarrow ⟵
    Longrightarrow ⇒ Longleftarrow ⇐ Longleftrightarrow ⇔ longleftrightarrow ↔ uparrow ↑
    downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
    hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌
    leadsto ⇝ rightsquigarrow ⇝
    """

  private static let opening = """
    { { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lparen (
    """

  private static let closing = """
    } } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rparen )
    """

  private static let dots = """
    ldots … dots … cdots ⋯ vdots ┊ ddots ˙·. dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ mathellipsis …
    """
}
