/// A key press, or what a terminal sends like one.
public enum Key: Sendable, Hashable {
  /// A direction pressed together with another key.
  public enum Arrow: Sendable, Hashable { case up, down, left, right }

  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// Control and a lower-case letter.
  case control(Character)
  /// Shift and an arrow.
  case shift(Arrow)
  /// Control (or Alt) and an arrow.
  case controlArrow(Arrow)
  /// Alt (or escape, then at once) and a character.
  case alt(Character)
  /// A press of the first mouse button.
  case click(Position)
  case wheelUp(Position)
  case wheelDown(Position)
  /// A whole bracketed paste.
  case paste(String)
}
