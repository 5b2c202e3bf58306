/// Applies a function to every value, asking now and then whether to go on.
@inlinable @inline(__always)
public func mapped<S, T>(_ values: [S], _ function: (S) -> T) throws(TensorError) -> [T] {
  try filled(values.count) { range, result in
    values.withUnsafeBufferPointer { values in
      for i in range { result.initializeElement(at: i, to: function(values[i])) }
    }
  }
}

/// Applies a function to the values of two arrays of one length, pair by pair.
@inlinable @inline(__always)
public func zipped<S, U, T>(
  _ a: [S], _ b: [U], _ function: (S, U) -> T
) throws(TensorError) -> [T] {
  precondition(a.count == b.count)
  return try filled(a.count) { range, result in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for i in range { result.initializeElement(at: i, to: function(a[i], b[i])) }
      }
    }
  }
}

/// Applies a function to the values of three arrays of one length.
@inlinable @inline(__always)
public func zipped<S>(
  _ a: [S], _ b: [S], _ c: [S], _ function: (S, S, S) -> S
) throws(TensorError) -> [S] {
  precondition(a.count == b.count && a.count == c.count)
  return try filled(a.count) { range, result in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          for i in range { result.initializeElement(at: i, to: function(a[i], b[i], c[i])) }
        }
      }
    }
  }
}

/// Makes an array of what a function gives for 0, 1, 2 and so on.
@inlinable @inline(__always)
public func counted<T>(_ count: Int, _ function: (Int) -> T) throws(TensorError) -> [T] {
  try filled(count) { range, result in
    for i in range { result.initializeElement(at: i, to: function(i)) }
  }
}

/// Makes an array a stretch at a time, asking between them whether to go on.
@inlinable @inline(__always)
func filled<T>(
  _ total: Int, _ fill: (Range<Int>, UnsafeMutableBufferPointer<T>) -> Void
) throws(TensorError) -> [T] {
  let result = [T](unsafeUninitializedCapacity: total) { result, count in
    while count < total {
      let end = min(total, count + Interruption.elements)
      fill(count..<end, result)
      count = end
      if count < total, Interruption.isWantedNow { break }
    }
  }
  if result.count < total { throw .interrupted }
  return result
}

/// Goes through 0, 1, 2 and so on, asking now and then whether to go on.
@inlinable @inline(__always)
public func inStretches(_ count: Int, _ body: (Int) -> Void) throws(TensorError) {
  var start = 0
  while start < count {
    let end = min(count, start + Interruption.elements)
    for i in start..<end { body(i) }
    start = end
    if start < count { try Interruption.check() }
  }
}
