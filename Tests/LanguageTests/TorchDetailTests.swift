import Testing

@testable import Language

/// Details of kinds, hooks, errors and gradients, held against PyTorch.
struct TorchDetailTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "float16's log-softmax",
      #"""
      z = torch.tensor([[-2.93, 2.78, 2.11], [0.5, -1.25, 3.0]], dtype=torch.float16)
      print(F.log_softmax(z, dim=1), F.log_softmax(z, dim=0), torch.logsumexp(z, dim=1))
      print(F.softmax(z.unsqueeze(2).expand(2, 3, 2), dim=1)[0, :, 0], F.log_softmax(z.bfloat16(), dim=1))
      loss = F.cross_entropy(z, torch.tensor([1, 0]), label_smoothing=0.1)
      print(loss)
      """#,
      #"""
      tensor([[-6.1250, -0.4153, -1.0850],
              [-2.5918, -4.3438, -0.0923]], dtype=torch.float16) tensor([[-3.4609, -0.0176, -1.2344],
              [-0.0319, -4.0469, -0.3440]], dtype=torch.float16) tensor([3.1953, 3.0918], dtype=torch.float16)
      tensor([0.0022, 0.6602, 0.3376], dtype=torch.float16) tensor([[-6.1250, -0.4160, -1.0859],
              [-2.5938, -4.3438, -0.0898]], dtype=torch.bfloat16)
      tensor(1.5977, dtype=torch.float16)
      """#),
    TorchProgram(
      "a hook on a layer",
      #"""
      torch.manual_seed(0)
      lin = nn.Linear(2, 1)
      h = lin.register_forward_hook(lambda m, i, o: print('out', o.shape, type(m).__name__))
      lin(torch.ones(3, 2)); h.remove(); lin(torch.ones(3, 2))
      """#,
      #"""
      out torch.Size([3, 1]) Linear
      """#),
    TorchProgram(
      "distributions",
      #"""
      torch.manual_seed(0)
      d = torch.distributions.Categorical(torch.tensor([0.2, 0.8]))
      print(d.sample((4,)), d.log_prob(torch.tensor([0, 1])), d.entropy(), torch.empty(3).exponential_())
      """#,
      #"""
      tensor([1, 1, 1, 1]) tensor([-1.6094, -0.2231]) tensor(0.5004) tensor([1.0357, 1.5661, 0.1968])
      """#),
    TorchProgram(
      "what is refused by kind",
      #"""
      for f in (lambda: ~torch.ones(1), lambda: torch.ones(1) & 1, lambda: torch.tensor([True]).topk(1), lambda: torch.tensor([1]).requires_grad_(), lambda: torch.ones(2).bincount(), lambda: torch.eq(1, torch.ones(1)), lambda: torch.maximum(torch.ones(1), 2), lambda: F.mse_loss(torch.tensor([1]), torch.tensor([2])), lambda: nn.Linear(2), lambda: nn.CrossEntropyLoss()(torch.ones(1, 2)), lambda: nn.Dropout(1.5), lambda: F.softmax([1.0], dim=0), lambda: torch.ones(1).to('cuda')):
          try: f()
          except Exception as e: print(type(e).__name__, e.args[0].split('\n')[0])
      """#,
      #"""
      TypeError ~ (operator.invert) is only implemented on integer and Boolean-type tensors
      NotImplementedError "bitwise_and_cpu" not implemented for 'Float'
      RuntimeError topk does not support bool dtypes on CPU
      RuntimeError only Tensors of floating point dtype can require gradients
      NotImplementedError "bincount_cpu" not implemented for 'Float'
      TypeError eq() received an invalid combination of arguments - got (int, Tensor), but expected one of:
      TypeError maximum(): argument 'other' (position 2) must be Tensor, not int
      NotImplementedError "mse_cpu" not implemented for 'Long'
      TypeError Linear.__init__() missing 1 required positional argument: 'out_features'
      TypeError CrossEntropyLoss.forward() missing 1 required positional argument: 'target'
      ValueError dropout probability has to be between 0 and 1, but got 1.5
      AttributeError 'list' object has no attribute 'softmax'
      AssertionError Torch not compiled with CUDA enabled
      """#),
    TorchProgram(
      "gradients of targets and of joins",
      #"""
      x = torch.tensor([0.3, 0.8], dtype=torch.float64, requires_grad=True); t = torch.tensor([0.2, 1.0], dtype=torch.float64, requires_grad=True)
      F.binary_cross_entropy(x, t).backward(); print(x.grad, t.grad)
      a = torch.tensor([1.0, 2.0, 3.0], requires_grad=True); s = torch.tensor([5.0, 2.0, 0.5], requires_grad=True)
      a.scatter_reduce(0, torch.tensor([0, 1, 1]), s, 'amax').sum().backward(); print(a.grad, s.grad)
      """#,
      #"""
      tensor([ 0.2381, -0.6250], dtype=torch.float64) tensor([ 0.4236, -0.6931], dtype=torch.float64)
      tensor([0.0000, 0.5000, 1.0000]) tensor([1.0000, 0.5000, 0.0000])
      """#),
    TorchProgram(
      "forms in place that change the shape",
      #"""
      x = torch.zeros(1, 3); x.squeeze_(); print(x.shape); x.unsqueeze_(1); print(x.shape); x.t_(); print(x.shape)
      """#,
      #"""
      torch.Size([3])
      torch.Size([3, 1])
      torch.Size([1, 3])
      """#),
    TorchProgram(
      "limits of numbers",
      #"""
      print(torch.finfo(torch.float32), torch.iinfo(torch.int32).max, torch.finfo(torch.bfloat16).eps, torch.float16.is_floating_point, torch.cuda.is_available(), torch.LongTensor([1, 2]))
      """#,
      #"""
      finfo(resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, smallest_normal=1.17549e-38, tiny=1.17549e-38, dtype=float32) 2147483647 0.0078125 True False tensor([1, 2])
      """#),
  ]
}
