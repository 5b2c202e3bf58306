import Testing

@testable import Language

/// Scores and samples as interview notes compute them, held against PyTorch.
struct NotesScoreTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "confusion matrix",
      #"""
      import torch
      from collections import Counter, defaultdict
      y_true = torch.tensor([0, 1, 2, 2, 1, 0, 2, 1, 1, 0])
      y_pred = torch.tensor([0, 2, 2, 2, 1, 0, 1, 1, 0, 0])
      k = 3
      cm = torch.zeros(k, k, dtype=torch.long)
      for t, p in zip(y_true, y_pred):
          cm[t, p] += 1
      print(cm)
      cm2 = torch.bincount(y_true * k + y_pred, minlength=k * k).reshape(k, k)
      assert (cm == cm2).all()
      tp = cm.diag()
      precision = tp / cm.sum(dim=0)
      recall = tp / cm.sum(dim=1)
      f1 = 2 * precision * recall / (precision + recall)
      print('precision', precision, 'recall', recall, 'f1', f1, sep='\n')
      names = ['cat', 'dog', 'bird']
      print(f"{'':>6}" + ''.join(f'{n:>6}' for n in names))
      for n, row in zip(names, cm.tolist()):
          print(f'{n:>6}' + ''.join(f'{v:>6d}' for v in row))
      print(f'macro-F1: {f1.mean():.4f}  acc: {tp.sum() / cm.sum():.2%}')
      print(Counter(y_pred.tolist()).most_common())
      d = defaultdict(list)
      for i, t in enumerate(y_true.tolist()): d[t].append(i)
      print(dict(d))
      """#,
      #"""
      tensor([[3, 0, 0],
              [1, 2, 1],
              [0, 1, 2]])
      precision
      tensor([0.7500, 0.6667, 0.6667])
      recall
      tensor([1.0000, 0.5000, 0.6667])
      f1
      tensor([0.8571, 0.5714, 0.6667])
               cat   dog  bird
         cat     3     0     0
         dog     1     2     1
        bird     0     1     2
      macro-F1: 0.6984  acc: 70.00%
      [(0, 4), (2, 3), (1, 3)]
      {0: [0, 5, 9], 1: [1, 4, 7, 8], 2: [2, 3, 6]}
      """#),
    TorchProgram(
      "temperature sampling",
      #"""
      import torch
      import torch.nn.functional as F
      def sample(logits, temperature=1.0, top_k=None, top_p=None, generator=None):
          logits = logits / max(temperature, 1e-8)
          if top_k is not None:
              v, _ = torch.topk(logits, min(top_k, logits.size(-1)))
              logits[logits < v[[-1]]] = -float('Inf')
          if top_p is not None:
              sorted_logits, sorted_indices = torch.sort(logits, descending=True)
              cumulative_probs = torch.cumsum(F.softmax(sorted_logits, dim=-1), dim=-1)
              sorted_indices_to_remove = cumulative_probs > top_p
              sorted_indices_to_remove[..., 1:] = sorted_indices_to_remove[..., :-1].clone()
              sorted_indices_to_remove[..., 0] = 0
              indices_to_remove = sorted_indices[sorted_indices_to_remove]
              logits[indices_to_remove] = float('-inf')
          probs = F.softmax(logits, dim=-1)
          return torch.multinomial(probs, num_samples=1, generator=generator).item(), probs
      logits = torch.tensor([2.0, 1.0, 0.5, -1.0, 3.0])
      g = torch.Generator().manual_seed(0)
      for kw in [dict(), dict(temperature=0.5), dict(top_k=2), dict(top_p=0.8), {'temperature': 2.0, 'top_k': 3}]:
          tok, probs = sample(logits.clone(), generator=g, **kw)
          print(kw, tok, probs)
      """#,
      #"""
      {} 4 tensor([0.2294, 0.0844, 0.0512, 0.0114, 0.6236])
      {'temperature': 0.5} 4 tensor([1.1660e-01, 1.5779e-02, 5.8049e-03, 2.8901e-04, 8.6153e-01])
      {'top_k': 2} 4 tensor([0.2689, 0.0000, 0.0000, 0.0000, 0.7311])
      {'top_p': 0.8} 4 tensor([0.2689, 0.0000, 0.0000, 0.0000, 0.7311])
      {'temperature': 2.0, 'top_k': 3} 4 tensor([0.3072, 0.1863, 0.0000, 0.0000, 0.5065])
      """#),
    TorchProgram(
      "class weights",
      #"""
      import torch
      from collections import Counter
      import torch.nn as nn
      labels = [0] * 50 + [1] * 30 + [2] * 20
      counts = Counter(labels)
      total = sum(counts.values())
      weights = torch.tensor([total / (len(counts) * counts[c]) for c in sorted(counts)])
      print(counts, weights)
      torch.manual_seed(0)
      logits = torch.randn(5, 3); y = torch.tensor([0, 0, 1, 2, 2])
      ce = nn.CrossEntropyLoss(weight=weights)
      print(ce(logits, y))
      lp = torch.log_softmax(logits, 1)
      num = sum(-weights[t] * lp[i, t] for i, t in enumerate(y))
      den = weights[y].sum()
      print(num / den)
      print(nn.CrossEntropyLoss(weight=weights, reduction='none')(logits, y))
      print(nn.NLLLoss(weight=weights, reduction='sum')(lp, y))
      print(nn.CrossEntropyLoss(ignore_index=0)(logits, y))
      soft = torch.softmax(torch.randn(5, 3), 1)
      print(nn.CrossEntropyLoss()(logits, soft), -(soft * lp).sum(1).mean())
      """#,
      #"""
      Counter({0: 50, 1: 30, 2: 20}) tensor([0.6667, 1.1111, 1.6667])
      tensor(1.0659)
      tensor(1.0659)
      tensor([0.1126, 0.1908, 0.6884, 1.1685, 3.9985])
      tensor(6.1588)
      tensor(1.2399)
      tensor(1.5757) tensor(1.5757)
      """#),
    TorchProgram(
      "multilabel",
      #"""
      import torch
      import torch.nn as nn
      logits = torch.tensor([[1.2, -0.8, 0.3], [-2.0, 0.5, 1.5]])
      targets = torch.tensor([[1., 0., 1.], [0., 1., 1.]])
      crit = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([1., 2., 3.]))
      print(crit(logits, targets))
      print(nn.BCEWithLogitsLoss(reduction='none')(logits, targets))
      manual = -(targets * torch.log(torch.sigmoid(logits)) + (1 - targets) * torch.log(1 - torch.sigmoid(logits)))
      print(manual, manual.mean())
      preds = (torch.sigmoid(logits) > 0.5).int()
      print(preds, (preds == targets).float().mean(), (preds == targets).all(dim=1).float().mean())
      stable = torch.clamp(logits, min=0) - logits * targets + torch.log(1 + torch.exp(-torch.abs(logits)))
      print(torch.allclose(stable, manual))
      tp = (preds * targets).sum(0); fp = (preds * (1 - targets)).sum(0); fn = ((1 - preds) * targets).sum(0)
      print((2 * tp / (2 * tp + fp + fn)))
      print(nn.MultiLabelSoftMarginLoss()(logits, targets))
      """#,
      #"""
      tensor(0.6628)
      tensor([[0.2633, 0.3711, 0.5544],
              [0.1269, 0.4741, 0.2014]])
      tensor([[0.2633, 0.3711, 0.5544],
              [0.1269, 0.4741, 0.2014]]) tensor(0.3319)
      tensor([[1, 0, 1],
              [0, 1, 1]], dtype=torch.int32) tensor(1.) tensor(1.)
      True
      tensor([1., 1., 1.])
      tensor(0.3319)
      """#),
    TorchProgram(
      "brier nll",
      #"""
      import torch
      p = torch.tensor([[.7, .2, .1], [.1, .8, .1], [.3, .3, .4]]); y = torch.tensor([0, 1, 0])
      onehot = torch.nn.functional.one_hot(y, 3)
      print('Brier', ((p - onehot) ** 2).sum(1).mean())
      print('NLL', -p[range(3), y].log().mean(), torch.nn.functional.nll_loss(p.log(), y))
      print('acc', (p.argmax(1) == y).float().mean().item(), 'conf', p.max(1).values)
      print(p.gather(1, y.view(-1, 1)).squeeze(), p.take_along_dim(y[:, None], 1).squeeze(1))
      idx = p.argsort(dim=1, descending=True)
      print(idx, (idx == y[:, None]).nonzero()[:, 1] + 1)
      """#,
      #"""
      Brier tensor(0.3133)
      NLL tensor(0.5946) tensor(0.5946)
      acc 0.6666666865348816 conf tensor([0.7000, 0.8000, 0.4000])
      tensor([0.7000, 0.8000, 0.3000]) tensor([0.7000, 0.8000, 0.3000])
      tensor([[0, 1, 2],
              [1, 0, 2],
              [2, 0, 1]]) tensor([1, 1, 2])
      """#),
    TorchProgram(
      "roc auc",
      #"""
      def roc_auc(y, s):
          pos = [a for a, t in zip(s, y) if t == 1]
          neg = [a for a, t in zip(s, y) if t == 0]
          wins = sum((p > n) + 0.5 * (p == n) for p in pos for n in neg)
          return wins / (len(pos) * len(neg))
      def roc_curve(y, s):
          order = sorted(range(len(s)), key=lambda i: -s[i])
          P, N = sum(y), len(y) - sum(y)
          tp = fp = 0
          pts = [(0.0, 0.0)]
          for i in order:
              if y[i]: tp += 1
              else: fp += 1
              pts.append((fp / N, tp / P))
          return pts
      y = [1, 0, 1, 1, 0, 0]; s = [.9, .8, .7, .6, .55, .1]
      print(roc_auc(y, s))
      pts = roc_curve(y, s)
      print([(round(a, 2), round(b, 2)) for a, b in pts])
      print(sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in zip(pts, pts[1:])))
      for th in (.5, .65, .85):
          pred = [int(v >= th) for v in s]
          tp = sum(p & t for p, t in zip(pred, y)); fp = sum(p and not t for p, t in zip(pred, y)); fn = sum(t > p for p, t in zip(pred, y))
          prec = tp / (tp + fp) if tp + fp else 0.
          rec = tp / (tp + fn)
          print(th, pred, f'P={prec:.2f} R={rec:.2f} F1={2*prec*rec/(prec+rec):.3f}')
      """#,
      #"""
      0.7777777777777778
      [(0.0, 0.0), (0.0, 0.33), (0.33, 0.33), (0.33, 0.67), (0.33, 1.0), (0.67, 1.0), (1.0, 1.0)]
      0.7777777777777778
      0.5 [1, 1, 1, 1, 1, 0] P=0.60 R=1.00 F1=0.750
      0.65 [1, 1, 1, 0, 0, 0] P=0.67 R=0.67 F1=0.667
      0.85 [1, 0, 0, 0, 0, 0] P=1.00 R=0.33 F1=0.500
      """#),
  ]
}
