extension Tensor {
  /// Makes a tensor of numbers of one kind.
  ///
  /// - Precondition: there are exactly as many values as `shape` has places.
  public init<S: TensorScalar>(_ values: [S], shape: [Int]) {
    self.init(shape: shape, storage: S.storage(values))
  }

  /// Makes a vector.
  public init<S: TensorScalar>(_ values: [S]) { self.init(values, shape: [values.count]) }

  /// Makes a matrix of rows, which must all be as long as the first.
  public init<S: TensorScalar>(_ rows: [[S]]) {
    self.init(rows.flatMap(\.self), shape: [rows.count, rows.first?.count ?? 0])
  }

  /// Makes a scalar tensor of a kind of number.
  public init(_ value: Double, dtype: DType = .float64) {
    self.init(full: value, shape: [], dtype: dtype)
  }

  /// Makes a scalar tensor that is true or false.
  public init(_ value: Bool) { self.init(shape: [], storage: .bool([value])) }

  /// Makes a tensor of one number everywhere.
  public init(full value: Double, shape: [Int], dtype: DType = .float64) {
    let count = Shape.count(shape)
    switch dtype {
    case .float64: self.init([Double](repeating: value, count: count), shape: shape)
    case .float32: self.init([Float](repeating: Float(value), count: count), shape: shape)
    case .float16: self.init([Float16](repeating: Float16(value), count: count), shape: shape)
    case .int64:
      self.init([Int64](repeating: Int64(truncating: value), count: count), shape: shape)
    case .bool: self.init([Bool](repeating: value != 0, count: count), shape: shape)
    case .bfloat16, .int32, .int16, .int8, .uint8:
      self = Tensor(full: value, shape: shape, dtype: dtype.stored).cast(to: dtype)
    }
  }

  /// Makes a tensor of zeros.
  public static func zeros(_ shape: [Int], dtype: DType = .float64) -> Tensor {
    Tensor(full: 0, shape: shape, dtype: dtype)
  }

  /// Makes a tensor of ones.
  public static func ones(_ shape: [Int], dtype: DType = .float64) -> Tensor {
    Tensor(full: 1, shape: shape, dtype: dtype)
  }

  /// Makes a tensor of one number with this tensor's shape and kind.
  public func filled(with value: Double) -> Tensor {
    Tensor(full: value, shape: shape, dtype: dtype)
  }

  /// Makes an identity matrix, which need not be square.
  public static func eye(_ rows: Int, _ columns: Int? = nil, dtype: DType = .float64) -> Tensor {
    let columns = columns ?? rows
    var values = [Double](repeating: 0, count: rows * columns)
    for i in 0..<min(rows, columns) { values[i * columns + i] = 1 }
    return Tensor(values, shape: [rows, columns]).cast(to: dtype)
  }

  /// Counts from `start` in steps of `step`, stopping before `end`.
  public static func arange(
    _ start: Double, _ end: Double, step: Double = 1, dtype: DType
  ) throws(TensorError) -> Tensor {
    guard step != 0 else { throw TensorError(.runtime, "step must be nonzero") }
    guard start.isFinite && end.isFinite else {
      throw TensorError(.runtime, "unsupported range: \(start) -> \(end)")
    }
    guard step > 0 ? start <= end : start >= end else {
      throw TensorError(
        .runtime, "upper bound and lower bound inconsistent with step sign")
    }
    let length = ((end - start) / step).rounded(.up)
    guard let count = Int(exactly: length) else {
      throw TensorError(.runtime, "invalid size, possible overflow?")
    }
    try Shape.check([count])
    return Tensor(try counted(count) { start + Double($0) * step }).cast(to: dtype)
  }

  /// Spaces `steps` numbers evenly from `start` to `end`, both included.
  public static func linspace(
    _ start: Double, _ end: Double, steps: Int, dtype: DType
  ) throws(TensorError) -> Tensor {
    guard steps >= 0 else {
      throw TensorError(.runtime, "number of steps must be non-negative")
    }
    try Shape.check([steps])
    let step = steps > 1 ? (end - start) / Double(steps - 1) : 0
    let values = try counted(steps) { i in
      i < (steps + 1) / 2 ? start + step * Double(i) : end - step * Double(steps - 1 - i)
    }
    return Tensor(steps == 1 ? [start] : values).cast(to: dtype)
  }
}

extension Int64 {
  /// Drops the fraction; what does not fit becomes the least integer, as on a CPU.
  init(truncating value: Double) {
    self = value > -0x1p63 && value < 0x1p63 ? Int64(value) : .min
  }
}
