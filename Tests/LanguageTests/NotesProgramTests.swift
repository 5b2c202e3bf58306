import Testing

@testable import Language

/// Programs as interview notes have them, held against PyTorch.
struct NotesProgramTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "train",
      #"""
      torch.manual_seed(42)
      X = torch.randn(100, 4); y = (X.sum(1) > 0).long()
      class Net(nn.Module):
          def __init__(self, d, h, c, p=0.1):
              super().__init__()
              self.layers = nn.Sequential(nn.Linear(d, h), nn.ReLU(), nn.Dropout(p), nn.Linear(h, c))
              for m in self.modules():
                  if isinstance(m, nn.Linear):
                      nn.init.xavier_uniform_(m.weight); nn.init.zeros_(m.bias)
          def forward(self, x): return self.layers(x)
      model = Net(4, 8, 2)
      print(model)
      opt = torch.optim.AdamW(model.parameters(), lr=1e-2, weight_decay=1e-4)
      sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=10)
      crit = nn.CrossEntropyLoss(label_smoothing=0.1)
      for epoch in range(10):
          model.train()
          opt.zero_grad(set_to_none=True)
          out = model(X); loss = crit(out, y)
          loss.backward()
          gn = torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
          opt.step(); sched.step()
          if epoch % 3 == 0: print(f'epoch {epoch:3d} loss {loss.item():.4f} gn {gn:.4f} lr {sched.get_last_lr()[0]:.2e}')
      model.eval()
      with torch.no_grad():
          pred = model(X).argmax(dim=1); acc = (pred == y).float().mean()
      print(f'acc {acc:.2%}', acc)
      """#,
      #"""
      Net(
        (layers): Sequential(
          (0): Linear(in_features=4, out_features=8, bias=True)
          (1): ReLU()
          (2): Dropout(p=0.1, inplace=False)
          (3): Linear(in_features=8, out_features=2, bias=True)
        )
      )
      epoch   0 loss 0.9355 gn 0.6977 lr 9.76e-03
      epoch   3 loss 0.7963 gn 0.4866 lr 6.55e-03
      epoch   6 loss 0.7666 gn 0.4708 lr 2.06e-03
      epoch   9 loss 0.7580 gn 0.4384 lr 0.00e+00
      acc 40.00% tensor(0.4000)
      """#),
    TorchProgram(
      "dataset",
      #"""
      from torch.utils.data import Dataset, DataLoader, random_split, TensorDataset, Subset
      class Squares(Dataset):
          def __init__(self, n): self.x = torch.arange(n, dtype=torch.float32).unsqueeze(1); self.y = self.x ** 2
          def __len__(self): return len(self.x)
          def __getitem__(self, i): return self.x[i], self.y[i]
      ds = Squares(10); print(len(ds), ds[3])
      tr, va = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(0))
      print(len(tr), [v[0].item() for v in va], tr.indices)
      torch.manual_seed(1)
      for i, (a, b) in enumerate(DataLoader(tr, batch_size=3, shuffle=True, drop_last=False)): print(i, a.flatten(), b.shape)
      print(len(DataLoader(ds, batch_size=4)), len(DataLoader(ds, batch_size=4, drop_last=True)))
      a, b = random_split(range(10), [0.8, 0.2]); print(list(a), list(b))
      """#,
      #"""
      10 (tensor([3.]), tensor([9.]))
      7 [8.0, 6.0, 2.0] [4, 1, 7, 5, 3, 9, 0]
      0 tensor([4., 9., 1.]) torch.Size([3, 1])
      1 tensor([3., 7., 5.]) torch.Size([3, 1])
      2 tensor([0.]) torch.Size([1, 1])
      3 2
      [3, 2, 5, 8, 9, 7, 6, 1] [0, 4]
      """#),
    TorchProgram(
      "onehot",
      #"""
      y = torch.tensor([0, 2, 1])
      print(F.one_hot(y, num_classes=4), torch.eye(3)[y], torch.zeros(3, 3).scatter_(1, y.unsqueeze(1), 1.0))
      def smooth(y, C, eps=0.1):
          return F.one_hot(y, C).float() * (1 - eps) + eps / C
      print(smooth(y, 3))
      """#,
      #"""
      tensor([[1, 0, 0, 0],
              [0, 0, 1, 0],
              [0, 1, 0, 0]]) tensor([[1., 0., 0.],
              [0., 0., 1.],
              [0., 1., 0.]]) tensor([[1., 0., 0.],
              [0., 0., 1.],
              [0., 1., 0.]])
      tensor([[0.9333, 0.0333, 0.0333],
              [0.0333, 0.0333, 0.9333],
              [0.0333, 0.9333, 0.0333]])
      """#),
    TorchProgram(
      "confusion",
      #"""
      pred = torch.tensor([0, 1, 2, 2, 1, 0, 1]); true = torch.tensor([0, 1, 1, 2, 1, 0, 2])
      C = 3
      cm = torch.zeros(C, C, dtype=torch.int64)
      for t, p in zip(true, pred): cm[t, p] += 1
      print(cm, cm.diag().sum().item() / cm.sum().item())
      prec = cm.diag() / cm.sum(0).clamp(min=1); rec = cm.diag() / cm.sum(1)
      f1 = 2 * prec * rec / (prec + rec)
      for c in range(C): print(f'class {c}: p={prec[c]:.3f} r={rec[c]:.3f} f1={f1[c]:.3f}')
      cm2 = torch.bincount(true * C + pred, minlength=C * C).reshape(C, C); print(torch.equal(cm, cm2))
      """#,
      #"""
      tensor([[2, 0, 0],
              [0, 2, 1],
              [0, 1, 1]]) 0.7142857142857143
      class 0: p=1.000 r=1.000 f1=1.000
      class 1: p=0.667 r=0.667 f1=0.667
      class 2: p=0.500 r=0.500 f1=0.500
      True
      """#),
    TorchProgram(
      "manual",
      #"""
      torch.manual_seed(0)
      X = torch.randn(5, 3); y = torch.tensor([0, 1, 1, 0, 1])
      W1 = torch.randn(3, 4) * 0.1; b1 = torch.zeros(4); W2 = torch.randn(4, 2) * 0.1; b2 = torch.zeros(2)
      for step in range(3):
          z1 = X @ W1 + b1; a1 = z1.clamp(min=0); z2 = a1 @ W2 + b2
          z2s = z2 - z2.max(dim=1, keepdim=True).values
          p = z2s.exp() / z2s.exp().sum(dim=1, keepdim=True)
          loss = -p[torch.arange(5), y].log().mean()
          dz2 = p.clone(); dz2[torch.arange(5), y] -= 1; dz2 /= 5
          dW2 = a1.T @ dz2; db2 = dz2.sum(0); da1 = dz2 @ W2.T; dz1 = da1 * (z1 > 0).float()
          dW1 = X.T @ dz1; db1 = dz1.sum(dim=0)
          for p_, g in zip((W1, b1, W2, b2), (dW1, db1, dW2, db2)): p_ -= 0.5 * g
          print(step, round(loss.item(), 5))
      print(W2)
      """#,
      #"""
      0 0.70224
      1 0.68715
      2 0.67743
      tensor([[-0.0743, -0.0069],
              [-0.0877,  0.0677],
              [-0.1444,  0.0323],
              [ 0.0174, -0.1850]])
      """#),
    TorchProgram(
      "purepy",
      #"""
      import math
      def softmax(x):
          m = max(x); e = [math.exp(v - m) for v in x]; s = sum(e)
          return [v / s for v in e]
      def ce(logits, t): return -math.log(softmax(logits)[t])
      print(softmax([1.0, 2.0, 3.0]), ce([2.0, 1.0, 0.1], 0), [round(v, 4) for v in softmax([1000, 1001])])
      def matmul(A, B): return [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
      print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
      """#,
      #"""
      [0.09003057317038046, 0.24472847105479764, 0.6652409557748218] 0.4170300162778335 [0.2689, 0.7311]
      [[19, 22], [43, 50]]
      """#),
    TorchProgram(
      "customfn",
      #"""
      class MyReLU(torch.autograd.Function):
          @staticmethod
          def forward(ctx, x):
              ctx.save_for_backward(x)
              return x.clamp(min=0)
          @staticmethod
          def backward(ctx, g):
              x, = ctx.saved_tensors
              return g * (x > 0).float()
      x = torch.tensor([-1.0, 2.0], requires_grad=True)
      y = MyReLU.apply(x); print(y); y.sum().backward(); print(x.grad)
      """#,
      #"""
      tensor([0., 2.], grad_fn=<MyReLUBackward>)
      tensor([0., 1.])
      """#),
    TorchProgram(
      "modulelist",
      #"""
      class M(nn.Module):
          def __init__(self):
              super().__init__()
              self.ls = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])
              self.d = nn.ModuleDict({'a': nn.ReLU(), 'b': nn.Tanh()})
              self.p = nn.ParameterList([nn.Parameter(torch.zeros(2))])
              self.register_buffer('mean', torch.zeros(3))
          def forward(self, x):
              for l in self.ls: x = self.d['a'](l(x))
              return x
      m = M(); print(m); print([n for n, _ in m.named_parameters()], [n for n, _ in m.named_buffers()], sum(p.numel() for p in m.parameters() if p.requires_grad))
      print(len(m.ls), m.ls[0], list(m.children())[0][1], [n for n, c in m.named_children()])
      """#,
      #"""
      M(
        (ls): ModuleList(
          (0-2): 3 x Linear(in_features=4, out_features=4, bias=True)
        )
        (d): ModuleDict(
          (a): ReLU()
          (b): Tanh()
        )
        (p): ParameterList(  (0): Parameter containing: [torch.float32 of size 2])
      )
      ['ls.0.weight', 'ls.0.bias', 'ls.1.weight', 'ls.1.bias', 'ls.2.weight', 'ls.2.bias', 'p.0'] ['mean'] 62
      3 Linear(in_features=4, out_features=4, bias=True) Linear(in_features=4, out_features=4, bias=True) ['ls', 'd', 'p']
      """#),
    TorchProgram(
      "freeze",
      #"""
      m = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
      for p in m[0].parameters(): p.requires_grad = False
      print([(n, p.requires_grad) for n, p in m.named_parameters()])
      opt = torch.optim.SGD(filter(lambda p: p.requires_grad, m.parameters()), lr=0.1)
      print(len(opt.param_groups[0]['params']), opt.param_groups[0]['lr'])
      m[0].requires_grad_(True); print(all(p.requires_grad for p in m.parameters()))
      m.zero_grad(); print(m[0].weight.grad, m[0].weight.shape, m.training, m.eval().training)
      """#,
      #"""
      [('0.weight', False), ('0.bias', False), ('2.weight', True), ('2.bias', True)]
      2 0.1
      True
      None torch.Size([3, 2]) True False
      """#),
    TorchProgram(
      "state",
      #"""
      torch.manual_seed(0)
      a = nn.Linear(2, 2); b = nn.Linear(2, 2)
      b.load_state_dict(a.state_dict()); print(torch.equal(a.weight, b.weight), a.state_dict().keys())
      sd = {k: v.clone() for k, v in a.state_dict().items()}; print(sd)
      try: b.load_state_dict({'weight': torch.zeros(3, 3)})
      except RuntimeError as e: print(e)
      """#,
      #"""
      True odict_keys(['weight', 'bias'])
      {'weight': tensor([[-0.0053,  0.3793],
              [-0.5820, -0.5204]]), 'bias': tensor([-0.2723,  0.1896])}
      Error(s) in loading state_dict for Linear:
      	Missing key(s) in state_dict: "bias". 
      	size mismatch for weight: copying a param with shape torch.Size([3, 3]) from checkpoint, the shape in current model is torch.Size([2, 2]).
      """#),
    TorchProgram(
      "gradcheck",
      #"""
      def f(w): return ((w * torch.tensor([1.0, 2.0], dtype=torch.float64)) ** 2).sum()
      w = torch.tensor([0.5, -1.0], dtype=torch.float64, requires_grad=True)
      f(w).backward()
      eps = 1e-6
      num = torch.zeros_like(w)
      for i in range(2):
          d = torch.zeros(2, dtype=torch.float64); d[i] = eps
          num[i] = (f(w.detach() + d) - f(w.detach() - d)) / (2 * eps)
      print(w.grad, torch.allclose(num, w.grad), torch.autograd.gradcheck(f, (w,)))
      """#,
      #"""
      tensor([ 1., -8.], dtype=torch.float64) True True
      """#),
    TorchProgram(
      "accum",
      #"""
      m = nn.Linear(2, 1); opt = torch.optim.SGD(m.parameters(), lr=0.1)
      torch.manual_seed(0)
      x = torch.randn(8, 2); y = torch.randn(8, 1)
      opt.zero_grad()
      for xb, yb in zip(x.chunk(4), y.chunk(4)):
          l = F.mse_loss(m(xb), yb) / 4
          l.backward()
      g = m.weight.grad.clone(); opt.zero_grad(); F.mse_loss(m(x), y).backward(); print(torch.allclose(g, m.weight.grad, atol=1e-6))
      """#,
      #"""
      True
      """#),
  ]
}
