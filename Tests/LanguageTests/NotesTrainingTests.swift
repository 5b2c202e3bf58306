import Testing

@testable import Language

/// More programs as interview notes have them, held against PyTorch.
struct NotesTrainingTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "temperature",
      #"""
      logits = torch.tensor([2.0, 1.0, 0.1])
      for T in [0.5, 1.0, 2.0, 10.0]: print(T, F.softmax(logits / T, dim=-1), f'{-(F.softmax(logits/T, -1) * F.log_softmax(logits/T, -1)).sum():.4f}')
      """#,
      #"""
      0.5 tensor([0.8638, 0.1169, 0.0193]) 0.4537
      1.0 tensor([0.6590, 0.2424, 0.0986]) 0.8467
      2.0 tensor([0.5017, 0.3043, 0.1940]) 1.0262
      10.0 tensor([0.3661, 0.3312, 0.3027]) 1.0956
      """#),
    TorchProgram(
      "focal",
      #"""
      def focal(logits, y, gamma=2.0, alpha=None):
          logp = F.log_softmax(logits, dim=1); p = logp.exp()
          logpt = logp.gather(1, y.view(-1, 1)).squeeze(1); pt = p.gather(1, y.view(-1, 1)).squeeze(1)
          return (-(1 - pt) ** gamma * logpt).mean()
      torch.manual_seed(0); z = torch.randn(4, 3, requires_grad=True); y = torch.tensor([0, 1, 2, 1])
      l = focal(z, y); l.backward(); print(l, z.grad)
      """#,
      #"""
      tensor(1.0048, grad_fn=<MeanBackward0>) tensor([[-0.0027,  0.0023,  0.0004],
              [ 0.2273, -0.2591,  0.0318],
              [ 0.1066,  0.1646, -0.2713],
              [ 0.0771, -0.2156,  0.1385]])
      """#),
    TorchProgram(
      "early",
      #"""
      best, patience, bad = float('inf'), 2, 0
      for e, v in enumerate([1.0, 0.8, 0.9, 0.85, 0.7]):
          if v < best - 1e-4: best, bad = v, 0
          else:
              bad += 1
              if bad >= patience: print(f'early stop at {e}, best={best}'); break
      """#,
      #"""
      early stop at 3, best=0.8
      """#),
    TorchProgram(
      "attention",
      #"""
      torch.manual_seed(0)
      q, k, v = (torch.randn(2, 3, 4) for _ in range(3))
      s = q @ k.transpose(-2, -1) / 4 ** 0.5
      mask = torch.tril(torch.ones(3, 3)).bool()
      s = s.masked_fill(~mask, float('-inf'))
      a = F.softmax(s, dim=-1); print(a[0]); print((a @ v).shape, torch.allclose(a @ v, F.scaled_dot_product_attention(q, k, v, is_causal=True), atol=1e-6))
      print(torch.einsum('bij,bjk->bik', a, v)[0, 0])
      """#,
      #"""
      tensor([[1.0000, 0.0000, 0.0000],
              [0.5651, 0.4349, 0.0000],
              [0.2678, 0.3638, 0.3684]])
      torch.Size([2, 3, 4]) True
      tensor([-0.0933,  0.6871, -0.8383,  0.0009])
      """#),
    TorchProgram(
      "embed",
      #"""
      torch.manual_seed(0)
      e = nn.Embedding(5, 3, padding_idx=0); print(e, e.weight, e(torch.tensor([[0, 1], [2, 0]])))
      """#,
      #"""
      Embedding(5, 3, padding_idx=0) Parameter containing:
      tensor([[ 0.0000,  0.0000,  0.0000],
              [ 0.5684, -1.0845, -1.3986],
              [ 0.4033,  0.8380, -0.7193],
              [-0.4033, -0.5966,  0.1820],
              [-0.8567,  1.1006, -1.0712]], requires_grad=True) tensor([[[ 0.0000,  0.0000,  0.0000],
               [ 0.5684, -1.0845, -1.3986]],

              [[ 0.4033,  0.8380, -0.7193],
               [ 0.0000,  0.0000,  0.0000]]], grad_fn=<EmbeddingBackward0>)
      """#),
    TorchProgram(
      "optimstate",
      #"""
      p = nn.Parameter(torch.tensor([1.0])); opt = torch.optim.Adam([{'params': [p], 'lr': 0.1}], lr=0.01)
      (p ** 2).sum().backward(); opt.step(); print(p, opt.state_dict()['param_groups'][0]['lr'], opt.state[p]['exp_avg'], opt.state[p]['step'])
      opt.param_groups[0]['lr'] *= 0.5; print(opt.param_groups[0]['lr'])
      """#,
      #"""
      Parameter containing:
      tensor([0.9000], requires_grad=True) 0.1 tensor([0.2000]) tensor(1.)
      0.05
      """#),
    TorchProgram(
      "conv",
      #"""
      torch.manual_seed(0)
      class CNN(nn.Module):
          def __init__(self):
              super().__init__()
              self.conv1 = nn.Conv2d(1, 4, 3, padding=1); self.bn = nn.BatchNorm2d(4); self.pool = nn.MaxPool2d(2)
              self.fc = nn.Linear(4 * 4 * 4, 10)
          def forward(self, x):
              x = self.pool(F.relu(self.bn(self.conv1(x))))
              return self.fc(torch.flatten(x, 1))
      m = CNN(); print(m); out = m(torch.randn(2, 1, 8, 8)); print(out.shape); F.cross_entropy(out, torch.tensor([1, 2])).backward(); print(m.conv1.weight.grad.shape, out)
      """#,
      #"""
      CNN(
        (conv1): Conv2d(1, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (bn): BatchNorm2d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
        (pool): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
        (fc): Linear(in_features=64, out_features=10, bias=True)
      )
      torch.Size([2, 10])
      torch.Size([4, 1, 3, 3]) tensor([[ 0.2983, -1.0008,  0.4239, -0.8284,  1.1055,  0.6962, -1.0223, -0.5177,
                0.4571,  1.3857],
              [-0.2329, -0.9738, -0.2349, -0.8538,  0.9480,  0.5450, -0.5387, -0.2730,
                0.0754, -0.0260]], grad_fn=<AddmmBackward0>)
      """#),
    TorchProgram(
      "lstm",
      #"""
      torch.manual_seed(0)
      l = nn.LSTM(3, 4, batch_first=True); o, (h, c) = l(torch.randn(2, 5, 3)); print(o.shape, h.shape, c.shape, o[0, -1].detach(), l)
      """#,
      #"""
      torch.Size([2, 5, 4]) torch.Size([1, 2, 4]) torch.Size([1, 2, 4]) tensor([ 0.0756,  0.1585, -0.1472,  0.2438]) LSTM(3, 4, batch_first=True)
      """#),
    TorchProgram(
      "metrics",
      #"""
      def topk_acc(logits, y, k=2): return (logits.topk(k, dim=1).indices == y.unsqueeze(1)).any(dim=1).float().mean().item()
      z = torch.tensor([[0.1, 0.5, 0.4], [0.9, 0.05, 0.06], [0.2, 0.3, 0.5]]); y = torch.tensor([2, 1, 2])
      print(topk_acc(z, y), z.argmax(1).eq(y).sum().item(), z.max(1), z.sort(dim=1, descending=True)[1])
      print('Acc: %.1f%%' % (100 * (z.argmax(1) == y).float().mean()))
      """#,
      #"""
      0.6666666865348816 1 torch.return_types.max(
      values=tensor([0.5000, 0.9000, 0.5000]),
      indices=tensor([1, 0, 2])) tensor([[1, 2, 0],
              [0, 2, 1],
              [2, 1, 0]])
      Acc: 33.3%
      """#),
    TorchProgram(
      "inplace",
      #"""
      x = torch.zeros(3); x.add_(1).mul_(2).sub_(0.5).div_(3).clamp_(max=0.4); print(x); x[1:] = torch.tensor([7.0, 8.0]); x[x > 7] = 0; print(x)
      v = x.view(3, 1); v[0] = 99; print(x); b = x.numpy() if False else x.clone(); b[0] = 1; print(x[0], b[0]); x.fill_(2).zero_(); print(x)
      m = torch.zeros(2, 3); m[0] = 1; m[:, 1] = torch.tensor([5.0, 6.0]); m[1, [0, 2]] = 9.0; print(m); m.t()[0] = -1; print(m); m += 1; m **= 2; print(m)
      """#,
      #"""
      tensor([0.4000, 0.4000, 0.4000])
      tensor([0.4000, 7.0000, 0.0000])
      tensor([99.,  7.,  0.])
      tensor(99.) tensor(1.)
      tensor([0., 0., 0.])
      tensor([[1., 5., 1.],
              [9., 6., 9.]])
      tensor([[-1.,  5.,  1.],
              [-1.,  6.,  9.]])
      tensor([[  0.,  36.,   4.],
              [  0.,  49., 100.]])
      """#),
    TorchProgram(
      "index",
      #"""
      x = torch.arange(24).reshape(2, 3, 4)
      print(x[0, 1], x[:, -1], x[..., 0], x[0, :, 1:3], x[x % 5 == 0], x[[0, 1], [1, 2]], x[:, None].shape, x[1][2][3].item(), x[::2].shape, x[:, torch.tensor([0, 2])].shape, x.index_select(2, torch.tensor([0])).shape)
      print(x.take(torch.tensor([0, 5])), x.unbind(0)[0].shape, torch.where(x > 20), x.nonzero().shape, x.flatten().unfold(0, 4, 4).shape)
      """#,
      #"""
      tensor([4, 5, 6, 7]) tensor([[ 8,  9, 10, 11],
              [20, 21, 22, 23]]) tensor([[ 0,  4,  8],
              [12, 16, 20]]) tensor([[ 1,  2],
              [ 5,  6],
              [ 9, 10]]) tensor([ 0,  5, 10, 15, 20]) tensor([[ 4,  5,  6,  7],
              [20, 21, 22, 23]]) torch.Size([2, 1, 3, 4]) 23 torch.Size([1, 3, 4]) torch.Size([2, 2, 4]) torch.Size([2, 3, 1])
      tensor([0, 5]) torch.Size([3, 4]) (tensor([1, 1, 1]), tensor([2, 2, 2]), tensor([1, 2, 3])) torch.Size([23, 3]) torch.Size([6, 4])
      """#),
    TorchProgram(
      "stats",
      #"""
      x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]])
      print(x.mean(), x.std(), x.var(unbiased=False), x.median(), x.median(dim=1), x.mode(), x.norm(), x.norm(p=1, dim=1), x.cumsum(1), x.prod(), x.quantile(0.5), x.max(dim=0), x.argmin(), torch.histc(x, 4), x.sum(dim=(0, 1)), x.logsumexp(1), torch.corrcoef(x), torch.cov(x), x.softmax(1).sum(1), x.std(0, correction=0))
      """#,
      #"""
      tensor(4.) tensor(2.8284) tensor(6.6667) tensor(3.) torch.return_types.median(
      values=tensor([2., 5.]),
      indices=tensor([1, 1])) torch.return_types.mode(
      values=tensor([1., 4.]),
      indices=tensor([0, 0])) tensor(11.6619) tensor([ 6., 18.]) tensor([[ 1.,  3.,  6.],
              [ 4.,  9., 18.]]) tensor(1080.) tensor(3.5000) torch.return_types.max(
      values=tensor([4., 5., 9.]),
      indices=tensor([1, 1, 1])) tensor(0) tensor([2., 2., 1., 1.]) tensor(24.) tensor([3.4076, 9.0247]) tensor([[1.0000, 0.9449],
              [0.9449, 1.0000]]) tensor([[1.0000, 2.5000],
              [2.5000, 7.0000]]) tensor([1.0000, 1.0000]) tensor([1.5000, 1.5000, 3.0000])
      """#),
    TorchProgram(
      "printopt",
      #"""
      torch.set_printoptions(precision=2, sci_mode=False); print(torch.tensor([1e-5, 12345.678])); torch.set_printoptions(profile='default'); print(torch.tensor([1e-5, 12345.678]))
      """#,
      #"""
      tensor([    0.00, 12345.68])
      tensor([1.0000e-05, 1.2346e+04])
      """#),
  ]
}
