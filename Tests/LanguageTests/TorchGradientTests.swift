import Testing

@testable import Language

/// Gradients, views, indices and kinds of number, held against PyTorch 2.13.
struct TorchGradientTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "accumulation of gradients",
      #"""
      w = torch.tensor([1.0, 2.0], requires_grad=True)
      for _ in range(2):
          (w * w).sum().backward()
      print(w.grad)
      w.grad.zero_()
      print(w.grad)
      w.grad = None
      print(w.grad)
      """#,
      #"""
      tensor([4., 8.])
      tensor([0., 0.])
      None
      """#),
    TorchProgram(
      "leaves and results",
      #"""
      x = torch.tensor([1.0, -2.0], requires_grad=True)
      y = x.exp()
      print(x.is_leaf, y.is_leaf, y.requires_grad, y.grad_fn is not None)
      print(y)
      with torch.no_grad():
          z = x * 2
      print(z.requires_grad, z)
      print(y.detach(), y.item() if y.numel() == 1 else y.tolist())
      """#,
      #"""
      True False True True
      tensor([2.7183, 0.1353], grad_fn=<ExpBackward0>)
      False tensor([ 2., -4.])
      tensor([2.7183, 0.1353]) [2.7182817459106445, 0.1353352814912796]
      """#),
    TorchProgram(
      "a graph kept for a second backward",
      #"""
      x = torch.tensor(3.0, requires_grad=True)
      y = x ** 3
      y.backward(retain_graph=True)
      y.backward()
      print(x.grad)
      """#,
      #"""
      tensor(54.)
      """#),
    TorchProgram(
      "a graph let go of",
      #"""
      x = torch.tensor(3.0, requires_grad=True)
      y = x ** 3
      y.backward()
      y.backward()
      """#,
      #"""
      RuntimeError: Trying to backward through the graph a second time (or directly access saved ten
      """#),
    TorchProgram(
      "a vector has no implicit gradient",
      #"""
      x = torch.ones(3, requires_grad=True)
      (x * 2).backward()
      """#,
      #"""
      RuntimeError: grad can be implicitly created only for scalar outputs
      """#),
    TorchProgram(
      "a gradient for a vector",
      #"""
      x = torch.ones(3, requires_grad=True)
      (x * x).backward(torch.tensor([1.0, 10.0, 100.0]))
      print(x.grad)
      """#,
      #"""
      tensor([  2.,  20., 200.])
      """#),
    TorchProgram(
      "no gradient anywhere",
      #"""
      torch.ones(2).sum().backward()
      """#,
      #"""
      RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
      """#),
    TorchProgram(
      "a leaf changed in place",
      #"""
      w = torch.ones(2, requires_grad=True)
      w += 1
      """#,
      #"""
      RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
      """#),
    TorchProgram(
      "a saved value changed in place",
      #"""
      x = torch.ones(2, requires_grad=True)
      y = x.exp()
      y += 1
      y.sum().backward()
      """#,
      #"""
      RuntimeError: one of the variables needed for gradient computation has been modified by an inp
      """#),
    TorchProgram(
      "a view of a leaf changed in place",
      #"""
      w = torch.ones(2, requires_grad=True)
      w[0] = 5
      """#,
      #"""
      RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
      """#),
    TorchProgram(
      "views share memory",
      #"""
      x = torch.arange(6.0).reshape(2, 3)
      row = x[1]
      row += 10
      print(x)
      x.view(-1)[0] = 7
      print(x, x.t())
      flat = x.flatten()
      flat.zero_()
      print(x)
      """#,
      #"""
      tensor([[ 0.,  1.,  2.],
              [13., 14., 15.]])
      tensor([[ 7.,  1.,  2.],
              [13., 14., 15.]]) tensor([[ 7., 13.],
              [ 1., 14.],
              [ 2., 15.]])
      tensor([[0., 0., 0.],
              [0., 0., 0.]])
      """#),
    TorchProgram(
      "assignment through indices",
      #"""
      x = torch.zeros(3, 4)
      x[1] = 1
      x[:, 2] = torch.tensor([5.0, 6.0, 7.0])
      x[x > 5] = -1
      x[[0, 2], [0, 3]] = 9
      x[..., 1] += 0.5
      print(x)
      """#,
      #"""
      tensor([[ 9.0000,  0.5000,  5.0000,  0.0000],
              [ 1.0000,  1.5000, -1.0000,  1.0000],
              [ 0.0000,  0.5000, -1.0000,  9.0000]])
      """#),
    TorchProgram(
      "gradients through an assignment",
      #"""
      x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
      y = x * 2
      y[1] = 10
      (y * y).sum().backward()
      print(x.grad)
      """#,
      #"""
      tensor([ 8.,  0., 24.])
      """#),
    TorchProgram(
      "gradients through a view changed in place",
      #"""
      x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
      y = x * 1
      y[0] *= 10
      y.sum().backward()
      print(y, x.grad)
      """#,
      #"""
      tensor([[10., 20.],
              [ 3.,  4.]], grad_fn=<CopySlices>) tensor([[10., 10.],
              [ 1.,  1.]])
      """#),
    TorchProgram(
      "indexing",
      #"""
      x = torch.arange(24).reshape(2, 3, 4)
      print(x[0, 1], x[:, 0, ::2], x[..., -1], x[None, 1, 1].shape)
      print(x[torch.tensor([1, 0]), :, 2], x[x % 5 == 0], x[1, [0, 2]])
      print(x[0, 0, 0].item(), x[:, 1:2].shape, x[-1, -1, -1])
      """#,
      #"""
      tensor([4, 5, 6, 7]) tensor([[ 0,  2],
              [12, 14]]) tensor([[ 3,  7, 11],
              [15, 19, 23]]) torch.Size([1, 4])
      tensor([[14, 18, 22],
              [ 2,  6, 10]]) tensor([ 0,  5, 10, 15, 20]) tensor([[12, 13, 14, 15],
              [20, 21, 22, 23]])
      0 torch.Size([2, 1, 4]) tensor(23)
      """#),
    TorchProgram(
      "an index too large",
      #"""
      torch.zeros(3)[3]
      """#,
      #"""
      IndexError: index 3 is out of bounds for dimension 0 with size 3
      """#),
    TorchProgram(
      "too many indices",
      #"""
      torch.zeros(3)[0, 0]
      """#,
      #"""
      IndexError: too many indices for tensor of dimension 1
      """#),
    TorchProgram(
      "a float index",
      #"""
      torch.zeros(3)[torch.tensor([0.5])]
      """#,
      #"""
      IndexError: tensors used as indices must be long, int, byte or bool tensors
      """#),
    TorchProgram(
      "dtypes meet",
      #"""
      print((torch.tensor([1, 2]) + 0.5).dtype, (torch.tensor([1, 2]) * torch.tensor(2.0)).dtype)
      print((torch.ones(2, dtype=torch.float64) + torch.ones(2)).dtype, (torch.tensor([True]) + 1).dtype)
      print(torch.tensor([1, 2]) / 2, torch.tensor([7, -7]) // 2, torch.tensor([7, -7]) % 3)
      print(torch.tensor(3).dtype, torch.tensor(3.0).dtype, torch.tensor(True).dtype)
      """#,
      #"""
      torch.float32 torch.float32
      torch.float64 torch.int64
      tensor([0.5000, 1.0000]) tensor([ 3, -4]) tensor([1, 2])
      torch.int64 torch.float32 torch.bool
      """#),
    TorchProgram(
      "an integer tensor keeps its kind",
      #"""
      x = torch.tensor([1, 2])
      x += 0.5
      """#,
      #"""
      RuntimeError: result type Float can't be cast to the desired output type Long
      """#),
  ]
}
