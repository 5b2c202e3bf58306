/// A character of a paragraph: its style, its columns, and whether a line may end before it.
struct Glyph: Sendable, Hashable {
  /// Whether a line may end before a glyph.
  enum Opportunity: UInt8, Sendable, Hashable {
    /// It may not.
    case none
    /// It may, and nothing is lost.
    case free
    /// It may, and the glyph, a space, is dropped there.
    case space
    /// It must, and the glyph is dropped.
    case forced
  }

  var scalar: Unicode.Scalar
  var style: Style
  var columns: Int
  var opportunity: Opportunity

  init(_ scalar: Unicode.Scalar, _ style: Style, _ opportunity: Opportunity = .none) {
    self.scalar = scalar
    self.style = style
    self.columns = CharacterWidth.columns(of: scalar)
    self.opportunity = opportunity
  }
}

extension StyledLine {
  /// Makes a line of glyphs, one run for each stretch of one style.
  init(glyphs: ArraySlice<Glyph>) {
    self.init()
    var rest = glyphs
    while let style = rest.first?.style {
      let run = rest.prefix { $0.style == style }
      runs.append(Run(Self.text(of: run), style))
      rest = rest[run.endIndex...]
    }
  }

  /// The characters of glyphs, written at once: one by one they took a tenth of a key's time.
  private static func text(of glyphs: ArraySlice<Glyph>) -> String {
    String(unsafeUninitializedCapacity: glyphs.count * 4) { bytes in
      var end = 0
      for glyph in glyphs {
        for byte in UTF8.encode(glyph.scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[end] = byte
          end += 1
        }
      }
      return end
    }
  }

  /// The same line with something before it.
  func prefixed(by prefix: StyledLine) -> StyledLine {
    prefix.runs.isEmpty ? self : StyledLine(prefix.runs + runs)
  }

  /// The same line moved to the right.
  func indented(by columns: Int) -> StyledLine {
    guard columns > 0, !runs.isEmpty else { return self }
    return StyledLine([Run(String(repeating: " ", count: columns))] + runs)
  }

  /// Everything the line says, without styles.
  public var text: String { runs.reduce(into: "") { $0 += $1.text } }
}
