import Lessons

/// A paragraph's characters in order, with the places where its lines may end.
struct Paragraph: Sendable {
  private(set) var glyphs: [Glyph] = []

  init() {}

  init(_ inlines: [Inline], style: Style = Style()) {
    glyphs.reserveCapacity(inlines.count * 16)
    append(inlines, style: style)
  }

  /// Adds runs of text, each in the style that follows from what it is.
  mutating func append(_ inlines: [Inline], style: Style) {
    for inline in inlines { append(inline, style: style) }
  }

  private mutating func append(_ inline: Inline, style: Style) {
    switch inline {
    case .text(let text): append(text, style: style)
    case .emphasis(let inner): append(inner, style: style.adding(.italic))
    case .strong(let inner): append(inner, style: style.adding(.bold))
    case .code(let text): appendWhole(text, style: style.playing(.code))
    case .formula(let latex): appendFormula(latex, style: style.playing(.formula))
    case .computed(let expression, _, _):
      appendWhole("{{ \(expression) }}", style: style.playing(.dim))
    case .number(let text): append(text, style: style.playing(.number))
    case .link(let inner, let destination):
      append(inner, style: style.playing(.accent).adding(.underline))
      appendAddress(destination, of: inner, style: style.playing(.dim))
    case .space: appendSoftBreak(style: style)
    case .lineBreak: glyphs.append(Glyph("\n", style, .forced))
    }
  }

  /// Adds a web address in brackets, since a terminal cannot be asked where a link leads.
  private mutating func appendAddress(_ address: String, of text: [Inline], style: Style) {
    guard address.hasPrefix("http://") || address.hasPrefix("https://"), text != [.text(address)]
    else { return }
    appendSpace(style: style)
    appendWhole("(\(address))", style: style)
  }

  /// Adds prose: white space becomes one space, at which a line may end.
  private mutating func append(_ text: String, style: Style) {
    for scalar in ASCIIText.laidOut(text).unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r": appendSpace(style: style)
      case "\u{A0}": glyphs.append(Glyph(" ", style))
      default: append(scalar, style: style)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, style: Style) {
    var glyph = Glyph(scalar, style)
    if style.attributes.contains(.italic), LineBreakRules.isIdeographic(scalar) {
      // Ideographs have no slanted form; what is stressed is set heavier.
      glyph.style = Style(style.role, style.attributes.subtracting(.italic).union(.bold))
    }
    if resolveSoftBreak(before: scalar) {
      glyph.opportunity = .free
    } else if glyph.columns > 0, let last = glyphs.last, last.opportunity != .space,
      last.opportunity != .forced,
      LineBreakRules.allowsBreak(between: last.scalar, and: scalar)
    {
      glyph.opportunity = .free
    }
    glyphs.append(glyph)
  }

  /// Adds code, which stays on one line unless it is longer than a line.
  private mutating func appendWhole(_ text: String, style: Style) {
    var isFirst = true
    for scalar in ASCIIText.laidOut(text).unicodeScalars {
      let shown: Unicode.Scalar = scalar == "\n" || scalar == "\t" ? " " : scalar
      if isFirst { append(shown, style: style) } else { glyphs.append(Glyph(shown, style)) }
      isFirst = false
    }
  }

  private mutating func appendFormula(_ latex: String, style: Style) {
    guard let line = try? Formula(latex).inline else {
      return appendWhole("$\(latex)$", style: style.playing(.code))
    }
    var isFirst = true
    for run in line.runs {
      let runStyle = style.adding(run.style.attributes)
      for scalar in run.text.unicodeScalars {
        if isFirst {
          append(scalar, style: runStyle)
        } else {
          glyphs.append(Glyph(scalar, runStyle))
        }
        isFirst = false
      }
    }
  }

  /// Decides what the end of a source line after an ideograph comes to, now that its follower is
  /// known; true if it vanished between two ideographs.
  private mutating func resolveSoftBreak(before scalar: Unicode.Scalar) -> Bool {
    guard let last = glyphs.last, last.scalar == "\n", last.opportunity == .space else {
      return false
    }
    glyphs.removeLast()
    guard let before = glyphs.last else { return false }
    if LineBreakRules.isIdeographic(scalar) || LineBreakRules.isPunctuation(before.scalar) {
      return LineBreakRules.allowsBreak(between: before.scalar, and: scalar)
    }
    glyphs.append(Glyph(" ", last.style, .space))
    return false
  }

  private mutating func appendSpace(style: Style) {
    guard let last = glyphs.last, last.opportunity != .space, last.opportunity != .forced else {
      return
    }
    glyphs.append(Glyph(" ", style, .space))
  }

  /// Adds the end of a source line: a space, but nothing between two ideographs.
  private mutating func appendSoftBreak(style: Style) {
    if let last = glyphs.last, LineBreakRules.isIdeographic(last.scalar) {
      glyphs.append(Glyph("\n", style, .space))
    } else {
      appendSpace(style: style)
    }
  }
}

extension Style {
  /// The same style said more strongly.
  func adding(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }

  /// The same strength for another role; emphasis carries over to what stands inside it.
  func playing(_ role: Role) -> Style { Style(role, attributes) }
}
