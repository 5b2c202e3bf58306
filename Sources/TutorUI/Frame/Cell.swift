/// One place on the screen: a character, at most one mark combined with it, and a style.
public struct Cell: Sendable, Hashable {
  /// The character; 0 in the second half of a wide one.
  public var scalar: UInt32
  /// A mark drawn over the character, or 0.
  public var mark: UInt32
  /// What it is and how strongly it is said.
  public var style: Style

  /// Makes a cell.
  public init(scalar: UInt32, mark: UInt32 = 0, style: Style = Style()) {
    self.scalar = scalar
    self.mark = mark
    self.style = style
  }

  /// An empty place.
  public static let blank = Cell(scalar: 0x20)
}
