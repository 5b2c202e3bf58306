import Testing

@testable import Language

/// Modules and losses, held against PyTorch 2.13.
struct TorchModuleTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "a model of one's own",
      #"""
      class Net(nn.Module):
          def __init__(self, hidden):
              super().__init__()
              self.fc1 = nn.Linear(2, hidden)
              self.act = nn.ReLU()
              self.fc2 = nn.Linear(hidden, 2)
          def forward(self, x):
              return self.fc2(self.act(self.fc1(x)))
      net = Net(3)
      print(net)
      print(sum(p.numel() for p in net.parameters()), [n for n, _ in net.named_parameters()])
      print(net(torch.zeros(1, 2)).shape, list(net.state_dict().keys()))
      """#,
      #"""
      Net(
        (fc1): Linear(in_features=2, out_features=3, bias=True)
        (act): ReLU()
        (fc2): Linear(in_features=3, out_features=2, bias=True)
      )
      17 ['fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias']
      torch.Size([1, 2]) ['fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias']
      """#),
    TorchProgram(
      "training",
      #"""
      torch.manual_seed(1)
      X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
      y = torch.tensor([0, 1, 1, 0])
      model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))
      opt = torch.optim.Adam(model.parameters(), lr=0.1)
      for epoch in range(101):
          opt.zero_grad()
          loss = F.cross_entropy(model(X), y)
          loss.backward()
          opt.step()
          if epoch % 50 == 0:
              print(f"{epoch:3d} {loss.item():.4f}")
      print(model(X).argmax(dim=1))
      """#,
      #"""
        0 0.7621
       50 0.0012
      100 0.0005
      tensor([0, 1, 1, 0])
      """#),
    TorchProgram(
      "training and evaluating",
      #"""
      torch.manual_seed(0)
      drop = nn.Dropout(p=0.5)
      print(drop(torch.ones(6)))
      drop.eval()
      print(drop(torch.ones(6)), drop.training)
      """#,
      #"""
      tensor([0., 0., 2., 0., 0., 0.])
      tensor([1., 1., 1., 1., 1., 1.]) False
      """#),
    TorchProgram(
      "a dropout that cannot be",
      #"""
      nn.Dropout(p=1.5)(torch.ones(2))
      """#,
      #"""
      ValueError: dropout probability has to be between 0 and 1, but got 1.5
      """#),
    TorchProgram(
      "texts of modules",
      #"""
      print(nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Sequential(nn.Dropout(0.1), nn.Linear(3, 2, bias=False))))
      print(nn.ModuleList([nn.Linear(1, 2), nn.Linear(1, 2), nn.Tanh()]))
      print(nn.LayerNorm(3), nn.Embedding(5, 2), nn.Softmax(dim=1), nn.CrossEntropyLoss(), nn.Flatten())
      """#,
      #"""
      Sequential(
        (0): Linear(in_features=4, out_features=3, bias=True)
        (1): ReLU()
        (2): Sequential(
          (0): Dropout(p=0.1, inplace=False)
          (1): Linear(in_features=3, out_features=2, bias=False)
        )
      )
      ModuleList(
        (0-1): 2 x Linear(in_features=1, out_features=2, bias=True)
        (2): Tanh()
      )
      LayerNorm((3,), eps=1e-05, elementwise_affine=True, bias=True) Embedding(5, 2) Softmax(dim=1) CrossEntropyLoss() Flatten(start_dim=1, end_dim=-1)
      """#),
    TorchProgram(
      "losses as objects",
      #"""
      z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.0, 0.3]])
      y = torch.tensor([0, 1])
      print(nn.CrossEntropyLoss()(z, y), nn.CrossEntropyLoss(reduction='none')(z, y))
      print(nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]), label_smoothing=0.1)(z, y))
      print(nn.NLLLoss(ignore_index=1)(nn.LogSoftmax(dim=1)(z), y))
      print(nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.0))(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 0.0])))
      print(nn.MSELoss()(z, torch.zeros(2, 3)), nn.L1Loss(reduction='sum')(z, torch.zeros(2, 3)))
      """#,
      #"""
      tensor(0.3788) tensor([0.4170, 0.3406])
      tensor(0.5389)
      tensor(0.4170)
      tensor(0.3470)
      tensor(1.5583) tensor(5.9000)
      """#),
    TorchProgram(
      "a softmax over the whole batch",
      #"""
      z = torch.tensor([[2.0, 1.0], [0.5, 2.0]])
      print(F.softmax(z, dim=0), F.softmax(z, dim=-1), torch.logsumexp(z, dim=1))
      """#,
      #"""
      tensor([[0.8176, 0.2689],
              [0.1824, 0.7311]]) tensor([[0.7311, 0.2689],
              [0.1824, 0.8176]]) tensor([2.3133, 2.2014])
      """#),
    TorchProgram(
      "a dimension that is not there",
      #"""
      F.softmax(torch.tensor([1.0, 2.0]), dim=1)
      """#,
      #"""
      IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)
      """#),
    TorchProgram(
      "integer logits",
      #"""
      F.softmax(torch.tensor([1, 2]), dim=0)
      """#,
      #"""
      NotImplementedError: "softmax_lastdim_kernel_impl" not implemented for 'Long'
      """#),
    TorchProgram(
      "float targets",
      #"""
      F.cross_entropy(torch.zeros(2, 3), torch.tensor([0.0, 1.0]))
      """#,
      #"""
      RuntimeError: expected target dtype to be Long or Byte, but got Float
      """#),
    TorchProgram(
      "one-hot integers",
      #"""
      F.cross_entropy(torch.zeros(2, 3), torch.tensor([[1, 0, 0], [0, 1, 0]]))
      """#,
      #"""
      RuntimeError: Expected floating point type for target with class probabilities, got Long
      """#),
    TorchProgram(
      "classes in a column",
      #"""
      F.cross_entropy(torch.zeros(2, 3), torch.tensor([[0], [1]]))
      """#,
      #"""
      RuntimeError: 0D or 1D target tensor expected, multi-target not supported
      """#),
    TorchProgram(
      "probabilities beyond one",
      #"""
      F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.0]))
      """#,
      #"""
      RuntimeError: all elements of input should be between 0 and 1
      """#),
    TorchProgram(
      "weights of the wrong length",
      #"""
      F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1]), weight=torch.ones(2))
      """#,
      #"""
      RuntimeError: weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]
      """#),
  ]
}
