/// Adds up numbers in blocks and the blocks in pairs, so that rounding errors hardly grow.
func pairwiseSum<S: FloatingScalar>(_ values: UnsafeBufferPointer<S>) -> S {
  let count = values.count
  if count <= 128 {
    if count < 8 {
      var sum: S = 0
      for value in values { sum += value }
      return sum
    }
    var (a, b, c, d): (S, S, S, S) = (0, 0, 0, 0)
    var i = 0
    while i + 4 <= count {
      a += values[i]
      b += values[i + 1]
      c += values[i + 2]
      d += values[i + 3]
      i += 4
    }
    while i < count {
      a += values[i]
      i += 1
    }
    return (a + b) + (c + d)
  }
  let half = count / 2
  return pairwiseSum(UnsafeBufferPointer(rebasing: values[..<half]))
    + pairwiseSum(UnsafeBufferPointer(rebasing: values[half...]))
}

extension Array where Element: FloatingScalar {
  /// The sum, added in pairs.
  var pairwiseTotal: Element { withUnsafeBufferPointer { pairwiseSum($0) } }
}
