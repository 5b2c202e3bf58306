import CVector
import RealModule

extension FloatingScalar {
  /// Writes `e^(x − m)` for each x of a row, where no x is above `m`, and gives their sum.
  ///
  /// A long row is computed several numbers at a time; the result must not overlap it.
  @inline(__always)
  static func exponentials(
    _ row: UnsafeBufferPointer<Self>, minus m: Self,
    into result: UnsafeMutableBufferPointer<Self>
  ) -> Self {
    guard row.count >= 32 else {
      var sum: Self = 0
      for i in row.indices {
        result[i] = .exp(row[i] - m)
        sum += result[i]
      }
      return sum
    }
    return vectorExponentials(row, minus: m, into: result)
  }

  /// The same for a row of any length, always several numbers at a time.
  @inline(__always)
  static func vectorExponentials(
    _ row: UnsafeBufferPointer<Self>, minus m: Self,
    into result: UnsafeMutableBufferPointer<Self>
  ) -> Self {
    precondition(row.count == result.count)
    // C knows the two types apart, and only by their own names.
    if Self.self == Double.self {
      return row.withMemoryRebound(to: Double.self) { row in
        result.withMemoryRebound(to: Double.self) { result in
          Self(
            cvector_exponentials_double(
              row.baseAddress, Double(m), result.baseAddress, row.count))
        }
      }
    }
    return row.withMemoryRebound(to: Float.self) { row in
      result.withMemoryRebound(to: Float.self) { result in
        Self(
          cvector_exponentials_float(row.baseAddress, Float(m), result.baseAddress, row.count))
      }
    }
  }

  /// The largest number of a row; a nan anywhere wins.
  @inline(__always)
  static func largest(_ row: UnsafeBufferPointer<Self>) -> Self {
    guard row.count >= 32 else {
      // Counting is done without a branch.
      var (top, nans) = (-Self.infinity, 0)
      for x in row {
        top = x > top ? x : top
        nans &+= x == x ? 0 : 1
      }
      return nans > 0 ? .nan : top
    }
    if Self.self == Double.self {
      return row.withMemoryRebound(to: Double.self) { row in
        Self(cvector_largest_double(row.baseAddress, row.count))
      }
    }
    return row.withMemoryRebound(to: Float.self) { row in
      Self(cvector_largest_float(row.baseAddress, row.count))
    }
  }
}
