import Testing

@testable import Language

/// Gradients of gradients, held against the slope of the first gradient between two nearby points, and
/// against PyTorch 2.13.
struct TorchSecondGradientTests {
  @Test(arguments: functions)
  func `the gradient of a gradient is its slope`(_ function: String) {
    TorchProgram(
      function,
      """
      def first(x, create_graph=True):
          return torch.autograd.grad((\(function)).sum(), x, create_graph=create_graph)[0]
      x = torch.tensor([0.6, 1.7, -0.4], dtype=torch.float64, requires_grad=True)
      v = torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64)
      second = torch.autograd.grad((first(x) * v).sum(), x)[0]
      h = 1e-6
      slopes = []
      for i in range(3):
          d = torch.zeros(3, dtype=torch.float64)
          d[i] = h
          up, down = [first((x + e).detach().requires_grad_(), False) for e in (d, -d)]
          slopes.append(((up - down) * v).sum() / (2 * h))
      print(torch.allclose(second, torch.stack(slopes), rtol=1e-4, atol=1e-6), (second != 0).any().item())
      """,
      "True True"
    ).check()
  }

  static let functions = [
    "x ** 3", "x * x", "x.exp()", "(x + 1).log()", "x.sin()", "x.cos()", "x.tan()", "x.tanh()",
    "x.sigmoid()", "x / (x + 3)", "(x + 1).sqrt()", "(x + 1).rsqrt()", "1 / (x + 2)", "x.atan()",
    "torch.asin(x / 3)", "torch.erf(x)", "x.log1p()", "x.expm1()", "x.square()", "x.relu() ** 2",
    "x.clamp(-1, 1) ** 2", "F.elu(x)", "F.celu(x)", "F.selu(x)", "F.silu(x)", "F.gelu(x)",
    "F.gelu(x, approximate='tanh')", "F.mish(x)", "F.softplus(x)", "F.logsigmoid(x)",
    "F.hardswish(x)", "F.softmax(x, 0) ** 2", "F.log_softmax(x, 0) ** 2", "torch.logsumexp(x, 0)",
    "x.var()", "x.std()", "x.norm()", "x.prod()", "(x * x).mean() ** 2", "x.max() ** 3",
    "x.amax(0) ** 2", "x @ x", "torch.outer(x, x) @ torch.outer(x, x)", "torch.maximum(x, x ** 2)",
    "F.linear(x, torch.outer(x, x), x) ** 2", "torch.where(x > 0, x ** 2, x ** 3)",
    "torch.cat([x, x ** 2]) ** 2", "torch.stack([x, x ** 2]).sum(0) ** 2", "x[[1, 0, 1]] ** 3",
    "x.cumsum(0) ** 2", "F.layer_norm(x, (3,)) ** 3", "F.normalize(x, dim=0) ** 2",
    "torch.tensor(2.0, dtype=torch.float64) ** x", "torch.atan2(x, x + 2)",
    "torch.logaddexp(x, x ** 2)", "F.mse_loss(x, x ** 2)", "F.huber_loss(x ** 2, x)",
    "F.smooth_l1_loss(x ** 2, x)", "F.cross_entropy(x[None], torch.tensor([1]))",
    "F.cross_entropy(x[None], torch.tensor([1]), label_smoothing=0.1)",
    "F.binary_cross_entropy(x.sigmoid(), torch.tensor([0.0, 1.0, 1.0], dtype=torch.float64))",
    "F.binary_cross_entropy_with_logits(x, torch.tensor([0.0, 1.0, 1.0], dtype=torch.float64))",
    "F.kl_div(F.log_softmax(x, 0), F.softmax(x * 2, 0), reduction='sum')",
    "F.embedding(torch.tensor([0, 2, 2]), torch.outer(x, x)) ** 2",
  ]

  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "a gradient that has a history",
      #"""
      x = torch.tensor(3.0, requires_grad=True)
      y = x ** 3
      y.backward(create_graph=True)
      print(x.grad)
      x.grad.backward()
      print(x.grad)
      """#,
      #"""
      tensor(27., grad_fn=<CopyBackwards>)
      tensor(45., grad_fn=<CopyBackwards>)
      """#),
    TorchProgram(
      "derivatives one after the other",
      #"""
      x = torch.tensor(2.0, requires_grad=True)
      y = x ** 4
      for _ in range(4):
          y, = torch.autograd.grad(y, x, create_graph=True)
          print(y)
      """#,
      #"""
      tensor(32., grad_fn=<MulBackward0>)
      tensor(48., grad_fn=<MulBackward0>)
      tensor(48., grad_fn=<MulBackward0>)
      tensor(24., grad_fn=<MulBackward0>)
      """#),
    TorchProgram(
      "a gradient that depends on nothing",
      #"""
      x = torch.tensor(3.0, requires_grad=True)
      g, = torch.autograd.grad(x * 2, x, create_graph=True)
      print(g)
      try:
          g.backward()
      except RuntimeError as e:
          print(e)
      """#,
      #"""
      tensor(2.)
      element 0 of tensors does not require grad and does not have a grad_fn
      """#),
    TorchProgram(
      "Jacobians and Hessians",
      #"""
      x = torch.tensor([1.0, 2.0, 3.0])
      print(torch.autograd.functional.jacobian(lambda x: torch.softmax(x, 0), x))
      print(torch.autograd.functional.hessian(lambda x: torch.logsumexp(x, 0), x))
      print(torch.func.grad(torch.func.grad(lambda x: x ** 3))(torch.tensor(3.0)))
      print(torch.func.vmap(lambda x: x.sum())(torch.ones(2, 3)))
      """#,
      #"""
      tensor([[ 0.0819, -0.0220, -0.0599],
              [-0.0220,  0.1848, -0.1628],
              [-0.0599, -0.1628,  0.2227]])
      tensor([[ 0.0819, -0.0220, -0.0599],
              [-0.0220,  0.1848, -0.1628],
              [-0.0599, -0.1628,  0.2227]])
      tensor(18.)
      tensor([3., 3.])
      """#),
    TorchProgram(
      "backward to some leaves only",
      #"""
      x = torch.tensor([1.0, 2.0], requires_grad=True)
      w = torch.tensor([3.0, 4.0], requires_grad=True)
      (x * w).sum().backward(inputs=[x])
      print(x.grad, w.grad)
      """#,
      "tensor([3., 4.]) None"),
    TorchProgram(
      "reductions of what a mask keeps",
      #"""
      x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
      m = torch.tensor([[True, False, True], [False, False, False]])
      print(torch.masked.sum(x, 1, mask=m), torch.masked.mean(x, 1, mask=m))
      print(torch.masked.softmax(x, 1, mask=m), torch.masked.amax(x, 1, mask=m))
      print(torch.masked.var(x, mask=m), torch.masked.logsumexp(x, 1, mask=m))
      """#,
      #"""
      tensor([4., 0.]) tensor([2., nan])
      tensor([[0.1192, 0.0000, 0.8808],
              [   nan,    nan,    nan]]) tensor([3., -inf])
      tensor(2.) tensor([3.1269,   -inf])
      """#),
  ]
}
