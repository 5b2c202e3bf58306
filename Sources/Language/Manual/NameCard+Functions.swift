extension NameCard {
  static let functions: [String: NameCard] = [
    "softmax": softmax, "Softmax": softmax,
    "log_softmax": logSoftmax, "LogSoftmax": logSoftmax,
    "naive_softmax": NameCard(
      "p_i = exp(z_i) / Σ_j exp(z_j)", "naive_softmax([1000.0, 0.0])",
      mistake:
        "It is here to be watched failing: exp overflows from 89 in float32, from 710 in float64."),
    "naive_log_softmax": NameCard(
      "log p_i = log(exp(z_i) / Σ_j exp(z_j))", "naive_log_softmax([0.0, -800.0])",
      mistake:
        "A probability that underflowed to 0 has the logarithm −inf; log_softmax subtracts instead."
    ),
    "logsumexp": NameCard(
      "lse(z) = m + log Σ_j exp(z_j − m),  m = max z",
      "torch.logsumexp(torch.tensor([2.0, 1.0, 0.1]), dim=0)",
      mistake: "It is not the largest logit, though never below it, and at most log C above it."),
    "sigmoid": sigmoid, "Sigmoid": sigmoid,
    "logsigmoid": NameCard(
      "log σ(x) = −log(1 + exp(−x))", "F.logsigmoid(torch.tensor([-800.0, 0.0]))",
      mistake: "torch.log(torch.sigmoid(x)) gives −inf where x is far below zero; this does not."),
    "relu": relu, "ReLU": relu,
    "tanh": NameCard(
      "tanh x = (exp(x) − exp(−x)) / (exp(x) + exp(−x))",
      "torch.tanh(torch.tensor([-2.0, 0.0, 2.0]))",
      mistake: "Its slope is 1 − tanh², which is nearly 0 from |x| = 3 on: gradients fade there."),
    "linear": linear, "Linear": linear,
    "matmul": NameCard(
      "C[i, j] = Σ_k A[i, k] B[k, j]", "torch.tensor([[1.0, 2.0]]) @ torch.tensor([[3.0], [4.0]])",
      mistake: "`*` multiplies element by element and broadcasts; a matrix product is `@`."),
    "argmax": NameCard(
      "argmax z = the place of the largest element", "torch.tensor([0.1, 2.0, 1.0]).argmax()",
      mistake: "It has no gradient: a network cannot be trained through it."),
    "one_hot": NameCard(
      "one_hot(y)[c] = 1 if c = y else 0", "F.one_hot(torch.tensor([0, 2]), num_classes=3)",
      mistake:
        "Its result is integers. cross_entropy wants class indices, or probabilities as floats."),
    "exp": NameCard(
      "exp x = e^x", "exp([0.0, 1.0, 89.0])",
      mistake: "In float32 it is inf from 88.73 on: shift logits by their maximum first."),
    "log": NameCard(
      "log x: the natural logarithm", "log([1.0, math.e, 0.0])",
      mistake: "It is not the logarithm to base 10, and log 0 is −inf, not an error."),
  ]

  private static let softmax = NameCard(
    "p_i = exp(z_i − m) / Σ_j exp(z_j − m),  m = max z",
    "F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)",
    mistake: "Not before nn.CrossEntropyLoss: it takes logits and applies log-softmax itself.")
  private static let logSoftmax = NameCard(
    "log p_i = z_i − m − log Σ_j exp(z_j − m),  m = max z",
    "F.log_softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)",
    mistake: "torch.log(softmax(z)) is the same on paper, and −inf where a probability underflows.")
  private static let sigmoid = NameCard(
    "σ(x) = 1 / (1 + exp(−x))", "torch.sigmoid(torch.tensor([-2.0, 0.0, 2.0]))",
    mistake: "Not before BCEWithLogitsLoss, which applies it itself.")
  private static let relu = NameCard(
    "relu(x) = max(0, x)", "F.relu(torch.tensor([-1.0, 0.0, 2.0]))",
    mistake:
      "Its gradient at 0 is 0 in PyTorch, and a unit that is negative for every sample "
      + "learns nothing."
  )
  private static let linear = NameCard(
    "y = x Wᵀ + b,  x (N, in), W (out, in), b (out)",
    "F.linear(torch.tensor([[1.0, 2.0]]), torch.tensor([[0.5, -1.0], [1.0, 1.0]]))",
    mistake: "The weight is (out, in), not (in, out): it is transposed in the product.")
}
