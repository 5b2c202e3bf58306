/// The kind of number a tensor holds.
public enum DType: String, Sendable, Hashable, CaseIterable {
  case float64, float32, float16, int64, bool

  /// Whether gradients can flow through numbers of this kind.
  public var isFloatingPoint: Bool { self != .int64 && self != .bool }
}
