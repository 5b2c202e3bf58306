import Testing

@testable import Language

/// Classic misuses, with the type and first line of PyTorch's error.
struct MisuseTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "F.cross_entropy(torch.randn(3, 4), torch.tensor([0, 1, 4]))",
      #"""
      F.cross_entropy(torch.randn(3, 4), torch.tensor([0, 1, 4]))
      """#,
      #"""
      IndexError: Target 4 is out of bounds.
      """#),
    TorchProgram(
      "F.cross_entropy(torch.randn(3, 4), torch.tensor([0.0, 1.0, 2",
      #"""
      F.cross_entropy(torch.randn(3, 4), torch.tensor([0.0, 1.0, 2.0]))
      """#,
      #"""
      RuntimeError: expected target dtype to be Long or Byte, but got Float
      """#),
    TorchProgram(
      "F.cross_entropy(torch.randn(3, 4), torch.tensor([[0], [1], [",
      #"""
      F.cross_entropy(torch.randn(3, 4), torch.tensor([[0], [1], [2]]))
      """#,
      #"""
      RuntimeError: 0D or 1D target tensor expected, multi-target not supported
      """#),
    TorchProgram(
      "F.nll_loss(torch.randn(3, 4), torch.tensor([0, -1, 2]))",
      #"""
      F.nll_loss(torch.randn(3, 4), torch.tensor([0, -1, 2]))
      """#,
      #"""
      IndexError: Target -1 is out of bounds.
      """#),
    TorchProgram(
      "F.mse_loss(torch.randn(3), torch.tensor([1, 2]))",
      #"""
      F.mse_loss(torch.randn(3), torch.tensor([1, 2]))
      """#,
      #"""
      RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0
      """#),
    TorchProgram(
      "nn.Linear(3, 2)(torch.randn(4))",
      #"""
      nn.Linear(3, 2)(torch.randn(4))
      """#,
      #"""
      RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x4 and 3x2)
      """#),
    TorchProgram(
      "torch.randn(2, 3) + torch.randn(3, 2)",
      #"""
      torch.randn(2, 3) + torch.randn(3, 2)
      """#,
      #"""
      RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
      """#),
    TorchProgram(
      "torch.randn(2, 3).view(4)",
      #"""
      torch.randn(2, 3).view(4)
      """#,
      #"""
      RuntimeError: shape '[4]' is invalid for input of size 6
      """#),
    TorchProgram(
      "torch.tensor([1.0]).backward()",
      #"""
      torch.tensor([1.0]).backward()
      """#,
      #"""
      RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
      """#),
    TorchProgram(
      "x = torch.tensor([1, 2], requires_grad=True)",
      #"""
      x = torch.tensor([1, 2], requires_grad=True)
      """#,
      #"""
      RuntimeError: Only Tensors of floating point and complex dtype can require gradients
      """#),
    TorchProgram(
      "x = torch.ones(2, requires_grad=True); y = (x * x).sum(); y.",
      #"""
      x = torch.ones(2, requires_grad=True); y = (x * x).sum(); y.backward(); y.backward()
      """#,
      #"""
      RuntimeError: Trying to backward through the graph a second time (or directly access saved ten
      """#),
    TorchProgram(
      "x = torch.ones(2, requires_grad=True); x += 1",
      #"""
      x = torch.ones(2, requires_grad=True); x += 1
      """#,
      #"""
      RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
      """#),
    TorchProgram(
      "x = torch.ones(2, requires_grad=True); y = x.exp(); y += 1;",
      #"""
      x = torch.ones(2, requires_grad=True); y = x.exp(); y += 1; y.sum().backward()
      """#,
      #"""
      RuntimeError: one of the variables needed for gradient computation has been modified by an inp
      """#),
    TorchProgram(
      "torch.ones(2, requires_grad=True).numpy()",
      #"""
      torch.ones(2, requires_grad=True).numpy()
      """#,
      #"""
      RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
      """#),
    TorchProgram(
      "torch.ones(2).item()",
      #"""
      torch.ones(2).item()
      """#,
      #"""
      RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
      """#),
    TorchProgram(
      "torch.ones(2)[5]",
      #"""
      torch.ones(2)[5]
      """#,
      #"""
      IndexError: index 5 is out of bounds for dimension 0 with size 2
      """#),
    TorchProgram(
      "torch.ones(2, 3)[0, 5]",
      #"""
      torch.ones(2, 3)[0, 5]
      """#,
      #"""
      IndexError: index 5 is out of bounds for dimension 1 with size 3
      """#),
    TorchProgram(
      "torch.ones(2, 3)[:, :, 0]",
      #"""
      torch.ones(2, 3)[:, :, 0]
      """#,
      #"""
      IndexError: too many indices for tensor of dimension 2
      """#),
    TorchProgram(
      "torch.cat([torch.ones(2, 3), torch.ones(2, 4)])",
      #"""
      torch.cat([torch.ones(2, 3), torch.ones(2, 4)])
      """#,
      #"""
      RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.
      """#),
    TorchProgram(
      "torch.stack([torch.ones(2), torch.ones(3)])",
      #"""
      torch.stack([torch.ones(2), torch.ones(3)])
      """#,
      #"""
      RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
      """#),
    TorchProgram(
      "torch.ones(2, 3) @ torch.ones(2)",
      #"""
      torch.ones(2, 3) @ torch.ones(2)
      """#,
      #"""
      RuntimeError: size mismatch, got input (2), mat (2x3), vec (2)
      """#),
    TorchProgram(
      "torch.softmax(torch.ones(2), dim=3)",
      #"""
      torch.softmax(torch.ones(2), dim=3)
      """#,
      #"""
      IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 3)
      """#),
    TorchProgram(
      "torch.tensor([[1, 2], [3]])",
      #"""
      torch.tensor([[1, 2], [3]])
      """#,
      #"""
      ValueError: expected sequence of length 2 at dim 1 (got 1)
      """#),
    TorchProgram(
      "torch.tensor('abc')",
      #"""
      torch.tensor('abc')
      """#,
      #"""
      TypeError: new(): invalid data type 'str'
      """#),
    TorchProgram(
      "F.one_hot(torch.tensor([0, 5]), num_classes=3)",
      #"""
      F.one_hot(torch.tensor([0, 5]), num_classes=3)
      """#,
      #"""
      RuntimeError: Class values must be smaller than num_classes.
      """#),
    TorchProgram(
      "F.one_hot(torch.tensor([0.5]))",
      #"""
      F.one_hot(torch.tensor([0.5]))
      """#,
      #"""
      RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
      """#),
    TorchProgram(
      "nn.Embedding(3, 2)(torch.tensor([5]))",
      #"""
      nn.Embedding(3, 2)(torch.tensor([5]))
      """#,
      #"""
      IndexError: index out of range in self
      """#),
    TorchProgram(
      "nn.Embedding(3, 2)(torch.tensor([0.5]))",
      #"""
      nn.Embedding(3, 2)(torch.tensor([0.5]))
      """#,
      #"""
      RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar ty
      """#),
    TorchProgram(
      "F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.",
      #"""
      F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.0]))
      """#,
      #"""
      RuntimeError: all elements of input should be between 0 and 1
      """#),
    TorchProgram(
      "F.binary_cross_entropy_with_logits(torch.randn(3, 1), torch.",
      #"""
      F.binary_cross_entropy_with_logits(torch.randn(3, 1), torch.ones(3))
      """#,
      #"""
      ValueError: Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))
      """#),
    TorchProgram(
      "torch.optim.SGD([], lr=0.1)",
      #"""
      torch.optim.SGD([], lr=0.1)
      """#,
      #"""
      ValueError: optimizer got an empty parameter list
      """#),
    TorchProgram(
      "torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=-1)",
      #"""
      torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=-1)
      """#,
      #"""
      ValueError: Invalid learning rate: -1
      """#),
    TorchProgram(
      "torch.optim.Adam(nn.Linear(1, 1).parameters(), betas=(1.5, 0",
      #"""
      torch.optim.Adam(nn.Linear(1, 1).parameters(), betas=(1.5, 0.9))
      """#,
      #"""
      ValueError: Invalid beta parameter at index 0: 1.5
      """#),
    TorchProgram(
      "M()",
      #"""
      class M(nn.Module):
          def __init__(self):
              self.fc = nn.Linear(1, 1)
      M()
      """#,
      #"""
      AttributeError: cannot assign module before Module.__init__() call
      """#),
  ]
}
