/// Whether what is being done was asked to stop.
///
/// The sessions of a lesson ask it for as long as they live, so it is one object, told anew what to
/// ask each time something is done.
final class Stop {
  private var isInterrupted: () -> Bool = { false }
  /// Whether it was asked for since something was begun.
  private(set) var wasAsked = false

  /// Begins something else.
  func begin(_ isInterrupted: @escaping () -> Bool) {
    self.isInterrupted = isInterrupted
    wasAsked = false
  }

  /// Whether the program that asks must stop; once one had to, all that come after it must.
  var isWanted: Bool {
    if !wasAsked { wasAsked = isInterrupted() }
    return wasAsked
  }
}
