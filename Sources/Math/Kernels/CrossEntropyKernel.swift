import RealModule

/// Cross-entropy of rows of logits: their losses, and the gradient in the logits in the same pass.
///
/// For a row z with target y, `e_i = e^(z_i − m)` and `Σ = Σ_j e_j`:
/// `loss = log Σ − (z_y − m)`, and `dz_i = share · (e_i / Σ − [i = y])`.
/// Label smoothing mixes the target with all classes. A few rows are worked on at a time: what one
/// loop leaves in the cache, the next finds there.
struct CrossEntropyKernel {
  let classes: Int
  /// The class of each row; −1 where the row does not count.
  let targets: [Int]
  /// The weight of each class; nil for 1.
  let weights: [Double]?
  let smoothing: Double

  /// How much of each row's loss the gradient is asked for.
  enum Shares {
    case none
    case same(Double)
    case each([Double])
  }

  /// The losses, and where shares are given, the gradient.
  func callAsFunction<S: FloatingScalar>(
    _ logits: [S], shares: Shares
  ) throws(TensorError) -> (losses: [Double], gradient: [S]) {
    let block = max(1, 2048 / classes)
    let isWhole = if case .none = shares { false } else { true }
    var gradient: [S] = []
    let losses = [Double](unsafeUninitializedCapacity: targets.count) { losses, filled in
      // Without a gradient, each block's exponentials take the place of the last one's.
      let room = (isWhole ? targets.count : min(block, targets.count)) * classes
      gradient = [S](unsafeUninitializedCapacity: room) { result, count in
        logits.withUnsafeBufferPointer { logits in
          let isWanted =
            logits.count > Interruption.stretch ? Interruption.current.isWanted : nil
          var first = 0
          while first < targets.count {
            let rows = first..<min(first + block, targets.count)
            let places = first * classes..<rows.upperBound * classes
            let start = isWhole ? places.lowerBound : 0
            let part = UnsafeMutableBufferPointer(rebasing: result[start..<start + places.count])
            if isWanted?() == true { return }
            run(rows, UnsafeBufferPointer(rebasing: logits[places]), into: part, losses, shares)
            first = rows.upperBound
          }
          count = room
          filled = targets.count
        }
      }
    }
    if losses.count < targets.count { throw .interrupted }
    return (losses, isWhole ? gradient : [])
  }

  @inline(__always)
  private func run<S: FloatingScalar>(
    _ rows: Range<Int>, _ logits: UnsafeBufferPointer<S>,
    into result: UnsafeMutableBufferPointer<S>, _ losses: UnsafeMutableBufferPointer<Double>,
    _ shares: Shares
  ) {
    // The exponentials of short rows are computed together.
    let areShort = classes < 32
    withUnsafeTemporaryAllocation(of: S.self, capacity: areShort ? logits.count : 0) { shifted in
      if areShort {
        for k in 0..<rows.count { shift(row(k, of: logits), into: shifted, from: k * classes) }
        _ = S.vectorExponentials(UnsafeBufferPointer(shifted), minus: 0, into: result)
      }
      for (k, row) in zip(0..., rows) {
        let e = UnsafeMutableBufferPointer(rebasing: result[k * classes..<(k + 1) * classes])
        let z = self.row(k, of: areShort ? UnsafeBufferPointer(shifted) : logits)
        let m = areShort ? 0 : S.largest(z)
        let sum =
          areShort
          ? laneSum(UnsafeBufferPointer(e)) : S.vectorExponentials(z, minus: m, into: e)
        losses[row] = loss(z, minus: m, log: .log(sum), targets[row])
        switch shares {
        case .none: break
        case .same(let share): scale(e, by: share, over: sum, targets[row])
        case .each(let shares): scale(e, by: shares[row], over: sum, targets[row])
        }
      }
    }
  }

  @inline(__always)
  private func row<S>(_ k: Int, of rows: UnsafeBufferPointer<S>) -> UnsafeBufferPointer<S> {
    UnsafeBufferPointer(rebasing: rows[k * classes..<(k + 1) * classes])
  }

  /// Writes `z − m`.
  @inline(__always)
  private func shift<S: FloatingScalar>(
    _ z: UnsafeBufferPointer<S>, into result: UnsafeMutableBufferPointer<S>, from start: Int
  ) {
    let m = S.largest(z)
    for i in z.indices { result[start + i] = z[i] - m }
  }

  /// `w_y (log Σ − (z_y − m))`, and the part of all classes where the target is smoothed.
  @inline(__always)
  private func loss<S: FloatingScalar>(
    _ z: UnsafeBufferPointer<S>, minus m: S, log: S, _ target: Int
  ) -> Double {
    guard target >= 0 else { return 0 }
    let own = (weights?[target] ?? 1) * -Double(z[target] - m - log)
    guard smoothing > 0 else { return own }
    var others = 0.0
    for i in z.indices { others -= (weights?[i] ?? 1) * Double(z[i] - m - log) }
    return (1 - smoothing) * own + smoothing / Double(classes) * others
  }

  /// Turns the exponentials of a row into the gradient.
  @inline(__always)
  private func scale<S: FloatingScalar>(
    _ e: UnsafeMutableBufferPointer<S>, by share: Double, over sum: S, _ target: Int
  ) {
    let own = target < 0 ? 0 : share * (1 - smoothing) * (weights?[target] ?? 1)
    let spread = target < 0 ? 0 : share * smoothing / Double(classes)
    var pull = own
    if spread != 0 { pull += spread * (weights?.reduce(0, +) ?? Double(classes)) }
    let factor = S(pull) / sum
    for i in e.indices { e[i] *= factor }
    if target >= 0 { e[target] -= S(own) }
    guard spread != 0 else { return }
    for i in e.indices { e[i] -= S(spread * (weights?[i] ?? 1)) }
  }
}
