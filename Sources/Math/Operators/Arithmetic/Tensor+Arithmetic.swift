extension Tensor {
  /// Adds, with broadcasting and promotion.
  public static func + (a: Tensor, b: Tensor) throws(TensorError) -> Tensor {
    try Add().forward([a, b])
  }

  /// Subtracts, with broadcasting and promotion.
  public static func - (a: Tensor, b: Tensor) throws(TensorError) -> Tensor {
    try Subtract().forward([a, b])
  }

  /// Multiplies value by value, with broadcasting and promotion.
  public static func * (a: Tensor, b: Tensor) throws(TensorError) -> Tensor {
    try Multiply().forward([a, b])
  }

  /// Divides value by value, with broadcasting and promotion.
  public static func / (a: Tensor, b: Tensor) throws(TensorError) -> Tensor {
    try Divide().forward([a, b])
  }

  /// Multiplies every value by a plain number, keeping the kind.
  public static func * (a: Tensor, b: Double) throws(TensorError) -> Tensor {
    try a * Tensor.wrapped(.float(b), beside: a.dtype, rank: a.rank)
  }

  /// Divides every value by a plain number, keeping the kind.
  public static func / (a: Tensor, b: Double) throws(TensorError) -> Tensor {
    try a / Tensor.wrapped(.float(b), beside: a.dtype, rank: a.rank)
  }
}
