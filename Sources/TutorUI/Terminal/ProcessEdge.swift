import CNCurses
import Glibc

/// What nabla does to its own process.
public enum ProcessEdge {
  /// Makes the standard streams safe; to be called before anything is opened.
  public static func prepare() { nabla_open_standard_streams() }

  /// Whether colours are wanted: `NO_COLOR` says they are not.
  public static var wantsColour: Bool { Environment["NO_COLOR"].map(\.isEmpty) ?? true }

  /// Whether nothing on the screen may move by itself: `NABLA_STILL` says so.
  public static var wantsStillness: Bool { Environment["NABLA_STILL"].map { !$0.isEmpty } ?? false }

  /// Whether the surroundings take no characters but ASCII's.
  public static var isASCIIOnly: Bool { nabla_set_locale() == 0 }

  /// Whether Ctrl-C was typed, or a signal came that ends the program.
  ///
  /// It leaves everything for the event loop to find, so a long computation may ask at any time.
  @Sendable public static func isInterrupted() -> Bool { nabla_is_interrupted() != 0 }

  /// Prints a line to standard error; nothing of it can command a terminal.
  public static func complain(_ line: String) {
    var bytes = Array((PlainText.harmless(line) + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Makes ready to print without a screen, so that Ctrl-C loses nothing of what was printed and ends
  /// what does not notice it.
  public static func beginOutput() { nabla_begin_output() }

  /// Prints to standard output: a line at once where somebody watches, else when there is enough of it.
  public static func print(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let start = bytes.baseAddress { nabla_print(start, bytes.count) }
    }
  }

  /// Prints what still waits, and lets the program take its time from here on.
  public static func endOutput() { nabla_end_output() }

  /// Ends the process as Ctrl-C does, so that a shell sees that it was stopped.
  public static func dieOfInterruption() -> Never { die(SIGINT) }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  static func die(_ signal: Int32) -> Never {
    nabla_die(signal)
    Glibc.exit(128 + signal)
  }

  static func raiseQuit() { raise(SIGQUIT) }
}
