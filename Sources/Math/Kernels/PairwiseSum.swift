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

/// Adds up a row in eight lanes, which run side by side; a short row from left to right.
func laneSum<S: FloatingScalar>(_ row: UnsafeBufferPointer<S>) -> S {
  var sum: S = 0
  guard row.count >= 32 else {
    for x in row { sum += x }
    return sum
  }
  var (a, b, c, d): (S, S, S, S) = (0, 0, 0, 0)
  var (e, f, g, h): (S, S, S, S) = (0, 0, 0, 0)
  var i = 0
  while i + 8 <= row.count {
    a += row[i]
    b += row[i + 1]
    c += row[i + 2]
    d += row[i + 3]
    e += row[i + 4]
    f += row[i + 5]
    g += row[i + 6]
    h += row[i + 7]
    i += 8
  }
  while i < row.count {
    sum += row[i]
    i += 1
  }
  return ((a + e) + (b + f)) + ((c + g) + (d + h)) + sum
}

extension Array where Element: FloatingScalar {
  /// The sum, added in pairs.
  var pairwiseTotal: Element { withUnsafeBufferPointer { pairwiseSum($0) } }
}
