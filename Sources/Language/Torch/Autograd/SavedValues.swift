import Math

/// Which values an operation keeps for `backward`: they must not be changed in place meanwhile.
struct SavedValues {
  let inputs: Bool
  let output: Bool

  init(of operation: any Operator) {
    let type = SavedValues.kind(of: operation)
    if SavedValues.none.contains(type) {
      (inputs, output) = (false, false)
    } else if SavedValues.result.contains(type) {
      (inputs, output) = (false, true)
    } else {
      (inputs, output) = (true, false)
    }
  }

  /// Whether the operation keeps nothing.
  var isEmpty: Bool { !inputs && !output }

  private static func kind(of operation: any Operator) -> ObjectIdentifier {
    if let renamed = operation as? Renamed { return kind(of: renamed.operation) }
    return ObjectIdentifier(Swift.type(of: operation))
  }

  /// Those whose gradient does not depend on any value.
  private static let none: Set<ObjectIdentifier> = [
    ObjectIdentifier(Add.self), ObjectIdentifier(Subtract.self), ObjectIdentifier(Negate.self),
    ObjectIdentifier(Sum.self), ObjectIdentifier(Mean.self), ObjectIdentifier(Concatenate.self),
    ObjectIdentifier(Stack.self), ObjectIdentifier(CumulativeSum.self),
    ObjectIdentifier(Choose.self),
    ObjectIdentifier(Relabel.self), ObjectIdentifier(Permute.self), ObjectIdentifier(Expand.self),
    ObjectIdentifier(Cast.self), ObjectIdentifier(Clone.self), ObjectIdentifier(PutElements.self),
    ObjectIdentifier(AddElements.self),
    ObjectIdentifier(KeepElements.self), ObjectIdentifier(Lookup.self),
  ]

  /// Those whose gradient follows from the result.
  private static let result: Set<ObjectIdentifier> = [
    ObjectIdentifier(Exponential.self), ObjectIdentifier(Sigmoid.self),
    ObjectIdentifier(Tanh.self), ObjectIdentifier(ReLU.self), ObjectIdentifier(SquareRoot.self),
    ObjectIdentifier(Reciprocal.self), ObjectIdentifier(Softmax.self),
    ObjectIdentifier(LogSoftmax.self),
  ]
}
