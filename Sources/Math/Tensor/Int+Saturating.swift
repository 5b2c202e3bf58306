/// Arithmetic on numbers that a program chose: what does not fit becomes the end of what does.
extension Int {
  /// The sum, cut off at the largest and the least number.
  @inlinable
  public func adding(saturating other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  /// The difference, cut off at the largest and the least number.
  @inlinable
  public func subtracting(saturating other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }

  /// The product, cut off at the largest and the least number.
  @inlinable
  public func multiplied(saturating other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) != (other < 0) ? .min : .max) : product
  }

  /// What is left on division by a positive number, never negative.
  @inlinable
  public func modulo(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
