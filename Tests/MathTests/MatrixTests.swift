import Testing

@testable import Math

/// Products of matrices beside the sum that defines them, and a layer beside its parts.
@Suite struct MatrixTests {
  private func numbers(_ count: Int, _ seed: Int) -> [Double] {
    (0..<count).map { Double(($0 * 37 + seed * 11) % 23) / 4 - 2.5 }
  }

  private func transposed(_ a: [Double], _ rows: Int, _ columns: Int) -> [Double] {
    (0..<columns).flatMap { j in (0..<rows).map { a[$0 * columns + j] } }
  }

  private static let sizes: [[Int]] = [
    [1, 1, 1], [1, 2, 3], [2, 0, 3], [0, 2, 3], [3, 4, 0], [4, 5, 16], [5, 7, 17], [9, 130, 33],
    [13, 260, 5],
  ]

  @Test(arguments: sizes)
  func `a product adds up its terms in order, from either side of a transpose`(size: [Int]) throws {
    let (rows, length, columns) = (size[0], size[1], size[2])
    let (a, b) = (numbers(rows * length, 1), numbers(length * columns, 2))
    for (isLeft, isRight) in [(false, false), (true, false), (false, true), (true, true)] {
      let kernel = MatrixKernel(
        rows: rows, length: length, columns: columns, isLeftTransposed: isLeft,
        isRightTransposed: isRight)
      let left = isLeft ? transposed(a, rows, length) : a
      let right = isRight ? transposed(b, length, columns) : b
      #expect(try kernel(left, right) == naive(a, b, rows, length, columns))
      // In float32 each sum is rounded as one after the other is added: the same bits.
      #expect(
        try kernel(left.map(Float.init), right.map(Float.init))
          == naive(a.map(Float.init), b.map(Float.init), rows, length, columns))
    }
  }

  private func naive<S: FloatingScalar>(
    _ a: [S], _ b: [S], _ rows: Int, _ length: Int, _ columns: Int
  ) -> [S] {
    (0..<rows).flatMap { i in
      (0..<columns).map { j in
        (0..<length).reduce(0) { $0 + a[i * length + $1] * b[$1 * columns + j] }
      }
    }
  }

  @Test func `a batch is one product after the other`() throws {
    let (a, b) = (numbers(2 * 3 * 4, 1), numbers(2 * 4 * 5, 2))
    let kernel = MatrixKernel(batch: 2, rows: 3, length: 4, columns: 5)
    let first = naive(Array(a[..<12]), Array(b[..<20]), 3, 4, 5)
    let second = naive(Array(a[12...]), Array(b[20...]), 3, 4, 5)
    #expect(try kernel(a, b) == first + second)
  }

  @Test func `infinities and nan stay in their rows and columns`() throws {
    let kernel = MatrixKernel(rows: 2, length: 2, columns: 3)
    let product = try kernel([.infinity, 1, 1, 1], [1, 2, 3, 4, .nan, 6] as [Double])
    #expect(product[0] == .infinity && product[2] == .infinity)
    #expect(product[1].isNaN && product[4].isNaN)
    #expect(product[3] == 5 && product[5] == 9)
  }

  @Test(arguments: [DType.float64, .float32], [[5], [1, 5], [7, 5], [2, 3, 5]])
  func `a layer gives what its product and its sum give`(_ dtype: DType, shape: [Int]) throws {
    let x = Tensor(numbers(Shape.count(shape), 1), shape: shape).cast(to: dtype)
    let w = Tensor(numbers(20, 2), shape: [4, 5]).cast(to: dtype)
    let b = Tensor(numbers(4, 3)).cast(to: dtype)
    #expect(DenseLayer([x, w, b]) != nil)
    let output = try Linear()(x, w, b)
    let turned = try w.transpose(0, 1)
    let product = try MatrixProduct()(x, turned)
    #expect(try output == product + b)

    let upstream = Tensor(numbers(output.count, 4), shape: output.shape).cast(to: dtype)
    let all = try Linear().backward(upstream, inputs: [x, w, b], output: output)
    let parts = try MatrixProduct().backward(upstream, inputs: [x, turned], output: product)
    #expect(all[0] == parts[0])
    #expect(try all[1] == parts[1]?.transpose(0, 1))
    #expect(try all[2] == upstream.reduced(like: b))
  }

  @Test func `a gradient that is not wanted is left out`() throws {
    let (x, w) = (Tensor([[1.0, 2]]), Tensor([[3.0, 4], [5, 6]]))
    let b = Tensor([0.0, 0])
    let output = try Linear()(x, w, b)
    for wanted in [[false, true, true], [true, false, true], [true, true, false]] {
      let all = try Linear().backward(output, inputs: [x, w, b], output: output)
      let some = try Linear().backward(
        output, inputs: [x, w, b], output: output, wanted: wanted)
      #expect(some == zip(all, wanted).map { $1 ? $0 : nil })
    }
    let some = try MatrixProduct().backward(
      output, inputs: [x, w], output: output, wanted: [false, true])
    #expect(some[0] == nil && some[1] != nil)
  }

  @Test func `a layer of unlike parts goes the long way`() throws {
    let (x, w) = (Tensor([[1.0, 2]]), Tensor([[3.0, 4], [5, 6]]))
    #expect(DenseLayer([x, w, Tensor([1.0])]) == nil)
    #expect(DenseLayer([x, w.cast(to: .float32)]) == nil)
    #expect(DenseLayer([x.cast(to: .float16), w.cast(to: .float16)]) == nil)
    #expect(DenseLayer([x, Tensor([3.0, 4])]) == nil)
    #expect(try Linear()(x, w, Tensor([1.0])).doubles == [12, 18])
  }

  @Test(arguments: [DType.float64, .float32, .float16, .bfloat16])
  func `a step against a gradient is a difference`(_ dtype: DType) throws {
    let start = Tensor([1.5, -2, 0.25]).cast(to: dtype)
    let gradient = Tensor([0.5, 1, -4]).cast(to: dtype)
    var moved = start
    moved.descend(along: gradient, rate: 0.25)
    #expect(moved.doubles == [1.375, -2.25, 1.25])
    #expect(moved.dtype == dtype)
    #expect(start.doubles == [1.5, -2, 0.25], "another holder keeps the old values")
  }
}
