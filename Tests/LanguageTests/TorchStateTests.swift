import Testing

@testable import Language

/// Where elements lie, and states taken over by others, held against PyTorch 2.13.
struct TorchStateTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "SGD goes on from a checkpoint",
      #"""
      import copy
      torch.manual_seed(0)
      net = nn.Linear(3, 2)
      x = torch.randn(5, 3)
      def step(net, opt):
          opt.zero_grad()
          loss = (net(x) ** 2).mean()
          loss.backward()
          opt.step()
          return loss.item()
      opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
      for _ in range(3): step(net, opt)
      ckpt = {'net': copy.deepcopy(net.state_dict()), 'opt': copy.deepcopy(opt.state_dict())}
      a = [step(net, opt) for _ in range(3)]
      net = nn.Linear(3, 2)
      opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
      net.load_state_dict(ckpt['net'])
      opt.load_state_dict(ckpt['opt'])
      b = [step(net, opt) for _ in range(3)]
      print(a == b, opt.state_dict()['param_groups'][0]['params'], sorted(opt.state_dict()['state'].keys()))
      """#,
      #"""
      True [0, 1] [0, 1]
      """#),
    TorchProgram(
      "Adam goes on from a checkpoint",
      #"""
      import copy
      torch.manual_seed(0)
      net = nn.Linear(3, 2)
      x = torch.randn(5, 3)
      def step(net, opt):
          opt.zero_grad()
          loss = (net(x) ** 2).mean()
          loss.backward()
          opt.step()
          return loss.item()
      opt = torch.optim.Adam(net.parameters(), lr=0.01)
      for _ in range(3): step(net, opt)
      ckpt = {'net': copy.deepcopy(net.state_dict()), 'opt': copy.deepcopy(opt.state_dict())}
      a = [step(net, opt) for _ in range(3)]
      net = nn.Linear(3, 2)
      opt = torch.optim.Adam(net.parameters(), lr=0.01)
      net.load_state_dict(ckpt['net'])
      opt.load_state_dict(ckpt['opt'])
      b = [step(net, opt) for _ in range(3)]
      print(a == b, opt.state_dict()['param_groups'][0]['params'], sorted(opt.state_dict()['state'].keys()))
      """#,
      #"""
      True [0, 1] [0, 1]
      """#),
    TorchProgram(
      "AdamW goes on from a checkpoint",
      #"""
      import copy
      torch.manual_seed(0)
      net = nn.Linear(3, 2)
      x = torch.randn(5, 3)
      def step(net, opt):
          opt.zero_grad()
          loss = (net(x) ** 2).mean()
          loss.backward()
          opt.step()
          return loss.item()
      opt = torch.optim.AdamW(net.parameters(), lr=0.01, amsgrad=True)
      for _ in range(3): step(net, opt)
      ckpt = {'net': copy.deepcopy(net.state_dict()), 'opt': copy.deepcopy(opt.state_dict())}
      a = [step(net, opt) for _ in range(3)]
      net = nn.Linear(3, 2)
      opt = torch.optim.AdamW(net.parameters(), lr=0.01, amsgrad=True)
      net.load_state_dict(ckpt['net'])
      opt.load_state_dict(ckpt['opt'])
      b = [step(net, opt) for _ in range(3)]
      print(a == b, opt.state_dict()['param_groups'][0]['params'], sorted(opt.state_dict()['state'].keys()))
      """#,
      #"""
      True [0, 1] [0, 1]
      """#),
    TorchProgram(
      "NAdam goes on from a checkpoint",
      #"""
      import copy
      torch.manual_seed(0)
      net = nn.Linear(3, 2)
      x = torch.randn(5, 3)
      def step(net, opt):
          opt.zero_grad()
          loss = (net(x) ** 2).mean()
          loss.backward()
          opt.step()
          return loss.item()
      opt = torch.optim.NAdam(net.parameters())
      for _ in range(3): step(net, opt)
      ckpt = {'net': copy.deepcopy(net.state_dict()), 'opt': copy.deepcopy(opt.state_dict())}
      a = [step(net, opt) for _ in range(3)]
      net = nn.Linear(3, 2)
      opt = torch.optim.NAdam(net.parameters())
      net.load_state_dict(ckpt['net'])
      opt.load_state_dict(ckpt['opt'])
      b = [step(net, opt) for _ in range(3)]
      print(a == b, opt.state_dict()['param_groups'][0]['params'], sorted(opt.state_dict()['state'].keys()))
      """#,
      #"""
      True [0, 1] [0, 1]
      """#),
    TorchProgram(
      "a scheduler goes on from a checkpoint",
      #"""
      w = torch.tensor([1.0], requires_grad=True)
      opt = torch.optim.SGD([w], lr=0.1)
      s = torch.optim.lr_scheduler.StepLR(opt, 2)
      for _ in range(3):
          opt.step(); s.step()
      sd = s.state_dict()
      print(sd['last_epoch'], sd['_last_lr'], sd['step_size'], sd['gamma'])
      s2 = torch.optim.lr_scheduler.StepLR(torch.optim.SGD([w], lr=0.1), 2)
      s2.load_state_dict(sd)
      print(s2.last_epoch, s2.get_last_lr())
      """#,
      #"""
      3 [0.010000000000000002] 2 0.1
      3 [0.010000000000000002]
      """#),
    TorchProgram(
      "transposing moves no element",
      #"""
      x = torch.arange(6).reshape(2, 3)
      print(x.is_contiguous(), x.t().is_contiguous(), x.T.is_contiguous(), x.stride(), x.t().stride(), x.transpose(0, 1).contiguous().stride())
      """#,
      #"""
      True False False (3, 1) (1, 3) (2, 1)
      """#),
    TorchProgram(
      "view of a transposed tensor",
      #"""
      x = torch.arange(6).reshape(2, 3)
      x.t().view(-1)
      """#,
      #"""
      RuntimeError: view size is not compatible with input tensor's size and stride (at least one di
      """#),
    TorchProgram(
      "contiguous copies",
      #"""
      x = torch.arange(6).reshape(2, 3)
      y = x.t().contiguous()
      print(y.view(-1), x.t().reshape(-1), y.is_contiguous())
      """#,
      #"""
      tensor([0, 3, 1, 4, 2, 5]) tensor([0, 3, 1, 4, 2, 5]) True
      """#),
    TorchProgram(
      "strides of cuts",
      #"""
      x = torch.zeros(2, 3, 4)
      print(x.permute(2, 0, 1).stride(), x.permute(2, 0, 1).is_contiguous(), x[:, 1].stride(), x[:, 1].is_contiguous(), x[..., ::2].stride(), x[0].is_contiguous())
      """#,
      #"""
      (1, 12, 4) False (12, 1) False (12, 4, 2) True
      """#),
    TorchProgram(
      "strides of expanded tensors",
      #"""
      x = torch.zeros(3, 1)
      print(x.expand(3, 4).stride(), x.expand(3, 4).is_contiguous(), x.squeeze().stride(), x.unsqueeze(0).stride(), x.t().is_contiguous())
      """#,
      #"""
      (1, 0) False (1,) (3, 1, 1) True
      """#),
    TorchProgram(
      "functions of each element keep the order",
      #"""
      x = torch.arange(12.0).reshape(3, 4)
      print((x.t() + 1).is_contiguous(), (x.t() + 1).stride(), x.t().clone().stride(), x.t().clone().is_contiguous())
      """#,
      #"""
      False (1, 4) (1, 4) False
      """#),
    TorchProgram(
      "view of columns",
      #"""
      x = torch.arange(12.0).reshape(3, 4)[:, :2]
      print(x.is_contiguous(), x.stride())
      x.view(-1)
      """#,
      #"""
      False (4, 1)
      RuntimeError: view size is not compatible with input tensor's size and stride (at least one di
      """#),
    TorchProgram(
      "view across transposed dimensions",
      #"""
      x = torch.arange(24).reshape(2, 3, 4).transpose(1, 2)
      print(x.shape, x.stride(), x.reshape(2, 12).shape)
      x.view(2, 12)
      """#,
      #"""
      torch.Size([2, 4, 3]) (12, 1, 4) torch.Size([2, 12])
      RuntimeError: view size is not compatible with input tensor's size and stride (at least one di
      """#),
    TorchProgram(
      "view along transposed dimensions",
      #"""
      x = torch.arange(24).reshape(2, 3, 4).transpose(0, 1)
      print(x.view(3, 2, 2, 2).stride())
      """#,
      #"""
      (4, 12, 2, 1)
      """#),
    TorchProgram(
      "a tensor equals nothing that is no tensor",
      #"""
      x = torch.tensor([1, 2])
      print(x == None, x != None, x == "a", x == [1, 2])
      """#,
      "False True False False"),
    TorchProgram(
      "the state of the generator",
      #"""
      torch.manual_seed(0)
      torch.randn(3)
      state = torch.get_rng_state()
      a = torch.randn(5)
      torch.set_rng_state(state)
      print(torch.equal(a, torch.randn(5)), state.shape, state[:12])
      with torch.random.fork_rng():
          torch.rand(3)
      print(torch.rand(1))
      print(torch.poisson(torch.tensor([1.0, 5.0, 30.0])))
      """#,
      #"""
      True torch.Size([5056]) tensor([  0,   0,   0,   0,   0,   0,   0,   0, 105,   2,   0,   0],
             dtype=torch.uint8)
      tensor([0.6977])
      tensor([ 1.,  6., 26.])
      """#),
    TorchProgram(
      "rarer first values and draws",
      #"""
      torch.manual_seed(0)
      print(nn.init.trunc_normal_(torch.empty(4)))
      print(nn.init.orthogonal_(torch.empty(2, 3)))
      print(nn.init.dirac_(torch.empty(2, 2, 3)).sum())
      print(torch.empty(2).cauchy_(), torch.empty(2).log_normal_(), torch.empty(3).geometric_(0.3))
      print(torch.tensor([[1, 2], [1, 2], [0, 3]]).unique(dim=0, return_counts=True))
      """#,
      #"""
      tensor([ 1.5410, -0.2934,  0.4033,  0.5684])
      tensor([[-0.7067, -0.3963, -0.5862],
              [-0.0933, -0.7690,  0.6324]])
      tensor(2.)
      tensor([-0.0571, -0.1882]) tensor([0.8758, 5.7329]) tensor([2., 1., 5.])
      (tensor([[0, 3],
              [1, 2]]), tensor([1, 2]))
      """#),
  ]
}
