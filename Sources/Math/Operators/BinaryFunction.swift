/// A function of two numbers, applied to every pair after broadcasting.
public protocol BinaryFunction: Operator {
  /// The function.
  func value<S: FloatingScalar>(_ a: S, _ b: S) -> S

  /// The upstream gradient times the slope in `a` and in `b`, where the function is `y`.
  func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S)

  /// The function on integers; nil if integers meet in the default floating kind.
  func integer(_ a: Int64, _ b: Int64) -> Int64?

  /// Refuses tensors that the function is not made for.
  func check(_ a: Tensor, _ b: Tensor) throws(TensorError)

  /// How a derivation computes it from two earlier steps.
  func rule(_ a: Int, _ b: Int) -> Derivation.Rule
}

extension BinaryFunction {
  /// Everything is accepted.
  public func check(_ a: Tensor, _ b: Tensor) throws(TensorError) {}

  /// Broadcasts the two inputs, promotes their kinds, and computes every pair.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let (a, b) = (inputs[0], inputs[1])
    try check(a, b)
    let dtype = Tensor.resultType([a, b])
    let shape = try Shape.broadcast(a.shape, b.shape)
    if !dtype.isFloatingPoint, integer(1, 1) != nil {
      let (m, n) = (
        try a.broadcast(to: shape).integers, try b.broadcast(to: shape).integers
      )
      let result = try zipped(m, n) { integer($0, $1) ?? 0 }
      return Tensor(result, shape: shape).cast(to: dtype)
    }
    return try Tensor.run(
      BinaryForward(function: self, shapes: (a.shape, b.shape), shape: shape), on: [a, b],
      as: dtype.isFloatingPoint ? dtype : .float32, shape: shape)
  }

  /// Multiplies by the slopes, then sums over what broadcasting repeated.
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let (a, b) = (inputs[0], inputs[1])
    let dtype = upstream.dtype
    let results = try Tensor.run(
      BinaryBackward(function: self),
      on: [upstream, a.broadcast(to: output.shape), b.broadcast(to: output.shape), output],
      as: dtype)
    var gradients: [Tensor?] = []
    for (input, storage) in zip(inputs, results) {
      let whole = Tensor(shape: output.shape, storage: storage)
      gradients.append(input.dtype.isFloatingPoint ? try whole.reduced(like: input) : nil)
    }
    return gradients
  }

  /// Tells the result in the one step it is.
  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    try story.step(rule(inputs[0], inputs[1]))
  }
}

private struct BinaryForward<Function: BinaryFunction>: Kernel {
  let function: Function
  let shapes: ([Int], [Int])
  let shape: [Int]

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) throws(TensorError) -> [[S]] {
    let (a, b) = (inputs[0], inputs[1])
    if shapes.0 == shapes.1 { return try [zipped(a, b) { function.value($0, $1) }] }
    if b.count == 1 && shapes.0 == shape {
      let right = b[0]
      return try [mapped(a) { function.value($0, right) }]
    }
    if a.count == 1 && shapes.1 == shape {
      let left = a[0]
      return try [mapped(b) { function.value(left, $0) }]
    }
    let left = try Shape.offsets(
      shape: shape, strides: Shape.broadcastStrides(shapes.0, to: shape))
    let right = try Shape.offsets(
      shape: shape, strides: Shape.broadcastStrides(shapes.1, to: shape))
    return try [zipped(left, right) { function.value(a[$0], b[$1]) }]
  }
}

private struct BinaryBackward<Function: BinaryFunction>: Kernel {
  let function: Function

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) throws(TensorError) -> [[S]] {
    let (upstream, a, b, y) = (inputs[0], inputs[1], inputs[2], inputs[3])
    var (left, right): ([S], [S]) = ([], [])
    left.reserveCapacity(a.count)
    right.reserveCapacity(a.count)
    try inStretches(a.count) { i in
      let (da, db) = function.gradients(upstream[i], at: a[i], b[i], value: y[i])
      left.append(da)
      right.append(db)
    }
    return [left, right]
  }
}
