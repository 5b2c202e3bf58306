import RealModule

extension FloatingScalar {
  /// Writes `e^(x − m)` for each x of a row.
  @inline(__always)
  static func exponentials(
    _ row: UnsafeBufferPointer<Self>, minus m: Self,
    into result: UnsafeMutableBufferPointer<Self>
  ) {
    if Self.self == Float.self, row.count >= 32 {
      // The same type under its own name: the loop is compiled for it, several numbers at a time.
      row.withMemoryRebound(to: Float.self) { row in
        result.withMemoryRebound(to: Float.self) { result in
          for i in row.indices { result[i] = fastExponential(row[i] - Float(m)) }
        }
      }
    } else {
      for i in row.indices { result[i] = .exp(row[i] - m) }
    }
  }
}

/// `e^x` to the last bit or the one before, without a branch, so that a loop of it runs on vectors.
///
/// Cody and Waite's reduction to `2^n e^r` with |r| ≤ ln 2 / 2, and Cephes' polynomial for `e^r`
/// (S. Moshier, expf.c). `2^n` comes in two factors, so that results below the normal numbers are
/// rounded and those above are infinite, as they are in the C library.
@inline(__always)
func fastExponential(_ x: Float) -> Float {
  let low: Float = -110
  let high: Float = 90
  var x = x < low ? low : x
  x = x > high ? high : x
  let magic: Float = 12_582_912  // 1.5 · 2²³: adding it rounds to a whole number
  let shifted = x * 1.442_695_04 + magic
  let n = shifted - magic
  let r = (x - n * 0.693_359_375) + n * 2.121_944_4e-4
  var p: Float = 1.987_569_15e-4
  p = p * r + 1.398_199_95e-3
  p = p * r + 8.333_451_91e-3
  p = p * r + 4.166_579_58e-2
  p = p * r + 1.666_666_55e-1
  p = p * r + 5.000_000_12e-1
  p = (p * r * r + r) + 1
  let whole = Int32(truncatingIfNeeded: shifted.bitPattern &- magic.bitPattern)
  let half = whole >> 1
  let one = Float(bitPattern: UInt32(truncatingIfNeeded: (half &+ 127) &<< 23))
  let two = Float(bitPattern: UInt32(truncatingIfNeeded: (whole &- half &+ 127) &<< 23))
  return p * one * two
}
