import Math
import Testing

/// Which kind two kinds meet in; a scalar tensor is written in brackets.
@Suite struct PromotionTests {
  static let table: [(String, String)] = [
    ("float64 float32", "float64"), ("float64 [float32]", "float64"),
    ("[float64] float32", "float32"), ("[float64] float16", "float16"),
    ("[float64] int64", "float64"), ("float32 float16", "float32"),
    ("[float32] float16", "float16"), ("float32 int64", "float32"),
    ("[float32] int64", "float32"), ("float16 int64", "float16"),
    ("[float16] int64", "float16"), ("int64 [bool]", "int64"), ("[int64] bool", "int64"),
    ("bool bool", "bool"), ("[bool] float16", "float16"), ("[float32] [float64]", "float64"),
    ("bool [float16]", "float16"), ("int64 bool", "int64"), ("float16 [float64]", "float16"),
  ]

  private func tensor(_ text: Substring) throws -> Tensor {
    let name = text.filter { $0 != "[" && $0 != "]" }
    let dtype = try #require(DType(rawValue: String(name)))
    return Tensor.ones(text.hasPrefix("[") ? [] : [2], dtype: dtype)
  }

  @Test(arguments: table)
  func `two kinds meet as in PyTorch`(_ pair: String, _ expected: String) throws {
    let parts = pair.split(separator: " ")
    let (a, b) = (try tensor(parts[0]), try tensor(parts[1]))
    #expect(Tensor.resultType([a, b]).rawValue == expected)
    #expect(try (a * b).dtype.rawValue == expected)
  }

  @Test func `a plain number never widens a tensor`() throws {
    for dtype in [DType.float64, .float32, .float16] {
      for number in [Number.float(2.5), .int(2), .bool(true)] {
        for shape in [[], [3]] {
          let x = Tensor.ones(shape, dtype: dtype)
          #expect(try (x * .wrapped(number, beside: dtype, rank: x.rank)).dtype == dtype)
        }
      }
    }
    let integers = Tensor([Int64(1), 2])
    #expect(try (integers * .wrapped(.float(0.5), beside: .int64)).dtype == .float32)
    #expect(try (integers * .wrapped(.int(3), beside: .int64)).integers == [3, 6])
    #expect(try (Tensor([true]) * .wrapped(.int(3), beside: .bool)).dtype == .int64)
  }

  @Test func `integers divide into the default kind, and stay themselves otherwise`() throws {
    let (a, b) = (Tensor([Int64(1), 7]), Tensor([Int64(2), 2]))
    #expect(try (a / b).doubles == [0.5, 3.5])
    #expect(try (a / b).dtype == .float32)
    #expect(try (a - b).integers == [-1, 5])
    #expect(try (Tensor([true]) + Tensor([true])).storage == .bool([true]))
  }

  @Test func `refusals say what PyTorch says`() {
    let (yes, number) = (Tensor([true]), Tensor([Int64(1)]))
    #expect(throws: TensorError.self) { try yes - yes }
    #expect(throws: TensorError.self) { try number - yes }
    #expect(throws: TensorError.self) { try Negate()(yes) }
    #expect(
      message { try PowerByNumber(.int(-1))(number) }
        == "Integers to negative integer powers are not allowed.")
    #expect(
      message { try Mean()(number) }
        == "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long"
    )
    #expect(
      message { try Softmax(dim: 0)(number) }
        == "\"softmax_lastdim_kernel_impl\" not implemented for 'Long'")
    #expect(message { try GELU()(number) } == "\"GeluKernelImpl\" not implemented for 'Long'")
  }
}

/// The message of the error that something throws; nil if it throws none.
func message(_ run: () throws -> Tensor) -> String? {
  do {
    _ = try run()
    return nil
  } catch {
    return (error as? TensorError)?.message
  }
}
