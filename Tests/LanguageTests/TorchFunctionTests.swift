import Testing

@testable import Language

/// Functions of tensors, held against PyTorch 2.13.
struct TorchFunctionTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "reductions",
      #"""
      x = torch.tensor([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
      print(x.sum(), x.sum(0), x.mean(dim=1, keepdim=True), x.max(), x.argmax(dim=1))
      print(x.max(dim=1))
      print(x.std(), x.var(dim=0, unbiased=False), x.norm(), x.prod(dim=1), x.cumsum(dim=1))
      print(x.min(0).values, x.any(), (x > 0).all(dim=1), x.abs().sort(descending=True).indices)
      """#,
      #"""
      tensor(5.) tensor([ 5.,  3., -3.]) tensor([[0.6667],
              [1.0000]]) tensor(5.) tensor([2, 1])
      torch.return_types.max(
      values=tensor([3., 5.]),
      indices=tensor([2, 1]))
      tensor(4.1673) tensor([ 2.2500, 12.2500, 20.2500]) tensor(9.5394) tensor([  -6., -120.]) tensor([[ 1., -1.,  2.],
              [ 4.,  9.,  3.]])
      tensor([ 1., -2., -6.]) tensor(True) tensor([False, False]) tensor([[2, 1, 0],
              [2, 1, 0]])
      """#),
    TorchProgram(
      "the mean of integers",
      #"""
      torch.tensor([1, 2]).mean()
      """#,
      #"""
      RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
      """#),
    TorchProgram(
      "shapes",
      #"""
      x = torch.arange(12)
      print(x.reshape(3, -1).shape, x.view(2, 2, 3).permute(2, 0, 1).shape, x.unsqueeze(0).size())
      print(torch.cat([x[:2], x[-2:]]), torch.stack([x[:2], x[2:4]], dim=1))
      print([c.tolist() for c in x.chunk(5)], [c.shape for c in x.split([2, 10])])
      print(x.reshape(3, 4).transpose(0, 1).size(0), x.reshape(1, 12).squeeze().shape, x.expand(2, 12).shape)
      """#,
      #"""
      torch.Size([3, 4]) torch.Size([3, 2, 2]) torch.Size([1, 12])
      tensor([ 0,  1, 10, 11]) tensor([[0, 2],
              [1, 3]])
      [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]] [torch.Size([2]), torch.Size([10])]
      4 torch.Size([12]) torch.Size([2, 12])
      """#),
    TorchProgram(
      "a shape that does not fit",
      #"""
      torch.zeros(6).view(4, 2)
      """#,
      #"""
      RuntimeError: shape '[4, 2]' is invalid for input of size 6
      """#),
    TorchProgram(
      "matrices that do not fit",
      #"""
      torch.zeros(2, 3) @ torch.zeros(2, 3)
      """#,
      #"""
      RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
      """#),
    TorchProgram(
      "where, masks and clamps",
      #"""
      x = torch.tensor([-1.0, 0.5, 3.0])
      print(torch.where(x > 0, x, torch.zeros(3)), x.clamp(0, 1), x.clamp(min=0), x.masked_fill(x < 0, 9.0))
      print(torch.where(x > 1), torch.nonzero(x > 0), x.gather(0, torch.tensor([2, 0])))
      """#,
      #"""
      tensor([0.0000, 0.5000, 3.0000]) tensor([0.0000, 0.5000, 1.0000]) tensor([0.0000, 0.5000, 3.0000]) tensor([9.0000, 0.5000, 3.0000])
      (tensor([2]),) tensor([[1],
              [2]]) tensor([ 3., -1.])
      """#),
    TorchProgram(
      "top and order",
      #"""
      x = torch.tensor([3.0, 1.0, 2.0])
      v, i = torch.topk(x, 2)
      print(v, i, torch.sort(x), x.argsort(), torch.unique(torch.tensor([2, 1, 2])))
      """#,
      #"""
      tensor([3., 2.]) tensor([0, 2]) torch.return_types.sort(
      values=tensor([1., 2., 3.]),
      indices=tensor([1, 2, 0])) tensor([1, 2, 0]) tensor([1, 2])
      """#),
  ]
}
