import Testing

@testable import Language

/// Classes as interview notes have them, held against CPython and PyTorch.
struct NotesClassTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "class features",
      #"""
      class Shape:
          count = 0
          def __init__(self, name):
              self._name = name
              Shape.count += 1
          @property
          def name(self):
              return self._name
          @name.setter
          def name(self, v):
              if not v: raise ValueError('empty name')
              self._name = v
          @classmethod
          def default(cls): return cls('default')
          @staticmethod
          def area(w, h=1): return w * h
          def __str__(self): return f'Shape<{self._name}>'
          def __repr__(self): return f'Shape({self._name!r})'
          def __eq__(self, other): return isinstance(other, Shape) and self._name == other._name
          def __hash__(self): return hash(self._name)
          def __lt__(self, other): return self._name < other._name
          def __len__(self): return len(self._name)
          def __contains__(self, ch): return ch in self._name
          def __iter__(self): return iter(self._name)
          def __getitem__(self, i): return self._name[i]
          def __bool__(self): return True
          def __call__(self, x): return self._name * x
      class Square(Shape):
          def __init__(self, name, side):
              super().__init__(name)
              self.side = side
          def __str__(self): return super().__str__() + f'[{self.side}]'
      s = Shape('b'); q = Square('aa', 2)
      s.name = 'zed'
      print(s, repr(s), q, [s, q], sorted([s, q]), len(q), 'z' in s, list(s), s[0], q(2))
      print(Shape.count, Shape.default(), Square.area(3), isinstance(q, Shape), issubclass(Square, Shape), type(q).__name__, q.__class__.__bases__)
      try: s.name = ''
      except ValueError as e: print('err', e)
      print({s: 1}[Shape('zed')], s == Shape('zed'), s != q, hasattr(q, 'side'), getattr(q, 'foo', None), vars(q))
      class Vec:
          __slots__ = ('x', 'y')
          def __init__(self, x, y): self.x, self.y = x, y
          def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
          def __mul__(self, k): return Vec(self.x * k, self.y * k)
          __rmul__ = __mul__
          def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
          def __neg__(self): return Vec(-self.x, -self.y)
          def __repr__(self): return f'Vec({self.x}, {self.y})'
          def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
          def __enter__(self): print('enter'); return self
          def __exit__(self, *a): print('exit', a[0]); return False
      v = 2 * Vec(1, 2) + Vec(1, 0) * 3
      v += Vec(1, 1)
      print(v, abs(Vec(3, 4)), -v)
      with Vec(0, 0) as w: print(w)
      """#,
      #"""
      Shape<zed> Shape('zed') Shape<aa>[2] [Shape('zed'), Shape('aa')] [Shape('aa'), Shape('zed')] 2 True ['z', 'e', 'd'] z aaaa
      2 Shape<default> 3 True True Square (<class '__main__.Shape'>,)
      err empty name
      1 True True True None {'_name': 'aa', 'side': 2}
      Vec(6, 5) 5.0 Vec(-6, -5)
      enter
      Vec(0, 0)
      exit None
      """#),
    TorchProgram(
      "dataclass config",
      #"""
      from dataclasses import dataclass, field, asdict, replace
      from typing import List, Optional, Tuple
      @dataclass
      class TrainConfig:
          lr: float = 1e-3
          batch_size: int = 32
          betas: Tuple[float, float] = (0.9, 0.999)
          layers: List[int] = field(default_factory=lambda: [64, 32])
          name: Optional[str] = None
          def __post_init__(self):
              if self.name is None:
                  self.name = f'mlp-{"x".join(map(str, self.layers))}'
          @property
          def n_layers(self): return len(self.layers)
      cfg = TrainConfig(lr=0.01)
      print(cfg, cfg.n_layers)
      print(asdict(cfg))
      print(replace(cfg, batch_size=64))
      print(cfg == TrainConfig(lr=0.01), cfg == TrainConfig())
      for k, v in vars(cfg).items(): print(f'{k:>12} = {v!r}')
      """#,
      #"""
      TrainConfig(lr=0.01, batch_size=32, betas=(0.9, 0.999), layers=[64, 32], name='mlp-64x32') 2
      {'lr': 0.01, 'batch_size': 32, 'betas': (0.9, 0.999), 'layers': [64, 32], 'name': 'mlp-64x32'}
      TrainConfig(lr=0.01, batch_size=64, betas=(0.9, 0.999), layers=[64, 32], name='mlp-64x32')
      True False
                lr = 0.01
        batch_size = 32
             betas = (0.9, 0.999)
            layers = [64, 32]
              name = 'mlp-64x32'
      """#),
    TorchProgram(
      "dataset dataloader",
      #"""
      import torch
      from torch.utils.data import Dataset, DataLoader, random_split
      class MyDataset(Dataset):
          def __init__(self, n=10, transform=None):
              self.x = torch.arange(n * 2, dtype=torch.float32).view(n, 2)
              self.y = torch.arange(n) % 3
              self.transform = transform
          def __len__(self):
              return len(self.y)
          def __getitem__(self, idx):
              sample = self.x[idx], self.y[idx]
              if self.transform:
                  sample = self.transform(sample)
              return sample
      ds = MyDataset(transform=lambda s: (s[0] / 10, s[1]))
      print(len(ds), ds[0], ds[-1])
      torch.manual_seed(0)
      loader = DataLoader(dataset=ds, batch_size=4, shuffle=True, num_workers=0, drop_last=False)
      for epoch in range(2):
          for i, (x, y) in enumerate(loader):
              print(f'epoch {epoch} step {i}:', x.shape, y.tolist())
      train_set, val_set = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(42))
      print(len(train_set), len(val_set), val_set.indices)
      it = iter(DataLoader(train_set, batch_size=3, drop_last=True))
      x, y = next(it)
      print(x, y)
      print(len(loader), len(DataLoader(train_set, batch_size=3, drop_last=True)))
      """#,
      #"""
      10 (tensor([0.0000, 0.1000]), tensor(0)) (tensor([1.8000, 1.9000]), tensor(0))
      epoch 0 step 0: torch.Size([4, 2]) [0, 1, 1, 1]
      epoch 0 step 1: torch.Size([4, 2]) [2, 0, 0, 2]
      epoch 0 step 2: torch.Size([2, 2]) [0, 2]
      epoch 1 step 0: torch.Size([4, 2]) [2, 1, 1, 0]
      epoch 1 step 1: torch.Size([4, 2]) [2, 0, 2, 0]
      epoch 1 step 2: torch.Size([2, 2]) [0, 1]
      7 3 [9, 3, 7]
      tensor([[0.4000, 0.5000],
              [1.2000, 1.3000],
              [0.2000, 0.3000]]) tensor([2, 0, 1])
      3 2
      """#),
    TorchProgram(
      "custom relu function",
      #"""
      import torch
      class MyReLU(torch.autograd.Function):
          @staticmethod
          def forward(ctx, x):
              ctx.save_for_backward(x)
              return x.clamp(min=0)
          @staticmethod
          def backward(ctx, grad_output):
              x, = ctx.saved_tensors
              grad_input = grad_output.clone()
              grad_input[x < 0] = 0
              return grad_input
      class StraightThrough(torch.autograd.Function):
          @staticmethod
          def forward(ctx, x, scale):
              ctx.scale = scale
              return (x * scale).round() / scale
          @staticmethod
          def backward(ctx, g):
              return g, None
      x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
      y = MyReLU.apply(x)
      print(y)
      y.sum().backward(); print(x.grad)
      x.grad = None
      q = StraightThrough.apply(x, 4)
      (q ** 2).sum().backward()
      print(q, x.grad)
      inp = torch.randn(4, dtype=torch.double, requires_grad=True)
      print(torch.autograd.gradcheck(MyReLU.apply, (inp,), eps=1e-6, atol=1e-4))
      """#,
      #"""
      tensor([0., 0., 2.], grad_fn=<MyReLUBackward>)
      tensor([0., 1., 1.])
      tensor([-1.,  0.,  2.], grad_fn=<StraightThroughBackward>) tensor([-2.,  0.,  4.])
      True
      """#),
  ]
}
