import Math

/// A network of two layers with ReLU between them, trained by plain gradient descent.
struct Network {
  var weights: [Tensor]
  let rate: Double

  /// Layers as PyTorch's `nn.Linear` has them, in float32.
  init(inputs: Int, hidden: Int, outputs: Int, rate: Double = 0.1) {
    var random = RandomGenerator(seed: 0)
    func layer(_ shape: [Int], _ width: Int) -> Tensor {
      let bound = 1 / Double(width).squareRoot()
      return random.uniform(shape, low: -bound, high: bound, dtype: .float32)
    }
    weights = [
      layer([hidden, inputs], inputs), layer([hidden], inputs),
      layer([outputs, hidden], hidden), layer([outputs], hidden),
    ]
    self.rate = rate
  }

  /// One step: forward, backward, and the weights moved; gives the loss.
  mutating func step(_ x: Tensor, _ y: Tensor) throws -> Tensor {
    let (loss, gradients) = try lossAndGradients(x, y)
    for (place, gradient) in zip(0..., gradients) {
      if let gradient { weights[place].descend(along: gradient, rate: rate) }
    }
    return loss
  }

  /// The loss, and its gradient in each of the weights.
  func lossAndGradients(_ x: Tensor, _ y: Tensor) throws -> (Tensor, [Tensor?]) {
    let (linear, bend) = (Linear(), ReLU())
    let first = [x, weights[0], weights[1]]
    let z1 = try linear.forward(first)
    let a1 = try bend.forward([z1])
    let second = [a1, weights[2], weights[3]]
    let z2 = try linear.forward(second)
    let (loss, toZ2) = try CrossEntropy().valueAndGradient([z2, y])

    let upper = try linear.backward(toZ2, inputs: second, output: z2)
    guard let toA1 = upper[0], let toZ1 = try bend.backward(toA1, inputs: [z1], output: a1)[0]
    else { return (loss, []) }
    let lower = try linear.backward(
      toZ1, inputs: first, output: z1, wanted: [false, true, true])
    return (loss, [lower[1], lower[2], upper[1], upper[2]])
  }
}
