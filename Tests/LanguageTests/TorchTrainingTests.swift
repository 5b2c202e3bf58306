import Testing

@testable import Language

/// Optimizers, batches, random numbers and errors, held against PyTorch 2.13.
struct TorchTrainingTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "an optimizer's rates",
      #"""
      w = nn.Parameter(torch.tensor([1.0]))
      opt = torch.optim.SGD([w], lr=0.1, momentum=0.9, nesterov=True)
      sched = torch.optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.5)
      for step in range(4):
          opt.zero_grad()
          (w * w).sum().backward()
          opt.step()
          sched.step()
          print(f"{w.item():.6f} {sched.get_last_lr()}")
      """#,
      #"""
      0.620000 [0.1]
      0.222400 [0.05]
      0.057024 [0.05]
      -0.082633 [0.025]
      """#),
    TorchProgram(
      "a learning rate below zero",
      #"""
      torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=-1.0)
      """#,
      #"""
      ValueError: Invalid learning rate: -1.0
      """#),
    TorchProgram(
      "optimizers",
      #"""
      for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad):
          w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
          opt = make([w], lr=0.1)
          for g in (1.0, 0.5, -0.25):
              w.grad = torch.tensor([g], dtype=torch.float64)
              opt.step()
          print(make.__name__, f"{w.item():.8f}")
      """#,
      #"""
      SGD 0.87500000
      Adam 0.75041590
      AdamW 0.74771202
      RMSprop -0.22890894
      Adagrad 0.87710043
      """#),
    TorchProgram(
      "clipping gradients",
      #"""
      a = torch.tensor([3.0], requires_grad=True)
      b = torch.tensor([4.0], requires_grad=True)
      (a * a / 2 + b * b / 2).sum().backward()
      print(torch.nn.utils.clip_grad_norm_([a, b], 1.0), a.grad, b.grad)
      """#,
      #"""
      tensor(5.) tensor([0.6000]) tensor([0.8000])
      """#),
    TorchProgram(
      "batches",
      #"""
      from torch.utils.data import TensorDataset, DataLoader, random_split
      torch.manual_seed(0)
      data = TensorDataset(torch.arange(7).float(), torch.arange(7) * 10)
      for xb, yb in DataLoader(data, batch_size=3, shuffle=True):
          print(xb, yb)
      print([len(p) for p in random_split(data, [5, 2])], data[2], len(DataLoader(data, batch_size=3, drop_last=True)))
      """#,
      #"""
      tensor([0., 4., 1.]) tensor([ 0, 40, 10])
      tensor([5., 2., 6.]) tensor([50, 20, 60])
      tensor([3.]) tensor([30])
      [5, 2] (tensor(2.), tensor(20)) 2
      """#),
    TorchProgram(
      "random numbers",
      #"""
      torch.manual_seed(42)
      print(torch.rand(3), torch.randn(2, 2), torch.randint(0, 10, (5,)), torch.randperm(6))
      print(torch.randn(17)[-3:], torch.bernoulli(torch.full((4,), 0.5)), torch.normal(0.0, 2.0, size=(3,)))
      print(torch.multinomial(torch.tensor([1.0, 2.0, 3.0]), 2), nn.Embedding(2, 2).weight)
      """#,
      #"""
      tensor([0.8823, 0.9150, 0.3829]) tensor([[-0.8293, -1.6137],
              [-0.2147,  0.2989]]) tensor([4, 0, 4, 1, 2]) tensor([5, 1, 0, 4, 2, 3])
      tensor([ 2.2667,  1.1790, -0.4345]) tensor([0., 0., 0., 1.]) tensor([1.0399, 1.1135, 0.1488])
      tensor([2, 0]) Parameter containing:
      tensor([[ 0.7113,  0.1498],
              [-0.2089, -0.3870]], requires_grad=True)
      """#),
    TorchProgram(
      "names that do not exist",
      #"""
      torch.sofmax(torch.ones(2), dim=0)
      """#,
      #"""
      AttributeError: module 'torch' has no attribute 'sofmax'
      """#),
    TorchProgram(
      "attributes that do not exist",
      #"""
      torch.ones(2).sunm()
      """#,
      #"""
      AttributeError: 'Tensor' object has no attribute 'sunm'
      """#),
    TorchProgram(
      "a boolean of many",
      #"""
      bool(torch.tensor([1, 2]))
      """#,
      #"""
      RuntimeError: Boolean value of Tensor with more than one value is ambiguous
      """#),
    TorchProgram(
      "numbers of many",
      #"""
      torch.tensor([1.0, 2.0]).item()
      """#,
      #"""
      RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
      """#),
    TorchProgram(
      "lists of unlike lengths",
      #"""
      torch.tensor([[1, 2], [3]])
      """#,
      #"""
      ValueError: expected sequence of length 2 at dim 1 (got 1)
      """#),
    TorchProgram(
      "stacks of unlike shapes",
      #"""
      torch.stack([torch.zeros(2), torch.zeros(3)])
      """#,
      #"""
      RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
      """#),
    TorchProgram(
      "products by letters",
      #"""
      a = torch.arange(6.0).reshape(2, 3)
      print(torch.einsum('ij,kj->ik', a, a), torch.einsum('ii', torch.eye(3)), torch.einsum('bi->b', a))
      """#,
      #"""
      tensor([[ 5., 14.],
              [14., 50.]]) tensor(3.) tensor([ 3., 12.])
      """#),
    TorchProgram(
      "copies and numbers",
      #"""
      x = torch.tensor([[1.5, 2.0]])
      print(x.clone(), x.tolist(), x.double(), x.long(), x.to(torch.float16), x.numel(), x.ndim, len(x))
      print(float(torch.tensor(2.5)), int(torch.tensor(7.9)), torch.tensor(4).item(), round(torch.tensor(2.567).item(), 2))
      print(f"{torch.tensor(0.12345):.3f}", str(torch.tensor([1])), repr(torch.Size([2])), torch.float32)
      """#,
      #"""
      tensor([[1.5000, 2.0000]]) [[1.5, 2.0]] tensor([[1.5000, 2.0000]], dtype=torch.float64) tensor([[1, 2]]) tensor([[1.5000, 2.0000]], dtype=torch.float16) 2 2 1
      2.5 7 4 2.57
      0.123 tensor([1]) torch.Size([2]) torch.float32
      """#),
    TorchProgram(
      "layer norm by hand",
      #"""
      x = torch.tensor([[1.0, 2.0, 4.0]])
      ln = nn.LayerNorm(3)
      print(ln(x), (x - x.mean(-1, keepdim=True)) / (x.var(-1, unbiased=False, keepdim=True) + 1e-5).sqrt())
      """#,
      #"""
      tensor([[-1.0690, -0.2673,  1.3363]], grad_fn=<NativeLayerNormBackward0>) tensor([[-1.0690, -0.2673,  1.3363]])
      """#),
    TorchProgram(
      "state that travels",
      #"""
      a, b = nn.Linear(2, 1), nn.Linear(2, 1)
      b.load_state_dict(a.state_dict())
      print(torch.equal(a.weight, b.weight), b.load_state_dict(a.state_dict()))
      b.load_state_dict({'weight': torch.zeros(1, 2)})
      """#,
      #"""
      True <All keys matched successfully>
      RuntimeError: Error(s) in loading state_dict for Linear:
      """#),
  ]
}
