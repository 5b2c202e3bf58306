/// Text in ASCII that says the same mathematics: `^2`, `<=`, `eta`, `sqrt(n)`.
///
/// Characters that one of ASCII's can stand for, lines and blocks among them, are left to the
/// terminal's edge (`ASCII`), which puts it in the same place.
struct ASCIIText {
  /// A text, where there are only ASCII characters to lay it out with; else the same text.
  static func laidOut(_ text: String) -> String { Characters.areASCII ? Self.text(text) : text }

  /// A text with words for what a single character would say falsely.
  static func text(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var writer = ASCIIText(rest: Array(text.unicodeScalars)[...])
    while let next = writer.rest.first { writer.write(next) }
    return String(writer.written)
  }

  /// The columns that a character takes when it stands by itself, where it has words.
  static func columns(of scalar: Unicode.Scalar) -> Int? {
    guard hasWords(scalar) else { return nil }
    return text(String(scalar)).unicodeScalars.count
  }

  private var rest: ArraySlice<Unicode.Scalar>
  private var written = String.UnicodeScalarView()
  /// Whether what was written last is a name or a script, at which a letter must not run on.
  private var endsInName = false

  private init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if ASCIIWords.raised[scalar] != nil {
      writeScript("^", ASCIIWords.raised)
    } else if ASCIIWords.lowered[scalar] != nil {
      writeScript("_", ASCIIWords.lowered)
    } else if ASCIIWords.arrows[scalar] != nil {
      writeArrows()
    } else if scalar == "√" {
      writeRoot()
    } else if let (letter, accent) = ASCIIWords.accented[scalar] {
      rest.removeFirst()
      append(name: letter + accent)
    } else if let accent = ASCIIWords.marks[scalar] {
      rest.removeFirst()
      append(accent)
      endsInName = true
    } else if let word = ASCIIWords.words[scalar] {
      rest.removeFirst()
      if word.unicodeScalars.allSatisfy(Self.isLetter) { append(name: word) } else { append(word) }
    } else {
      rest.removeFirst()
      if endsInName, Self.isLetter(scalar) || Self.isDigit(scalar) { written.append(" ") }
      written.append(scalar)
      endsInName = false
    }
  }

  private mutating func append(_ text: String) {
    written.append(contentsOf: text.unicodeScalars)
    endsInName = false
  }

  /// Appends a name, kept from the letters before it.
  private mutating func append(name: String) {
    if let last = written.last, Self.isLetter(last) || endsInName { written.append(" ") }
    append(name)
    endsInName = name.unicodeScalars.count > 1
  }

  /// Writes a run of small characters: `^2`, `_ij`, `^(n+1)`.
  private mutating func writeScript(
    _ mark: Unicode.Scalar, _ plain: [Unicode.Scalar: Unicode.Scalar]
  ) {
    var script = String.UnicodeScalarView()
    while let next = rest.first, let letter = plain[next] {
      script.append(letter)
      rest.removeFirst()
    }
    let isSum = script.dropFirst().contains { "+-=".unicodeScalars.contains($0) }
    let isBracketed = script.first == "(" && script.last == ")"
    written.append(mark)
    append(isSum && !isBracketed ? "(" + String(script) + ")" : String(script))
    endsInName = true
  }

  /// Writes arrows: one by itself points in a formula, several side by side are keys.
  private mutating func writeArrows() {
    var arrows: [(sign: String, key: String)] = []
    while let next = rest.first, let arrow = ASCIIWords.arrows[next] {
      arrows.append(arrow)
      rest.removeFirst()
    }
    append(arrows.count == 1 ? arrows[0].sign : arrows.map(\.key).joined(separator: "/"))
    endsInName = written.last.map(Self.isLetter) ?? false
  }

  /// Writes a root: brackets say how far it reaches.
  private mutating func writeRoot() {
    rest.removeFirst()
    append(name: "sqrt")
    guard let next = rest.first, next != "(", Self.isInName(next) else { return }
    let end = rest.firstIndex { !Self.isInName($0) } ?? rest.endIndex
    let inner = Self.text(String(String.UnicodeScalarView(rest[..<end])))
    rest = rest[end...]
    append("(" + inner + ")")
  }

  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar) || ASCIIWords.lowered[scalar] != nil
      || ASCIIWords.words[scalar].map { $0.unicodeScalars.allSatisfy(isLetter) } == true
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func hasWords(_ scalar: Unicode.Scalar) -> Bool {
    ASCIIWords.words[scalar] != nil || ASCIIWords.raised[scalar] != nil
      || ASCIIWords.lowered[scalar] != nil || ASCIIWords.arrows[scalar] != nil || scalar == "√"
      || ASCIIWords.accented[scalar] != nil || ASCIIWords.marks[scalar] != nil
  }
}
