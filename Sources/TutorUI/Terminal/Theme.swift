/// What each role looks like on a terminal with so many colours.
public struct Theme: Sendable, Hashable {
  /// A role's colours (-1 is the terminal's own) and the attributes it always has.
  public struct Look: Sendable, Hashable {
    var foreground = -1
    var background = -1
    var attributes: Style.Attributes = []
  }

  /// What the terminal's background is like.
  public enum Background: String, Sendable, Hashable, CaseIterable { case dark, light }

  let background: Background

  /// Makes a theme for a background.
  public init(_ background: Background = .dark) { self.background = background }

  /// The theme asked for: `NABLA_THEME=light` or `dark`, else what the terminal says of its
  /// background in `COLORFGBG`, else dark.
  public static var ofSurroundings: Theme {
    if let named = Environment["NABLA_THEME"].flatMap(Background.init(rawValue:)) {
      return Theme(named)
    }
    let last = Environment["COLORFGBG"]?.split(separator: ";").last
    return Theme(last == "7" || last == "15" ? .light : .dark)
  }

  /// A role's look.
  ///
  /// No role is told from another by its colour alone, so that with none (`NO_COLOR`, a monochrome
  /// terminal) only the attributes are left.
  func look(of role: Style.Role, colours: Int) -> Look {
    var look = Look(attributes: Self.attributes(of: role, hasColour: colours > 0))
    if colours >= 256 {
      let (dark, light) = Self.palette256(role)
      look.foreground = background == .dark ? dark : light
      if role == .selection { look.background = background == .dark ? 24 : 153 }
    } else if colours >= 8 {
      look.foreground = Self.palette8(role, background)
      if role == .selection { look.background = background == .dark ? 4 : 6 }
    }
    return look
  }

  private static func attributes(of role: Style.Role, hasColour: Bool) -> Style.Attributes {
    switch role {
    case .heading, .title, .correct, .changed: .bold
    case .wrong: hasColour ? .bold : [.bold, .underline]
    case .warning: hasColour ? [] : .underline
    case .dim: hasColour ? [] : .faint
    case .key: .bold
    case .accent: hasColour ? [] : .bold
    case .selection: hasColour ? [] : .reverse
    case .text, .formula, .number, .border, .code, .bar: []
    }
  }

  private static func palette256(_ role: Style.Role) -> (dark: Int, light: Int) {
    switch role {
    case .text: (-1, -1)
    case .dim: (245, 242)
    case .heading: (117, 25)
    case .accent: (110, 26)
    case .formula: (223, 94)
    case .number: (152, 23)
    case .changed: (221, 130)
    case .correct: (114, 28)
    case .wrong: (210, 124)
    case .warning: (215, 130)
    case .border: (240, 248)
    case .code: (151, 22)
    case .key: (180, 94)
    case .bar: (74, 32)
    case .selection: (231, 16)
    case .title: (117, 25)
    }
  }

  private static func palette8(_ role: Style.Role, _ background: Background) -> Int {
    let isDark = background == .dark
    switch role {
    case .text, .dim, .border, .number: return -1
    case .heading, .accent, .title, .bar: return isDark ? 6 : 4
    case .formula, .code: return isDark ? 2 : 5
    case .changed, .warning, .key: return isDark ? 3 : 5
    case .correct: return 2
    case .wrong: return 1
    case .selection: return isDark ? 7 : 0
    }
  }
}
