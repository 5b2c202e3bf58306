import RealModule
import Testing

@testable import Math

/// What is done with a row on several numbers at a time, beside the C library one by one.
@Suite struct RowTests {
  private static let lengths = [1, 3, 15, 16, 17, 31, 32, 33, 1000]

  private func exponentials<S: FloatingScalar>(_ row: [S], minus m: S) -> (values: [S], sum: S) {
    var sum: S = 0
    let values = [S](unsafeUninitializedCapacity: row.count) { result, count in
      row.withUnsafeBufferPointer {
        sum = S.vectorExponentials(
          $0, minus: m, into: UnsafeMutableBufferPointer(rebasing: result[..<row.count]))
      }
      count = row.count
    }
    return (values, sum)
  }

  private func errors<S: FloatingScalar>(_ lowest: Int, _: S.Type) -> [S] {
    let xs = stride(from: lowest * 1000, through: 0, by: 7).map { S($0) / 1000 }
    return zip(xs, exponentials(xs, minus: 0).values).map { x, value in
      (value - .exp(x)).magnitude / value.ulp
    }
  }

  @Test func `exponentials are the C library's to the last bit or the one before`() throws {
    #expect(try #require(errors(-87, Float.self).max()) <= 1)
    #expect(try #require(errors(-708, Double.self).max()) <= 1)
  }

  @Test(arguments: lengths)
  func `no number of a row is left out, and the sum is that of all`(length: Int) {
    let row = (0..<length).map { Float(($0 * 37) % 101) / 7 - 20 }
    let (values, sum) = exponentials(row, minus: 1)
    #expect(zip(values, row).allSatisfy { ($0 - .exp($1 - 1)).magnitude <= 2 * $0.ulp })
    let total = row.reduce(0.0) { $0 + .exp(Double($1) - 1) }
    #expect((Double(sum) - total).magnitude < 1e-6 * total)
    let wide = exponentials(row.map(Double.init), minus: 1)
    #expect((wide.sum - total).magnitude < 1e-13 * total)
  }

  @Test(
    arguments: [(0, 1), (-.infinity, 0), (-104, 0), (-1000, 0)] as [(Float, Float)])
  func `exponentials have the limits of the function`(x: Float, expected: Float) {
    #expect(exponentials([x], minus: 0).values == [expected])
    #expect(exponentials([x, x], minus: 0).sum == 2 * expected)
  }

  @Test func `a nan stays one, and so does infinity less infinity`() {
    #expect(exponentials([Float.nan], minus: 0).sum.isNaN)
    #expect(exponentials([Double.nan, 0], minus: 0).sum.isNaN)
    #expect(exponentials([-Double.infinity], minus: -.infinity).sum.isNaN)
  }

  @Test func `they fall below the normal numbers gradually`() {
    for x: Float in [-88, -90, -95, -100, -103] {
      let value = exponentials([x], minus: 0).values[0]
      #expect((value - .exp(x)).magnitude <= Float.leastNonzeroMagnitude)
    }
    for x in [-709.0, -720, -740, -745] {
      let value = exponentials([x], minus: 0).values[0]
      #expect((value - .exp(x)).magnitude <= Double.leastNonzeroMagnitude)
    }
  }

  @Test(arguments: lengths)
  func `the largest number is found wherever it stands`(length: Int) {
    for place in 0..<length {
      var row = (0..<length).map { Float(-$0) - 5 }
      row[place] = -1
      #expect(row.withUnsafeBufferPointer { Float.largest($0) } == -1)
      let wide = row.map(Double.init)
      #expect(wide.withUnsafeBufferPointer { Double.largest($0) } == -1)
      row[place] = .nan
      #expect(row.withUnsafeBufferPointer { Float.largest($0) }.isNaN)
    }
  }

  @Test(arguments: [1, 3, 31, 32, 33, 1000])
  func `long rows are as their naive twins`(count: Int) throws {
    let z = (0..<count).map { Double(($0 * 37) % 101) / 7 - 6 }
    let total = z.reduce(0) { $0 + .exp($1 - 8) }
    let row = Tensor(z, shape: [count]).cast(to: .float32)
    let shares = try Softmax(dim: 0)(row).doubles
    let logs = try LogSoftmax(dim: 0)(row).doubles
    for i in 0..<count {
      let share = Double.exp(z[i] - 8) / total
      #expect((shares[i] - share).magnitude < 1e-6 * max(share, 1e-3))
      #expect((logs[i] - .log(share)).magnitude < 4e-6)
    }
  }
}
