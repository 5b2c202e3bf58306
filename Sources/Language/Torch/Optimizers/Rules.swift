import Math

/// Stochastic gradient descent, with PyTorch's momentum: the first buffer is the gradient itself.
struct SGDRule: OptimizerRule {
  var rate: Double
  var momentum: Double
  var dampening: Double
  var decay: Double
  var isNesterov: Bool
  var isMaximizing: Bool
  var averages: Int { momentum == 0 ? 0 : 1 }

  @_specialize(where S == Float) @_specialize(where S == Double)
  func update<S: FloatingScalar>(
    _ values: inout [S], _ gradients: [S], _ averages: inout [[S]], steps: Double
  ) {
    let (rate, momentum, decay) = (S(rate), S(momentum), S(decay))
    let fresh = steps == 1 ? 1 : S(1 - dampening)
    for i in values.indices {
      var gradient = direction(gradients[i], values[i], decay)
      if momentum != 0 {
        let buffer = steps == 1 ? gradient : momentum * averages[0][i] + fresh * gradient
        averages[0][i] = buffer
        gradient = isNesterov ? gradient + momentum * buffer : buffer
      }
      values[i] -= rate * gradient
    }
  }
}

/// Adam, and AdamW where the decay stands apart from the averages.
struct AdamRule: OptimizerRule {
  var rate: Double
  var betas: (Double, Double)
  var epsilon: Double
  var decay: Double
  var isDecoupled: Bool
  var isAMSGrad: Bool
  var isMaximizing: Bool
  var averages: Int { isAMSGrad ? 3 : 2 }

  @_specialize(where S == Float) @_specialize(where S == Double)
  func update<S: FloatingScalar>(
    _ values: inout [S], _ gradients: [S], _ averages: inout [[S]], steps: Double
  ) {
    let first = 1 - Elementary.power(betas.0, steps)
    let second = (1 - Elementary.power(betas.1, steps)).squareRoot()
    let (b, size) = (S(betas.1), S(rate / first))
    let (freshA, freshB) = (S(1 - betas.0), S(1 - betas.1))
    for i in values.indices {
      if isDecoupled { values[i] *= S(1 - rate * decay) }
      let gradient = direction(gradients[i], values[i], isDecoupled ? 0 : S(decay))
      averages[0][i] += freshA * (gradient - averages[0][i])
      averages[1][i] = b * averages[1][i] + freshB * gradient * gradient
      var square = averages[1][i]
      if isAMSGrad {
        square = max(averages[2][i], square)
        averages[2][i] = square
      }
      values[i] -= size * averages[0][i] / (square.squareRoot() / S(second) + S(epsilon))
    }
  }
}

/// RMSprop: the gradient over the root of its running mean square.
struct RMSpropRule: OptimizerRule {
  var rate: Double
  var alpha: Double
  var epsilon: Double
  var decay: Double
  var momentum: Double
  var isCentered: Bool
  var isMaximizing: Bool
  var averages: Int { 3 }

  @_specialize(where S == Float) @_specialize(where S == Double)
  func update<S: FloatingScalar>(
    _ values: inout [S], _ gradients: [S], _ averages: inout [[S]], steps: Double
  ) {
    let (keep, fresh) = (S(alpha), S(1 - alpha))
    for i in values.indices {
      let gradient = direction(gradients[i], values[i], S(decay))
      averages[0][i] = keep * averages[0][i] + fresh * gradient * gradient
      var square = averages[0][i]
      if isCentered {
        averages[2][i] += fresh * (gradient - averages[2][i])
        square -= averages[2][i] * averages[2][i]
      }
      let step = gradient / (square.squareRoot() + S(epsilon))
      if momentum > 0 {
        averages[1][i] = S(momentum) * averages[1][i] + step
        values[i] -= S(rate) * averages[1][i]
      } else {
        values[i] -= S(rate) * step
      }
    }
  }
}

/// Adagrad: the gradient over the root of the sum of its squares.
struct AdagradRule: OptimizerRule {
  var rate: Double
  var rateDecay: Double
  var decay: Double
  var epsilon: Double
  var firstAverage: Double
  var isMaximizing: Bool
  var averages: Int { 1 }

  @_specialize(where S == Float) @_specialize(where S == Double)
  func update<S: FloatingScalar>(
    _ values: inout [S], _ gradients: [S], _ averages: inout [[S]], steps: Double
  ) {
    let size = S(rate / (1 + (steps - 1) * rateDecay))
    for i in values.indices {
      let gradient = direction(gradients[i], values[i], S(decay))
      averages[0][i] += gradient * gradient
      values[i] -= size * gradient / (averages[0][i].squareRoot() + S(epsilon))
    }
  }
}
