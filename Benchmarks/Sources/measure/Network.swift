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
    let (linear, bend) = (Linear(), ReLU())
    let (logSoftmax, loss) = (LogSoftmax(dim: 1), NegativeLogLikelihood())
    let first = [x, weights[0], weights[1]]
    let z1 = try linear.forward(first)
    let a1 = try bend.forward([z1])
    let second = [a1, weights[2], weights[3]]
    let z2 = try linear.forward(second)
    let logs = try logSoftmax.forward([z2])
    let value = try loss.forward([logs, y])

    let one = Tensor(full: 1, shape: [], dtype: .float32)
    let toLogs = try loss.backward(one, inputs: [logs, y], output: value)[0]
    let toZ2 = try toLogs.map { try logSoftmax.backward($0, inputs: [z2], output: logs)[0] } ?? nil
    let upper = try toZ2.map { try linear.backward($0, inputs: second, output: z2) } ?? []
    let toZ1 = try upper[0].map { try bend.backward($0, inputs: [z1], output: a1)[0] } ?? nil
    let lower = try toZ1.map { try linear.backward($0, inputs: first, output: z1) } ?? []
    for (place, gradient) in zip(0..., [lower[1], lower[2], upper[1], upper[2]]) {
      if let gradient { weights[place] = try weights[place] - gradient * rate }
    }
    return value
  }
}
