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
    /// Any other function of one number.
    case function(Function, Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    case power(Int, Int)
    case larger(Int, Int)
    case smaller(Int, Int)
    case maximum(Int, dim: Int)
    case sum(Int, dim: Int?)
    case mean(Int, dim: Int?)
    /// Element `targets[n]` of each row of a step.
    case pick(Int, targets: Int)
    /// Element `targets[n]` of a vector, for every target: the weight of each target's class.
    case lookup(Int, targets: Int)
    /// 1 where a target counts, 0 where it is to be ignored.
    case kept(targets: Int, ignoring: Int)
    /// 1 at each row's target, 0 elsewhere, in the shape of another step.
    case oneHot(targets: Int, like: Int)
    /// The matrix product.
    case product(Int, Int)
    /// The rows of one step times the rows of another: `X Wᵀ`.
    case innerProducts(Int, Int)
    /// A step reused or rearranged without any arithmetic.
    case transposed(Int)
    /// A step that PyTorch's function of this name makes in one go.
    case apply(String, [Int])

    /// The rule for a function of one number.
    public static func of(_ function: Function, _ step: Int) -> Rule {
      switch function {
      case .negate: .negate(step)
      case .exponential: .exponential(step)
      case .logarithm: .logarithm(step)
      default: .function(function, step)
      }
    }

    /// The function of one number that the rule applies, and the step it applies it to.
    var unary: (function: Function, step: Int)? {
      switch self {
      case .negate(let step): (.negate, step)
      case .exponential(let step): (.exponential, step)
      case .logarithm(let step): (.logarithm, step)
      case .function(let function, let step): (function, step)
      default: nil
      }
    }

    /// Whether it computes each element from the one element in its place.
    public var isFunction: Bool { unary != nil }

    /// The two steps whose elements the rule combines pair by pair, if that is what it does.
    var pair: (Int, Int)? {
      switch self {
      case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
        .divide(let a, let b), .power(let a, let b), .larger(let a, let b),
        .smaller(let a, let b):
        (a, b)
      default: nil
      }
    }

    /// The earlier steps the rule reads.
    public var inputs: [Int] {
      if let unary { return [unary.step] }
      if let (a, b) = pair { return [a, b] }
      switch self {
      case .maximum(let a, _), .sum(let a, _), .mean(let a, _), .transposed(let a): return [a]
      case .pick(let a, let b), .lookup(let a, let b), .oneHot(let b, let a),
        .product(let a, let b), .innerProducts(let a, let b):
        return [a, b]
      case .kept(let a, _): return [a]
      case .apply(_, let steps): return steps
      default: return []
      }
    }
  }
}
