extension Derivation {
  /// How the elements of a step follow from those of earlier steps, named by their index.
  ///
  /// The value of a step and the sentence an opened cell shows ("exp(−1.0000) = 0.3679") both follow
  /// from its rule, so neither can say something the other does not.
  public indirect enum Rule: Sendable, Hashable {
    case given
    case negate(Int)
    case exponential(Int)
    case logarithm(Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    case maximum(Int, dim: Int)
    case sum(Int, dim: Int?)
    /// Element `targets[n]` of each row of a step.
    case pick(Int, targets: Int)
    // The Math chapter adds to this list what its operations need.
  }
}
