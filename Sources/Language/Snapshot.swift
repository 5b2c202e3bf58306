import Math

/// A value as it stood when a program ended, free of the program that made it.
public indirect enum Snapshot: Sendable, Hashable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case tensor(Tensor)
  case list([Snapshot])
  case tuple([Snapshot])
  case size([Int])
  /// A tuple whose places have names, by its type's name: `max`, `topk`.
  case named(String, [Snapshot])
  /// Anything else, by its printed form.
  case other(String)
}
