/// What the terminal reports.
public enum Event: Sendable, Hashable {
  case key(Key)
  /// The terminal has another size now; also sent first, before anything else.
  case resized(Size)
  /// The program was stopped and goes on.
  case resumed
  /// Somebody asked from outside (`kill -INT`) that what runs be interrupted.
  case interrupted
  /// A computation takes long; what this makes of the state is shown until it is done, and forgotten.
  case computing
  /// The time asked for with `Request.wake` has come; in milliseconds on a clock that only goes on.
  case woken(at: Int)
  /// The program is about to end by a signal or because the terminal is gone: save what there is.
  case ending
}

/// What a program asks of the terminal.
public enum Request: Sendable, Hashable {
  /// End with an exit status.
  case quit(status: Int32)
  /// Stop, as Ctrl-Z does, with the terminal given back.
  case suspend
  /// Draw every cell anew, for a screen that something else has written on.
  case repaint
  case bell
  /// Send `Event.woken` once, this many milliseconds from now; nil takes an earlier wish back.
  case wake(milliseconds: Int?)
}
