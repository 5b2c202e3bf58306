import Math
import Testing

/// Making tensors, reading them, and changing their kind.
@Suite struct TensorTests {
  @Test func `numbers are laid out row by row`() {
    let x = Tensor([[1.0, 2], [3, 4]])
    #expect(x.shape == [2, 2])
    #expect(x.doubles == [1, 2, 3, 4])
    #expect(Tensor.eye(2, 3).doubles == [1, 0, 0, 0, 1, 0])
    #expect(Tensor(full: 2.5, shape: [2], dtype: .int64).integers == [2, 2])
  }

  @Test func `counting and spacing`() throws {
    #expect(try Tensor.arange(0, 5, step: 2, dtype: .int64).integers == [0, 2, 4])
    #expect(try Tensor.arange(1, 0, step: -0.25, dtype: .float64).doubles == [1, 0.75, 0.5, 0.25])
    #expect(try Tensor.arange(3, 3, dtype: .float32).shape == [0])
    #expect(throws: TensorError.self) { try Tensor.arange(5, 0, dtype: .int64) }
    #expect(
      try Tensor.linspace(0, 1, steps: 5, dtype: .float64).doubles == [0, 0.25, 0.5, 0.75, 1])
    #expect(try Tensor.linspace(2, 9, steps: 1, dtype: .float64).doubles == [2])
    #expect(try Tensor.linspace(0, 1, steps: 0, dtype: .float64).count == 0)
  }

  @Test func `kinds change as in C`() {
    let x = Tensor([1.9, -1.9, 0, .infinity])
    #expect(x.cast(to: .int64).integers == [1, -1, 0, .min])
    #expect(x.cast(to: .bool).booleans == [true, true, false, true])
    #expect(Tensor([0.1]).cast(to: .float32).doubles == [Double(Float(0.1))])
    #expect(Tensor([70000.0]).cast(to: .float16).doubles == [.infinity])
    #expect(Tensor([true, false]).cast(to: .float64).doubles == [1, 0])
    // Through float32 first, this would round twice and come out as 1.
    let between = 1 + 0x1p-11 + 0x1p-40
    #expect(Tensor([between]).cast(to: .float16).doubles == [1 + 0x1p-10])
  }

  @Test func `one value is an item, several are none`() throws {
    #expect(try Tensor([2.5], shape: [1, 1]).item() == .float(2.5))
    #expect(try Tensor([Int64(7)]).item() == .int(7))
    #expect(try Tensor(true).item() == .bool(true))
    #expect(
      message {
        _ = try Tensor([1.0, 2]).item(); return Tensor(0)
      }
        == "a Tensor with 2 elements cannot be converted to Scalar")
  }

  @Test func `the first of equals wins, and nan beats everything`() throws {
    let x = Tensor([[1.0, 3, 3], [.nan, 2, .infinity]])
    #expect(try x.argmax(dim: 1).integers == [1, 0])
    #expect(try x.argmin(dim: 1).integers == [0, 0])
    #expect(try Max(dim: 1)(x).doubles[0] == 3)
    #expect(try Max(dim: 1)(x).doubles[1].isNaN)
    #expect(try Max(dim: 1)(Tensor([[Int64(4), 9]])).storage == .int64([9]))
    #expect(try Tensor([Int64(2), 5, 5]).argmax().integers == [1])
  }

  @Test func `ties among all share the gradient, along a dimension the first takes it`() throws {
    let x = Tensor([2.0, 2, 1])
    let one = Tensor(1)
    let all = try Max().backward(one, inputs: [x], output: Tensor(2))[0]
    #expect(all?.doubles == [0.5, 0.5, 0])
    let dim = try Max(dim: 0).backward(one, inputs: [x], output: Tensor(2))[0]
    #expect(dim?.doubles == [1, 0, 0])
  }

  @Test func `close means near, or the same infinity`() throws {
    let a = Tensor([1.0, .infinity, .infinity, .nan, 1])
    let b = Tensor([1 + 1e-9, .infinity, -.infinity, .nan, 1.1])
    #expect(try a.isClose(to: b).booleans == [true, true, false, false, false])
    #expect(try a.isClose(to: b, equalNaN: true).booleans == [true, true, false, true, false])
  }

  @Test(arguments: DType.allCases)
  func `putting and adding keep the kind`(_ dtype: DType) throws {
    let x = Tensor([1.0, 2, 3]).cast(to: dtype)
    let part = Tensor([4.0, 5, 6]).cast(to: dtype)
    let put = try x.placing(part, at: [0, 2, 0])
    let added = try x.placing(part, at: [0, 2, 0], adding: true)
    #expect(put == Tensor([6.0, 2, 5]).cast(to: dtype))
    #expect(added == Tensor([11.0, 2, 8]).cast(to: dtype))
  }

  @Test func `whole numbers that grow too large wrap around`() throws {
    let x = Tensor([Int64.max])
    #expect(try x.placing(x, at: [0], adding: true).integers == [-2])
    let bytes = Tensor([200.0]).cast(to: .uint8)
    #expect(try bytes.placing(bytes, at: [0], adding: true).integers == [144])
  }

  @Test func `comparisons broadcast and promote`() throws {
    let a = Tensor([Int64(1), 2, 3])
    #expect(try Tensor.compare(a, .less, Tensor(2.5)).booleans == [true, true, false])
    #expect(try Tensor.compare(a, .notEqual, Tensor([Int64(2)])).booleans == [true, false, true])
    #expect(try Tensor.compare(Tensor([Double.nan]), .equal, Tensor(.nan)).booleans == [false])
  }

  @Test func `a long float32 sum keeps its digits`() throws {
    let x = Tensor(full: 0.1, shape: [1_000_000], dtype: .float32)
    #expect(abs(try Sum()(x).doubles[0] - 100_000) < 1)
    let half = Tensor(full: 1, shape: [4096], dtype: .float16)
    #expect(try Sum()(half).doubles == [4096])
  }

  @Test func `integers sum to integers, and truth values are counted`() throws {
    #expect(try Sum()(Tensor([true, false, true])).storage == .int64([2]))
    #expect(try Sum(dims: [0])(Tensor([[Int64(1)], [2]])).storage == .int64([3]))
    #expect(try CumulativeSum(dim: 0)(Tensor([Int64(1), 2, 3])).integers == [1, 3, 6])
  }
}
