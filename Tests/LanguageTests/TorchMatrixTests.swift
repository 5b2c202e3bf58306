import Testing

@testable import Language

/// Decompositions, layers of attention and what else is written in the language, held against PyTorch 2.13.
struct TorchMatrixTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "singular values",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
      U, S, Vh = torch.linalg.svd(A, full_matrices=False)
      print(S, torch.allclose(U @ torch.diag(S) @ Vh, A), U.shape, Vh.shape)
      """#,
      #"""
      tensor([3.6180, 1.3820], dtype=torch.float64) True torch.Size([2, 2]) torch.Size([2, 2])
      """#),
    TorchProgram(
      "a pseudo-inverse",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
      print(torch.linalg.pinv(A))
      """#,
      #"""
      tensor([[ 0.6000, -0.2000],
              [-0.2000,  0.4000]], dtype=torch.float64)
      """#),
    TorchProgram(
      "the pseudo-inverse of a tall matrix",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], dtype=torch.float64)
      print(torch.linalg.pinv(A))
      """#,
      #"""
      tensor([[-1.3333, -0.3333,  0.6667],
              [ 1.0833,  0.3333, -0.4167]], dtype=torch.float64)
      """#),
    TorchProgram(
      "norms of a matrix",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], dtype=torch.float64)
      print(torch.linalg.norm(A, ord=1), torch.linalg.norm(A, ord=2), torch.linalg.norm(A, 'nuc'), torch.linalg.norm(A, float('inf')), torch.linalg.norm(A, 'fro'), torch.linalg.norm(A))
      """#,
      #"""
      tensor(12., dtype=torch.float64) tensor(9.5255, dtype=torch.float64) tensor(10.0398, dtype=torch.float64) tensor(11., dtype=torch.float64) tensor(9.5394, dtype=torch.float64) tensor(9.5394, dtype=torch.float64)
      """#),
    TorchProgram(
      "eigenvectors of a symmetric matrix",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
      L, Q = torch.linalg.eigh(A)
      print(L, torch.allclose(Q @ torch.diag(L) @ Q.T, A))
      """#,
      #"""
      tensor([1.3820, 3.6180], dtype=torch.float64) True
      """#),
    TorchProgram(
      "how much an inverse enlarges errors",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
      print(torch.linalg.cond(A), torch.linalg.cond(A, 1))
      """#,
      #"""
      tensor(2.6180, dtype=torch.float64) tensor(3.2000, dtype=torch.float64)
      """#),
    TorchProgram(
      "the gradient of a pseudo-inverse",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64, requires_grad=True)
      (torch.linalg.pinv(A) ** 2).sum().backward()
      print(A.grad)
      """#,
      #"""
      tensor([[-0.5600,  0.3200],
              [ 0.3200, -0.2400]], dtype=torch.float64)
      """#),
    TorchProgram(
      "the gradient of an exponential",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[2.0, 0.0], [0.0, 3.0]], dtype=torch.float64, requires_grad=True)
      torch.matrix_exp(A).sum().backward()
      print(A.grad)
      """#,
      #"""
      tensor([[ 7.3891, 12.6965],
              [12.6965, 20.0855]], dtype=torch.float64)
      """#),
    TorchProgram(
      "the exponential of a matrix",
      #"""
      torch.manual_seed(0)
      A = torch.tensor([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], dtype=torch.float64)
      print(torch.matrix_exp(A))
      """#,
      #"""
      tensor([[77.4693, 44.5654, 12.8184],
              [44.5654, 45.7224, 18.9285],
              [12.8184, 18.9285, 13.9755]], dtype=torch.float64)
      """#),
    TorchProgram(
      "least squares",
      #"""
      torch.manual_seed(0)
      print(torch.linalg.lstsq(torch.tensor([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]]), torch.tensor([[1.0], [2.0], [3.0]])).solution)
      """#,
      #"""
      tensor([[1.4444],
              [1.1111]])
      """#),
    TorchProgram(
      "powers of values",
      #"""
      torch.manual_seed(0)
      print(torch.vander(torch.tensor([1, 2, 3])), torch.vander(torch.tensor([1, 2, 3]), N=2, increasing=True))
      """#,
      #"""
      tensor([[1, 1, 1],
              [4, 2, 1],
              [9, 3, 1]]) tensor([[1, 1],
              [1, 2],
              [1, 3]])
      """#),
    TorchProgram(
      "a Kronecker product",
      #"""
      torch.manual_seed(0)
      print(torch.kron(torch.tensor([1, 2]), torch.tensor([[1, 1]])))
      """#,
      #"""
      tensor([[1, 1, 2, 2]])
      """#),
    TorchProgram(
      "an encoder that drops",
      #"""
      torch.manual_seed(0)
      m = nn.TransformerEncoderLayer(4, 2, 8, dropout=0.3, activation='gelu', norm_first=True, batch_first=True)
      print(m(torch.randn(1, 3, 4)))
      """#,
      #"""
      tensor([[[-0.3768,  1.2214,  0.7312,  0.0571],
               [ 0.4051,  0.5655, -0.7399, -0.2015],
               [ 0.6722,  0.7133, -0.4905,  0.0814]]], grad_fn=<AddBackward0>)
      """#),
    TorchProgram(
      "a decoder",
      #"""
      torch.manual_seed(0)
      m = nn.TransformerDecoderLayer(4, 2, 8, dropout=0.0)
      print(m(torch.randn(3, 1, 4), torch.randn(2, 1, 4)))
      """#,
      #"""
      tensor([[[-0.6890, -0.2045,  1.6886, -0.7951]],

              [[ 1.1662, -1.5954,  0.1781,  0.2511]],

              [[ 1.3917, -0.5263, -1.2728,  0.4074]]],
             grad_fn=<NativeLayerNormBackward0>)
      """#),
    TorchProgram(
      "a stack of encoders",
      #"""
      torch.manual_seed(0)
      m = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, 0.0), 2, norm=nn.LayerNorm(4))
      m.train()
      mask = torch.triu(torch.full((3, 3), float('-inf')), 1)
      print(len(list(m.parameters())))
      print(m(torch.randn(3, 1, 4), mask))
      """#,
      #"""
      26
      tensor([[[-1.7063,  0.7123,  0.7055,  0.2885]],

              [[ 0.8186,  0.6940, -1.6794,  0.1669]],

              [[ 0.1661,  1.1419, -1.6061,  0.2980]]],
             grad_fn=<NativeLayerNormBackward0>)
      """#),
    TorchProgram(
      "draws pass on a gradient of zero",
      #"""
      torch.manual_seed(0)
      x = torch.tensor([0.3, 0.8], requires_grad=True)
      y = torch.bernoulli(x)
      print(y)
      y.sum().backward()
      print(x.grad)
      """#,
      #"""
      tensor([0., 1.], grad_fn=<BernoulliBackward0>)
      tensor([0., 0.])
      """#),
    TorchProgram(
      "vectors no longer than asked",
      #"""
      torch.manual_seed(0)
      e = nn.Embedding(4, 2, max_norm=0.5)
      print(e(torch.tensor([1, 1, 3])))
      print(e.weight)
      """#,
      #"""
      tensor([[-0.4838,  0.1262],
              [-0.4838,  0.1262],
              [ 0.2168,  0.4505]], grad_fn=<EmbeddingBackward0>)
      Parameter containing:
      tensor([[ 1.5410, -0.2934],
              [-0.4838,  0.1262],
              [-1.0845, -1.3986],
              [ 0.2168,  0.4505]], requires_grad=True)
      """#),
    TorchProgram(
      "lists and dicts of parameters",
      #"""
      torch.manual_seed(0)
      print(nn.ParameterList([torch.zeros(2, 3), torch.ones(1)]), nn.ParameterDict({'w': torch.zeros(2, 3), 'b': torch.ones(1)}))
      """#,
      #"""
      ParameterList(
          (0): Parameter containing: [torch.float32 of size 2x3]
          (1): Parameter containing: [torch.float32 of size 1]
      ) ParameterDict(
          (b): Parameter containing: [torch.FloatTensor of size 1]
          (w): Parameter containing: [torch.FloatTensor of size 2x3]
      )
      """#),
  ]
}
