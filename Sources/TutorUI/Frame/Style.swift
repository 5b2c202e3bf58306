/// What a run of text is, and how strongly it is said; the theme decides what that looks like.
public struct Style: Sendable, Hashable {
  /// What the text is.
  public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    case text, dim, heading, accent, formula, number, changed, correct, wrong, warning, border
    case code, key, bar, selection, title
  }

  /// How strongly it is said, whatever its colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes attributes of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Brighter or heavier.
    public static let bold = Attributes(rawValue: 1)
    /// A line beneath.
    public static let underline = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Slanted, where the terminal can.
    public static let italic = Attributes(rawValue: 8)
    /// Fainter, where the terminal can.
    public static let faint = Attributes(rawValue: 16)
  }

  /// What the text is.
  public var role: Role
  /// How strongly it is said.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }
}
