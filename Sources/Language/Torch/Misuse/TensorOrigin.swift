import Math

/// What made a tensor, as far as a loss wants to know before it says that this was not meant.
enum TensorOrigin: UInt8 {
  case other, softmax, logSoftmax, sigmoid, permuted

  /// What an operation makes.
  init(of operation: any Operator) {
    switch operation {
    case is Softmax, is NaiveSoftmax: self = .softmax
    case is LogSoftmax, is NaiveLogSoftmax: self = .logSoftmax
    case is Sigmoid: self = .sigmoid
    case is Permute: self = .permuted
    default: self = .other
    }
  }
}
