import Math

/// What running a program came to.
public struct Outcome: Sendable, Hashable {
  /// What the program printed.
  public var printed: String
  /// The value of its final expression; `none` where there was no expression or it gave `None`.
  public var value: Snapshot
  /// The value's text, as the Python REPL would show it; nil for `None`.
  public var text: String?
  /// Warnings, in the order given (PyTorch's, and nabla's own).
  public var warnings: [String]
  /// What was probably meant, where a program that runs looks like a known mistake; of type `Note`.
  public var notes: [Diagnostic] = []
  /// Drawings asked for by `bars`, `plot`, `heat` and `graph` in the order made.
  public var drawings: [Drawing]
  /// Why the program stopped, if it did not end by itself.
  public var diagnostic: Diagnostic?

  /// Makes an outcome.
  public init(
    printed: String = "", value: Snapshot = .none, text: String? = nil, warnings: [String] = [],
    drawings: [Drawing] = [], diagnostic: Diagnostic? = nil
  ) {
    self.printed = printed
    self.value = value
    self.text = text
    self.warnings = warnings
    self.drawings = drawings
    self.diagnostic = diagnostic
  }

  /// A picture a program asked for; how it looks is the screen's business.
  public enum Drawing: Sendable, Hashable {
    case bars(Tensor, labels: [String])
    case plot(Tensor)
    case heat(Tensor)
    case graph(ComputationGraph)
  }
}
