import Testing

@testable import Language

/// Programs on data and layers as interview notes have them, held against PyTorch.
struct NotesDataTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "strtensor",
      #"""
      x = torch.tensor([1.5, 2.5]); print(f'{x}', str(x), repr(x), '%s' % x, f'{x[0]:.3f}', f'{x[0]}', 'val: ' + str(x[0].item()), '{:.2f}'.format(x[1]))
      try: print(f'{x:.2f}')
      except TypeError as e: print(e)
      """#,
      #"""
      tensor([1.5000, 2.5000]) tensor([1.5000, 2.5000]) tensor([1.5000, 2.5000]) tensor([1.5000, 2.5000]) 1.500 1.5 val: 1.5 2.50
      unsupported format string passed to Tensor.__format__
      """#),
    TorchProgram(
      "bool",
      #"""
      x = torch.tensor([1, 2, 3])
      try:
          if x > 1: pass
      except RuntimeError as e: print(e)
      print((x > 1).any().item(), bool((x == x).all()), x.eq(2), (x > 1) & (x < 3), ~(x > 1), (x > 1).sum(), torch.logical_not(x > 1), x.ne(1), 2 in x, x.tolist() == [1, 2, 3])
      """#,
      #"""
      Boolean value of Tensor with more than one value is ambiguous
      True True tensor([False,  True, False]) tensor([False,  True, False]) tensor([ True, False, False]) tensor(2) tensor([ True, False, False]) tensor([False,  True,  True]) True True
      """#),
    TorchProgram(
      "warmup",
      #"""
      def lr_lambda(step): return min((step + 1) / 4, 1.0)
      p = nn.Parameter(torch.zeros(1)); opt = torch.optim.SGD([p], lr=1.0); s = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda)
      lrs = []
      for _ in range(6): lrs.append(opt.param_groups[0]['lr']); opt.step(); s.step()
      print(lrs)
      """#,
      #"""
      [0.25, 0.5, 0.75, 1.0, 1.0, 1.0]
      """#),
    TorchProgram(
      "ema",
      #"""
      class EMA:
          def __init__(self, model, decay): self.decay = decay; self.shadow = {n: p.clone().detach() for n, p in model.named_parameters()}
          @torch.no_grad()
          def update(self, model):
              for n, p in model.named_parameters(): self.shadow[n].mul_(self.decay).add_(p, alpha=1 - self.decay)
      torch.manual_seed(0); m = nn.Linear(2, 1); e = EMA(m, 0.9)
      with torch.no_grad(): m.weight.add_(1.0)
      e.update(m); print(e.shadow['weight'])
      """#,
      #"""
      tensor([[0.0947, 0.4793]])
      """#),
    TorchProgram(
      "weighted",
      #"""
      from torch.utils.data import WeightedRandomSampler, DataLoader, TensorDataset, RandomSampler, SequentialSampler, BatchSampler
      torch.manual_seed(0)
      s = WeightedRandomSampler([0.1, 0.9, 0.5], 6); print(list(s))
      print(list(BatchSampler(SequentialSampler(range(5)), 2, False)), list(RandomSampler(range(4))))
      dl = DataLoader(TensorDataset(torch.arange(4)), batch_size=2, sampler=s); print([b[0].tolist() for b in dl])
      """#,
      #"""
      [2, 2, 1, 2, 1, 2]
      [[0, 1], [2, 3], [4]] [0, 2, 1, 3]
      [[1, 1], [1, 1], [1, 1]]
      """#),
    TorchProgram(
      "collate",
      #"""
      from torch.utils.data import DataLoader
      def collate(b): xs, ys = zip(*b); return torch.stack(xs), torch.tensor(ys)
      data = [(torch.ones(2) * i, i) for i in range(3)]
      for xb, yb in DataLoader(data, batch_size=2, collate_fn=collate): print(xb, yb)
      for b in DataLoader([1, 2, 3], batch_size=2): print(b)
      for b in DataLoader([{'a': 1.5}, {'a': 2.5}], batch_size=2): print(b)
      it = iter(DataLoader([1, 2], batch_size=1)); print(next(it), next(it))
      """#,
      #"""
      tensor([[0., 0.],
              [1., 1.]]) tensor([0, 1])
      tensor([[2., 2.]]) tensor([2])
      tensor([1, 2])
      tensor([3])
      {'a': tensor([1.5000, 2.5000], dtype=torch.float64)}
      tensor([1]) tensor([2])
      """#),
  ]
}
