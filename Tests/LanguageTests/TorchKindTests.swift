import Testing

@testable import Language

/// Kinds of number narrower than their storage, held against PyTorch.
struct TorchKindTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "narrow integers",
      #"""
      x = torch.tensor([1, 2, 3], dtype=torch.int32)
      print(x, x + 1, x * 2.5, (x + torch.tensor([1])).dtype, x.sum().dtype, x.tolist(), x.cumsum(0))
      print(torch.tensor([200, 100], dtype=torch.uint8) + 100, torch.tensor([1.7, -2.7]).int(), torch.tensor([300]).to(torch.uint8))
      x += 1
      print(x, x.long().dtype, torch.promote_types(torch.uint8, torch.int8), x[1:].dtype, torch.cat([x, x]).dtype)
      """#,
      #"""
      tensor([1, 2, 3], dtype=torch.int32) tensor([2, 3, 4], dtype=torch.int32) tensor([2.5000, 5.0000, 7.5000]) torch.int64 torch.int64 [1, 2, 3] tensor([1, 3, 6])
      tensor([ 44, 200], dtype=torch.uint8) tensor([ 1, -2], dtype=torch.int32) tensor([44], dtype=torch.uint8)
      tensor([2, 3, 4], dtype=torch.int32) torch.int64 torch.int16 torch.int32 torch.int32
      """#),
    TorchProgram(
      "bfloat16",
      #"""
      x = torch.tensor([1.0, 2.5, 3.14159], dtype=torch.bfloat16)
      print(x, x * 2, x.sum(), x.float(), x + torch.tensor([1.0]))
      w = torch.tensor([0.1, 0.2], dtype=torch.bfloat16, requires_grad=True)
      (w * w).sum().backward()
      print(w.grad)
      """#,
      #"""
      tensor([1.0000, 2.5000, 3.1406], dtype=torch.bfloat16) tensor([2.0000, 5.0000, 6.2812], dtype=torch.bfloat16) tensor(6.6250, dtype=torch.bfloat16) tensor([1.0000, 2.5000, 3.1406]) tensor([2.0000, 3.5000, 4.1406])
      tensor([0.2002, 0.4004], dtype=torch.bfloat16)
      """#),
    TorchProgram(
      "a view of narrow integers",
      #"""
      x = torch.zeros(2, 3, dtype=torch.int16)
      x[0] = 7
      x[:, 1] += 2
      print(x, x.t(), x.type())
      """#,
      #"""
      tensor([[7, 9, 7],
              [0, 2, 0]], dtype=torch.int16) tensor([[7, 0],
              [9, 2],
              [7, 0]], dtype=torch.int16) torch.ShortTensor
      """#),
  ]
}
