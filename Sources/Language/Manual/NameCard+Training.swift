extension NameCard {
  static let training: [String: NameCard] = [
    "backward": NameCard(
      "w.grad += ∂loss/∂w, for every leaf w",
      "w = torch.tensor(3.0, requires_grad=True)\n(w * w).backward()\nw.grad",
      mistake: "Gradients add up from call to call: zero_grad() comes before the next."),
    "zero_grad": NameCard(
      "w.grad = None, for every parameter",
      "w = nn.Parameter(torch.tensor([1.0]))\noptimizer = torch.optim.SGD([w], lr=0.1)\n(w * "
        + "2).sum().backward()\noptimizer.zero_grad()\nprint(w.grad)",
      mistake: "Forgotten, each step follows the sum of all gradients so far."),
    "SGD": NameCard(
      "w ← w − lr · g;  with momentum  v ← μ v + g,  w ← w − lr · v",
      "w = nn.Parameter(torch.tensor([1.0]))\noptimizer = torch.optim.SGD([w], lr=0.1)\n(w * "
        + "w).sum().backward()\noptimizer.step()\nw",
      mistake: "PyTorch's momentum has no factor 1 − μ: with μ = 0.9 steps grow to ten times lr."),
    "Adam": adam,
    "AdamW": NameCard(
      "w ← (1 − lr λ) w, then Adam's step without λ in the gradient",
      "w = nn.Parameter(torch.tensor([1.0]))\noptimizer = torch.optim.AdamW([w], lr=0.1)\n(w "
        + "* w).sum().backward()\noptimizer.step()\nw",
      mistake: "Adam's weight_decay is not this: there the decay passes through the averages."),
    "Dropout": NameCard(
      "y = x · mask / (1 − p) in training, y = x otherwise",
      "torch.manual_seed(0)\nnn.Dropout(0.5)(torch.ones(6))",
      mistake: "model.eval() turns it off; forgotten, the same input scores differently each "
        + "time."),
    "clip_grad_norm_": NameCard(
      "g ← g · min(1, max_norm / (‖g‖ + 1e−6)), over all parameters together",
      "w = nn.Parameter(torch.tensor([3.0, 4.0]))\n(w * w).sum().backward()\n"
        + "nn.utils.clip_grad_norm_([w], max_norm=1.0)",
      mistake: "It returns the norm before clipping, and stands between backward() and step()."),
    "explain": NameCard(
      "the derivation of a value, step by step", "explain(softmax([2.0, 1.0, 0.1]))",
      mistake: "print shows what a value is; this shows where each number of it comes from."),
    "graph": NameCard(
      "the computation as a diagram: values, and after backward() their gradients",
      "w = torch.tensor([1.0, 2.0], requires_grad=True)\nloss = (w * w).sum()\n"
        + "loss.backward()\ngraph(loss)",
      mistake: "It wants the result, not a leaf: what was given was computed from nothing."),
    "compare": NameCard(
      "two ways to one number, side by side",
      "compare(naive_softmax([1000.0, 0.0]), softmax([1000.0, 0.0]))",
      mistake: "The row at which they part is marked; what stands below follows from it."),
    "check_gradient": NameCard(
      "(L(w + h) − L(w − h)) / 2h beside ∂L/∂w",
      "w = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)\n"
        + "check_gradient((w ** 3).sum(), w)",
      mistake: "In float32 the difference of two nearly equal losses keeps few digits: use float64."
    ),
  ]

  private static let adam = NameCard(
    "m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  w ← w − lr · m̂ / (√v̂ + ε)",
    "w = nn.Parameter(torch.tensor([1.0]))\noptimizer = torch.optim.Adam([w], lr=0.1)\n(w * "
      + "w).sum().backward()\noptimizer.step()\nw",
    mistake:
      "Its first step is lr in each direction, however small the gradient: the averages are "
      + "corrected for their start."
  )
}
