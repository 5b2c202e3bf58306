/// Why an operation could not be done, in the words PyTorch would use.
public struct TensorError: Error, Sendable, Hashable {
  /// The Python exception PyTorch raises in the same place.
  public enum Kind: String, Sendable {
    case value = "ValueError"
    case index = "IndexError"
    case runtime = "RuntimeError"
    case type = "TypeError"
    case notImplemented = "NotImplementedError"
    /// More was asked for than there is memory for; Python has no such error.
    case limit = "LimitError"
    /// Somebody wants the computation to end.
    case interruption = "KeyboardInterrupt"
  }

  /// The kind of exception.
  public let kind: Kind
  /// PyTorch's message, first line first.
  public let message: String

  /// Makes an error of a kind with PyTorch's message.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The error that ends a computation which nobody wants any more.
  public static let interrupted = TensorError(.interruption, "")
}
