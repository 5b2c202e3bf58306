/// Why something cannot be kept, or cannot be taken in, as a sentence without its full stop.
public struct StoreFault: Error, Sendable, Hashable {
  /// The sentence.
  public let message: String

  /// Says why.
  public init(_ message: String) { self.message = message }
}
