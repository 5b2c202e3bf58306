extension NameCard {
  static let losses: [String: NameCard] = [
    "nll_loss": negativeLogLikelihood, "NLLLoss": negativeLogLikelihood,
    "cross_entropy": crossEntropy, "CrossEntropyLoss": crossEntropy,
    "binary_cross_entropy": binary, "BCELoss": binary,
    "binary_cross_entropy_with_logits": binaryWithLogits, "BCEWithLogitsLoss": binaryWithLogits,
    "kl_div": divergence, "KLDivLoss": divergence,
    "mse_loss": squares, "MSELoss": squares,
  ]

  private static let negativeLogLikelihood = NameCard(
    "ℓ = −w[y] · log p[y], averaged by Σ w[y]",
    "F.nll_loss(F.log_softmax(torch.tensor([[2.0, 1.0, 0.1]]), dim=1), torch.tensor([0]))",
    mistake:
      "It takes log-probabilities. Logits or probabilities go in without complaint, and the "
      + "number is wrong."
  )
  private static let crossEntropy = NameCard(
    "ℓ = −log softmax(z)[y] = logsumexp(z) − z[y]",
    "F.cross_entropy(torch.tensor([[2.0, 1.0, 0.1]]), torch.tensor([0]))",
    mistake: "It takes logits: softmax before it flattens the gradient, and nothing complains.")
  private static let binary = NameCard(
    "ℓ = −(t log p + (1 − t) log(1 − p)), each logarithm at least −100",
    "F.binary_cross_entropy(torch.tensor([0.9, 0.2]), torch.tensor([1.0, 0.0]))",
    mistake: "It takes probabilities, and targets as floats. For logits take the one with logits.")
  private static let binaryWithLogits = NameCard(
    "ℓ = max(x, 0) − x t + log(1 + exp(−|x|))",
    "F.binary_cross_entropy_with_logits(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 0.0]))",
    mistake: "Not after a sigmoid: it applies one itself.")
  private static let divergence = NameCard(
    "ℓ = t · (log t − x), where x is a log-probability",
    "F.kl_div(torch.tensor([0.5, 0.5]).log(), torch.tensor([0.9, 0.1]), reduction='sum')",
    mistake:
      "The first argument is logarithms, and it stands second in KL(t ‖ p). For the mean per "
      + "sample take 'batchmean'."
  )
  private static let squares = NameCard(
    "ℓ = (x − t)²", "F.mse_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 2.0]))",
    mistake:
      "After a sigmoid its gradient holds the factor σ′ and fades where the answer is most wrong.")
}
