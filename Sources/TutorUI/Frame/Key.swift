/// A key press, or what a terminal sends like one.
public enum Key: Sendable, Hashable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// Control and a lower-case letter.
  case control(Character)
  /// Alt (or escape, then at once) and a character.
  case alt(Character)
  /// A press of the first mouse button.
  case click(Position)
  case wheelUp(Position)
  case wheelDown(Position)
  /// A whole bracketed paste.
  case paste(String)
}
