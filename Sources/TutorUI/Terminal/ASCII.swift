/// What stands for a character on a terminal or in a locale that has ASCII only.
enum ASCII {
  /// Characters that take as many columns as the one that is not there.
  static func replacement(for scalar: UInt32, columns: Int) -> [UInt8] {
    if columns == 2 { return [0x3F, 0x3F] }
    if scalar < 0x7F { return [UInt8(truncatingIfNeeded: scalar)] }
    return [letter(scalar)]
  }

  private static func letter(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2500...0x257F: return box(scalar)
    case 0x2581...0x2587: return UInt8(ascii: scalar > 0x2583 ? "=" : "_")
    case 0x2588...0x258B: return UInt8(ascii: "#")
    case 0x258C...0x258F: return UInt8(ascii: "|")
    case 0x2591: return UInt8(ascii: ".")
    case 0x2592: return UInt8(ascii: ":")
    case 0x2593: return UInt8(ascii: "%")
    case 0x2590, 0x2594...0x259F: return UInt8(ascii: "#")
    case 0x2800: return UInt8(ascii: " ")
    case 0x2801...0x28FF: return UInt8(ascii: "*")
    case 0x2080...0x2089: return UInt8(ascii: "0") + UInt8(scalar - 0x2080)
    case 0x2074...0x2079: return UInt8(ascii: "0") + UInt8(scalar - 0x2070)
    case 0x391...0x3C9: return greek[Int(scalar - 0x391)]
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar), let index = from.firstIndex(of: scalar) else {
      return UInt8(ascii: "?")
    }
    return to[index]
  }

  private static func box(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578,
      0x257A, 0x257C, 0x257E:
      return UInt8(ascii: "-")
    case 0x2550: return UInt8(ascii: "=")
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
      0x2579, 0x257B, 0x257D, 0x257F:
      return UInt8(ascii: "|")
    case 0x2571: return UInt8(ascii: "/")
    case 0x2572: return UInt8(ascii: "\\")
    case 0x2573: return UInt8(ascii: "X")
    default: return UInt8(ascii: "+")
    }
  }

  /// Names of letters do not fit one cell: each is the Latin letter it is written like or read as.
  private static let greek = Array(
    "ABGDEZHTIKLMNXOPR?STUFCPO????????abgdezhtiklmnxoprsstufcpo".utf8)

  private static let pairs: [(String, String)] = [
    ("−–—‐‑‒―", "-------"), ("×·∙•⋅∘*", "x......"), ("÷∕⁄", "///"), ("→←↑↓⇒⇐↔⇑⇓", "><^v><-^v"),
    ("▸▶►▹▾▼▿◂◀▲△▴◁▷", ">>>>vvv<<^^^<>"), ("≤≥≠≈≡∼≪≫", "<>!~=~<>"), ("∈∉∀∃∂∇∞", "EeAEdD8"),
    ("∑∏∫√", "SPI/"), ("⎛⎜⎝⎧⎡⎢⎣⎨⎩⎪⎰", "/|\\/[|[{\\||"), ("⎞⎟⎠⎫⎤⎥⎦⎬⎭⎮", "\\|/\\]|]}/|"),
    ("✓✔✗✘✕★☆●○◉◆◇■□▪▫⋮▽✎", "++xxx***o*#o#o#o:v*"), ("‘’“”‚„′″«»‹›", "''\"\",\"'\"<><>"),
    ("…", "."),
    ("ᵀᵢⱼₖₙₘₐₑₒₓₕₗₚₛₜᵣᵤᵥ", "Tijknmaeoxhlpstruv"), ("¹²³⁰ⁿⁱ⁺⁻⁼⁽⁾ᵗ", "1230ni+-=()t"),
    ("₊₋₌₍₎", "+-=()"), ("ℝℕℤℓℎ", "RNZlh"), ("±∓¬∧∨∩∪⊂⊆⊙⊗⊕", "+-~^vnuccxxo"),
    ("⟨⟩⌊⌋⌈⌉‖∣", "<>[][]||"),
    ("\u{A0}\u{2002}\u{2003}\u{2009}\u{200A}", "     "), ("ŷẑēéèêàáçñöüäß", "yzeeeeaacnouas"),
    ("ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵘᵛʷˣʸᶻ", "abcdefghjklmoprsuvwxyz"),
    ("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂ", "ABDEGHIJKLMNOPRUVW"),
    ("âĉĝĥîĵôŝûŵÂĈÊĜĤÎĴÔŜÛŴŶẐ", "acghijosuwACEGHIJOSUWYZ"),
    ("āḡīōūȳĀĒḠĪŌŪȲ", "agiouyAEGIOUY"), ("ãẽĩõũṽỹÃẼĨÑÕŨṼỸ", "aeiouvyAEINOUVY"),
    ("ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż", "abcdefghmnoprstwxyz"), ("ëḧïẗẅẍÿÄËÏÖÜ", "ehitwxyAEIOU"),
    ("∗⋆∝⊤⊥⟶⟵↦⇝∅⋯˙¦", "**~T_><>>0.'|"), ("≅≃≐≜≍≺≻≼≽", "====~<><>"),
    ("ϵϑϕϖϱℂℙℚℍ", "etfprCPQH"), ("⊂⊃⊆⊇⊄⊈⊖⊘‡†", "c)c)cco/++"),
    ("⏎↵⌫⇥⇧␣", "<<<>^_"), ("°§¶©®", "oSPCR"), ("𝑝𝑥𝑦𝑧", "pxyz"),
  ]

  private static let from = pairs.flatMap { zip($0.0.unicodeScalars, $0.1.utf8).map(\.0) }
  private static let to = pairs.flatMap { zip($0.0.unicodeScalars, $0.1.utf8).map(\.1) }
}
