import Testing

@testable import Language

/// Losses and layers from scratch as interview notes have them, held against PyTorch.
struct NotesScratchTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "ce scratch",
      #"""
      import torch
      import torch.nn as nn
      class CrossEntropy:
          def __init__(self, reduction='mean'):
              self.reduction = reduction
          def __call__(self, logits, target):
              log_probs = logits - torch.logsumexp(logits, dim=1, keepdim=True)
              nll = -log_probs[torch.arange(len(target)), target]
              if self.reduction == 'mean':
                  return nll.mean()
              elif self.reduction == 'sum':
                  return nll.sum()
              return nll
      torch.manual_seed(42)
      logits = torch.randn(4, 5)
      target = torch.randint(0, 5, (4,))
      print(logits)
      print(target)
      for r in ('mean', 'sum', 'none'):
          mine, ref = CrossEntropy(r)(logits, target), nn.CrossEntropyLoss(reduction=r)(logits, target)
          print(r, mine, ref, torch.allclose(mine, ref))
      """#,
      #"""
      tensor([[ 1.9269,  1.4873,  0.9007, -2.1055, -0.7581],
              [ 1.0783,  0.8008,  1.6806,  0.3559, -0.6866],
              [-0.4934,  0.2415, -0.2316,  0.0418, -0.2516],
              [ 0.8599, -0.3097, -0.3957,  0.8034, -0.6216]])
      tensor([4, 1, 2, 0])
      mean tensor(1.9742) tensor(1.9742) True
      sum tensor(7.8969) tensor(7.8969) True
      none tensor([3.4215, 1.7223, 1.7351, 1.0181]) tensor([3.4215, 1.7223, 1.7351, 1.0181]) True
      """#),
    TorchProgram(
      "makemore nn",
      #"""
      import torch
      import torch.nn.functional as F
      words = 'emma olivia ava isabella sophia charlotte mia amelia harper evelyn'.split()
      chars = sorted(set(''.join(words)))
      stoi = {s:i+1 for i,s in enumerate(chars)}; stoi['.'] = 0
      itos = {i:s for s,i in stoi.items()}
      V = len(stoi)
      xs, ys = [], []
      for w in words:
          chs = ['.'] + list(w) + ['.']
          for ch1, ch2 in zip(chs, chs[1:]):
              xs.append(stoi[ch1]); ys.append(stoi[ch2])
      xs = torch.tensor(xs); ys = torch.tensor(ys)
      num = xs.nelement()
      print('number of examples: ', num)
      g = torch.Generator().manual_seed(2147483647)
      W = torch.randn((V, V), generator=g, requires_grad=True)
      for k in range(10):
          xenc = F.one_hot(xs, num_classes=V).float()
          logits = xenc @ W
          counts = logits.exp()
          probs = counts / counts.sum(1, keepdims=True)
          loss = -probs[torch.arange(num), ys].log().mean() + 0.01*(W**2).mean()
          print(f'{loss.item():.5f}')
          W.grad = None
          loss.backward()
          W.data += -10 * W.grad
      """#,
      #"""
      number of examples:  67
      3.54264
      3.19283
      2.89719
      2.65424
      2.47107
      2.34112
      2.24272
      2.16067
      2.08880
      2.02450
      """#),
    TorchProgram(
      "focal loss",
      #"""
      import torch
      import torch.nn as nn
      import torch.nn.functional as F
      class FocalLoss(nn.Module):
          def __init__(self, alpha=0.25, gamma=2.0, reduction='mean'):
              super().__init__()
              self.alpha, self.gamma, self.reduction = alpha, gamma, reduction
          def forward(self, inputs, targets):
              ce_loss = F.cross_entropy(inputs, targets, reduction='none')
              pt = torch.exp(-ce_loss)
              focal = self.alpha * (1 - pt) ** self.gamma * ce_loss
              if self.reduction == 'mean': return focal.mean()
              if self.reduction == 'sum': return focal.sum()
              return focal
      logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3], [-1.0, 3.0, 0.0]], requires_grad=True)
      targets = torch.tensor([0, 2, 1])
      for gamma in [0, 0.5, 1, 2, 5]:
          l = FocalLoss(alpha=1.0, gamma=gamma)(logits, targets)
          print(f"gamma={gamma:<4} loss={l.item():.6f}")
      FocalLoss(gamma=2, reduction='sum')(logits, targets).backward()
      print(logits.grad)
      """#,
      #"""
      gamma=0    loss=0.436379
      gamma=0.5  loss=0.308476
      gamma=1    loss=0.230001
      gamma=2    loss=0.137539
      gamma=5    loss=0.033934
      tensor([[-6.8212e-03,  5.5768e-03,  1.2444e-03],
              [ 6.5089e-02,  7.1934e-02, -1.3702e-01],
              [ 5.1149e-05, -1.9019e-04,  1.3904e-04]])
      """#),
    TorchProgram(
      "ntxent",
      #"""
      import torch
      import torch.nn.functional as F
      def nt_xent_loss(z1, z2, tau=0.5):
          n = z1.shape[0]
          z = F.normalize(torch.cat([z1, z2], dim=0), dim=1)
          sim = torch.mm(z, z.t()) / tau
          mask = torch.eye(2 * n, dtype=torch.bool)
          sim = sim.masked_fill(mask, float('-inf'))
          target = torch.cat([torch.arange(n, 2 * n), torch.arange(0, n)])
          return F.cross_entropy(sim, target), sim
      torch.manual_seed(0)
      loss, sim = nt_xent_loss(torch.randn(3, 4), torch.randn(3, 4))
      print(loss.item())
      print(sim)
      print(sim.diagonal())
      """#,
      #"""
      2.3513081073760986
      tensor([[   -inf, -0.6063,  0.2914,  0.3144,  0.0401, -0.5515],
              [-0.6063,    -inf,  1.2152, -0.5331, -0.8154, -0.7293],
              [ 0.2914,  1.2152,    -inf,  0.9147,  0.5293, -1.2734],
              [ 0.3144, -0.5331,  0.9147,    -inf,  1.0056,  0.2194],
              [ 0.0401, -0.8154,  0.5293,  1.0056,    -inf, -0.9207],
              [-0.5515, -0.7293, -1.2734,  0.2194, -0.9207,    -inf]])
      tensor([-inf, -inf, -inf, -inf, -inf, -inf])
      """#),
    TorchProgram(
      "attention mask",
      #"""
      import torch
      import torch.nn.functional as F
      import math
      def scaled_dot_product_attention(q, k, v, mask=None):
          d_k = q.size(-1)
          scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
          if mask is not None:
              scores = scores.masked_fill(mask == 0, -1e9)
          p_attn = F.softmax(scores, dim=-1)
          return torch.matmul(p_attn, v), p_attn
      torch.manual_seed(0)
      B, H, T, D = 1, 2, 4, 8
      q, k, v = (torch.randn(B, H, T, D) for _ in range(3))
      causal = torch.tril(torch.ones(T, T)).view(1, 1, T, T)
      out, attn = scaled_dot_product_attention(q, k, v, causal)
      print(attn[0, 0])
      print(out.shape)
      ref = F.scaled_dot_product_attention(q, k, v, is_causal=True)
      print(torch.allclose(out, ref, atol=1e-6))
      pad = torch.tensor([[1, 1, 1, 0]])[:, None, None, :]
      _, attn2 = scaled_dot_product_attention(q, k, v, pad)
      print(attn2[0, 1])
      """#,
      #"""
      tensor([[1.0000, 0.0000, 0.0000, 0.0000],
              [0.5948, 0.4052, 0.0000, 0.0000],
              [0.1037, 0.5799, 0.3163, 0.0000],
              [0.3453, 0.1826, 0.4155, 0.0565]])
      torch.Size([1, 2, 4, 8])
      True
      tensor([[0.1753, 0.4168, 0.4079, 0.0000],
              [0.0458, 0.2909, 0.6633, 0.0000],
              [0.2754, 0.5931, 0.1315, 0.0000],
              [0.6440, 0.3452, 0.0108, 0.0000]])
      """#),
    TorchProgram(
      "bn backward",
      #"""
      import torch
      torch.manual_seed(0)
      N, D = 5, 3
      x = torch.randn(N, D, dtype=torch.float64, requires_grad=True)
      gamma = torch.randn(D, dtype=torch.double, requires_grad=True)
      beta = torch.randn(D, dtype=torch.double, requires_grad=True)
      eps = 1e-5
      mu = x.mean(0); var = x.var(0, unbiased=False)
      xhat = (x - mu) / torch.sqrt(var + eps)
      out = gamma * xhat + beta
      dout = torch.randn_like(out)
      out.backward(dout)
      with torch.no_grad():
          dbeta = dout.sum(0)
          dgamma = (dout * xhat).sum(0)
          dx = (gamma / (N * torch.sqrt(var + eps))) * (N * dout - dout.sum(0) - xhat * (dout * xhat).sum(0))
      def rel_error(a, b):
          return (abs(a - b) / torch.clamp(abs(a) + abs(b), min=1e-8)).max().item()
      print(rel_error(dx, x.grad) < 1e-9, rel_error(dgamma, gamma.grad) < 1e-9, rel_error(dbeta, beta.grad) < 1e-9)
      print(dx)
      """#,
      #"""
      True True True
      tensor([[ 0.1099, -0.6330,  0.3706],
              [-0.0404, -0.3483, -0.5683],
              [-0.1795, -0.7051, -0.2484],
              [ 0.0446,  1.0775,  0.2488],
              [ 0.0653,  0.6090,  0.1972]], dtype=torch.float64)
      """#),
    TorchProgram(
      "layers from scratch",
      #"""
      import torch
      class Module:
          def forward(self, *a): raise NotImplementedError
          def __call__(self, *a): return self.forward(*a)
          def params(self): return []
      class Linear(Module):
          def __init__(self, n_in, n_out, g):
              self.W = torch.randn(n_in, n_out, generator=g) * (2 / n_in) ** 0.5
              self.b = torch.zeros(n_out)
              self.dW = torch.zeros_like(self.W); self.db = torch.zeros_like(self.b)
          def forward(self, x):
              self.x = x
              return x @ self.W + self.b
          def backward(self, dout):
              self.dW[...] = self.x.T @ dout
              self.db[...] = dout.sum(dim=0)
              return dout @ self.W.T
          def params(self): return [(self.W, self.dW), (self.b, self.db)]
      class ReLU(Module):
          def forward(self, x):
              self.mask = x > 0
              return x * self.mask
          def backward(self, dout): return dout * self.mask
      class SoftmaxCE(Module):
          def forward(self, z, y):
              z = z - z.max(dim=1, keepdim=True).values
              self.p = z.exp() / z.exp().sum(dim=1, keepdim=True)
              self.y = y
              return -self.p[torch.arange(len(y)), y].log().mean()
          def backward(self):
              d = self.p.clone()
              d[torch.arange(len(self.y)), self.y] -= 1
              return d / len(self.y)
      class Net(Module):
          def __init__(self, sizes):
              g = torch.Generator().manual_seed(42)
              self.layers = []
              for i, (a, b) in enumerate(zip(sizes[:-1], sizes[1:])):
                  self.layers.append(Linear(a, b, g))
                  if i < len(sizes) - 2: self.layers.append(ReLU())
          def forward(self, x):
              for l in self.layers: x = l(x)
              return x
          def backward(self, d):
              for l in reversed(self.layers): d = l.backward(d)
              return d
          def params(self): return [p for l in self.layers for p in l.params()]
      torch.manual_seed(0)
      X = torch.randn(20, 3); y = (X.sum(1) > 0).long()
      net, crit = Net([3, 8, 2]), SoftmaxCE()
      for step in range(1, 51):
          loss = crit(net(X), y)
          net.backward(crit.backward())
          for p, g in net.params(): p -= 0.5 * g
          if step % 10 == 0:
              acc = (net(X).argmax(1) == y).float().mean()
              print(f'step {step:3d}  loss {loss:.4f}  acc {acc:.2f}')
      for i, l in enumerate(net.layers): print(i, type(l).__name__, [tuple(p.shape) for p, _ in l.params()])
      """#,
      #"""
      step  10  loss 0.1914  acc 1.00
      step  20  loss 0.1000  acc 1.00
      step  30  loss 0.0536  acc 1.00
      step  40  loss 0.0338  acc 1.00
      step  50  loss 0.0240  acc 1.00
      0 Linear [(3, 8), (8,)]
      1 ReLU []
      2 Linear [(8, 2), (2,)]
      """#),
  ]
}
